"""The meaning of what is written while a question is open, by the trained model and words of consent."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from data.patterns import Pattern
from data.understanding.intent.concepts import concept_features
from data.understanding.intent.features import mark_features, question_features, word_features
from data.understanding.intent.model import load_model
from data.understanding.intent.tokens import concepts_and_marks, tokens
from data.understanding.lexicon import any_word, table
from data.understanding.meaning import Understanding
from data.understanding.normalise.sentence import clauses_of
from data.understanding.sureness import LIKELY

_QUARTERS = 4
_WORDS = table("consent")
_ENDS = " ,，.。!！~～、…"
_BREATH = Pattern(r"[^\s,，。;；!！~～、…]+")
_CONSENT = Pattern(f"(?i){any_word(_WORDS['words'])}")
_ALL = any_word(_WORDS["every"])
_EVERY = Pattern(f"(?i)^(?:{_ALL})")
_OF_WHAT = Pattern(rf"(?i)^(?:{_ALL}|是|(?:they|these|it|all|both|is|are|it's|they're) )+|[的了吧啊哈]+$")
_THOSE_LEFT = Pattern(f"(?i)^(?:{any_word(_WORDS['those_left'])})")
_HANDS_IN = Pattern(f"(?i){any_word(_WORDS['hands_in'])}")
_WORD, _BESIDE, _SIGNS = any_word(_WORDS["words"]), any_word(_WORDS["beside"]), r"[\s,，.。!！~～、…]"
_NOTHING_ELSE = Pattern(rf"(?i)(?:(?:{_ALL})?\s*(?:{_WORD}|{_BESIDE})|{_SIGNS})+|{_ALL}")
_ONLY_EVERY = Pattern(rf"(?i)(?:{_ALL})(?:{_BESIDE}|{_SIGNS})*")
_PART, _ALONE = any_word(_WORDS["parts"]), any_word(_WORDS["of_one_part"])
_ONE_PART = Pattern(rf"(?i)(?:{_ALONE})(?: the)? (?:{_PART})|(?:{_PART}) (?:{_ALONE})")


class TurnMeaning(StrEnum):
    """What a text does at an open question."""

    ANSWER = "answer"
    AGREE = "agree"
    CHANGE = "change"
    ADD = "add"
    SKIP = "skip"
    BACK = "back"
    SAME = "same"
    CANCEL = "cancel"
    LATER = "later"
    UNCLEAR = "unclear"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class HeardTurn:
    """The likeliest meaning of a text at an open question and how sure it is (0 to 1).

    CHANGE corrects an earlier answer (还是受阻吧), ADD adds to it, SAME repeats the answer given last time, LATER puts
    the question off, UNCLEAR answers nothing. OTHER is a question or an order that is a sentence of its own.
    """

    meaning: TurnMeaning
    sureness: float


def hear_turn(heard: Understanding, asked: str) -> HeardTurn:
    """Return the meaning of a text written while `asked` is open; `heard` is its meaning as a sentence of its own.

    `asked` is the name of the question: status, percent, note, figures, evidence, obstacle, preview, extension_day,
    extension_reason, extension_preview, return_reason, decide_day, broadcast_text, broadcast_preview, deputy_until,
    task_choice. Any other name counts by its last word: …_preview, …_day, …_until, …_reason, …_text, …_note, …_choice,
    …_percent, …_figures.
    """
    best, sureness = next(iter(load_model("turns").shares(turn_features(heard, asked)).items()))
    return HeardTurn(TurnMeaning(best), sureness)


def consents(text: str, turn: HeardTurn) -> bool:
    """Return whether a text clearly agrees: it is a word of consent, or has no other words and the model agrees.

    The model alone is not enough: 武汉 and 别提交 reach 0.9.
    """
    if _EVERY.sub("", text.strip(_ENDS)).strip(_ENDS).casefold() in _WORDS["words"]:
        return True
    return turn.meaning is TurnMeaning.AGREE and turn.sureness >= LIKELY and agrees(text)


def only_agrees(text: str) -> bool:
    """Return whether a text has only words of consent and words that may go with them, and does not agree to a part
    alone (send the figures only)."""
    is_all = bool(text.strip(_ENDS)) and _NOTHING_ELSE.fullmatch(text) is not None
    return is_all and _ONE_PART.search(text) is None


def agrees(text: str) -> bool:
    """Return whether a text has a word of consent, and otherwise only words that may go with one."""
    return only_agrees(text) and _CONSENT.search(text) is not None


def without_agreement(text: str) -> str:
    """Return a text without the words of agreement before or after what else it says (对 完成; 参训120，对 就这个)."""
    said = _BREATH.spans(text)
    alone = [only_agrees(text[slice(*span)]) for span in said]
    if not any(agrees(text[slice(*span)]) for span in said) or all(alone):
        return text
    told = [span for span, only in zip(said, alone, strict=True) if not only]
    return text[told[0][0] : told[-1][1]]


def says_every(text: str) -> bool:
    """Return whether a text only says that all is meant: 都, 全部."""
    return _ONLY_EVERY.fullmatch(text.strip(_ENDS)) is not None


def without_every(text: str) -> str:
    """Return a text without the words around it that only say of what it is said (更正 of 都是更正的吧)."""
    return _OF_WHAT.sub("", text.strip(_ENDS))


def agrees_to_all(text: str) -> bool:
    """Return whether a text agrees and begins by saying that all is meant: 全部交, 都报上去."""
    return _EVERY.search(text.strip(_ENDS)) is not None and agrees(text)


def hands_in_all(text: str) -> bool:
    """Return whether a text only says to hand in all that waits (全部提交, 剩下的一起交了)."""
    return bool(_HANDS_IN.search(text)) and agrees_to_all(_THOSE_LEFT.sub("", text.strip(_ENDS)))


def hands_in_at_last(text: str) -> bool:
    """Return whether the last thing that a text says is to hand in what waits (领导看过了，可以交了)."""
    return any(_HANDS_IN.search(each) and agrees(each) for each in clauses_of(text)[-1:])


def turn_features(heard: Understanding, asked: str) -> set[str]:
    """Return the features that the model of turns sees."""
    said = tokens(heard.text, heard.readings)
    meant = concepts_and_marks(heard.text, heard.readings)
    words = {*word_features(said), *concept_features(meant), *mark_features(said, heard.readings)}
    return {*words, *question_features(asked, words), *_sentence_features(heard, asked)}


def _sentence_features(heard: Understanding, asked: str) -> Iterator[str]:
    """Yield the aim, moods and kinds of names that the text has as a sentence, alone and crossed with the question."""
    last = asked.rsplit("_", 1)[-1]
    yield f"aim {heard.aim} {int(heard.confidence * _QUARTERS)}"
    said = [f"aim {heard.aim}", *(f"mood {mood}" for mood in heard.moods)]
    named = {f"kind {reading.kind}" for reading in heard.readings}
    yield from (*said, f"whole {heard.whole}", *(f"{last} {each}" for each in (*said, *named)))
