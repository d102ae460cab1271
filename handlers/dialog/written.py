"""What is written while a dialog is open: the word of a button, an answer, or something of its own."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from telegram import Update

from data import dialogs
from data.dialogs import Change, Dialog
from data.errors import NoSuchAnswer, Refusal, TextMissing
from data.store import transaction
from data.understanding import Intent, Kind, Understanding
from data.understanding.turns import Meant, Turn, consents, hear_turn
from handlers.dialog import keyboard as buttons
from handlers.dialog import texts
from handlers.dialog.course import is_passing, key_before, open_question, questions_of
from handlers.dialog.declaration import ALBUM, NOT_TAKEN, PREVIEW, Answers, Declaration, PartlyRead, Question, Talk
from handlers.dialog.message import NOTHING, Place, answer_lines, ask, is_as_shown, put
from handlers.dialog.opening import declared_of, put_aside, talk_about
from handlers.dialog.presses import added, answered, ask_anew, cancel, go_on, go_on_after_kill, may_finish, take
from handlers.dialog.words import BUTTON_MEANT, REPEATS, STOPS, THANKS, WORDS
from handlers.dialog.words import NOTHING as NOTHING_SAID
from handlers.telegram import labels
from handlers.telegram.context import Context
from handlers.telegram.refusals import refusal
from handlers.telegram.wording import Html, Language, cut, either, join, plain_word

IsOther = Callable[[Talk[Any], Question[Any] | None], bool]
"""Whether what was written is surely no answer to the open question (None: the preview), but something of its own."""
SURE = 0.6
SURE_OF_WORDS = 0.8
"""From what sureness on it is acted on what is meant: where any words may be the answer, it takes more."""
SURE_OF_ITS_OWN = 0.9
OF_ITS_OWN = (Intent.TASK, Intent.TASKS, Intent.SUMMARY, Intent.HISTORY, Intent.HELP)
"""What is answered all the same when the dialog that was open has just ended."""
PUNCTUATION = " \n?？。.!！,，、…~～"
NUMBERS = (Kind.PERCENT, Kind.FIGURE, Kind.STATUS, Kind.TIME, Kind.CODE)


async def write(
    update: Update, context: Context, dialog: Dialog, text: str, heard: Understanding, is_other: IsOther
) -> bool:
    """Take what was written into the open dialog. False where it is something of its own; nothing is done then."""
    declared = declared_of(context, dialog)
    talk = await talk_about(update, context, dialog)
    if talk is None:
        return heard.confidence < SURE_OF_ITS_OWN or heard.intent not in OF_ITS_OWN
    if dialog.update_id == update.update_id:
        await go_on_after_kill(update, declared, talk)
        return True
    if dialog.is_given_up and (answer := buttons.said_of_giving_up(text)) is not None:
        await take(update, declared, talk, answer)
        return True
    value = buttons.value_said(declared, talk, text)
    if value == "submit" and dialog.said is not None:
        await _agree(update, declared, talk)
        return True
    if value is not None:
        await take(update, declared, talk, value)
        return True
    if plain_word(text) in STOPS and not is_passing(declared, talk):
        await cancel(update, declared, talk)
        return True
    question = open_question(declared, talk)
    if (again := _said_again(question, text, talk.language)) is not None:
        await ask(update, declared, talk, Place.BELOW, first=again)
        return True
    if is_other(talk, question):
        return False
    if question is None:
        return await _at_the_preview(update, declared, talk, text, heard)
    return await _at(update, declared, talk, question, text, heard)


def _said_again(question: Question[Any] | None, text: str, language: Language) -> Html | None:
    """What stands above the question where it is to be put once more: it was not heard, or thanks were said, which
    are no answer; None for any other text."""
    word = plain_word(text)
    if word in REPEATS:
        return NOTHING
    is_thanks = word in THANKS and not (question is not None and question.free)
    return texts.WELCOME(language) if is_thanks else None


async def take_file(update: Update, context: Context, dialog: Dialog) -> bool:
    """Take a message that is no text into the open dialog; the files of an album, which come one by one, are answered
    in one message. False where it takes none."""
    declared, message = declared_of(context, dialog), update.message
    if declared.file is None or message is None:
        return False
    talk = await talk_about(update, context, dialog)
    if talk is None:
        return True
    album, first = message.media_group_id, NOTHING
    place = Place.KEPT if album is not None and talk.answers.get(ALBUM) == album else Place.BELOW
    try:
        given = await declared.file(talk, message)
    except PartlyRead as partly:
        given, first = partly.given, join([partly.kept, refusal(partly.why, talk.language)])
    except Refusal as why:
        await ask(update, declared, talk, Place.BELOW, first=refusal(why, talk.language))
        return True
    following = _after_file(update, declared, talk, {**given, ALBUM: album})
    await go_on(update, declared, following, Place.BELOW if first else place, first=first)
    return True


def _after_file(update: Update, declared: Declaration[Any], talk: Talk[Any], given: Answers) -> Talk[Any]:
    """The dialog after a file; a question that was opened again stays open, unless the file answers it."""
    context, again = talk.context, talk.dialog.reopened
    if again in given:
        return answered(update, declared, talk, given)
    dialog = dialogs.save(
        context.db,
        talk.dialog,
        update.update_id,
        context.now,
        answers={**talk.answers, **given},
        reopened=again,
        reopened_for=talk.dialog.reopened_for,
    )
    return Talk(context, dialog, declared.load(context, dialog))


async def _at(
    update: Update,
    declared: Declaration[Any],
    talk: Talk[Any],
    question: Question[Any],
    text: str,
    heard: Understanding,
) -> bool:
    """Words at a question: its answer, or what is done besides answering."""
    if declared.preview is None and may_finish(update, declared, talk) and not is_as_shown(update, declared, talk):
        await ask_anew(update, declared, talk)
        return True
    turn = hear_turn(text, declared.asked_as(question.key), heard)
    if question.free and await _does(update, declared, talk, turn, SURE_OF_WORDS):
        return True
    if question.free and turn.meaning is Meant.CANCEL and turn.sureness >= SURE:
        await cancel(update, declared, talk, sure=False)
        return True
    if (
        question.free
        and not question.verbatim
        and await _puts_right(update, declared, talk, question, text, turn, SURE_OF_WORDS)
    ):
        return True
    try:
        given = _read(talk, question, text, heard)
    except PartlyRead as partly:
        await _keep_what_was_read(update, declared, talk, question, partly)
        return True
    except Refusal as why:
        if not isinstance(why, NoSuchAnswer) and (
            await _puts_right(update, declared, talk, question, text, turn, SURE)
            or await _does(update, declared, talk, turn, SURE)
        ):
            return True
        await ask(update, declared, talk, Place.BELOW, first=refusal(why, talk.language))
        return True
    if talk.dialog.reopened_for is Change.MORE:
        given = added(talk, question.key, given)
    following = answered(update, declared, talk, given)
    await go_on(
        update,
        declared,
        following,
        Place.BELOW,
        first=_taken(declared, talk, following, question),
        left=answer_lines([question], following),
    )
    return True


async def _puts_right(
    update: Update,
    declared: Declaration[Any],
    talk: Talk[Any],
    question: Question[Any],
    text: str,
    turn: Turn,
    sureness: float,
) -> bool:
    """Change an earlier answer by words that do nothing else; what was asked stays open. False where they do not."""
    if turn.meaning is not Meant.CHANGE or turn.sureness < sureness or _says_more(declared, talk, text):
        return False
    try:
        given = _fresh(talk, _answers_in(declared, talk, text))
        changed = {key: value for key, value in given.items() if key != question.key}
    except NOT_TAKEN:
        return False
    if not changed:
        return False
    following = answered(update, declared, talk, changed)
    await go_on(update, declared, following, Place.BELOW, first=_taken(declared, talk, following, question))
    return True


def _says_more(declared: Declaration[Any], talk: Talk[Any], text: str) -> bool:
    return declared.says_more is not None and declared.says_more(talk, text)


def _read(talk: Talk[Any], question: Question[Any], text: str, heard: Understanding) -> Answers:
    """The answers in a text. Raises a Refusal: what the question's `read` raises, or that it says nothing."""
    word = plain_word(text)
    if question.lacks is not None and BUTTON_MEANT.get(word, word) in either(labels.SUBMIT):
        raise question.lacks(talk)
    if word in WORDS:
        raise (question.refuses or NoSuchAnswer)(text.strip())
    courtesy = heard.whole and heard.intent is Intent.GREETING
    if question.free and (courtesy or not text.strip().strip(PUNCTUATION)):
        raise question.refuses(text.strip()) if question.refuses else TextMissing
    return question.read(talk, text)


async def _at_the_preview(
    update: Update, declared: Declaration[Any], talk: Talk[Any], text: str, heard: Understanding
) -> bool:
    """Words at the preview: consent submits, what changes an answer changes it, and what is neither is asked about."""
    turn = hear_turn(text, declared.asked_as(PREVIEW), heard)
    if plain_word(text) in WORDS | NOTHING_SAID:
        await ask(update, declared, talk, Place.BELOW, first=refusal(NoSuchAnswer(text.strip()), talk.language))
        return True
    more = _says_more(declared, talk, text)
    try:
        with transaction(talk.context.db):
            given = _answers_in(declared, talk, text)
            changed = _fresh(talk, given)
            following = answered(update, declared, talk, changed) if changed and not more else None
    except PartlyRead as partly:
        first = join([partly.kept, refusal(partly.why, talk.language)])
        await ask(update, declared, answered(update, declared, talk, partly.given), Place.BELOW, first=first)
        return True
    except Refusal as why:
        await ask(update, declared, talk, Place.BELOW, first=refusal(why, talk.language))
        return True
    if following is not None:
        await ask(update, declared, following, Place.BELOW)
    elif changed:
        await _ask_what_it_is_for(update, declared, talk, text, changed)
    elif consents(_without_submit(declared, text), turn) and not _states_something(heard):
        await _agree(update, declared, talk)
    elif given and not more:
        await ask(update, declared, talk, Place.BELOW, first=texts.SO_ALREADY(talk.language))
    elif not await _does(update, declared, talk, turn, SURE):
        await _ask_what_it_is_for(update, declared, talk, text, {})
    return True


async def _agree(update: Update, declared: Declaration[Any], talk: Talk[Any]) -> None:
    """Do what was agreed to; but where words before it were not taken, say once that it would be without them."""
    left_out = talk.dialog.said
    if left_out is None:
        await take(update, declared, talk, "submit")
        return
    db, context = talk.context.db, talk.context
    dialog = dialogs.save(db, talk.dialog, update.update_id, context.now, answers=talk.answers)
    first = texts.WITHOUT(talk.language, said=cut(left_out, 60), submit=buttons.submit_label(declared, talk))
    await ask(update, declared, Talk(context, dialog, talk.subject), Place.BELOW, first=first)


def _without_submit(declared: Declaration[Any], text: str) -> str:
    """A text without the words for what is agreed to: where that is to return a report, 没问题，退吧 agrees."""
    for word in declared.submit_said:
        text = text.replace(word, "")
    return text


async def _ask_what_it_is_for(
    update: Update, declared: Declaration[Any], talk: Talk[Any], text: str, changed: Answers
) -> None:
    """Ask which answer words at the preview are for, with what they have `changed`; where there is none, say what can
    be written."""
    context, answers = talk.context, {**talk.answers, **changed}
    dialog = dialogs.save(context.db, talk.dialog, update.update_id, context.now, answers=answers, said=text)
    now = Talk(context, dialog, declared.load(context, dialog))
    if declared.hint is not None:
        first = declared.hint(talk.language, said=cut(text, 60))
        await ask(update, declared, now, Place.BELOW, first=first)
        return
    fresh = [each for each in questions_of(declared, now) if each.shown(now) != each.shown(talk)]
    first = texts.taken(answer_lines(fresh, now), talk.language) if fresh else NOTHING
    words = join([first, texts.said(text, talk.language)], "\n\n")
    await put(update, context, dialog, words, buttons.said(declared, now), Place.BELOW)


def _answers_in(declared: Declaration[Any], talk: Talk[Any], text: str) -> Answers:
    """The answers that a text gives, be they as before, of those questions that can tell from any text."""
    if declared.change is not None:
        return declared.change(talk, text)
    given: dict[str, Any] = {}
    for question in questions_of(declared, talk):
        read = question.change or (None if question.free else question.read)
        if read is None:
            continue
        given |= _given(talk, read, text, partly=question.change is not None)
    return given


def _given(talk: Talk[Any], read: Callable[[Talk[Any], str], Answers], text: str, *, partly: bool) -> Answers:
    """What a text gives as an answer. Raises PartlyRead where that may be a part of it only."""
    try:
        return read(talk, text)
    except PartlyRead:
        if partly:
            raise
        return {}
    except Refusal:
        return {}


def _fresh(talk: Talk[Any], given: Answers) -> Answers:
    return {key: value for key, value in given.items() if talk.answers.get(key) != value}


async def _does(update: Update, declared: Declaration[Any], talk: Talk[Any], turn: Turn, sureness: float) -> bool:
    """Do what somebody wants who does not answer: skip, go back, cancel, put off. False where it is none of these."""
    question = open_question(declared, talk)
    if turn.sureness < sureness:
        return False
    match turn.meaning:
        case Meant.SKIP if question is not None and (question.skipped is not None or _has(question, talk, "skip")):
            await take(update, declared, talk, "skip")
        case Meant.BACK if key_before(declared, talk) is not None or declared.leave is not None:
            await take(update, declared, talk, "back")
        case Meant.SAME if question is not None and _has(question, talk, "same"):
            await take(update, declared, talk, "same")
        case Meant.CANCEL:
            await cancel(update, declared, talk)
        case Meant.LATER:
            await put_aside(update, talk.context)
        case _:
            return False
    return True


def _has(question: Question[Any], talk: Talk[Any], value: str) -> bool:
    return any(isinstance(each, tuple) and each[1] == value for row in question.buttons(talk) for each in row)


def _states_something(heard: Understanding) -> bool:
    return any(each.kind in NUMBERS for each in heard.readings)


async def _keep_what_was_read(
    update: Update, declared: Declaration[Any], talk: Talk[Any], question: Question[Any], partly: PartlyRead
) -> None:
    """Keep the part of an answer that was read, and ask for the rest, unless nothing is missing."""
    context, dialog = talk.context, talk.dialog
    again = dialog.reopened_for if dialog.reopened else Change.BACK
    answers = {**talk.answers, **partly.given}
    then = replace(talk, dialog=replace(dialog, answers=answers))
    if partly.given and question.answered is not None and question.answered(then):
        now = answered(update, declared, talk, partly.given)
    else:
        kept = dialogs.save(
            context.db,
            dialog,
            update.update_id,
            context.now,
            answers=answers,
            reopened=question.key,
            reopened_for=again,
        )
        now = Talk(context, kept, declared.load(context, kept))
    first = join([partly.kept, refusal(partly.why, talk.language)])
    await ask(update, declared, now, Place.BELOW, first=first)


def _taken(declared: Declaration[Any], before: Talk[Any], talk: Talk[Any], question: Question[Any]) -> Html:
    """What has been taken beside the answer to the open question; the preview shows it anyway."""
    others = [each for each in questions_of(declared, talk) if each is not question]
    lines = answer_lines([each for each in others if each.shown(talk) != each.shown(before)], talk)
    return texts.taken(lines, talk.language) if lines and open_question(declared, talk) is not None else NOTHING
