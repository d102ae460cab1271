"""The buttons of dialogs, including those of dialogs that have moved on, are parked or have ended; and words that want
what a button does: skip, go back, repeat the last answer, cancel, put off."""

from dataclasses import replace
from typing import Any

from telegram import Update

from data import dialogs
from data.dialogs import Dialog, DialogState
from data.errors import StaleButton
from data.reporting.reports import is_submitted
from data.understanding import says
from data.understanding.dialog.giving_up import tells_what_was_given_up
from data.understanding.dialog.turns import HeardTurn, TurnMeaning
from data.understanding.entities.figures import find_not_counted
from data.understanding.normalise.sentence import normalise
from data.understanding.reporting.answer_names import part_put_off
from handlers.dialog import keyboard as buttons
from handlers.dialog import texts
from handlers.dialog.declaration import PREVIEW, Talk, declared_of, open_key, open_question, previous_key, questions_of
from handlers.dialog.ending import cancel, drop, finish, finish_or_raise, leave
from handlers.dialog.keyboard import button_meant
from handlers.dialog.message import Place, ask, is_unchanged_since_shown, place_of_answer, show_in_dialog
from handlers.dialog.opening import ask_whether_to_drop, load_talk_or_drop, park_open_dialog, resume
from handlers.dialog.question import Question
from handlers.dialog.transitions import after_button, save_talk
from handlers.telegram import Context, pressed, show, still_there
from handlers.wording import NOTHING, Html, labels


async def press_dialog(update: Update, context: Context) -> None:
    """Handle a button of a dialog. Raises StaleButton if the dialog is over or another question is open."""
    number, key, value = pressed(update)
    try:
        dialog = context.dialog(int(number))
    except StaleButton:
        if value not in ("cancel", "drop") or is_submitted(context.db, int(number)):
            raise
        await show(update, context, labels.CANCELLED(context.language))
        return
    await press_button_of(update, context, dialog, key, value)


async def press_begun(update: Update, context: Context) -> None:
    """Handle a button of the unfinished dialog of a kind about a subject; an empty key means whichever question is
    open. Raises StaleButton."""
    kind, subject_id, key, value = pressed(update)
    dialog = still_there(dialogs.find_unfinished(context.db, context.person.id, kind, int(subject_id)))
    await press_button_of(update, context, dialog, key, value)


async def press_button_of(update: Update, context: Context, dialog: Dialog, key: str, value: str) -> None:
    """Handle a button of `dialog`, resuming it if it is parked; one of a preview that is complete no longer, since a
    day in it has passed, shows what is to be answered anew. Raises StaleButton."""
    if dialog.state is DialogState.ENDED:
        is_repeated = dialog.pressed == f"{key}:{value}" and (
            not declared_of(context, dialog).only_once or dialog.update_id == update.update_id
        )
        if not is_repeated:
            raise StaleButton
        if value != "back":
            await finish_or_raise(update, context, dialog, value)
        return
    if value == "resume":
        await resume(update, context, dialog, Place.BELOW)
        return
    place = place_of_answer(update)
    if dialog.state is DialogState.PARKED:
        dialog, place = dialogs.take_up_dialog(context.db, dialog, context.now), Place.NEWEST
    talk = await load_talk_or_drop(update, context, dialog) if value != "drop" else Talk(context, dialog, None)
    if talk is None:
        return
    if value not in ("drop", "keep") and key not in ("", open_key(talk)) and dialog.update_id != update.update_id:
        asks_anew = dialog.is_unseen or (key == PREVIEW and not dialog.reopened)
        if dialog.pressed != f"{key}:{value}" and not asks_anew:
            raise StaleButton
        if asks_anew:
            await go_on(update, talk.at(dialogs.take_up_dialog(context.db, dialog, context.now)), place)
        return
    dialogs.remember_press(context.db, dialog, f"{key}:{value}")
    await act_on_button(update, talk, value, place)


async def act_on_button(update: Update, talk: Talk[Any], value: str, place: Place | None = None) -> None:
    """Do what a button of the open question does. Raises StaleButton if none has this value."""
    context, dialog, place = talk.context, talk.dialog, place or place_of_answer(update)
    match value:
        case "cancel":
            await cancel(update, talk)
        case "drop":
            await drop(update, context, dialog)
        case "back" if previous_key(talk) is None and talk.declared.leave is not None:
            await leave(update, talk)
        case "edit":
            await _ask_what_to_change(update, talk)
        case "keep":
            left_out = dialog.said is not None and not dialog.is_given_up
            await ask(update, save_talk(update, talk, answers=talk.answers) if left_out else talk, place)
        case _ if may_finish(update, talk, value) and not is_unchanged_since_shown(update, talk):
            await ask_anew(update, talk)
        case _ if open_question(talk) is None and talk.declared.finishes(value):
            await finish(update, talk, value)
        case _:
            following = after_button(update, talk, value)
            await _go_on_or_finish(update, talk, following, value, place)


def may_finish(update: Update, talk: Talk[Any], value: str = "") -> bool:
    """Return whether a button with this value may finish the dialog at once: one of the preview, or of a question that
    `finishes` and was not answered by this same update."""
    question = open_question(talk)
    if talk.declared.finish_tells_changes:
        return False
    if question is None:
        return talk.declared.finishes(value)
    return question.finishes is not None and talk.dialog.update_id != update.update_id


async def ask_anew(update: Update, talk: Talk[Any]) -> None:
    """Show again what is asked, because it has changed since the person saw it. It comes as a new message: in place of
    the old one nothing would be seen to happen if that shows it already, which a disk that failed did not keep."""
    await ask(update, talk, Place.BELOW, first=texts.CHANGED_MEANWHILE(talk.language))


async def _go_on_or_finish(update: Update, talk: Talk[Any], following: Talk[Any], value: str, place: Place) -> None:
    """Ask the next question, or finish if the pressed button does that."""
    pressed = _question_pressed(update, talk)
    is_last = open_question(following) is None
    if is_last and pressed is not None and pressed.finishes is not None and pressed.finishes(following, value):
        await finish(update, following, "submit")
    else:
        await go_on(update, following, place)


def _question_pressed(update: Update, talk: Talk[Any]) -> Question[Any] | None:
    """Return the question that a button answers, if any: the open one, or the one that this update had answered before
    the process was killed."""
    if talk.dialog.update_id != update.update_id:
        return open_question(talk)
    key = (talk.dialog.pressed or "").partition(":")[0]
    return next((each for each in questions_of(talk) if each.key == key), None)


async def go_on(update: Update, talk: Talk[Any], place: Place, *, first: Html = NOTHING, left: Html = NOTHING) -> None:
    """Ask the next question; finish if none is left and there is no preview."""
    if open_question(talk) is None and talk.declared.preview is None:
        await finish(update, talk, "submit")
    else:
        await ask(update, talk, place, first=first, left=left)


async def go_on_after_kill(update: Update, talk: Talk[Any]) -> None:
    """Show a dialog as this update had left it when the process was killed."""
    if talk.dialog.is_given_up:
        await ask_whether_to_drop(update, talk.context, talk.dialog, open_key(talk))
    else:
        await go_on(update, talk, Place.BELOW)


async def _ask_what_to_change(update: Update, talk: Talk[Any]) -> None:
    """Handle 修改: ask which answer to change, or open it if there is only one."""
    asked = questions_of(talk)
    if len(asked) == 1:
        following = after_button(update, talk, f"edit_{asked[0].key}")
        await ask(update, following, place_of_answer(update))
        return
    keyboard = buttons.answers_to_edit(talk)
    await show_in_dialog(
        update, talk.context, talk.dialog, texts.WHICH_STEP(talk.language), keyboard, place_of_answer(update)
    )


async def carry_out_turn(update: Update, talk: Talk[Any], turn: HeardTurn, sureness: float, *, states: bool) -> bool:
    """Skip, go back, repeat the last answer, cancel or put off, if the turn means that with enough sureness; return
    whether it did. If the text `states` how work stands, it is not put off: 财政局没批，明年再看 tells why work
    waits."""
    question = open_question(talk)
    if turn.sureness < sureness:
        return False
    match turn.meaning:
        case TurnMeaning.SKIP if (value := button_meant(talk, labels.SKIP.zh)) is not None:
            await act_on_button(update, talk, value)
        case TurnMeaning.BACK if previous_key(talk) is not None or talk.declared.leave is not None:
            await act_on_button(update, talk, "back")
        case TurnMeaning.SAME if question is not None and _has(question, talk, "same"):
            await act_on_button(update, talk, "same")
        case TurnMeaning.CANCEL:
            await cancel(update, talk)
        case TurnMeaning.LATER if not states:
            await park_open_dialog(update, talk.context)
        case _:
            return False
    return True


def turn_meant_here(turn: HeardTurn, text: str, question: Question[Any] | None = None) -> HeardTurn:
    """Return the turn, but not as CANCEL if the text only says that something else is not wanted (身份证不要了), as
    SKIP of a question that asks for no files if it is of files (照片不传了), as BACK if it tells of things that are
    counted (回到三家店复查), or as LATER if only a part is put off (照片晚点发你)."""
    takes_files = question is not None and question.files
    match turn.meaning:
        case TurnMeaning.CANCEL:
            is_of_something_else = tells_what_was_given_up(text)
        case TurnMeaning.SKIP:
            is_of_something_else = not takes_files and says(text, "removals.of_the_files")
        case TurnMeaning.BACK:
            is_of_something_else = any(find_not_counted(normalise(text).lower(), ()))
        case _:
            is_of_something_else = turn.meaning is TurnMeaning.LATER and bool(part_put_off(text))
    return replace(turn, meaning=TurnMeaning.UNCLEAR) if is_of_something_else else turn


def _has(question: Question[Any], talk: Talk[Any], value: str) -> bool:
    return any(isinstance(each, tuple) and each[1] == value for row in question.buttons(talk) for each in row)
