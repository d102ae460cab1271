"""Answering the questions of a report, by button or in words, with a way back and a way out at each."""

from telegram import Update

from data.errors import (
    FigureImpossible,
    FiguresUnclear,
    FigureTwice,
    FigureWithoutMeasure,
    NoSuchAnswer,
    NoteTooLong,
    NotYours,
    ObstacleNeeded,
    PercentOutOfRange,
    StaleButton,
    TaskClosed,
    TextMissing,
)
from data.reporting import answers, drafts
from data.reporting.attachments import detach
from data.reporting.drafts import Draft, Step
from data.reporting.figures import measured
from data.reporting.reports import became_report, is_correctable
from data.standing.standing import Status
from data.understanding import Mood, Understanding
from handlers.dialog.texts import CANCEL_QUESTION, WHICH_STEP
from handlers.reporting import keyboard as report_buttons
from handlers.reporting.amending import amended, amends, without_label
from handlers.reporting.asking import Place, ask, form_for, gave_up, own_assignment, place_of_answer, put
from handlers.reporting.choosing import choose_task
from handlers.reporting.report import half_done
from handlers.reporting.submitting import hand_in
from handlers.reporting.texts.figures import FIGURES_KEPT
from handlers.reporting.texts.questions import CORRECTION_DROPPED, PRESS_A_BUTTON, WHETHER_DONE
from handlers.reporting.texts.report import taken_too
from handlers.reporting.written import answered_in_words, said_of_task, says_all
from handlers.telegram.callbacks import unpack
from handlers.telegram.context import Context
from handlers.telegram.labels import CANCELLED
from handlers.telegram.refusals import refusal
from handlers.telegram.report_lines import figures_text
from handlers.telegram.sending import acknowledge, remove, show
from handlers.telegram.task_buttons import stored
from handlers.telegram.wording import Html, join

CHOICES = (Status.NOT_STARTED, Status.IN_PROGRESS, Status.BLOCKED, Status.SUBMITTED)
MISTAKES = (
    FigureImpossible,
    FiguresUnclear,
    FigureTwice,
    FigureWithoutMeasure,
    NoSuchAnswer,
    NoteTooLong,
    ObstacleNeeded,
    PercentOutOfRange,
    TextMissing,
)
"""Why an answer in words cannot be taken; the question stays open."""


async def press(update: Update, context: Context) -> None:
    """An answer, or one of the ways back and out, by button. A tap too many on what is answered so is let pass."""
    assert update.callback_query is not None
    number, step, value = unpack(update.callback_query.data).arguments
    if value in ("submit", "anyway"):
        await hand_in(update, context, int(number), anyway=value == "anyway")
        return
    try:
        draft = drafts.expect(context.db, context.person.id, int(number), Step(step), update.update_id)
    except StaleButton:
        await _pass_over(update, context, int(number), f"{step}:{value}")
        return
    if value == "drop" or not await gave_up(update, context, draft):
        drafts.remember_press(context.db, draft, f"{step}:{value}")
        await _take(update, context, draft, value)


async def write(update: Update, context: Context, draft: Draft) -> None:
    """An answer in words, or the words of a button. One that cannot be taken is refused, and the question asked again;
    the draft stays as it is."""
    assert update.message is not None and update.message.text is not None
    if await gave_up(update, context, draft):
        return
    text, form = update.message.text, form_for(context, draft)
    value = report_buttons.value_said(form, text)
    try:
        if draft.update_id == update.update_id:
            await ask(update, context, draft, Place.BELOW)
        elif value is not None:
            await _take(update, context, draft, value)
        elif draft.step is Step.PERCENT and draft.status is Status.IN_PROGRESS and says_all(text):
            keyboard = report_buttons.whether_done(draft, context.language)
            await put(update, context, draft, WHETHER_DONE(context.language), keyboard, Place.BELOW)
        else:
            taker = amended if amends(text) else answered_in_words
            following = taker(context, draft, without_label(draft.step, text), update.update_id)
            taken = taken_too(form, form_for(context, following), draft.step, context.language)
            await ask(update, context, following, Place.BELOW, first=taken, answered=draft.step)
    except MISTAKES as mistake:
        kept = drafts.draft_by_id(context.db, draft.person_id, draft.id)
        first = join([_kept(context, draft, kept), refusal(mistake, context.language)])
        await ask(update, context, kept, Place.BELOW, first=first)


def takes_words(context: Context, draft: Draft, text: str, meaning: Understanding) -> bool:
    """Whether what is written answers the open question, or others: in words of one's own, or in those of a button."""
    if draft.awaits_text or amends(text):
        return True
    try:
        value = report_buttons.value_said(form_for(context, draft), text)
    except (NotYours, TaskClosed):
        return False
    if value is not None or Mood.ASKS in meaning.moods:
        return value is not None
    return said_of_task(context, draft, text) is not None


async def go_on(update: Update, context: Context, draft: Draft) -> None:
    """继续填报: show the open question."""
    if not await gave_up(update, context, draft):
        await ask(update, context, draft, Place.BELOW)


async def ask_again(update: Update, context: Context, draft: Draft) -> None:
    """Something was written where a button answers: show the question again, with its buttons."""
    if not await gave_up(update, context, draft):
        await ask(update, context, draft, Place.BELOW, first=PRESS_A_BUTTON(context.language))


async def _take(update: Update, context: Context, draft: Draft, value: str) -> None:
    """Do what a button of the open question does. Raises StaleButton for a value that no button of it has."""
    place, language = place_of_answer(update), context.language
    await acknowledge(update)
    match value:
        case "submit":
            await hand_in(update, context, draft.id, anyway=False)
        case "cancel" if half_done(context) is not None:
            keyboard = report_buttons.cancelling(draft, language)
            await put(update, context, draft, CANCEL_QUESTION(language), keyboard, place)
        case "cancel" | "drop":
            await _drop(update, context, draft)
        case "back" if drafts.step_before(draft) is None:
            await _choose_another(update, context, draft)
        case "edit":
            keyboard = report_buttons.editing(draft, language)
            await put(update, context, draft, WHICH_STEP(language), keyboard, place)
        case "keep":
            await ask(update, context, draft)
        case _:
            await ask(update, context, _answered(context, draft, value, update.update_id), place)


async def _pass_over(update: Update, context: Context, draft_id: int, pressed: str) -> None:
    """Let one tap too many on the last button pass. Raises StaleButton when it is another one."""
    draft = drafts.find_draft(context.db, context.person.id)
    if draft is not None and draft.id == draft_id and draft.pressed == pressed:
        await acknowledge(update)
    elif pressed.endswith((":drop", ":cancel")) and _was_given_up(context, draft_id):
        await acknowledge(update)
        await show(update, context, CANCELLED(context.language))
    else:
        raise StaleButton


def _was_given_up(context: Context, draft_id: int) -> bool:
    """Whether a draft is gone and no report came of it."""
    try:
        drafts.draft_by_id(context.db, context.person.id, draft_id)
    except StaleButton:
        return not became_report(context.db, draft_id)
    return False


async def _drop(update: Update, context: Context, draft: Draft) -> None:
    """Give a report up; of one that was to correct another, that one stays."""
    drafts.drop_draft(context.db, context.person.id)
    place = place_of_answer(update)
    if draft.replaces is None:
        await put(update, context, draft, CANCELLED(context.language), place=place)
    else:
        free = is_correctable(context.db, context.person, draft.replaces)
        keyboard = stored(draft.replaces, context.language) if free else None
        await put(update, context, draft, CORRECTION_DROPPED(context.language), keyboard, place)


async def _choose_another(update: Update, context: Context, draft: Draft) -> None:
    """Back before the first question: the tasks to report on, and the way back into what is filled in already."""
    resume = [report_buttons.resume_one(form_for(context, draft), context.language)] if draft.status else []
    message_id = await choose_task(update, context, first=resume)
    drafts.remember_message(context.db, draft, message_id)
    if draft.message_id not in (None, message_id):
        await remove(context, context.person.telegram_id or 0, draft.message_id)


def _answered(context: Context, draft: Draft, value: str, update_id: int) -> Draft:
    """The draft after a pressed answer. Raises StaleButton for a value that no button of the step has."""
    db, now, last = context.db, context.now, own_assignment(context, draft.assignment_id).last
    if draft.update_id == update_id:
        return draft
    if value.startswith("edit_") and draft.step is Step.PREVIEW:
        return answers.reopen(db, draft, Step(value.removeprefix("edit_")), update_id, now)
    match draft.step, value:
        case _, "back":
            return answers.step_back(db, draft, update_id, now)
        case _, "stay":
            return answers.keep_answer(db, draft, update_id, now)
        case ((Step.NOTE | Step.FIGURES), "preview"):
            return answers.skip_the_rest(db, draft, update_id, now)
        case Step.STATUS, _ if value in CHOICES:
            return answers.choose_status(db, draft, Status(value), update_id, now)
        case Step.PERCENT, "done":
            return answers.choose_status(db, draft, Status.SUBMITTED, update_id, now)
        case Step.PERCENT, "same" if last is not None:
            return answers.give_percent(db, draft, str(last.percent), update_id, now)
        case Step.PERCENT, _:
            return answers.give_percent(db, draft, value, update_id, now)
        case Step.NOTE, "skip":
            return answers.give_note(db, draft, "", update_id, now)
        case Step.NOTE, "same" if last is not None:
            return answers.give_note(db, draft, last.note, update_id, now)
        case Step.OBSTACLE, "same" if last is not None:
            return answers.give_obstacle(db, draft, last.obstacle, update_id, now)
        case Step.FIGURES, "skip":
            return answers.clear_figures(db, draft, update_id, now)
        case Step.FIGURES, "sure" if draft.doubted:
            return answers.confirm_figures(db, draft, update_id, now)
        case Step.EVIDENCE, "done":
            return answers.finish_evidence(db, draft, update_id, now)
        case Step.EVIDENCE, _ if value.startswith("remove_"):
            detach(db, draft.id, int(value.removeprefix("remove_")))
            return draft
    raise StaleButton


def _kept(context: Context, before: Draft, now: Draft) -> Html:
    """What was kept of an answer of which the rest is asked for again."""
    fresh = {name: value for name, value in (now.figures or {}).items() if (before.figures or {}).get(name) != value}
    if not fresh:
        return Html("")
    return FIGURES_KEPT(context.language, figures=figures_text(measured(context.db, fresh), context.language))
