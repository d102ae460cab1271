"""Reading the answers in a text that is written while a dialog is open."""

from collections.abc import Callable
from typing import Any

from data.errors import NoSuchAnswer, Refusal, TextMissing, unless
from data.understanding import Intent, Understanding, says
from data.understanding.dialog.turns import agrees, only_agrees
from data.understanding.dialog.words_edited import with_value_put_right, words_put_right
from data.understanding.sureness import SURE
from handlers.dialog.changes import changes_in
from handlers.dialog.declaration import NOT_TAKEN, LeavesNothing, PartlyRead, Talk, open_question, questions_of
from handlers.dialog.message import answer_lines
from handlers.dialog.question import Answers, Question
from handlers.dialog.words import BUTTON_MEANT, CONFIRMS, DENIES, SKIPS, WORDS, begins_politely, is_courtesy
from handlers.telegram import hear
from handlers.wording import NOTHING, Html, in_both_languages, join, labels, plain_word

LONGEST_CONSENT = 2
"""Characters of a word that submits (交) and is never an answer in words; longer ones may be praise (没问题)."""
PUNCTUATION = " \n?？。.!！,，、…~～"


def read_answer(talk: Talk[Any], question: Question[Any], text: str, heard: Understanding) -> Answers:
    """Return the answers in a text. Consent can only answer the open question. Raises a Refusal: that of the question's
    `read`, or one for words of buttons, courtesies and texts that say nothing."""
    word, own = plain_word(text), question.make_refusal and question.make_refusal(talk, text.strip())
    agreed = own is not None and BUTTON_MEANT.get(word) == labels.SUBMIT.zh
    if agreed or word in WORDS or (question.free and word in CONFIRMS | DENIES) or (question.is_name and word in SKIPS):
        raise own or NoSuchAnswer(text.strip())
    polite = heard.whole and heard.intent is Intent.GREETING
    courtesy = polite and (heard.confidence >= SURE or only_agrees(text))
    submits = any(label in word for label in in_both_languages(labels.SUBMIT))
    short = len(word) <= LONGEST_CONSENT or begins_politely(text)
    consents = is_courtesy(text) or (agrees(text) and (short or submits))
    courtesy = courtesy or (consents and (question.skipped is not None or not question.verbatim))
    if question.free and (courtesy or not text.strip().strip(PUNCTUATION)):
        raise own or TextMissing
    given = question.read(talk, text)
    if question.key not in given and agrees(text):
        raise NoSuchAnswer(text.strip())
    return given


def changes_another_answer(talk: Talk[Any], question: Question[Any], text: str) -> bool:
    """Return whether a text changes another answer than that to the open `question` (43-4别催了 at one for words)."""
    try:
        given = changes_or_corrections(talk, question, text)
    except PartlyRead as partly:
        given = partly.given
    except NOT_TAKEN as why:
        return isinstance(why, LeavesNothing)
    return bool(given) and question.key not in given


def changes_or_corrections(talk: Talk[Any], question: Question[Any] | None, text: str) -> Answers:
    """Return the answers that a text changes. At a question for one's own words, one that gives nothing but another
    value, if only after denying what was read (不对，是4月底), changes what the preview would let it change; one that
    says more is an answer (不是我们拖，是3月底才批). Raises as `changes_in` does."""
    given = changes_in(talk, question, text)
    if question is None and all(talk.answers.get(key) is None for key in given):
        given = _value_put_right(talk, text) or given
    if given:
        return given
    if question is None or not question.free or question.verbatim or talk.declared.change is not None:
        return {}
    right = words_put_right(text) or text
    if not says(hear(talk.context, right), "plan_changes.value_alone"):
        return {}
    given = unless(NOT_TAKEN, answers_in, talk, right) or {}
    return {key: value for key, value in given.items() if key != question.key}


def _value_put_right(talk: Talk[Any], text: str) -> Answers:
    """Return the answer in one's own words with the value in it that a text puts right (不对，4点 after the words of a
    notice), if it does nothing else."""
    if talk.declared.change is not None:
        return {}
    of_words = [each for each in questions_of(talk) if each.free and not each.is_name]
    for each in of_words:
        before = talk.answers.get(each.key)
        now = with_value_put_right(text, before) if isinstance(before, str) else None
        if now is not None:
            return each.read(talk, now)
    return {}


def answers_in(talk: Talk[Any], text: str) -> Answers:
    """Return the answers in a text, changed or not, to all questions that can tell from any text."""
    if talk.declared.change is not None:
        return talk.declared.change(talk, text)
    given: dict[str, Any] = {}
    for question in questions_of(talk):
        if question.change is not None or not (question.free or question.members):
            given |= _given(talk, question.change or question.read, text, partly=question.change is not None)
    return given


def answers_at_preview(talk: Talk[Any], text: str) -> Answers:
    """Return the answers in a text at the preview, whether it changes them in so many words or only gives them. Raises
    as `changes_in` does."""
    return changes_or_corrections(talk, None, text) or answers_in(talk, text)


def _given(talk: Talk[Any], read: Callable[[Talk[Any], str], Answers], text: str, *, partly: bool) -> Answers:
    """Return the answers that `read` finds in a text; none if it refuses. Raises PartlyRead only if `partly`."""
    try:
        return read(talk, text)
    except PartlyRead:
        if partly:
            raise
        return {}
    except Refusal:
        return {}


def lines_of_other_answers(before: Talk[Any], talk: Talk[Any], question: Question[Any]) -> Html:
    """Return a line for each answer that was taken besides that to the open question; empty if the preview is next,
    which shows them anyway."""
    return lines_of_fresh_answers(before, talk, question) if open_question(talk) is not None else NOTHING


def lines_of_fresh_answers(before: Talk[Any], talk: Talk[Any], but_for: Question[Any] | None = None) -> Html:
    """Return a line for each answer, `but_for` one, that has changed since `before`; empty if none has."""
    others = [each for each in questions_of(talk) if each is not but_for]
    lines = answer_lines([each for each in others if each.answer_in_line(talk) != each.answer_in_line(before)], talk)
    return join([labels.TAKEN(talk.language), lines]) if lines else NOTHING
