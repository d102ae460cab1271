"""The buttons of dialogs: answers, the ways back and out, and those of a dialog that has moved on or waits."""

from typing import Any

from telegram import Update

from data import dialogs
from data.dialogs import Change, Dialog, State
from data.errors import Refusal, StaleButton
from data.reporting.reports import became_report
from data.store import transaction
from handlers.dialog import keyboard as buttons
from handlers.dialog import texts
from handlers.dialog.course import is_begun, key_before, open_key, open_question, questions_of
from handlers.dialog.declaration import NOT_TAKEN, PREVIEW, Answers, Declaration, Question, Talk
from handlers.dialog.message import Place, ask, is_as_shown, place_of_answer, put
from handlers.dialog.opening import begun_and_parked, declared_of, resume, talk_about
from handlers.telegram import labels
from handlers.telegram.callbacks import unpack
from handlers.telegram.context import Context, source
from handlers.telegram.refusals import refusal
from handlers.telegram.sending import acknowledge, answer, show, strip_buttons
from handlers.telegram.wording import Html


async def press(update: Update, context: Context) -> None:
    """A button of a dialog. Raises StaleButton where that is over, or another question is open."""
    assert update.callback_query is not None
    number, key, value = unpack(update.callback_query.data).arguments
    try:
        dialog = dialogs.find_dialog(context.db, context.person.id, int(number))
    except StaleButton:
        if value not in ("cancel", "drop") or became_report(context.db, int(number)):
            raise
        await acknowledge(update)
        await show(update, context, labels.CANCELLED(context.language))
        return
    await press_on(update, context, dialog, key, value)


async def press_on(update: Update, context: Context, dialog: Dialog, key: str, value: str) -> None:
    """A button of a dialog, as `press` takes it; one of a dialog that waits takes that up again."""
    declared = declared_of(context, dialog)
    if dialog.state is State.ENDED:
        is_repeated = dialog.pressed == f"{key}:{value}" and (not declared.once or dialog.update_id == update.update_id)
        if not is_repeated:
            raise StaleButton
        if value == "back":
            await acknowledge(update)
        else:
            await _end(update, context, declared, dialog, value)
        return
    if value == "resume":
        await acknowledge(update)
        await resume(update, context, dialog, Place.BELOW)
        return
    place = place_of_answer(update)
    if dialog.state is State.PARKED:
        dialog, place = dialogs.take_up(context.db, dialog, context.now), Place.NEWEST
    talk = await talk_about(update, context, dialog) if value != "drop" else Talk(context, dialog, None)
    if talk is None:
        return
    if value not in ("drop", "keep") and open_key(declared, talk) != key and dialog.update_id != update.update_id:
        if dialog.pressed != f"{key}:{value}":
            raise StaleButton
        await acknowledge(update)
        return
    dialogs.remember_press(context.db, dialog, f"{key}:{value}")
    await take(update, declared, talk, value, place)


async def take(
    update: Update, declared: Declaration[Any], talk: Talk[Any], value: str, place: Place | None = None
) -> None:
    """Do what a button of the open question does. Raises StaleButton for a value that no button of it has."""
    context, dialog, place = talk.context, talk.dialog, place or place_of_answer(update)
    match value:
        case "cancel":
            await cancel(update, declared, talk)
        case "drop":
            await _drop(update, declared, context, dialog)
        case "back" if key_before(declared, talk) is None and declared.leave is not None:
            await _leave(update, declared, talk)
        case "edit":
            await _ask_what_to_change(update, declared, talk)
        case "keep":
            await acknowledge(update)
            await ask(update, declared, talk, place)
        case _ if may_finish(update, declared, talk, value) and not is_as_shown(update, declared, talk):
            await ask_anew(update, declared, talk)
        case _ if open_question(declared, talk) is None and declared.finishes(value):
            await finish(update, declared, talk, value)
        case _:
            following = _moved(update, declared, talk, value)
            await acknowledge(update)
            await _go_on_or_finish(update, declared, talk, following, value, place)


def may_finish(update: Update, declared: Declaration[Any], talk: Talk[Any], value: str = "") -> bool:
    """Whether what is answered may do at once what the dialog is for; what this update has answered already cannot."""
    question = open_question(declared, talk)
    if declared.watches:
        return False
    if question is None:
        return declared.finishes(value)
    return question.finishes is not None and talk.dialog.update_id != update.update_id


async def ask_anew(update: Update, declared: Declaration[Any], talk: Talk[Any]) -> None:
    """Show what is asked as it is now, for it is not what the person has seen."""
    await acknowledge(update)
    first = texts.CHANGED_MEANWHILE(talk.language)
    await ask(update, declared, talk, place_of_answer(update), first=first)


async def _go_on_or_finish(
    update: Update, declared: Declaration[Any], talk: Talk[Any], following: Talk[Any], value: str, place: Place
) -> None:
    """Ask the next question, or finish after a button that does so."""
    pressed = _question_pressed(update, declared, talk)
    is_last = open_question(declared, following) is None
    if is_last and pressed is not None and pressed.finishes is not None and pressed.finishes(following, value):
        await finish(update, declared, following, "submit")
    else:
        await go_on(update, declared, following, place)


def _question_pressed(update: Update, declared: Declaration[Any], talk: Talk[Any]) -> Question[Any] | None:
    """The question that a button answers: the open one, or the one that it had answered when the process was killed."""
    if talk.dialog.update_id != update.update_id:
        return open_question(declared, talk)
    key = (talk.dialog.pressed or "").partition(":")[0]
    return next((each for each in questions_of(declared, talk) if each.key == key), None)


async def go_on(
    update: Update,
    declared: Declaration[Any],
    talk: Talk[Any],
    place: Place,
    *,
    first: Html | None = None,
    left: Html | None = None,
) -> None:
    """Ask the next question; where none is left and there is no preview, finish."""
    if open_question(declared, talk) is None and declared.preview is None:
        await finish(update, declared, talk, "submit")
    else:
        await ask(update, declared, talk, place, first=first or Html(""), left=left or Html(""))


async def go_on_after_kill(update: Update, declared: Declaration[Any], talk: Talk[Any]) -> None:
    """Go on from where an update has brought a dialog to before the process was killed."""
    if talk.dialog.is_given_up:
        await _ask_whether_to_drop(update, talk.context, declared, talk.dialog, open_key(declared, talk))
    else:
        await go_on(update, declared, talk, Place.BELOW)


async def repeat_ending(update: Update, context: Context) -> bool:
    """Whether this update has ended a dialog before; then what came of it is shown again."""
    dialog = dialogs.ended_by(context.db, context.person.id, update.update_id)
    if dialog is None or (dialog.pressed or "").endswith(":back"):
        return False
    await _end(update, context, declared_of(context, dialog), dialog, "submit")
    return True


def answered(update: Update, declared: Declaration[Any], talk: Talk[Any], given: Answers) -> Talk[Any]:
    """The dialog after answers, once for one update; the question after them is open."""
    context = talk.context
    answers = {**talk.answers, **given}
    dialog = dialogs.save(context.db, talk.dialog, update.update_id, context.now, answers=answers)
    return Talk(context, dialog, declared.load(context, dialog))


async def cancel_open(update: Update, context: Context, dialog: Dialog) -> None:
    """取消 and /cancel, of the open dialog; said once more at the question whether to, it is given up."""
    declared = declared_of(context, dialog)
    if dialog.is_given_up and dialog.update_id != update.update_id:
        await _drop(update, declared, context, dialog)
        return
    talk = await talk_about(update, context, dialog)
    if talk is not None:
        await cancel(update, declared, talk)


async def cancel_waiting(update: Update, context: Context) -> bool:
    """Ask whether to give up what was parked last, and give it up when that is said again. False where nothing was."""
    waiting = begun_and_parked(context)
    if not waiting:
        return False
    if waiting[0].is_given_up and waiting[0].update_id != update.update_id:
        await _drop(update, declared_of(context, waiting[0]), context, waiting[0])
        return True
    await _ask_whether_to_drop(update, context, declared_of(context, waiting[0]), waiting[0], PREVIEW)
    return True


async def cancel(update: Update, declared: Declaration[Any], talk: Talk[Any], *, sure: bool = True) -> None:
    """Give a dialog up, after one question where anything has been answered, or where it is not `sure` to be meant."""
    await acknowledge(update)
    if sure and not is_begun(declared, talk.context, talk.dialog):
        await _drop(update, declared, talk.context, talk.dialog)
        return
    await _ask_whether_to_drop(update, talk.context, declared, talk.dialog, open_key(declared, talk))


async def _ask_whether_to_drop(
    update: Update, context: Context, declared: Declaration[Any], dialog: Dialog, key: str
) -> None:
    """The one question before a dialog is given up."""
    asked = declared.cancel_question
    question = asked(context, dialog) if asked else texts.CANCEL_QUESTION(context.language)
    keyboard = buttons.cancelling(declared, context, dialog, key)
    dialogs.ask_to_give_up(context.db, dialog, update.update_id)
    await put(update, context, dialog, question, keyboard, place_of_answer(update))


async def finish(update: Update, declared: Declaration[Any], talk: Talk[Any], value: str) -> None:
    """Do what the dialog is for. What its use-case refuses is said above the open question."""
    try:
        await _end(update, talk.context, declared, talk.dialog, value)
    except StaleButton:
        raise
    except Refusal as why:
        await acknowledge(update)
        still = await talk_about(update, talk.context, talk.dialog)
        if still is not None:
            await ask(update, declared, still, place_of_answer(update), first=refusal(why, talk.language))


async def _end(update: Update, context: Context, declared: Declaration[Any], dialog: Dialog, value: str) -> None:
    """Finish a dialog in one transaction, and show what came of it where the person looks."""
    with transaction(context.db):
        ending = declared.finish(context, dialog, value, source(update))
        if ending.done and dialog.state is not State.ENDED:
            dialogs.end_dialog(context.db, dialog, update.update_id, context.now)
    await acknowledge(update)
    if ending.then is not None:
        following = dialogs.find_dialog(context.db, context.person.id, ending.then)
        await resume(update, context, following, Place.BELOW)
        return
    place = Place.BELOW if update.callback_query is None else Place.NEWEST if ending.done else Place.PRESSED
    if ending.text and (ending.done or ending.keyboard is not None):
        await put(update, context, dialog, ending.text, ending.keyboard, place)
    elif not ending.done:
        talk = Talk(context, dialog, declared.load(context, dialog))
        await ask(update, declared, talk, Place.BELOW if place is Place.BELOW else Place.NEWEST, first=ending.text)
    for text in ending.below:
        await answer(update, context, text)
    if ending.done:
        await declared.afterwards(update, context, dialog)


async def _drop(update: Update, declared: Declaration[Any], context: Context, dialog: Dialog) -> None:
    text, keyboard = labels.CANCELLED(context.language), None
    with transaction(context.db):
        if declared.drops is not None:
            declared.drops(context, dialog)
        if declared.given_up is not None:
            text, keyboard = declared.given_up(context, dialog)
        dialogs.drop_dialog(context.db, dialog)
    await acknowledge(update)
    await put(update, context, dialog, text, keyboard, place_of_answer(update))


async def _leave(update: Update, declared: Declaration[Any], talk: Talk[Any]) -> None:
    """Back from the first question, to where the dialog was begun; what was answered waits."""
    assert declared.leave is not None
    await acknowledge(update)
    context, dialog = talk.context, talk.dialog
    if is_begun(declared, context, dialog):
        dialogs.park_open(context.db, context.person.id)
    else:
        dialogs.remember_press(context.db, dialog, f"{open_key(declared, talk)}:back")
        dialogs.end_dialog(context.db, dialog, update.update_id, context.now)
    if update.callback_query is None:
        await strip_buttons(context, context.person.telegram_id or 0, dialog.message_id)
    await declared.leave(update, context, dialog)


async def _ask_what_to_change(update: Update, declared: Declaration[Any], talk: Talk[Any]) -> None:
    """修改: which answer; where there is but one, that."""
    asked = questions_of(declared, talk)
    await acknowledge(update)
    if len(asked) == 1:
        following = _moved(update, declared, talk, f"edit_{asked[0].key}")
        await ask(update, declared, following, place_of_answer(update))
        return
    keyboard = buttons.editing(declared, talk)
    await put(update, talk.context, talk.dialog, texts.WHICH_STEP(talk.language), keyboard, place_of_answer(update))


def _moved(update: Update, declared: Declaration[Any], talk: Talk[Any], value: str) -> Talk[Any]:
    """The dialog after a button that answers or opens a question. Raises StaleButton for a value that none has."""
    question, dialog = open_question(declared, talk), talk.dialog
    if dialog.update_id == update.update_id:
        return talk
    if value == "back":
        return _reopened(update, declared, talk, key_before(declared, talk), Change.BACK)
    if question is None and value.startswith(("edit_", "more_")):
        return _reopened_by(update, declared, talk, value)
    if question is None:
        raise StaleButton
    if value == "stay":
        return answered(update, declared, talk, {})
    if value == "skip" and question.skipped is not None:
        return answered(update, declared, talk, question.skipped)
    if value in (Change.MORE, Change.ANEW) and question.free:
        return _reopened(update, declared, talk, question.key, Change(value))
    given = question.press(talk, value) if question.press else {question.key: value}
    if given is None:
        return Talk(talk.context, dialog, declared.load(talk.context, dialog))
    return answered(update, declared, talk, given)


def _reopened_by(update: Update, declared: Declaration[Any], talk: Talk[Any], value: str) -> Talk[Any]:
    """A question opened from the preview; words that waited there for it are its answer, or more of it."""
    way, _, key = value.partition("_")
    question = next((each for each in questions_of(declared, talk) if each.key == key), None)
    if question is None:
        raise StaleButton
    said = talk.dialog.said
    if said is None:
        return _reopened(update, declared, talk, key, Change.ANEW)
    try:
        given = question.read(talk, said)
    except NOT_TAKEN:
        return _reopened(update, declared, talk, key, Change.ANEW)
    return answered(update, declared, talk, added(talk, key, given) if way == "more" else given)


def added(talk: Talk[Any], key: str, given: Answers) -> Answers:
    """Answers of which the words of a free question follow those written before, in a line of their own."""
    before = talk.answers.get(key)
    return {**given, key: f"{before}\n{given[key]}"} if before and key in given else given


def _reopened(update: Update, declared: Declaration[Any], talk: Talk[Any], key: str | None, why: Change) -> Talk[Any]:
    context = talk.context
    again = None if key == PREVIEW else key
    dialog = dialogs.save(
        context.db, talk.dialog, update.update_id, context.now, reopened=again, reopened_for=why if again else None
    )
    return Talk(context, dialog, declared.load(context, dialog))
