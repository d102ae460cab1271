"""Changes of the plan and their undoing, as told to the office and the units."""

from functools import partial

from telegram import InlineKeyboardMarkup

from data.office.change_record import ChangeKind, PlanChange
from data.office.plan_changes import undo_change
from data.office.plans import reports_left_behind
from data.people.people import Person
from data.plan.tasks import count_tasks
from handlers.plan import keyboard as buttons
from handlers.plan.texts import plan_changes as texts
from handlers.telegram import Context
from handlers.telegram.keyboards import ActKind
from handlers.wording import NOTHING, Html, Language, join, write_fitting


def _undone(context: Context, done: PlanChange) -> Html:
    """Return the answer that a change was undone."""
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
