"""A change of the plan: told to the units that it concerns, and undone."""

from telegram import InlineKeyboardMarkup, Update

from data.office.change_record import ChangeKind, PlanChange
from data.office.plan_changes import is_undone, undo_change
from data.people.people import Person
from data.plan.tasks import count_tasks
from handlers.office import keyboard as buttons
from handlers.office.texts import plan_changes as texts
from handlers.telegram import Context, Html, Language, fitting, join, pressed, show


def change_letter(change: PlanChange, reader: Person, language: Language) -> tuple[Html, InlineKeyboardMarkup | None]:
    """What somebody of a unit hears of a change, or that it is undone, and the tasks to look at."""
    head, back = (texts.UNDONE_FOR_UNIT if change.undone else texts.CHANGED_FOR_UNIT)(language), change.undone
    text = fitting(lambda most: join([head, texts.change_lines(change, reader.units, language, back=back, most=most)]))
    return text, buttons.tasks_of_change(change, reader.units)


async def press(update: Update, context: Context) -> None:
    """撤销. Raises StaleButton, TooLateToUndo and ChangedSince."""
    _, number = pressed(update)
    text = taken_back(context, int(number))
    await show(update, context, text)


def taken_back(context: Context, change_id: int) -> Html:
    """Undo a change, and say so. Raises as `press` does."""
    undone_before = is_undone(context.db, change_id)
    done = undo_change(context.db, context.actor, change_id)
    if done.kind is ChangeKind.IMPORT:
        return texts.IMPORT_UNDONE(context.language, tasks=count_tasks(context.db))
    heard = texts.UNDONE_BEFORE if undone_before else texts.UNDONE_TOLD if done.told else texts.UNDONE
    return join([heard(context.language), texts.change_lines(done, None, context.language, back=True)])
