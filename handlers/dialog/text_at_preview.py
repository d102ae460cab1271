"""Text that is written at the preview: consent, a change, or words whose purpose must be asked."""

from dataclasses import dataclass
from typing import Any

from telegram import Update

from data.errors import NoSuchAnswer, Refusal, unless
from data.understanding import Aim, Kind, Mood, Understanding, says
from data.understanding.announcing.addressees import tells_what_they_said
from data.understanding.dialog.turns import (
    HeardTurn,
    TurnMeaning,
    agrees_to_all,
    consents,
    hear_turn,
    only_agrees,
    without_agreement,
)
from data.understanding.reports import tells_a_fact
from data.understanding.sureness import RATHER_SURE
from handlers.dialog import keyboard as buttons
from handlers.dialog import texts
from handlers.dialog.answers_in_text import answers_in, lines_of_fresh_answers
from handlers.dialog.changes import changed_answers
from handlers.dialog.declaration import NOT_TAKEN, PREVIEW, LeavesNothing, PartlyRead, SaysMore, Talk, questions_of
from handlers.dialog.ending import cancel
from handlers.dialog.message import Place, ask, show_in_dialog
from handlers.dialog.presses import act_on_button, carry_out_turn, turn_meant_here
from handlers.dialog.question import Answers
from handlers.dialog.transitions import ADDED_TO, save_talk, store_answers, with_text_added
from handlers.dialog.words import WORDS, says_enough, says_nothing_more
from handlers.telegram import Verb, hear
from handlers.wording import NOTHING, Html, cut, join, plain_word, refusal

NUMBERS = (Kind.PERCENT, Kind.FIGURE, Kind.STATUS, Kind.TIME, Kind.CODE)


@dataclass(frozen=True, slots=True)
class _Words:
    """A text at the preview without any agreement in it, and what it means.

    `agreed` is whether there was some, and `is_enough` whether it says that nothing is to be added.
    """

    text: str
    heard: Understanding
    turn: HeardTurn
    agreed: bool
    is_enough: bool


async def take_text_at_preview(update: Update, talk: Talk[Any], text: str, heard: Understanding) -> None:
    """Handle a text at the preview: consent submits, a change is made, and anything else is asked about."""
    said = _words(talk, text, heard)
    if said.is_enough and questions_of(talk):
        agrees = said.agreed and said.turn.meaning is TurnMeaning.AGREE
        await (submit_on_agreement if agrees else _say_nothing_more)(update, talk)
        return
    answers_nothing = said.is_enough and talk.declared.change is None
    if answers_nothing or plain_word(text) in WORDS or says(said.text, "removals.that_sentence"):
        await ask(update, talk, Place.BELOW, first=refusal(NoSuchAnswer(said.text.strip()), talk.language))
        return
    try:
        given = answers_in(talk, said.text)
        changed = changed_answers(talk, given)
        following = _changed(update, talk, changed) if changed else None
    except SaysMore as more:
        await _show(update, talk, _with_more(update, talk, said, more.given))
    except PartlyRead as partly:
        first = join([partly.kept, refusal(partly.why, talk.language)])
        await ask(update, store_answers(update, talk, partly.given), Place.BELOW, first=first)
    except LeavesNothing:
        await cancel(update, talk)
    except Refusal as why:
        await ask(update, talk, Place.BELOW, first=refusal(why, talk.language))
    else:
        if following is not None:
            await _show(update, talk, following)
        else:
            await _take_without_change(update, talk, said, given)


def tells_more(talk: Talk[Any], heard: Understanding) -> bool:
    """Return whether a text at the preview is most likely meant to change it or to be added."""
    return hear_turn(heard, talk.declared.asked_as(PREVIEW)).meaning in (TurnMeaning.ADD, TurnMeaning.CHANGE)


def _words(talk: Talk[Any], text: str, heard: Understanding) -> _Words:
    takes_changes = talk.declared.change is not None
    turn = turn_meant_here(hear_turn(heard, talk.declared.asked_as(PREVIEW)), text)
    told = without_agreement(text) if takes_changes else text
    is_enough = says_nothing_more(told) or (not takes_changes and says_enough(told))
    return _Words(told, heard, turn, agreed=told != text, is_enough=is_enough)


def _with_more(update: Update, talk: Talk[Any], said: _Words, given: Answers) -> Talk[Any]:
    """Store what was read of words that say more: the rest becomes an answer left empty, or its place is asked."""
    looks_back = says(said.text, "report_corrections.looked_back")
    filled = {} if looks_back else _answer_left_empty(talk, said)
    left_empty = {key: value for key, value in filled.items() if not talk.answers.get(key)}
    return _changed(update, talk, changed_answers(talk, {**given, **left_empty}), "" if filled else said.text)


async def _take_without_change(update: Update, talk: Talk[Any], said: _Words, given: Answers) -> None:
    """Act on words that change no answer, although they may have `given` one again."""
    names_values = said.heard.names(*NUMBERS)
    tells_status = said.heard.names(Kind.STATUS)
    consent = consents(_without_submit(talk, said.text), said.turn) and not names_values
    if consent or (given and said.agreed and not said.is_enough):
        await submit_on_agreement(update, talk)
    elif said.is_enough:
        await _say_nothing_more(update, talk)
    elif given:
        kept = NOTHING if talk.dialog.is_given_up else texts.SO_ALREADY(talk.language)
        await ask(update, talk, Place.BELOW, first=kept)
    elif not await carry_out_turn(update, talk, said.turn, RATHER_SURE, states=tells_status):
        await _take_as_words(update, talk, said)


async def _take_as_words(update: Update, talk: Talk[Any], said: _Words) -> None:
    """Add words to the answer that they belong to, or ask for their place; if there is none, say so."""
    if filled := _answer_left_empty(talk, said) or _added_like_words_before(talk, said):
        await _show(update, talk, _changed(update, talk, filled))
    elif talk.declared.hint is None and not questions_of(talk):
        first = texts.NOT_TAKEN(talk.language, said=cut(said.text, 60), submit=buttons.submit_label(talk))
        await ask(update, talk, Place.BELOW, first=first)
    else:
        await _show(update, talk, _changed(update, talk, {}, said.text))


def _changed(update: Update, talk: Talk[Any], changed: Answers, said: str = "") -> Talk[Any]:
    """Store changes, and the words whose place must be asked: those `said`, and those that waited for it before, unless
    these only correct something or stand in an answer now."""
    answers, before = {**talk.answers, **changed}, talk.dialog.said or ""
    if hear(talk.context, before).aim is Aim.CORRECT or any(before in str(each) for each in answers.values()):
        before = ""
    waiting = "\n".join(dict.fromkeys(each for each in (before, said) if each))
    return save_talk(update, talk, answers=answers, said=waiting or None)


def _answer_left_empty(talk: Talk[Any], said: _Words) -> Answers:
    """Return the text as the answer in one's own words that was left empty, if there is only one such question and the
    text tells something that may be added, and names no task."""
    left = [each for each in questions_of(talk) if each.free and each.skipped and talk.answers.get(each.key) == ""]
    tells = _may_be_added(talk, said.heard) and tells_a_fact(said.text) and not said.heard.names(Kind.CODE)
    return left[0].read(talk, said.text) if len(left) == 1 and tells else {}


def _added_like_words_before(talk: Talk[Any], said: _Words) -> Answers:
    """Return the answer to which words at this preview were added before with the text below them, if it may be added:
    a notice is dictated line by line."""
    question = next((each for each in questions_of(talk) if each.key == talk.answers.get(ADDED_TO)), None)
    if question is None or not _may_be_added(talk, said.heard):
        return {}
    given = unless(NOT_TAKEN, question.read, talk, said.text)
    return with_text_added(talk, question, given) if given is not None else {}


def _may_be_added(talk: Talk[Any], heard: Understanding) -> bool:
    """Return whether a text may be part of what is written: it asks and corrects nothing and, of the office's words for
    others, does not tell the office what somebody has said (王处说他们下周就报)."""
    is_aside = Mood.ASKS in heard.moods or heard.aim is Aim.CORRECT
    is_hearsay = Mood.HEARSAY in heard.moods or tells_what_they_said(heard)
    return not (is_aside or talk.dialog.is_given_up or (talk.declared.office and is_hearsay))


async def _say_nothing_more(update: Update, talk: Talk[Any]) -> None:
    first = texts.NOTHING_MORE(talk.language, submit=buttons.submit_label(talk))
    await ask(update, talk, Place.BELOW, first=first)


async def submit_on_agreement(update: Update, talk: Talk[Any]) -> None:
    """Submit what was agreed to. If words before it were not taken, say once that it would go without them, unless
    they say themselves that they are of no account (下月打算不用管)."""
    left_out = talk.dialog.said
    if left_out is None or says(left_out, "consent.of_no_account"):
        await act_on_button(update, talk, _finishing_value(update, talk))
        return
    following = save_talk(update, talk, answers=talk.answers)
    await ask(update, following, Place.BELOW, first=words_left_out(talk))


def _finishing_value(update: Update, talk: Talk[Any]) -> str:
    """Return the value of the button that is agreed to: 提交 or, if the person has seen that the message shown last has
    one in its place, that (仍然提交)."""
    shown = [value for *_, value in talk.context.last_messages.offers(Verb.DIALOG, talk.dialog.id)]
    in_place = {*filter(talk.declared.finishes, shown)}.difference(buttons.values_by_label(talk).values())
    is_seen = talk.dialog.shown_for != update.update_id
    return in_place.pop() if is_seen and len(in_place) == 1 else "submit"


def words_left_out(talk: Talk[Any]) -> Html:
    """Return that the words which the user was asked to place are not taken so far; empty if there are none."""
    if (left_out := talk.dialog.said) is None:
        return NOTHING
    wording = texts.WITHOUT if questions_of(talk) else texts.WITHOUT_IT
    return wording(talk.language, said=cut(left_out, 60), submit=buttons.submit_label(talk))


def agrees_by_name(talk: Talk[Any], text: str) -> bool:
    """Return whether a text agrees with the very word for what the preview is about: 退吧, if a report is to be
    returned. The word alone (退, 改) may ask for something else."""
    rest = _without_submit(talk, text)
    return agrees_to_all(text) or (rest != text and only_agrees(rest))


def says_its_button(talk: Talk[Any], text: str) -> bool:
    """Return whether a text only says what the button that finishes the dialog does (发吧, 确认发送)."""
    rest = _without_submit(talk, text)
    return rest != text and (not any(map(str.isalnum, rest)) or only_agrees(rest))


def _without_submit(talk: Talk[Any], text: str) -> str:
    """Return a text without the words for the button that finishes the dialog."""
    for word in talk.declared.words_for_submit:
        text = text.replace(word, "")
    return text


async def _show(update: Update, before: Talk[Any], talk: Talk[Any]) -> None:
    """Show the preview or, if words wait to be placed, what has changed and what they can be used for or, where no
    answer can take them, what can be written."""
    if talk.dialog.said is None or talk.declared.hint is not None:
        said = cut(talk.dialog.said or "", 60)
        first = talk.declared.hint(talk.language, said=said) if talk.declared.hint is not None and said else NOTHING
        await ask(update, talk, Place.BELOW, first=first)
        return
    first = lines_of_fresh_answers(before, talk)
    takes_words = any(each.free for each in questions_of(talk))
    wording = texts.REST_OF_IT if first else texts.SAID if takes_words else texts.NOT_OF_THIS
    words = join([first, wording(talk.language, said=cut(talk.dialog.said, 60))], "\n\n")
    keyboard = buttons.uses_of_words(talk, talk.language)
    await show_in_dialog(update, talk.context, talk.dialog, words, keyboard, Place.BELOW)
