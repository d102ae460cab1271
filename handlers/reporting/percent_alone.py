"""80, below a card or a nudge: a number alone is how far the task that was shown last is."""

from telegram import Update

from data.dialogs import find_open
from data.understanding import Understanding
from handlers.reporting.sentence import report_on
from handlers.reporting.typed_answers import told_of_code
from handlers.tasks.own_tasks import all_own, task_shown
from handlers.telegram import Context, said_by

SIGNS = "%％"
ALL = 100


async def report_percent_alone(update: Update, context: Context, meaning: Understanding) -> bool:
    """Begin a report on the task that was shown last with a number that is said alone, unless it names an item of
    one's tasks; true if the words were for it. Raises NotYours or TaskClosed."""
    text = said_by(update, meaning).strip().rstrip("。.!！")
    number = text.rstrip(SIGNS).strip()
    if not context.person.speaks_for or not (number.isascii() and number.isdecimal()) or int(number) > ALL:
        return False
    shown = task_shown(context) if find_open(context.db, context.person.id) is None else None
    if shown is None or (number == text and _is_an_item(context, number)):
        return False
    said = told_of_code(context, shown.code, f"{number}%")
    if said is None:
        return False
    await report_on(update, context, shown, said)
    return True


def _is_an_item(context: Context, number: str) -> bool:
    """Whether a number is that of an item in which the person has tasks."""
    return any(each.code.startswith(f"{number}-") for each in all_own(context))
