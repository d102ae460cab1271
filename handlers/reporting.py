"""Reporting progress: status, percent, note, preview; with a way back and a way out at every step."""

from telegram import Update

from data import drafts
from data.drafts import Draft, Step
from data.errors import Refusal, StaleButton, UnknownTask
from data.reports import assignment_for, submit
from data.standing import Status
from data.tasks import Assignment, assignments
from handlers import keyboards
from handlers.callbacks import unpack
from handlers.context import Context
from handlers.listing import Filter, Listing
from handlers.replies import acknowledge, answer, show, strip_buttons
from handlers.tasks import show_card, show_list
from handlers.texts import messages as m
from handlers.texts import reporting as texts


async def update_command(update: Update, context: Context) -> None:
    """Go on with a report that was begun, or ask which task to report on."""
    draft = drafts.find_draft(context.db, context.person.id)
    if draft is not None and draft.step is not Step.STATUS:
        await _offer_resuming(update, context, draft, draft.assignment_id)
        return
    await show_list(update, context, Listing(Filter.PICK))


async def begin(update: Update, context: Context) -> None:
    """Begin a report on the pressed task, unless another one is half done: then ask first."""
    assert update.callback_query is not None
    [assignment_id] = map(int, unpack(update.callback_query.data).arguments)
    await begin_on(update, context, assignment_id)


async def begin_on(update: Update, context: Context, assignment_id: int) -> None:
    """Begin a report on an assignment. Raises NotYours or TaskClosed when the person cannot report on it."""
    assignment_for(context.db, context.person, assignment_id, context.today, context.zone)
    draft = drafts.find_draft(context.db, context.person.id)
    await acknowledge(update)
    if draft is not None and draft.step is not Step.STATUS and draft.update_id != update.update_id:
        await _offer_resuming(update, context, draft, assignment_id)
        return
    await _restart(update, context, assignment_id)


async def begin_on_code(update: Update, context: Context, code: str) -> None:
    """Begin a report on a task named by its code. Raises UnknownTask when the person has none of that code."""
    mine = assignments(context.db, context.today, context.zone, context.person.speaks_for, code)
    if not mine or mine[0].id is None:
        raise UnknownTask(code)
    if len(mine) > 1:
        await show_card(update, context, code)
        return
    await begin_on(update, context, mine[0].id)


async def resume_or_restart(update: Update, context: Context) -> None:
    """Go on with the unfinished report, or begin the other one."""
    assert update.callback_query is not None
    choice, number = unpack(update.callback_query.data).arguments
    await acknowledge(update)
    if choice == "restart":
        await _restart(update, context, int(number))
        return
    draft = drafts.find_draft(context.db, context.person.id)
    if draft is None or draft.id != int(number):
        raise StaleButton
    await _ask(update, context, draft)


async def press(update: Update, context: Context) -> None:
    """An answer, or 上一步 or 取消, by button."""
    assert update.callback_query is not None
    number, step, value = unpack(update.callback_query.data).arguments
    if value == "submit":
        await _submit(update, context, int(number))
        return
    draft = drafts.expect(context.db, context.person.id, int(number), Step(step), update.update_id)
    await acknowledge(update)
    if value == "cancel":
        drafts.drop_draft(context.db, context.person.id)
        await show(update, context, m.CANCELLED(context.language))
    elif value == "back" and draft.step is Step.STATUS:
        await show_list(update, context, Listing(Filter.PICK))
    else:
        await _ask(update, context, _answered(context, draft, value, update.update_id))


async def write(update: Update, context: Context, draft: Draft) -> None:
    """An answer by text, while a question is open. Raises PercentOutOfRange or NoteTooLong; the draft stays."""
    assert update.message is not None
    text = update.message.text
    if text is None:
        await answer(update, context, m.TEXT_ONLY(context.language))
        return
    if draft.step is Step.PERCENT:
        following = drafts.give_percent(context.db, draft, text, update.update_id, context.now)
    else:
        following = drafts.give_note(context.db, draft, text, update.update_id, context.now)
    await strip_buttons(context, update.message.chat.id, draft.message_id)
    await _ask(update, context, following)


async def cancel(update: Update, context: Context) -> None:
    """/cancel: give up the report that is being written."""
    draft = drafts.find_draft(context.db, context.person.id)
    if draft is None:
        await answer(update, context, m.NOTHING_TO_CANCEL(context.language))
        return
    drafts.drop_draft(context.db, context.person.id)
    await strip_buttons(context, context.person.telegram_id or 0, draft.message_id)
    await answer(update, context, m.CANCELLED(context.language))


def _answered(context: Context, draft: Draft, value: str, update_id: int) -> Draft:
    """The draft after a pressed answer. Raises StaleButton for a value that no button of the step has."""
    if value == "back":
        return drafts.step_back(context.db, draft, update_id, context.now)
    if draft.step is Step.STATUS and value in (status.value for status in Status if status is not Status.CLOSED):
        return drafts.choose_status(context.db, draft, Status(value), update_id, context.now)
    if draft.step is Step.PERCENT:
        return drafts.give_percent(context.db, draft, value, update_id, context.now)
    if draft.step is Step.NOTE and value == "skip":
        return drafts.give_note(context.db, draft, "", update_id, context.now)
    if draft.update_id == update_id:
        return draft
    raise StaleButton


async def _restart(update: Update, context: Context, assignment_id: int) -> None:
    old = drafts.find_draft(context.db, context.person.id)
    draft = drafts.open_draft(context.db, context.person.id, assignment_id, update.update_id, context.now)
    if old is not None and old.id != draft.id:
        await strip_buttons(context, context.person.telegram_id or 0, old.message_id)
    await _ask(update, context, draft, in_place=False)


async def _submit(update: Update, context: Context, draft_id: int) -> None:
    draft = drafts.find_draft(context.db, context.person.id)
    done = submit(context.db, context.person, draft_id, draft, context.now, context.zone)
    await acknowledge(update)
    await show(update, context, texts.stored(done.assignment, context.language))


async def _ask(update: Update, context: Context, draft: Draft, *, in_place: bool = True) -> None:
    """Show the open question: in place of the pressed one, or below a typed answer."""
    try:
        assignment = _assignment(context, draft.assignment_id)
    except Refusal:
        drafts.drop_draft(context.db, context.person.id)
        raise
    text = texts.question(draft, assignment, context.language, name_unit=len(context.person.speaks_for) > 1)
    keyboard = keyboards.question(draft, context.language)
    if in_place:
        message_id = await show(update, context, text, keyboard)
    else:
        message_id = (await answer(update, context, text, keyboard)).message_id
    drafts.remember_message(context.db, draft, message_id)


async def _offer_resuming(update: Update, context: Context, draft: Draft, assignment_id: int) -> None:
    unfinished = _assignment(context, draft.assignment_id)
    text = m.UNFINISHED_DRAFT(context.language, code=unfinished.code, title=unfinished.title)
    await answer(update, context, text, keyboards.resume(draft, assignment_id, context.language))


def _assignment(context: Context, assignment_id: int) -> Assignment:
    return assignment_for(context.db, context.person, assignment_id, context.today, context.zone)
