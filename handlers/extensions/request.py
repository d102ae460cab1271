"""申请延期: the new day, the reason, a look at both, and the request is on its way. One question at a time."""

from datetime import date

from telegram import Update

from data.errors import (
    AlreadyDecided,
    DayTooEarly,
    DayTooLate,
    DayUnclear,
    NoSuchAnswer,
    NoteTooLong,
    RequestRests,
    StaleButton,
    TextMissing,
    UnknownTask,
)
from data.office.extensions import check_day, example_day, extendable, submit_extension
from data.office.more_time import day_asked_for, longer_by, reason_behind, reason_beside
from data.office.taking_back import withdraw_extension
from data.plan.tasks import Assignment
from data.reporting.drafts import checked_reason
from data.reporting.questions import Asked, Question, ask_question, close_question, close_question_on, find_question
from handlers.extensions import keyboard as buttons
from handlers.extensions import texts
from handlers.extensions.questions import (
    STEPS,
    ask,
    ask_what_to_change,
    assignment_of,
    cancel,
    day_given,
    open_next,
    step_after,
)
from handlers.reporting.asking import own_assignments
from handlers.reporting.keyboard import WORDS
from handlers.tasks.card import show_list
from handlers.tasks.listing import Filter, Listing
from handlers.telegram import labels
from handlers.telegram.callbacks import day_in, unpack
from handlers.telegram.context import Context, source
from handlers.telegram.labels import CANCELLED, WHICH_TO_EXTEND
from handlers.telegram.refusals import refusal
from handlers.telegram.sending import acknowledge, answer, conclude, show, strip_buttons
from handlers.telegram.wording import Html, either, plain_word

MISTAKES = (DayUnclear, DayTooEarly, DayTooLate, NoSuchAnswer, NoteTooLong, TextMissing)
"""Why an answer in words cannot be taken; the question stays open."""
BACK, EDIT = either(labels.BACK), either(labels.EDIT)


async def extend_command(update: Update, context: Context) -> None:
    """/extend: which task needs more time; with a code behind it, that one. Raises UnknownTask."""
    if context.args:
        await extend_code(update, context, context.args[0])
    else:
        await show_choice(update, context)


async def show_choice(update: Update, context: Context) -> None:
    """The tasks with a due day, to choose from."""
    await show_list(update, context, Listing(Filter.EXTEND))


async def extend_code(update: Update, context: Context, code: str, day: date | None = None, said: str = "") -> None:
    """Ask for more time for a task named by its code, perhaps until a `day` named with it or as was `said`.

    Raises UnknownTask when the person has none of that code, and what `extendable` raises.
    """
    mine = own_assignments(context, code)
    if not mine:
        raise UnknownTask(code)
    if len(mine) > 1:
        await answer(update, context, WHICH_TO_EXTEND(context.language), buttons.pick(mine))
        return
    await _begin(update, context, mine[0].id or 0, day, said)


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
    if choice == "withdraw":
        await _withdraw(update, context, int(number))
        return
    question = _open(context, int(number))
    if choice in ("back", "stay") and question.kind != more[0] and question.update_id != update.update_id:
        raise StaleButton
    await acknowledge(update)
    match choice:
        case "cancel":
            await cancel(update, context, question, below=False)
        case "drop":
            close_question(context.db, context.person.id)
            await show(update, context, CANCELLED(context.language))
        case "back":
            await _go_back(update, context, question, below=False)
        case "edit" if question.kind is Asked.EXTENSION_PREVIEW:
            await ask_what_to_change(update, context, question, below=False)
        case "keep":
            await ask(update, context, question)
        case _:
            await ask(update, context, _pressed(context, question, choice, more, update.update_id))


async def write(update: Update, context: Context, question: Question) -> None:
    """An answer in words. One that cannot be taken is refused, and the question asked again."""
    assert update.message is not None
    text = update.message.text or ""
    if question.update_id == update.update_id:
        await ask(update, context, question, below=True)
        return
    if plain_word(text) in BACK:
        await _go_back(update, context, question, below=True)
        return
    try:
        given = _written(context, question, text)
    except MISTAKES as mistake:
        await ask(update, context, question, below=True, first=refusal(mistake, context.language))
        return
    answers = {**question.answers, **given}
    following = open_next(context, question, step_after(answers), answers, update.update_id)
    day = day_given(following) if "day" in given else None
    await ask(
        update, context, following, below=True, left=texts.answer_lines(day, given.get("reason"), context.language)
    )


async def write_at_preview(update: Update, context: Context, question: Question) -> None:
    """Something was written where a button answers: do what its words do, else show the preview again."""
    word = plain_word((update.message and update.message.text) or "")
    if word in BACK:
        await _go_back(update, context, question, below=True)
    elif word in EDIT:
        await ask_what_to_change(update, context, question, below=True)
    else:
        await ask(update, context, question, below=True, first=texts.PRESS_A_BUTTON(context.language))


async def _go_back(update: Update, context: Context, question: Question, *, below: bool) -> None:
    """The question before this one; before the first, the tasks to choose from."""
    if question.kind is Asked.EXTENSION_DAY and question.update_id != update.update_id:
        close_question(context.db, context.person.id)
        if below:
            await strip_buttons(context, context.person.telegram_id or 0, question.message_id)
        await show_choice(update, context)
        return
    kind = STEPS[max(STEPS.index(question.kind) - 1, 0)]
    await ask(update, context, open_next(context, question, kind, question.answers, update.update_id), below=below)


async def _begin(update: Update, context: Context, assignment_id: int, day: date | None = None, said: str = "") -> None:
    assignment = extendable(context.db, context.person, assignment_id, context.today, context.zone)
    await acknowledge(update)
    question, why = find_question(context.db, context.person.id), Html("")
    if question is None or question.update_id != update.update_id:
        answers, why = _answers_in(context, assignment, day, said)
        question = ask_question(
            context.db, context.person.id, step_after(answers), assignment_id, update.update_id, context.now, answers
        )
    await ask(update, context, question, below=True, first=why)


def _answers_in(context: Context, assignment: Assignment, day: date | None, said: str) -> tuple[dict[str, str], Html]:
    """What a sentence that asks for more time answers already, and why something of it cannot be taken."""
    answers, why = {}, Html("")
    try:
        day = day or longer_by(said, _from(assignment))
        if day is not None:
            answers["day"] = str(check_day(assignment, day))
    except MISTAKES as mistake:
        why = refusal(mistake, context.language)
    if reason := reason_behind(said):
        answers["reason"] = checked_reason(reason)
    return answers, why


def _written(context: Context, question: Question, text: str) -> dict[str, str]:
    """The answers in what was written. Raises one of MISTAKES."""
    if plain_word(text) in WORDS:
        raise NoSuchAnswer(text.strip())
    if question.kind is not Asked.EXTENSION_DAY:
        return {"reason": checked_reason(text)}
    assignment = assignment_of(context, question)
    example = example_day(assignment)
    day = check_day(assignment, day_asked_for(text, _from(assignment), context.today, example))
    reason = reason_beside(text, context.today)
    return {"day": str(day), "reason": checked_reason(reason)} if reason else {"day": str(day)}


def _pressed(context: Context, question: Question, choice: str, more: list[str], update_id: int) -> Question:
    """The next question after a button. Raises StaleButton for one that the open question does not have."""
    if question.update_id == update_id:
        return question
    answers = question.answers
    match choice:
        case "stay":
            kind = step_after(answers)
        case "change" if question.kind is Asked.EXTENSION_PREVIEW and more[0] in STEPS[:2]:
            kind = Asked(more[0])
        case "day" if question.kind is Asked.EXTENSION_DAY:
            day = check_day(assignment_of(context, question), day_in(more[0]))
            answers = {**answers, "day": str(day)}
            kind = step_after(answers)
        case _:
            raise StaleButton
    return open_next(context, question, kind, answers, update_id)


async def _submit(update: Update, context: Context) -> None:
    """Send the request to the office."""
    query = update.callback_query
    assert query is not None and query.message is not None
    preview = f"{query.message.chat.id}:{query.message.message_id}"
    is_open = find_question(context.db, context.person.id) is not None
    asked = submit_extension(context.db, context.person, preview, context.now, context.zone)
    await acknowledge(update)
    keyboard = buttons.asked(asked, context.language) if asked.waits else None
    await (conclude if is_open else show)(update, context, texts.asked(asked, context.language), keyboard)


async def _withdraw(update: Update, context: Context, extension_id: int) -> None:
    """Take a request back that waits. Raises AlreadyDecided or RequestRests; its message loses its buttons then."""
    try:
        asked = withdraw_extension(context.db, context.person, extension_id, context.now, context.zone, source(update))
    except (AlreadyDecided, RequestRests):
        message = update.effective_message
        await strip_buttons(context, context.person.telegram_id or 0, message.message_id if message else None)
        raise
    close_question_on(context.db, context.person.id, asked.assignment.id or 0, *STEPS)
    await acknowledge(update)
    await show(update, context, texts.withdrawn(asked, context.language))


def _open(context: Context, assignment_id: int) -> Question:
    """The open question, if it is about this assignment. Raises StaleButton."""
    question = find_question(context.db, context.person.id)
    if question is None or question.kind not in STEPS or question.subject_id != assignment_id:
        raise StaleButton
    return question


def _from(assignment: Assignment) -> date:
    """The day from which more time is counted: the due day, or today where that is past."""
    return max(assignment.due or assignment.today, assignment.today)
