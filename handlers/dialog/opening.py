"""Beginning a dialog, putting it aside and taking it up again."""

from collections.abc import Mapping
from typing import Any

from telegram import Update

from data import dialogs
from data.dialogs import Dialog, State
from data.errors import Refusal
from handlers.dialog import keyboard as buttons
from handlers.dialog import texts
from handlers.dialog.changes import fresh, told_in
from handlers.dialog.declaration import Declaration, Talk, declared_of, is_begun, talk_of
from handlers.dialog.message import Place, ask, put, text_of
from handlers.telegram import NOTHING, Context, Html, answer, join, refusal

A_SCREEN = 16
"""Lines."""
BACK, ASIDE = "back", "aside"
"""The keys under which is kept that a question came back after something in between; below the card of which
assignment, after which update."""


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
    """Ask the first question that `answers` leave open, and what is `said` besides, or go on with what was begun about
    the same; where nothing is read of what is said, `unread` says so. What else is open waits. Raises what `load` of
    the declaration raises; nothing is changed then."""
    db, person_id = context.db, context.person.id
    before = dialogs.find_unfinished(db, person_id, declared.kind, subject_id)
    if before is None:
        _drop_empty(context, declared.kind)
        dialog = dialogs.open_dialog(db, person_id, declared.kind, subject_id, update.update_id, context.now, answers)
    else:
        dialog = dialogs.take_up(db, before, context.now)
        if answers:
            merged = {**dialog.answers, **answers}
            dialog = dialogs.save(db, dialog, update.update_id, context.now, answers=merged)
    try:
        talk = talk_of(context, dialog)
    except Refusal:
        if before is None:
            dialogs.drop_dialog(db, dialog)
        raise
    if said:
        given, refused = told_in(talk, said)
        told = fresh(talk, given)
        dialogs.note(db, dialog, **told)
        talk = talk.at(dialogs.find_dialog(db, person_id, dialog.id))
        first = join([first, NOTHING if told else unread, *(refusal(why, context.language) for why in refused)])
    await ask(update, talk, place, first=first)


async def resume(update: Update, context: Context, dialog: Dialog, place: Place) -> None:
    """Go on with a dialog that waits; what is open waits instead. Raises StaleButton for one that has ended."""
    if dialog.state is State.PARKED:
        _drop_empty(context, dialog.kind)
    dialog = dialogs.take_up(context.db, dialog, context.now)
    talk = await talk_about(update, context, dialog)
    if talk is not None:
        await ask(update, talk, place)


def begun_and_parked(context: Context) -> list[Dialog]:
    """What waits and holds anything that could be lost, the dialog touched last first."""
    waiting = dialogs.parked(context.db, context.person.id)
    return [each for each in waiting if is_begun(context, each)]


def put_aside_last(context: Context) -> list[Dialog]:
    """What was put aside just now, be there nothing in it yet; empty where that is long ago."""
    return [each for each in dialogs.parked(context.db, context.person.id)[:1] if each.touched_at >= context.just_now]


async def put_aside(update: Update, context: Context) -> None:
    """Later: the open dialog waits, and that is said."""
    dialogs.park_open(context.db, context.person.id)
    await answer(update, context, texts.LATER(context.language))


async def remind(update: Update, context: Context, before: Dialog) -> None:
    """After something in between: the question that was open comes back below it, or what was parked is offered, unless
    it was just asked whether to give that up; once for an update."""
    if context.question_shown or drop_passing(context):
        return
    context.question_shown = True
    now = dialogs.find_open(context.db, context.person.id)
    is_open = now is not None and now.id == before.id
    if now is not None and is_open and not before.is_old(context.now):
        if not context.bot_data.newest.has_newer(context.person.telegram_id or 0, now.message_id or 0):
            return
        if not (is_long(context, now) and await offer(update, context, now)):
            await _ask_again(update, context, now)
        remember_card_above(update, context)
    elif is_open or any(each.id == before.id for each in dialogs.parked(context.db, context.person.id)):
        still = dialogs.find_dialog(context.db, context.person.id, before.id)
        if not (still.is_given_up and still.update_id == update.update_id):
            await offer(update, context, still)


def is_long(context: Context, dialog: Dialog) -> bool:
    """Whether what a dialog asks or shows fills a screen, or is declared to be long: it does not come back whole."""
    try:
        talk = talk_of(context, dialog)
        return talk.declared.long(context, dialog) or text_of(talk).count("\n") >= A_SCREEN
    except Refusal:
        return False


async def _ask_again(update: Update, context: Context, dialog: Dialog) -> None:
    """Put the open question once more; one that comes back but once is dropped the second time."""
    declared = declared_of(context, dialog)
    if declared.back_once and dialog.answers.get(BACK):
        dialogs.drop_dialog(context.db, dialog)
        await declared.dropped(update, context, dialog)
        return
    if declared.back_once:
        dialogs.note(context.db, dialog, **{BACK: True})
    await resume(update, context, dialog, Place.BELOW)


def remember_card_above(update: Update, context: Context) -> None:
    """Keep that the card of another task was looked at while a dialog was open, by somebody who can report on it."""
    dialog, said = dialogs.find_open(context.db, context.person.id), update.effective_message
    card = context.bot_data.newest.task(context.person.telegram_id or 0, since=said.message_id if said else 0)
    if dialog is None or card is None or not context.person.speaks_for:
        return
    if card not in declared_of(context, dialog).about(context, dialog):
        dialogs.note(context.db, dialog, **{ASIDE: [card, update.update_id]})


def card_above(dialog: Dialog) -> int | None:
    """The assignment whose card was looked at when what is asked was shown last, or since."""
    card, update_id = dialog.answers.get(ASIDE) or (None, 0)
    return card if update_id >= (dialog.shown_for or 0) else None


def shown_last(context: Context, *packed: str) -> str | None:
    """What stands behind these words in a button that was shown last, where nothing was asked or answered since."""
    dialog, chat_id = dialogs.find_open(context.db, context.person.id), context.person.telegram_id or 0
    asked_in = dialog.message_id if dialog is not None and dialog.shown_for == dialog.update_id else None
    return context.bot_data.newest.shown(chat_id, *packed, since=asked_in or 0)


async def offer(update: Update, context: Context, dialog: Dialog) -> bool:
    """Say that a dialog waits, with a button to go on with it, if the person may and there is anything to lose, or to
    be done; say whether that was so."""
    try:
        talk = talk_of(context, dialog)
    except Refusal:
        return False
    if talk.declared.begun is not None and not talk.declared.begun(context, dialog):
        return False
    if text := talk.declared.says_it_waits(talk):
        await answer(update, context, text, buttons.going_on(talk))
    return bool(text)


async def talk_about(update: Update, context: Context, dialog: Dialog) -> Talk[Any] | None:
    """A dialog with what it is about. Where the person may not go on with it, that is told with what was written in
    it, and it is over, or waits if it may come back; None then."""
    try:
        return talk_of(context, dialog)
    except Refusal as why:
        declared = declared_of(context, dialog)
        if declared.comes_back:
            dialogs.park_open(context.db, context.person.id)
        else:
            dialogs.drop_dialog(context.db, dialog)
        text = declared.told(context, dialog, refusal(why, context.language))
        await put(update, context, dialog, text, None, Place.NEWEST if update.callback_query else Place.BELOW)
        return None


def drop_if_over(context: Context, dialog: Dialog) -> bool:
    """Drop a passing dialog in which nothing has been answered, where it cannot be gone on with; say whether that was
    so."""
    declared = declared_of(context, dialog)
    if not declared.passing or is_begun(context, dialog):
        return False
    try:
        talk_of(context, dialog)
    except Refusal:
        dialogs.drop_dialog(context.db, dialog)
        return True
    return False


def drop_passing(context: Context) -> bool:
    """Drop the open dialog if it is a passing one in which nothing has been answered; say whether that was so."""
    return _drop_empty(context, "")


def _drop_empty(context: Context, kind: str) -> bool:
    """Let an open dialog go for another one of its kind, or a passing one for any, where nothing has been answered in
    it yet; say whether that was so."""
    current = dialogs.find_open(context.db, context.person.id)
    declared = declared_of(context, current) if current is not None else None
    if current is None or declared is None or not (current.kind == kind or declared.passing):
        return False
    empty = not is_begun(context, current)
    if empty:
        dialogs.drop_dialog(context.db, current)
    return empty
