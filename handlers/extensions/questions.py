"""The one message of a request for more time: it shows the open question, in place of one answered by button, below one
answered in words, of which the answer stays."""

from datetime import date

from telegram import InlineKeyboardMarkup, Update

from data.office.extensions import example_day, extendable, waiting_on
from data.office.taking_back import may_withdraw
from data.plan.tasks import Assignment
from data.reporting.questions import Asked, Question, ask_question, close_question, remember_question
from handlers.extensions import keyboard as buttons
from handlers.extensions import texts
from handlers.reporting.asking import speaks_for_several
from handlers.reporting.texts.questions import WHICH_STEP
from handlers.telegram.context import Context
from handlers.telegram.labels import CANCELLED
from handlers.telegram.sending import answer, remove, replace, show, strip_buttons
from handlers.telegram.wording import Html, join

STEPS = (Asked.EXTENSION_DAY, Asked.EXTENSION_REASON, Asked.EXTENSION_PREVIEW)
NOTHING = Html("")


def step_after(answers: dict[str, str]) -> Asked:
    """The first question that has no answer yet, or the preview."""
    if "day" not in answers:
        return Asked.EXTENSION_DAY
    return Asked.EXTENSION_PREVIEW if "reason" in answers else Asked.EXTENSION_REASON


def open_next(context: Context, question: Question, kind: Asked, answers: dict[str, str], update_id: int) -> Question:
    """Open the next question of a dialog, once for one update."""
    if question.update_id == update_id:
        return question
    return ask_question(
        context.db, context.person.id, kind, question.subject_id, update_id, context.now, answers, question.message_id
    )


async def ask(
    update: Update,
    context: Context,
    question: Question,
    *,
    below: bool = False,
    first: Html = NOTHING,
    left: Html = NOTHING,
) -> None:
    """Show the open question with something to say `first`: in place of the pressed message, or below what was written;
    then only `left` stays of the message before."""
    assignment = assignment_of(context, question)
    text, keyboard = _question(context, question, assignment)
    await put(update, context, question, join([first, text], "\n\n"), keyboard, below=below, left=left)


async def put(
    update: Update,
    context: Context,
    question: Question,
    text: Html,
    keyboard: InlineKeyboardMarkup | None,
    *,
    below: bool,
    left: Html = NOTHING,
) -> None:
    """Show something of a request in its one message."""
    if not below:
        remember_question(context.db, context.person.id, await show(update, context, text, keyboard))
        return
    chat_id, before = context.person.telegram_id or 0, question.message_id
    remember_question(context.db, context.person.id, (await answer(update, context, text, keyboard)).message_id)
    if before is not None and left:
        await replace(context, chat_id, before, left, None)
    elif before is not None:
        await remove(context, chat_id, before)


async def ask_what_to_change(update: Update, context: Context, question: Question, *, below: bool) -> None:
    """修改: which answer."""
    keyboard = buttons.editing(assignment_of(context, question), context.language)
    await put(update, context, question, WHICH_STEP(context.language), keyboard, below=below)


async def cancel(update: Update, context: Context, question: Question, *, below: bool) -> None:
    """Give up a request, after one question where anything has been answered."""
    if question.answers:
        keyboard = buttons.cancelling(question.subject_id, context.language)
        await put(update, context, question, texts.CANCEL_QUESTION(context.language), keyboard, below=below)
        return
    close_question(context.db, context.person.id)
    if below:
        await strip_buttons(context, context.person.telegram_id or 0, question.message_id)
    await (answer if below else show)(update, context, CANCELLED(context.language))


def day_given(question: Question) -> date | None:
    """The new due day that was answered, or None."""
    return date.fromisoformat(question.answers["day"]) if "day" in question.answers else None


def assignment_of(context: Context, question: Question) -> Assignment:
    """What is to be put off. Raises what `extendable` raises."""
    return extendable(context.db, context.person, question.subject_id, context.today, context.zone)


def _question(context: Context, question: Question, assignment: Assignment) -> tuple[Html, InlineKeyboardMarkup]:
    language, day, reason = context.language, day_given(question), question.answers.get("reason")
    head = texts.heading(assignment, language, name_unit=speaks_for_several(context))
    if question.kind is Asked.EXTENSION_DAY or day is None:
        waiting = waiting_on(context.db, question.subject_id, context.today, context.zone)
        text = texts.which_day(assignment, waiting, example_day(assignment), language)
        own = waiting if waiting and may_withdraw(context.db, context.person, waiting) else None
        return join([head, text]), buttons.days(assignment, day, own, language)
    if question.kind is Asked.EXTENSION_REASON or reason is None:
        return join([head, texts.which_reason(day, reason, language)]), buttons.reason(assignment, reason, language)
    return texts.preview(assignment, day, reason, language), buttons.preview(assignment, language)
