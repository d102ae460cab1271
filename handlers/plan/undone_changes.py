"""Changes of the plan and their undoing, as told to the office and the units."""

from functools import partial

from telegram import InlineKeyboardMarkup, Update

from data.office.change_record import ChangeKind, PlanChange, last_change_of
from data.office.plan_changes import undo_change
from data.office.plans import reports_left_behind
from data.people.people import Person
from data.plan.tasks import count_tasks
from data.understanding import Understanding, says
from handlers.dialog import acts_on
from handlers.plan import keyboard as buttons
from handlers.plan.texts import plan_changes as texts
from handlers.telegram import ActKind, Context, answer
from handlers.wording import NOTHING, Html, Language, join, write_fitting


def _undone(context: Context, done: PlanChange) -> Html:
    if done.kind is ChangeKind.IMPORT:
        said, reported = texts.IMPORT_UNDONE, reports_left_behind(context.db, done.at)
        left = texts.REPORTS_LEFT_BEHIND(context.language, codes=reported) if reported else NOTHING
        return join([said(context.language, tasks=count_tasks(context.db)), left])
    heard = texts.UNDONE_TOLD if done.told else texts.UNDONE
    return join([heard(context.language), texts.change_lines(done, None, context.language, back=True)])


CHANGED = ActKind(texts.change_line, undo_change, _undone)


def change_letter(change: PlanChange, reader: Person, language: Language) -> tuple[Html, InlineKeyboardMarkup | None]:
    """Return the letter that tells `reader` what was changed or undone for their units, with buttons for the tasks."""
    head = (texts.UNDONE_FOR_UNIT if change.undone else texts.CHANGED_FOR_UNIT)(language)
    lines = partial(texts.change_lines, change, reader.units, language, back=change.undone)
    text = write_fitting(lambda most: join([head, lines(most=most)]))
    return text, buttons.tasks_of_change(change, reader.units)


def _change_asked_about(context: Context, heard: Understanding) -> PlanChange | None:
    """Return the last change of a task if somebody concerned asks why it was changed (29-11怎么又变了，为啥)."""
    change = last_change_of(context.db, heard.task) if heard.task and says(heard, "asked.why_changed") else None
    concerned = change and (context.person.sees_everything or not change.told.isdisjoint(context.person.units))
    return change if concerned else None


@acts_on(_change_asked_about)
async def show_why_changed(update: Update, context: Context, change: PlanChange) -> None:
    """Show what was changed last of a task, when, and the reason, or that none was given."""
    units = None if context.person.sees_everything else context.person.units
    lines = write_fitting(lambda most: texts.change_lines(change, units, context.language, most=most))
    none_given = NOTHING if change.reason else texts.NO_REASON(context.language)
    head = texts.CHANGED_LAST(context.language, day=change.at.date())
    await answer(update, context, join([head, lines, none_given]))
