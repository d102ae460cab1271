"""Reporting progress, question by question, with a way back and a way out at every step."""

from telegram import Update

from data import drafts
from data.drafts import Draft, Step
from data.errors import AlreadyReported, NotYours, StaleButton, TaskClosed, UnknownTask
from data.figures import implausible, indicators, read_figures
from data.reports import submit
from data.standing import Status
from data.tasks import assignments
from handlers import keyboards
from handlers.asking import Place, ask, own_assignment, speaks_for_several
from handlers.callbacks import unpack
from handlers.context import Context, source
from handlers.listing import Filter, Listing
from handlers.replies import acknowledge, answer, show, strip_buttons
from handlers.tasks import show_card, show_list
from handlers.texts import messages as m
from handlers.texts import reporting as texts
from handlers.texts.wording import Wording

CHOICES = (Status.NOT_STARTED, Status.IN_PROGRESS, Status.BLOCKED, Status.SUBMITTED)


async def update_command(update: Update, context: Context) -> None:
    """Go on with a report that was begun, or ask which task to report on."""
    draft = _half_done(context)
    if draft is not None:
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
    own_assignment(context, assignment_id)
    draft = _half_done(context)
    await acknowledge(update)
    if draft is not None and draft.update_id != update.update_id:
        await _offer_resuming(update, context, draft, assignment_id)
        return
    await start_draft(update, context, assignment_id)


async def begin_on_code(update: Update, context: Context, code: str) -> None:
    """Begin a report on a task named by its code. Raises UnknownTask when the person has none of that code."""
    mine = assignments(context.db, context.today, context.zone, context.person.speaks_for, code)
    if not mine or mine[0].id is None:
        raise UnknownTask(code)
    if len(mine) > 1:
        await show_card(update, context, code)
        return
    await begin_on(update, context, mine[0].id)


async def start_draft(update: Update, context: Context, assignment_id: int, **answers: object) -> None:
    """Begin a report in place of one begun before, with the answers that are known already, and ask for the rest."""
    assignment = own_assignment(context, assignment_id)
    old = drafts.find_draft(context.db, context.person.id)
    seen = assignment.last.id if assignment.last else None
    draft = drafts.open_draft(
        context.db,
        context.person.id,
        assignment_id,
        update.update_id,
        context.now,
        **{"seen_report_id": seen, **answers},
    )
    if old is not None and old.id != draft.id:
        await strip_buttons(context, context.person.telegram_id or 0, old.message_id)
    await ask(update, context, draft, Place.BELOW)


async def resume_or_restart(update: Update, context: Context) -> None:
    """Go on with the unfinished report, or begin the other one."""
    assert update.callback_query is not None
    choice, number = unpack(update.callback_query.data).arguments
    if choice == "restart":
        own_assignment(context, int(number))
        await acknowledge(update)
        await start_draft(update, context, int(number))
        return
    draft = drafts.find_draft(context.db, context.person.id)
    if draft is None or draft.id != int(number):
        raise StaleButton
    await acknowledge(update)
    await ask(update, context, draft)


async def press(update: Update, context: Context) -> None:
    """An answer, or one of the ways back and out, by button."""
    assert update.callback_query is not None
    number, step, value = unpack(update.callback_query.data).arguments
    if value in ("submit", "anyway"):
        await _submit(update, context, int(number), anyway=value == "anyway")
        return
    draft = drafts.expect(context.db, context.person.id, int(number), Step(step), update.update_id)
    await acknowledge(update)
    match value:
        case "cancel" if draft.status is not None:
            await show(
                update, context, m.CANCEL_QUESTION(context.language), keyboards.cancelling(draft, context.language)
            )
        case "cancel" | "drop":
            drafts.drop_draft(context.db, context.person.id)
            await show(update, context, m.CANCELLED(context.language))
        case "back" if draft.step is Step.STATUS:
            await show_list(update, context, Listing(Filter.PICK))
        case "edit":
            keyboard = keyboards.editing(draft, context.language)
            await show(update, context, m.WHICH_STEP(context.language), keyboard)
        case "keep":
            await ask(update, context, draft)
        case _:
            await ask(update, context, _answered(context, draft, value, update.update_id))


async def write(update: Update, context: Context, draft: Draft) -> None:
    """An answer in words. Raises a Refusal for one that cannot be taken; the draft stays as it is."""
    assert update.message is not None
    text = update.message.text
    if text is None:
        await answer(update, context, m.TEXT_ONLY(context.language))
        return
    following = draft if draft.update_id == update.update_id else _written(context, draft, text, update.update_id)
    await ask(update, context, following, Place.BELOW)


async def cancel(update: Update, context: Context) -> None:
    """/cancel: give up the report that is being written, after one question."""
    draft = drafts.find_draft(context.db, context.person.id)
    if draft is None:
        await answer(update, context, m.NOTHING_TO_CANCEL(context.language))
        return
    await strip_buttons(context, context.person.telegram_id or 0, draft.message_id)
    message = await answer(
        update, context, m.CANCEL_QUESTION(context.language), keyboards.cancelling(draft, context.language)
    )
    drafts.remember_message(context.db, draft, message.message_id)


def _answered(context: Context, draft: Draft, value: str, update_id: int) -> Draft:
    """The draft after a pressed answer. Raises StaleButton for a value that no button of the step has."""
    db, now, last = context.db, context.now, own_assignment(context, draft.assignment_id).last
    if draft.update_id == update_id:
        return draft
    if value == "back":
        return drafts.step_back(db, draft, update_id, now)
    if value.startswith("edit_") and draft.step is Step.PREVIEW:
        return drafts.reopen(db, draft, Step(value.removeprefix("edit_")), update_id, now)
    match draft.step, value:
        case Step.STATUS, _ if value in CHOICES:
            return drafts.choose_status(db, draft, Status(value), update_id, now)
        case Step.PERCENT, _:
            return drafts.give_percent(db, draft, value, update_id, now)
        case Step.NOTE, "skip":
            return drafts.give_note(db, draft, "", update_id, now)
        case Step.NOTE, "same" if last is not None:
            return drafts.give_note(db, draft, last.note, update_id, now)
        case Step.OBSTACLE, "same" if last is not None:
            return drafts.give_obstacle(db, draft, last.obstacle, update_id, now)
        case Step.FIGURES, "skip":
            return drafts.give_figures(db, draft, {}, {}, update_id, now)
        case Step.FIGURES, "sure" if draft.doubted:
            return drafts.give_figures(db, draft, draft.figures or {}, {}, update_id, now)
        case Step.EVIDENCE, "done":
            return drafts.finish_evidence(db, draft, update_id, now)
    raise StaleButton


def _written(context: Context, draft: Draft, text: str, update_id: int) -> Draft:
    db, now = context.db, context.now
    match draft.step:
        case Step.PERCENT:
            return drafts.give_percent(db, draft, text, update_id, now)
        case Step.OBSTACLE:
            return drafts.give_obstacle(db, draft, text, update_id, now)
        case Step.FIGURES:
            figures = read_figures(text, indicators(db))
            doubted = implausible(db, draft.assignment_id, figures)
            return drafts.give_figures(db, draft, figures, doubted, update_id, now)
    return drafts.give_note(db, draft, text, update_id, now)


async def _submit(update: Update, context: Context, draft_id: int, *, anyway: bool) -> None:
    """Store the report; where somebody else of the unit has reported meanwhile, show that first."""
    if anyway:
        draft = drafts.draft_by_id(context.db, context.person.id, draft_id)
        latest = own_assignment(context, draft.assignment_id).last
        drafts.acknowledge_report(context.db, draft, latest.id if latest else None, update.update_id, context.now)
    try:
        done = submit(context.db, context.person, draft_id, context.now, context.zone, source(update))
    except AlreadyReported:
        await acknowledge(update)
        await _show_other_report(update, context, draft_id)
        return
    await acknowledge(update)
    text = texts.stored(done.assignment, done.status, context.language)
    await show(update, context, text, keyboards.stored(done.report_id, context.language))


async def _show_other_report(update: Update, context: Context, draft_id: int) -> None:
    draft = drafts.draft_by_id(context.db, context.person.id, draft_id)
    assignment = own_assignment(context, draft.assignment_id)
    text = texts.other_report(assignment, context.language, name_unit=speaks_for_several(context))
    await show(update, context, text, keyboards.anyway(draft, context.language))


def _half_done(context: Context) -> Draft | None:
    """A report that was begun and can still be handed in."""
    draft = drafts.find_draft(context.db, context.person.id)
    if draft is None or draft.status is None:
        return None
    try:
        own_assignment(context, draft.assignment_id)
    except (NotYours, TaskClosed):
        return None
    return draft


async def _offer_resuming(update: Update, context: Context, draft: Draft, assignment_id: int) -> None:
    unfinished = own_assignment(context, draft.assignment_id)
    other = own_assignment(context, assignment_id)
    wording: Wording = m.UNFINISHED_DRAFT if other.id == unfinished.id else m.OTHER_DRAFT
    text = wording(context.language, code=unfinished.code, title=unfinished.title, other=other.code)
    await answer(update, context, text, keyboards.resume(draft, assignment_id, context.language))
