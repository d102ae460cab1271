"""申请延期: the new day, the reason, a look at both, and the request is on its way. One question at a time."""

from datetime import date, timedelta

from telegram import Update

from data.days import read_day
from data.drafts import checked_reason
from data.errors import StaleButton, UnknownTask
from data.extensions import check_day, extendable, submit_extension, waiting_on
from data.questions import Asked, Question, ask_question, close_question, find_question, remember_question
from data.tasks import Assignment
from handlers import extension_buttons as buttons
from handlers.asking import own_assignments, speaks_for_several
from handlers.callbacks import day_in, unpack
from handlers.context import Context
from handlers.listing import Filter, Listing
from handlers.replies import acknowledge, answer, conclude, show, strip_buttons
from handlers.tasks import show_list
from handlers.texts import extensions as texts
from handlers.texts.questions import CANCELLED
from handlers.texts.wording import join

STEPS = (Asked.EXTENSION_DAY, Asked.EXTENSION_REASON, Asked.EXTENSION_PREVIEW)
A_MONTH = timedelta(days=30)


async def extend_command(update: Update, context: Context) -> None:
    """/extend: which task needs more time; with a code behind it, that one. Raises UnknownTask."""
    if context.args:
        await extend_code(update, context, context.args[0])
    else:
        await show_choice(update, context)


async def show_choice(update: Update, context: Context) -> None:
    """The tasks with a due day, to choose from."""
    await show_list(update, context, Listing(Filter.EXTEND))


async def extend_code(update: Update, context: Context, code: str, day: date | None = None) -> None:
    """Ask for more time for a task named by its code, perhaps until a day named with it.

    Raises UnknownTask when the person has none of that code, and what `extendable` and `check_day` raise.
    """
    mine = own_assignments(context, code)
    if not mine:
        raise UnknownTask(code)
    if len(mine) > 1:
        await answer(update, context, texts.WHICH_TASK(context.language), buttons.pick(mine))
        return
    await _begin(update, context, mine[0].id or 0, day)


async def begin(update: Update, context: Context) -> None:
    """Ask for more time for the pressed task, until a day where that has been answered already."""
    assert update.callback_query is not None
    assignment_id, *days = unpack(update.callback_query.data).arguments
    await _begin(update, context, int(assignment_id), day_in(days[0]) if days else None)


async def press(update: Update, context: Context) -> None:
    """An answer by button, or one of the ways back and out. Raises StaleButton for a question that is not open."""
    assert update.callback_query is not None
    choice, number, *more = unpack(update.callback_query.data).arguments
    if choice == "submit":
        await _submit(update, context)
        return
    question = _open(context, int(number))
    if choice == "back" and question.kind != more[0] and question.update_id != update.update_id:
        raise StaleButton
    await acknowledge(update)
    match choice:
        case "cancel" if question.kind is Asked.EXTENSION_PREVIEW:
            keyboard = buttons.cancelling(_assignment(context, question.subject_id), context.language)
            await show(update, context, texts.CANCEL_QUESTION(context.language), keyboard)
        case "cancel" | "drop":
            close_question(context.db, context.person.id)
            await show(update, context, CANCELLED(context.language))
        case "back" if question.kind is Asked.EXTENSION_DAY:
            close_question(context.db, context.person.id)
            await show_choice(update, context)
        case "back":
            await _ask(update, context, _step_back(context, question, update.update_id))
        case "day" if question.kind is Asked.EXTENSION_DAY or question.update_id == update.update_id:
            await _ask(update, context, _answered(context, question, day_in(more[0]), update.update_id))
        case "keep":
            await _ask(update, context, question)
        case _:
            raise StaleButton


async def write(update: Update, context: Context, question: Question) -> None:
    """An answer in words. Raises a Refusal for one that cannot be taken; the question stays open then."""
    assert update.message is not None
    text = update.message.text or ""
    if question.update_id != update.update_id:
        given = read_day(text, context.today) if question.kind is Asked.EXTENSION_DAY else checked_reason(text)
        question = _answered(context, question, given, update.update_id)
    await _ask(update, context, question, below=True)


async def _begin(update: Update, context: Context, assignment_id: int, day: date | None = None) -> None:
    assignment = _assignment(context, assignment_id)
    await acknowledge(update)
    question = find_question(context.db, context.person.id)
    if question is None or question.update_id != update.update_id:
        kind = Asked.EXTENSION_DAY if day is None else Asked.EXTENSION_REASON
        answers = {"day": str(check_day(assignment, day))} if day is not None else {}
        question = ask_question(
            context.db, context.person.id, kind, assignment_id, update.update_id, context.now, answers
        )
    await _ask(update, context, question, below=True)


def _answered(context: Context, question: Question, given: date | str, update_id: int) -> Question:
    """The next question after an answer: to the reason after the day, to the preview after the reason."""
    if question.update_id == update_id:
        return question
    if isinstance(given, date):
        check_day(_assignment(context, question.subject_id), given)
        kind, answers = Asked.EXTENSION_REASON, {**question.answers, "day": str(given)}
    else:
        kind, answers = Asked.EXTENSION_PREVIEW, {**question.answers, "reason": given}
    return _open_next(context, question, kind, answers, update_id)


def _step_back(context: Context, question: Question, update_id: int) -> Question:
    """The question before this one."""
    if question.update_id == update_id:
        return question
    kind = STEPS[max(STEPS.index(question.kind) - 1, 0)]
    return _open_next(context, question, kind, question.answers, update_id)


def _open_next(context: Context, question: Question, kind: Asked, answers: dict[str, str], update_id: int) -> Question:
    return ask_question(
        context.db, context.person.id, kind, question.subject_id, update_id, context.now, answers, question.message_id
    )


async def _ask(update: Update, context: Context, question: Question, *, below: bool = False) -> None:
    """Show the open question: in place of the pressed message, or below what was written."""
    language, assignment = context.language, _assignment(context, question.subject_id)
    head = texts.heading(assignment, language, name_unit=speaks_for_several(context))
    match question.kind:
        case Asked.EXTENSION_DAY:
            waiting = waiting_on(context.db, question.subject_id, context.today, context.zone)
            example = max(assignment.due or context.today, context.today) + A_MONTH
            text = join([head, texts.which_day(assignment, waiting, example, language)])
            keyboard = buttons.days(assignment, language)
        case Asked.EXTENSION_REASON:
            text = join([head, texts.which_reason(_answer_day(question), language)])
            keyboard = buttons.ways(assignment, language)
        case _:
            text = texts.preview(assignment, _answer_day(question), question.answers["reason"], language)
            keyboard = buttons.preview(assignment, language)
    if below:
        await strip_buttons(context, context.person.telegram_id or 0, question.message_id)
        message_id = (await answer(update, context, text, keyboard)).message_id
    else:
        message_id = await show(update, context, text, keyboard)
    remember_question(context.db, context.person.id, message_id)


async def _submit(update: Update, context: Context) -> None:
    """Send the request to the office."""
    query = update.callback_query
    assert query is not None and query.message is not None
    preview = f"{query.message.chat.id}:{query.message.message_id}"
    is_open = find_question(context.db, context.person.id) is not None
    asked = submit_extension(context.db, context.person, preview, context.now, context.zone)
    await acknowledge(update)
    await (conclude if is_open else show)(update, context, texts.asked(asked, context.language))


def _open(context: Context, assignment_id: int) -> Question:
    """The open question, if it is about this assignment. Raises StaleButton."""
    question = find_question(context.db, context.person.id)
    if question is None or question.kind not in STEPS or question.subject_id != assignment_id:
        raise StaleButton
    return question


def _assignment(context: Context, assignment_id: int) -> Assignment:
    return extendable(context.db, context.person, assignment_id, context.today, context.zone)


def _answer_day(question: Question) -> date:
    return date.fromisoformat(question.answers["day"])
