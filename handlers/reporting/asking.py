"""The one message of a report: it shows the open question, in place of one answered by button, below one answered in
words. What showed it before goes, but for a line with the answer, so that the chat reads like a form."""

from enum import Enum

from telegram import InlineKeyboardMarkup, Update

from data.dialogs import park_open
from data.errors import NotYours, TaskClosed
from data.plan.tasks import Assignment, assignments, code_of_assignment
from data.reporting.bundles import put_aside
from data.reporting.drafts import Draft, Step, remember_message
from data.reporting.forms import Form, filled, form_of
from data.reporting.questions import close_question
from data.reporting.reports import assignment_for
from handlers.reporting import keyboard as report_buttons
from handlers.reporting.texts import questions as texts
from handlers.reporting.texts.report import answer_line
from handlers.telegram.context import Context
from handlers.telegram.refusals import refusal
from handlers.telegram.sending import acknowledge, answer, conclude, remove, replace, show
from handlers.telegram.wording import Html, fitting, join

NOTHING = Html("")


class Place(Enum):
    """Where a question appears."""

    PRESSED = "in place of the message whose button was pressed"
    BELOW = "as a new message below what was written"
    KEPT = "in the message that shows it already"
    NEWEST = "in place of the pressed message while it is the newest, else below it, and that one stays without buttons"


async def ask(
    update: Update,
    context: Context,
    draft: Draft,
    place: Place = Place.PRESSED,
    *,
    first: Html = NOTHING,
    answered: Step | None = None,
) -> None:
    """Show the open question, which is from now on the one that words answer, with something to say `first`.

    The message that asked the question `answered` keeps its answer. Raises NotYours or TaskClosed when the assignment
    is no longer the person's to report.
    """
    form = form_for(context, draft)
    close_question(context.db, context.person.id)
    park_open(context.db, context.person.id)
    name_unit = speaks_for_several(context)
    text = fitting(
        lambda most: join([first, texts.question(form, context.language, name_unit=name_unit, most=most)], "\n\n")
    )
    left = answer_line(form, answered, context.language) if answered else NOTHING
    keyboard = report_buttons.question(form, context.language)
    await put(update, context, draft, text, keyboard, place, left=left)


async def put(
    update: Update,
    context: Context,
    draft: Draft,
    text: Html,
    keyboard: InlineKeyboardMarkup | None = None,
    place: Place = Place.PRESSED,
    *,
    left: Html = NOTHING,
) -> None:
    """Show something of a report in its one message; of the message before, if it is another, `left` stays."""
    chat_id, before = context.person.telegram_id or 0, draft.message_id
    if place is Place.KEPT and before is not None:
        await replace(context, chat_id, before, text, keyboard)
        return
    pressed = update.effective_message.message_id if place is Place.NEWEST and update.effective_message else None
    if place is Place.NEWEST:
        message_id = await conclude(update, context, text, keyboard)
    elif place is Place.PRESSED:
        message_id = await show(update, context, text, keyboard)
    else:
        message_id = (await answer(update, context, text, keyboard)).message_id
    remember_message(context.db, draft, message_id)
    if before in (None, message_id, pressed):
        return
    if left:
        await replace(context, chat_id, before, left, None)
    else:
        await remove(context, chat_id, before)


async def gave_up(update: Update, context: Context, draft: Draft) -> bool:
    """Whether the draft's assignment is no longer the person's to report: then it is put aside, and that is said with
    the words that it holds."""
    try:
        own_assignment(context, draft.assignment_id)
    except (NotYours, TaskClosed) as error:
        put_aside(context.db, draft, update.update_id)
        await acknowledge(update)
        code = code_of_assignment(context.db, draft.assignment_id)
        text = texts.kept(code, refusal(error, context.language), filled(context.db, draft), context.language)
        await put(update, context, draft, text, place=place_of_answer(update))
        return True
    return False


def place_of_answer(update: Update) -> Place:
    """Where what follows from an update is shown."""
    return Place.PRESSED if update.callback_query is not None else Place.BELOW


def form_for(context: Context, draft: Draft) -> Form:
    """The draft with what is shown of it. Raises NotYours or TaskClosed."""
    return form_of(context.db, draft, own_assignment(context, draft.assignment_id))


def own_assignment(context: Context, assignment_id: int) -> Assignment:
    """An assignment that the person may report on now. Raises NotYours or TaskClosed."""
    return assignment_for(context.db, context.person, assignment_id, context.today, context.zone)


def own_assignments(context: Context, code: str, unit: str | None = None) -> list[Assignment]:
    """The assignments of a task for which the person speaks; of one unit where that is named."""
    mine = assignments(context.db, context.today, context.zone, context.person.speaks_for, code)
    return [each for each in mine if each.id is not None and (unit is None or each.unit == unit)]


def speaks_for_several(context: Context) -> bool:
    """Whether it must be said for which unit."""
    return len(context.person.speaks_for) > 1
