"""What is sent while a dialog is open: the word of a button, an answer, a change, a file, or something unrelated."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from telegram import Update

from data.dialogs import Dialog
from data.errors import NoSuchAnswer, Refusal, unless
from data.plan.tasks import code_of_assignment
from data.understanding import Aim, Intent, Understanding, find_order, says
from data.understanding.dialog.giving_up import (
    act_denied,
    act_put_off,
    gives_up,
    hands_in_after_all,
    leaves_as_it_was,
    only_says_what_it_is_for,
)
from data.understanding.dialog.turns import hands_in_at_last
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
from handlers.dialog.opening import drop_if_over, load_talk_or_drop, park_open_dialog, stands_below_answer
from handlers.dialog.presses import act_on_button, go_on, go_on_after_kill
from handlers.dialog.question import Answers, Question
from handlers.dialog.text_at_preview import (
    agrees_by_name,
    says_its_button,
    submit_on_agreement,
    take_text_at_preview,
    tells_more,
    words_left_out,
)
from handlers.dialog.text_at_question import take_text_at_question
from handlers.dialog.transitions import save_talk, skipping_answers, store_answers
from handlers.dialog.words import DENIES, PUTS_OFF, REPEATS, SLIPS, THANKS, only_submits, thanks
from handlers.telegram import Context, hear
from handlers.wording import NOTHING, Html, cut, join, plain_word, refusal

IsOther = Callable[[Talk[Any], Question[Any] | None], bool]
"""Whether a text is surely no answer to the open question (None: the preview), but unrelated to it."""
IsClaimed = Callable[[Talk[Any]], bool]
"""Whether a text is by what it names for something else than the dialog, whatever it would change there."""
OF_ITS_OWN = (Intent.TASK, Intent.TASKS, Intent.SUMMARY, Intent.HISTORY, Intent.HELP)
"""Intents that are answered all the same if the open dialog has just ended."""


@dataclass(frozen=True)
class Typed:
    """A text written at an open question (None: the preview) on its way through the steps."""

    update: Update
    talk: Talk[Any]
    question: Question[Any] | None
    text: str
    heard: Understanding
    is_other: IsOther
    is_claimed: IsClaimed

    @cached_property
    def button(self) -> str | None:
        """The value of the button that it means."""
        return buttons.button_meant(self.talk, self.text)

    @property
    def at_preview(self) -> bool:
        """Whether it is written at the preview, and not where it is asked whether to give the dialog up."""
        return self.question is None and not self.talk.dialog.is_given_up

    async def put_again(self, first: Html) -> bool:
        """Put the question or the preview again, with `first` above it. Return True, as all is done then."""
        await ask(self.update, self.talk, Place.BELOW, first=first)
        return True

    async def tell_how_to_submit(self) -> bool:
        """Put the preview again and say how to submit it. Return True, as all is done then."""
        how = texts.WHETHER_TO_SUBMIT(self.talk.language, submit=buttons.submit_label(self.talk))
        return await self.put_again(how)

    async def press(self, value: str) -> bool:
        """Do what a button does. Return True, as all is done then."""
        await act_on_button(self.update, self.talk, value)
        return True


Step = Callable[[Typed], Awaitable[bool]]
"""Handles a text, or returns False if that is for a later step."""


async def take_text(
    update: Update,
    context: Context,
    dialog: Dialog,
    text: str,
    heard: Understanding,
    is_other: IsOther,
    is_claimed: IsClaimed = lambda talk: False,
) -> bool:
    """Handle a text while a dialog is open, a value behind 等下 like the value alone, unless any words are taken as
    they are. Return False if it is unrelated to the dialog and still to be answered."""
    if drop_if_over(context, dialog):
        return False
    talk = await load_talk_or_drop(update, context, dialog)
    if talk is None:
        return heard.confidence < VERY_SURE or heard.intent not in OF_ITS_OWN
    if dialog.update_id == update.update_id:
        await go_on_after_kill(update, talk)
        return True
    question = open_question(talk)
    stops = None if question and question.verbatim else find_order(text, "self_corrections.value_behind_a_stop")
    text, heard = (stops["words"], hear(context, stops["words"])) if stops else (text, heard)
    typed = Typed(update, talk, question, text, heard, is_other, is_claimed)
    if dialog.is_unseen:
        return await typed.put_again(texts.TAKEN_BEFORE(talk.language))
    for step in STEPS:
        if await step(typed):
            return True
    return False


async def _drop_or_keep(typed: Typed) -> bool:
    """Take the answer to whether the dialog is given up."""
    value = buttons.drop_or_keep_meant(typed.text) if typed.talk.dialog.is_given_up else None
    if value is None or (only_says_what_it_is_for(typed.text) and typed.is_other(typed.talk, typed.question)):
        return False
    return await typed.press(value)


async def _press_button(typed: Typed) -> bool:
    """Press the button that is named, other than 提交."""
    value = typed.button
    return value is not None and value != "submit" and await typed.press(value)


async def _say_how_to_submit(typed: Typed) -> bool:
    return typed.at_preview and says(typed.text, "consent.asks_whether") and await typed.tell_how_to_submit()


async def _take_nothing_back(typed: Typed) -> bool:
    """Say how to agree if a text hands something in (提交) where something is to be taken back."""
    talk = typed.talk
    if not (typed.at_preview and talk.declared.takes_back and hands_in_at_last(typed.text)):
        return False
    submit = buttons.submit_label(talk)
    return await typed.put_again(texts.NOT_TAKEN(talk.language, said=cut(typed.text, 60), submit=submit))


async def _submit(typed: Typed) -> bool:
    """Submit on 提交 and, at the preview, on other words that hand it in or agree to it by name."""
    text, may_agree = typed.text, typed.at_preview
    if typed.button != "submit" and not (may_agree and (hands_in_after_all(text) or _agrees(typed.talk, text))):
        return False
    await submit_on_agreement(typed.update, typed.talk)
    return True


async def _take_nod(typed: Typed) -> bool:
    """Take a nod (好的) at a preview below the answer to something else as meant for that, once."""
    below = typed.at_preview and stands_below_answer(typed.talk.dialog)
    return below and says(typed.text, "consent.only_nods") and await typed.tell_how_to_submit()


async def _park(typed: Typed) -> bool:
    """Park what is put off, or is to be asked about or checked first."""
    finds_out = typed.at_preview and says(typed.text, "consent.finds_out_first")
    if is_passing(typed.talk) or not (finds_out or _puts_off(typed.talk, typed.text)):
        return False
    await park_open_dialog(typed.update, typed.talk.context)
    return True


async def _cancel(typed: Typed) -> bool:
    """Cancel what is given up."""
    if is_passing(typed.talk) or not _gives_up(typed.talk, typed.question, typed.text, typed.heard):
        return False
    await cancel(typed.update, typed.talk)
    return True


async def _put_again(typed: Typed) -> bool:
    """Put the question again if the user asks for that, names only its task (3-5的), or says thanks."""
    talk, question, text, word = typed.talk, typed.question, typed.text, plain_word(typed.text)
    about = talk.declared.assignment_ids(talk.context, talk.dialog)
    names_it = len(about) == 1 and typed.heard.task == code_of_assignment(talk.context.db, about[0]) != text.strip()
    if word in REPEATS or (names_it and says(typed.heard, "choices.only_a_name")):
        return await typed.put_again(NOTHING)
    is_thanks = word in THANKS if question is None else thanks(text) and not question.free
    return is_thanks and await typed.put_again(texts.WELCOME(talk.language))


async def _ask_what_is_wrong(typed: Typed) -> bool:
    """Offer the answers to change if the preview is only said to be wrong."""
    denied = typed.question is None and plain_word(typed.text) in DENIES | SLIPS
    return denied and bool(questions_of(typed.talk)) and await typed.press("edit")


async def _skip_to_preview(typed: Typed) -> bool:
    """Lead to the preview if it is to be submitted while all that is still asked can be skipped."""
    hands_in = typed.question is not None and (
        only_submits(typed.text) or says_its_button(typed.talk, typed.text) or hands_in_after_all(typed.text)
    )
    skipped = skipping_answers(typed.talk) if hands_in else None
    if skipped is None:
        return False
    following = store_answers(typed.update, typed.talk, skipped)
    await go_on(typed.update, following, Place.BELOW, first=words_left_out(typed.talk))
    return True


async def _change_answers(typed: Typed) -> bool:
    """Make the changes in a text that says nothing else, leaving the question open unless that is answered. At the
    preview, a text that is claimed for something else changes nothing."""
    update, talk, question, text = typed.update, typed.talk, typed.question, typed.text
    untaken = NOTHING
    if talk.dialog.is_given_up:
        return False
    try:
        given = changes_or_corrections(talk, question, text)
    except PartlyRead as partly:
        given, untaken = partly.given, refusal(partly.why, talk.language)
    except LeavesNothing:
        await cancel(update, talk)
        return True
    except Refusal as why:
        return await typed.put_again(refusal(why, talk.language))
    if not given or (question is None and typed.is_claimed(talk)):
        return False
    changed = changed_answers(talk, given)
    if not changed and (question is None or question.key not in given):
        told = [each for each in questions_of(talk) if each.key in given] if question is not None else []
        return await typed.put_again(join([texts.SO_ALREADY(talk.language), answer_lines(told, talk), untaken]))
    following = store_answers(update, talk, given)
    first = lines_of_other_answers(talk, following, question) if question is not None else NOTHING
    left = answer_lines([question], following) if question is not None and question.key in given else NOTHING
    if untaken:
        await ask(update, following, Place.BELOW, first=join([first, untaken]), left=left)
    else:
        await go_on(update, following, Place.BELOW, first=first, left=left)
    return True


async def _answer(typed: Typed) -> bool:
    """Take the text as the answer, unless it is unrelated to the dialog."""
    update, talk, question, text, heard = typed.update, typed.talk, typed.question, typed.text, typed.heard
    undecided = talk.dialog.is_given_up and not _goes_on(talk, question, text)
    puts_off = undecided and heard.aim is Aim.SNOOZE and heard.task is None
    if not puts_off and typed.is_other(talk, question):
        return False
    takes_words = question.free if question is not None else tells_more(talk, heard)
    if puts_off or (undecided and not takes_words):
        await park_open_dialog(update, talk.context)
        return True
    if question is None:
        await take_text_at_preview(update, talk, text, heard)
    elif question.free and _hands_in_by_name(typed) and unless(NOT_TAKEN, question.read, talk, text) is not None:
        await typed.put_again(refusal(NoSuchAnswer(text.strip()), talk.language))
    else:
        await take_text_at_question(update, talk, question, text, heard)
    return True


STEPS: tuple[Step, ...] = (
    _drop_or_keep,
    _press_button,
    _say_how_to_submit,
    _take_nothing_back,
    _submit,
    _take_nod,
    _park,
    _cancel,
    _put_again,
    _ask_what_is_wrong,
    _skip_to_preview,
    _change_answers,
    _answer,
)
"""What a text can be while a dialog is open, in the order in which it is tried."""


def _agrees(talk: Talk[Any], text: str) -> bool:
    """Return whether a text agrees by name to what the preview shows, and changes nothing there: 都同意 may decide on
    what is left undecided."""
    return agrees_by_name(talk, text) and not _changes_an_answer(talk, text)


def _hands_in_by_name(typed: Typed) -> bool:
    """Return whether a text only says to submit or to press the button of the preview (发吧, 提交), which answers
    nothing where any words will do; 可以 may."""
    return says_its_button(typed.talk, typed.text) or (only_submits(typed.text) and hands_in_at_last(typed.text))


def _changes_an_answer(talk: Talk[Any], text: str) -> bool:
    return bool(changed_answers(talk, unless(NOT_TAKEN, changes_or_corrections, talk, None, text) or {}))


def _puts_off(talk: Talk[Any], text: str) -> bool:
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
    """Return whether a question reads an answer in a text (不设了 as a day), and does not just copy its words, or
    whether it changes one at the preview (不用回复了).

    Where any words will do, or none, that something is not done may be the answer (不批, 不用写), unless it is what the
    dialog does (不发, 不改).
    """
    if question is None:
        return _changes_an_answer(talk, text)
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
