"""What is sent while a dialog is open: the word of a button, an answer, a change, a file, or something unrelated."""

from collections.abc import Callable
from typing import Any

from telegram import Update

from data.dialogs import Dialog
from data.errors import Refusal, unless
from data.plan.tasks import code_of_assignment
from data.understanding import Aim, Intent, Understanding, says
from data.understanding.dialog.giving_up import (
    act_denied,
    act_put_off,
    gives_up,
    hands_in_after_all,
    leaves_as_it_was,
    only_says_what_it_is_for,
)
from data.understanding.sureness import VERY_SURE
from handlers.dialog import keyboard as buttons
from handlers.dialog import texts
from handlers.dialog.answers_in_text import answers_in, changes_or_corrections, lines_of_other_answers
from handlers.dialog.changes import changed_answers
from handlers.dialog.declaration import (
    ALBUM,
    NOT_TAKEN,
    LeavesNothing,
    PartlyRead,
    Talk,
    declared_of,
    is_passing,
    open_question,
    questions_of,
)
from handlers.dialog.ending import cancel
from handlers.dialog.message import Place, answer_lines, ask
from handlers.dialog.opening import drop_if_over, load_talk_or_drop, park_open_dialog
from handlers.dialog.presses import act_on_button, go_on, go_on_after_kill
from handlers.dialog.question import Answers, Question
from handlers.dialog.text_at_preview import agrees_by_name, submit_on_agreement, take_text_at_preview, words_left_out
from handlers.dialog.text_at_question import take_text_at_question
from handlers.dialog.transitions import save_talk, skipping_answers, store_answers
from handlers.dialog.words import DENIES, PUTS_OFF, REPEATS, SLIPS, THANKS, only_submits
from handlers.telegram import NOTHING, Context, Html, join, plain_word, refusal

IsOther = Callable[[Talk[Any], Question[Any] | None], bool]
"""Whether a text is surely no answer to the open question (None: the preview), but unrelated to it."""
OF_ITS_OWN = (Intent.TASK, Intent.TASKS, Intent.SUMMARY, Intent.HISTORY, Intent.HELP)
"""Intents that are answered all the same if the open dialog has just ended."""


async def take_text(
    update: Update, context: Context, dialog: Dialog, text: str, heard: Understanding, is_other: IsOther
) -> bool:
    """Handle a text while a dialog is open. Return False if it is unrelated to the dialog and still to be answered."""
    if drop_if_over(context, dialog):
        return False
    talk = await load_talk_or_drop(update, context, dialog)
    if talk is None:
        return heard.confidence < VERY_SURE or heard.intent not in OF_ITS_OWN
    if dialog.update_id == update.update_id:
        await go_on_after_kill(update, talk)
        return True
    if dialog.is_unseen:
        await ask(update, talk, Place.BELOW, first=texts.TAKEN_BEFORE(talk.language))
        return True
    question = open_question(talk)
    at_preview = question is None and not dialog.is_given_up
    kept_or_not = buttons.drop_or_keep_meant(text) if dialog.is_given_up else None
    hands_in = only_submits(text) or hands_in_after_all(text)
    if kept_or_not and not (only_says_what_it_is_for(text) and is_other(talk, question)):
        await act_on_button(update, talk, kept_or_not)
    elif (value := buttons.button_meant(talk, text)) is not None and value != "submit":
        await act_on_button(update, talk, value)
    elif at_preview and says(text, "consent.asks_whether"):
        first = texts.WHETHER_TO_SUBMIT(talk.language, submit=buttons.submit_label(talk))
        await ask(update, talk, Place.BELOW, first=first)
    elif value == "submit" or (at_preview and (hands_in_after_all(text) or _agrees(talk, text))):
        await submit_on_agreement(update, talk)
    elif not is_passing(talk) and _puts_off(talk, text):
        await park_open_dialog(update, talk.context)
    elif not is_passing(talk) and _gives_up(talk, question, text, heard):
        await cancel(update, talk)
    elif (again := _said_again(talk, question, text, heard)) is not None:
        await ask(update, talk, Place.BELOW, first=again)
    elif question is None and plain_word(text) in DENIES | SLIPS and questions_of(talk):
        await act_on_button(update, talk, "edit")
    elif question is not None and hands_in and (left := skipping_answers(talk)) is not None:
        await go_on(update, store_answers(update, talk, left), Place.BELOW, first=words_left_out(talk))
    elif dialog.is_given_up or not await _change(update, talk, question, text):
        return await _take_answer(update, talk, question, text, heard, is_other)
    return True


def _agrees(talk: Talk[Any], text: str) -> bool:
    """Return whether a text agrees by name to what the preview shows, and changes nothing there: 都同意 may decide on
    what is left undecided."""
    if not agrees_by_name(talk, text):
        return False
    return not changed_answers(talk, unless(NOT_TAKEN, changes_or_corrections, talk, None, text) or {})


async def _take_answer(
    update: Update, talk: Talk[Any], question: Question[Any] | None, text: str, heard: Understanding, is_other: IsOther
) -> bool:
    """Handle a text that is no word of a button and no mere change. Return False if it is unrelated to the dialog."""
    undecided = talk.dialog.is_given_up and not _goes_on(talk, question, text)
    puts_off = undecided and heard.aim is Aim.SNOOZE and heard.task is None
    if not puts_off and is_other(talk, question):
        return False
    if puts_off or (undecided and not (question is not None and question.free)):
        await park_open_dialog(update, talk.context)
        return True
    if question is None:
        await take_text_at_preview(update, talk, text, heard)
    else:
        await take_text_at_question(update, talk, question, text, heard)
    return True


def _puts_off(talk: Talk[Any], text: str) -> bool:
    """Return whether a text puts off the dialog; not if that is what its button does."""
    put_off = act_put_off(text)
    return plain_word(text) in PUTS_OFF or (bool(put_off) and not _finishes_it(talk, put_off))


def _finishes_it(talk: Talk[Any], act: str) -> bool:
    """Return whether an act is what the dialog does (发, 改)."""
    return any(act in each for each in talk.declared.words_for_submit)


def _gives_up(talk: Talk[Any], question: Question[Any] | None, text: str, heard: Understanding) -> bool:
    """Return whether a text gives up the dialog, and does not answer the question."""
    is_meant_for_others = question is not None and question.verbatim
    named = not is_meant_for_others and talk.declared.giving_up.named(talk.context, talk.dialog, heard)
    return named or (gives_up(text) and not _is_the_answer(talk, question, text))


def _is_the_answer(talk: Talk[Any], question: Question[Any] | None, text: str) -> bool:
    """Return whether a question reads an answer in a text (不设了 as a day), and does not just copy its words.

    Where any words will do, or none, that something is not done may be the answer (不批, 不用写), unless it is what the
    dialog does (不发, 不改).
    """
    if question is None:
        return False
    if question.free or question.skipped is not None:
        act = act_denied(text)
        return bool(act) and not leaves_as_it_was(text) and not _finishes_it(talk, act)
    given = unless(NOT_TAKEN, question.read, talk, text)
    return given is not None and str(given.get(question.key, text)) not in text


def _goes_on(talk: Talk[Any], question: Question[Any] | None, text: str) -> bool:
    """Return whether a text answers a question that does not take any words or, at the preview, changes an answer."""
    if question is not None and question.free:
        return False
    given = unless(NOT_TAKEN, answers_in if question is None else question.read, talk, text)
    return bool(given and (question is not None or changed_answers(talk, given)))


async def _change(update: Update, talk: Talk[Any], question: Question[Any] | None, text: str) -> bool:
    """Make the changes in a text if it says nothing else, leaving the question open unless that is answered; return
    whether it did."""
    untaken = NOTHING
    try:
        given = changes_or_corrections(talk, question, text)
    except PartlyRead as partly:
        given, untaken = partly.given, refusal(partly.why, talk.language)
    except LeavesNothing:
        await cancel(update, talk)
        return True
    except Refusal as why:
        await ask(update, talk, Place.BELOW, first=refusal(why, talk.language))
        return True
    if not given:
        return False
    changed = changed_answers(talk, given)
    if not changed and (question is None or question.key not in given):
        told = [each for each in questions_of(talk) if each.key in given] if question is not None else []
        first = join([texts.SO_ALREADY(talk.language), answer_lines(told, talk), untaken])
        await ask(update, talk, Place.BELOW, first=first)
        return True
    following = store_answers(update, talk, given)
    first = lines_of_other_answers(talk, following, question) if question is not None else NOTHING
    left = answer_lines([question], following) if question is not None and question.key in given else NOTHING
    if untaken:
        await ask(update, following, Place.BELOW, first=join([first, untaken]), left=left)
    else:
        await go_on(update, following, Place.BELOW, first=first, left=left)
    return True


def _said_again(talk: Talk[Any], question: Question[Any] | None, text: str, heard: Understanding) -> Html | None:
    """Return what stands above the question if it is to be put again: the user asks for that, names only its task
    (3-5的), or says thanks; None for any other text."""
    word = plain_word(text)
    about = talk.declared.assignment_ids(talk.context, talk.dialog)
    names_it = len(about) == 1 and heard.task == code_of_assignment(talk.context.db, about[0]) != text.strip()
    if word in REPEATS or (names_it and says(heard, "choices.only_a_name")):
        return NOTHING
    is_thanks = word in THANKS and not (question is not None and question.free)
    return texts.WELCOME(talk.language) if is_thanks else None


async def take_file(update: Update, context: Context, dialog: Dialog) -> bool:
    """Handle a message that is not text while a dialog is open; the files of an album, which come one by one, share one
    reply. Return False if the dialog takes no such message."""
    declared, message = declared_of(context, dialog), update.message
    if declared.read_file is None or message is None:
        return False
    talk = await load_talk_or_drop(update, context, dialog)
    if talk is None:
        return True
    album, first = message.media_group_id, NOTHING
    place = Place.KEPT if album is not None and talk.answers.get(ALBUM) == album else Place.BELOW
    try:
        given = await declared.read_file(talk, message)
        if given is None:
            return False
    except PartlyRead as partly:
        given, first = partly.given, join([partly.kept, refusal(partly.why, talk.language)])
    except Refusal as why:
        await ask(update, talk, Place.BELOW, first=refusal(why, talk.language))
        return True
    following = _after_file(update, talk, {**given, ALBUM: album})
    await go_on(update, following, Place.BELOW if first else place, first=first)
    return True


def _after_file(update: Update, talk: Talk[Any], given: Answers) -> Talk[Any]:
    """Return the dialog after a file; a reopened question stays open, unless the file answers it."""
    again = talk.dialog.reopened
    if again in given:
        return store_answers(update, talk, given)
    why = talk.dialog.reopened_for
    return save_talk(update, talk, answers={**talk.answers, **given}, reopened=again, reopened_for=why)
