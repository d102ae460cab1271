"""Changes of the plan as told to the office and the units, and taking them back."""

from functools import partial

from telegram import InlineKeyboardMarkup, Update

from data.office.change_record import ChangeKind, PlanChange
from data.office.plan_changes import is_undone, undo_change
from data.people.people import Person
from data.plan.tasks import count_tasks
from handlers.plan import keyboard as buttons
from handlers.plan.texts import plan_changes as texts
from handlers.telegram import Context, Html, Language, cut, join, pressed, show, write_fitting


def change_with_undo(done: PlanChange, language: Language) -> tuple[Html, InlineKeyboardMarkup]:
    """Return the text of a change and the button that takes it back."""
    return _change_text(done, language), buttons.undo_change(done, language)


def _change_text(done: PlanChange, language: Language) -> Html:
    """Return a change task by task, or for an import the number of tasks it changed."""
    if done.kind is ChangeKind.IMPORT:
        return texts.IMPORT(language, file=cut(done.subject, 60), count=sum(each.is_news for each in done.tasks))
    return texts.change_lines(done, None, language)


def take_change_back(context: Context, change_id: int) -> tuple[Html, None]:
    """Take a change back and return the answer. Raises StaleButton, TooLateToUndo and ChangedSince."""
    undone_before = is_undone(context.db, change_id)
    done = undo_change(context.db, context.actor, change_id)
    if done.kind is ChangeKind.IMPORT:
        return texts.IMPORT_UNDONE(context.language, tasks=count_tasks(context.db)), None
    heard = texts.UNDONE_BEFORE if undone_before else texts.UNDONE_TOLD if done.told else texts.UNDONE
    return join([heard(context.language), texts.change_lines(done, None, context.language, back=True)]), None


async def undo_change_pressed(update: Update, context: Context) -> None:
    """Take back the change whose 撤销 was pressed. Raises StaleButton, TooLateToUndo and ChangedSince."""
    await show(update, context, *take_change_back(context, int(pressed(update)[1])))


def change_letter(change: PlanChange, reader: Person, language: Language) -> tuple[Html, InlineKeyboardMarkup | None]:
    """Return the letter that tells `reader` what was changed or undone for their units, with buttons for the tasks."""
    head = (texts.UNDONE_FOR_UNIT if change.undone else texts.CHANGED_FOR_UNIT)(language)
    lines = partial(texts.change_lines, change, reader.units, language, back=change.undone)
    text = write_fitting(lambda most: join([head, lines(most=most)]))
    return text, buttons.tasks_of_change(change, reader.units)
