"""Beginning a dialog, parking it, and resuming it."""

from collections.abc import Mapping
from math import ceil
from typing import Any

from telegram import Update

from data import dialogs
from data.dialogs import Dialog, DialogState
from data.errors import Refusal, unless
from data.office.history import decided_since
from data.store import transaction
from handlers.dialog import keyboard as buttons
from handlers.dialog import texts
from handlers.dialog.changes import changed_answers, changes_in, opening_answers
from handlers.dialog.declaration import (
    PREVIEW,
    Declaration,
    LeavesNothing,
    PartlyRead,
    Talk,
    declared_of,
    is_begun,
    talk_of,
)
from handlers.dialog.message import Place, ask, place_of_answer, question_text, show_in_dialog
from handlers.dialog.question import Answers
from handlers.telegram import Context, answer, strip_buttons, text_of
from handlers.wording import NOTHING, Html, cut, join, refusal, screen_width

A_SCREEN, HALF_A_SCREEN = 28, 16
"""Lines on a telephone from which a question that is put again would cover the answer above it; half of it suffices if
nothing has been answered yet."""
COLUMNS, LINES_OF_A_BUTTON = 40, 2
"""The columns of a line on a telephone, and the lines that a row of buttons is high."""
BACK = "back"
"""The key, besides the answers, of whether the question came back after a digression."""
ASIDE = "aside"
"""The key of the assignment whose card was shown meanwhile, with the id of the update."""
ANSWERED = "answered"
"""The key of the update below whose answer the question was put again."""


async def begin(
    update: Update,
    context: Context,
    declared: Declaration[Any],
    subject_id: int,
    *,
    answers: Mapping[str, Any] | None = None,
    said: str = "",
    first: Html = NOTHING,
    unread: Html = NOTHING,
    place: Place = Place.BELOW,
) -> None:
    """Begin a dialog, or resume the one about the same subject, and ask the first question that `answers` and what is
    `said` leave open. `first` stands above it, with `unread` if nothing is read in `said`. Any other open dialog is
    parked. Raises what the declaration's `load` raises; nothing is changed then."""
    db = context.db
    with transaction(db):
        talk = talk_of(context, _opened(update, context, declared, subject_id, answers or {}))
    dialog = talk.dialog
    if said:
        given, refused = opening_answers(talk, said)
        told = changed_answers(talk, given)
        dialogs.note_answers(db, dialog, **told)
        talk = talk.at(context.dialog(dialog.id))
        first = join([first, NOTHING if told else unread, *(refusal(why, context.language) for why in refused)])
    await ask(update, talk, place, first=first)


def changes_ordered(
    context: Context, declared: Declaration[Any], subject_id: int, answers: Answers, said: str
) -> tuple[Answers, Html]:
    """Return the answers that an order changes in a dialog which would begin at its preview with `answers`, and why it
    changes no more. Raises what the declaration's `load` raises."""
    whose, now = (context.person.id, declared.kind, subject_id), context.now
    unsaved = Dialog(0, *whose, answers, DialogState.OPEN, opened_at=now, touched_at=now)
    talk, why = talk_of(context, unsaved), NOTHING
    try:
        given: Answers = changes_in(talk, None, said, ordered=True)
    except PartlyRead as partly:
        given, why = partly.given, refusal(partly.why, context.language)
    except Refusal as refused:
        given, why = {}, refusal(refused, context.language)
    except LeavesNothing:
        given = {}
    return changed_answers(talk, given), why


def _opened(
    update: Update, context: Context, declared: Declaration[Any], subject_id: int, answers: Mapping[str, Any]
) -> Dialog:
    """Open a dialog or take up the one about the same subject, with `answers`."""
    db, person_id, now = context.db, context.person.id, context.now
    before = dialogs.find_unfinished(db, person_id, declared.kind, subject_id)
    if before is None:
        _drop_empty(context, declared.kind)
        return dialogs.open_dialog(db, person_id, declared.kind, subject_id, update.update_id, now, answers)
    dialog = dialogs.take_up_dialog(db, before, now)
    merged = {**dialog.answers, **answers}
    return dialogs.save_dialog(db, dialog, update.update_id, now, answers=merged) if answers else dialog


async def resume(update: Update, context: Context, dialog: Dialog, place: Place) -> None:
    """Resume a parked dialog, and park the open one. Raises StaleButton if it has ended."""
    if dialog.state is DialogState.PARKED:
        _drop_empty(context, dialog.kind)
    dialog = dialogs.take_up_dialog(context.db, dialog, context.now)
    talk = await load_talk_or_drop(update, context, dialog)
    if talk is not None:
        await ask(update, talk, place)


def parked_with_answers(context: Context) -> list[Dialog]:
    """Return the parked dialogs that hold anything to lose, last touched first."""
    waiting = dialogs.parked_dialogs(context.db, context.person.id)
    return [each for each in waiting if is_begun(context, each)]


def parked_just_now(context: Context) -> Dialog | None:
    """Return the dialog that was parked last, even an empty one, or None if that was long ago."""
    newest = next(iter(dialogs.parked_dialogs(context.db, context.person.id)), None)
    return newest if newest is not None and newest.touched_at >= context.just_now else None


async def park_open_dialog(update: Update, context: Context) -> None:
    """Park the open dialog for later, and tell the user; its question loses its buttons."""
    before = context.open_dialog
    dialogs.park_open_dialog(context.db, context.person.id)
    await answer(update, context, texts.LATER(context.language))
    if before is not None:
        await _strip_question(context, before)


async def _strip_question(context: Context, parked: Dialog) -> None:
    """Remove the buttons of a parked dialog's question, unless another dialog has taken over its message."""
    now = context.open_dialog
    if parked.message_id is not None and (now is None or now.message_id != parked.message_id):
        await strip_buttons(context, context.private_chat_id, parked.message_id)


async def return_to_open_dialog(update: Update, context: Context, before: Dialog) -> None:
    """After a digression, put the open question again below it, or offer the parked dialog, unless the user was just
    asked whether to give it up. Happens once for an update. A dialog that is old, or whose task the office has decided
    on since, is offered once and parked."""
    now = context.open_dialog
    is_new = now is not None and now.id != before.id and now.update_id == update.update_id
    if context.question_shown or (not is_new and drop_passing(context)):
        return
    context.question_shown = True
    is_open = now is not None and now.id == before.id
    present = now if now is not None and is_open else before
    over = present.is_old(context.now) or _is_decided_on(context, present)
    if now is not None and is_open and not over:
        if not context.last_messages.has_newer(now.message_id or 0):
            return
        if not (is_long(context, now) and await offer_to_resume(update, context, now)):
            await _ask_again(update, context, now)
        remember_card_above(update, context)
        if (asked := context.open_dialog) is not None:
            dialogs.note_answers(context.db, asked, **{ANSWERED: update.update_id})
    elif is_open or any(each.id == before.id for each in dialogs.parked_dialogs(context.db, context.person.id)):
        still = context.dialog(before.id)
        given_up = still.is_given_up and still.update_id == update.update_id
        offered = not given_up and await offer_to_resume(update, context, still)
        if is_open:
            dialogs.park_dialog(context.db, still)
        if offered:
            await _strip_question(context, still)


def _is_decided_on(context: Context, dialog: Dialog) -> bool:
    """Return whether the office has decided something about the tasks of a liaison's dialog since it was touched."""
    declared = declared_of(context, dialog)
    about = [] if declared.office or context.person.is_coordinator else declared.assignment_ids(context, dialog)
    return decided_since(context.db, about, dialog.touched_at)


def is_long(context: Context, dialog: Dialog) -> bool:
    """Return whether a dialog is not shown again in full, because its text and buttons fill a screen, or half of it
    without an answer, or because it is declared long."""
    try:
        talk = talk_of(context, dialog)
        lines = sum(max(1, ceil(screen_width(each) / COLUMNS)) for each in question_text(talk).split("\n"))
        rows = len(buttons.of_question(talk).inline_keyboard)
        most = A_SCREEN if is_begun(context, dialog) else HALF_A_SCREEN
        return talk.declared.is_long(context, dialog) or lines + LINES_OF_A_BUTTON * rows >= most
    except Refusal:
        return False


async def _ask_again(update: Update, context: Context, dialog: Dialog) -> None:
    """Put the open question again, also the one whether to give the dialog up; drop a `back_once` dialog the second
    time."""
    declared = declared_of(context, dialog)
    if declared.back_once and dialog.answers.get(BACK):
        dialogs.drop_dialog(context.db, dialog)
        await declared.giving_up.afterwards(update, context, dialog)
        return
    if declared.back_once:
        dialogs.note_answers(context.db, dialog, **{BACK: True})
    if dialog.is_given_up:
        await ask_whether_to_drop(update, context, dialog, PREVIEW)
    else:
        await resume(update, context, dialog, Place.BELOW)


async def ask_whether_to_drop(update: Update, context: Context, dialog: Dialog, key: str) -> None:
    """Ask the question before a dialog is given up. It is named if it is parked, or if the question does not tell what
    it is about."""
    question = declared_of(context, dialog).giving_up.asks(context, dialog)
    is_named = dialog.state is not DialogState.OPEN or question == texts.CANCEL_QUESTION(context.language)
    talk = unless(Refusal, talk_of, context, dialog) if is_named else None
    question = join([talk.declared.says_what_waits(talk), question]) if talk is not None else question
    keyboard = buttons.drop_or_keep(context, dialog, key)
    dialogs.ask_to_give_up(context.db, dialog, update.update_id)
    await show_in_dialog(update, context, dialog, question, keyboard, place_of_answer(update))


def remember_card_above(update: Update, context: Context) -> None:
    """Note that a liaison looked at the card of another task while a dialog was open."""
    dialog, said = context.open_dialog, update.effective_message
    card = context.last_messages.task(since=said.message_id if said else 0)
    if dialog is None or card is None or not context.person.speaks_for:
        return
    if card not in declared_of(context, dialog).assignment_ids(context, dialog):
        dialogs.note_answers(context.db, dialog, **{ASIDE: [card, update.update_id]})


def card_above(dialog: Dialog) -> int | None:
    """Return the id of the assignment whose card was shown with or after the last question, or None."""
    card, update_id = dialog.answers.get(ASIDE) or (None, 0)
    return card if _is_since_shown(dialog, update_id) else None


def stands_below_answer(dialog: Dialog) -> bool:
    """Return whether a dialog was last put again below the answer to something else, which a nod may be meant for."""
    update_id = dialog.answers.get(ANSWERED)
    return update_id is not None and _is_since_shown(dialog, update_id)


def _is_since_shown(dialog: Dialog, update_id: int) -> bool:
    """Return whether nothing has shown the dialog again since an update."""
    return update_id >= (dialog.shown_for or 0)


def argument_shown_last(context: Context, *packed: str) -> str | None:
    """Return what follows these words in the data of a button shown last; None if there is none, or something was asked
    or answered since."""
    dialog = context.open_dialog
    asked_in = dialog.message_id if dialog is not None and dialog.shown_for == dialog.update_id else None
    return context.last_messages.shown(*packed, since=asked_in or 0)


async def offer_to_resume(update: Update, context: Context, dialog: Dialog) -> bool:
    """Say that a dialog is parked, with a button to resume it if one may; return False if nothing can be lost."""
    talk = unless(Refusal, talk_of, context, dialog)
    if talk is None or (talk.declared.is_begun is not None and not talk.declared.is_begun(context, dialog)):
        return False
    if text := talk.declared.says_it_waits(talk):
        await answer(update, context, text, buttons.resume_button(talk))
    return bool(text)


async def load_talk_or_drop(update: Update, context: Context, dialog: Dialog) -> Talk[Any] | None:
    """Return a dialog with its subject. If the person may not go on with it, tell them why and what was written, also
    in this message, drop it or, if it may come back, park it, and return None."""
    try:
        return talk_of(context, dialog)
    except Refusal as why:
        declared = declared_of(context, dialog)
        if declared.comes_back:
            dialogs.park_open_dialog(context.db, context.person.id)
        else:
            dialogs.drop_dialog(context.db, dialog)
        text = declared.why_over(context, dialog, refusal(why, context.language))
        if declared.comes_back and (said := text_of(update)):
            text = join([text, texts.NOT_WRITTEN(context.language, said=cut(said, 60))])
        await show_in_dialog(
            update, context, dialog, text, None, Place.NEWEST if update.callback_query else Place.BELOW
        )
        return None


def drop_if_over(context: Context, dialog: Dialog) -> bool:
    """Drop an unanswered passing dialog if it cannot be continued; return whether it did."""
    declared = declared_of(context, dialog)
    if not declared.passing or is_begun(context, dialog) or unless(Refusal, talk_of, context, dialog) is not None:
        return False
    dialogs.drop_dialog(context.db, dialog)
    return True


def drop_passing(context: Context) -> bool:
    """Drop the open dialog if it is passing and unanswered; return whether it did."""
    return _drop_empty(context)


def _drop_empty(context: Context, kind: str | None = None) -> bool:
    """Drop the open dialog if it is unanswered, and passing or of this `kind`; return whether it did."""
    current = context.open_dialog
    if current is None or is_begun(context, current):
        return False
    drops = current.kind == kind or declared_of(context, current).passing
    if drops:
        dialogs.drop_dialog(context.db, current)
    return drops
