"""What is meant by what is written while something is asked."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from data.patterns import Pattern
from data.understanding.intent.concepts import of_concepts
from data.understanding.intent.features import of_marks, of_question, of_words
from data.understanding.intent.model import load
from data.understanding.intent.tokens import concepts_and_marks, tokens
from data.understanding.lexicon import any_of, table
from data.understanding.meaning import Understanding

SURE_OF_CONSENT = 0.5
"""From what sureness on AGREE is consent to what is then written for good, where the words are words of consent too: of
authors that the model had never met, all such turns agreed. Alone no sureness is enough: 武汉 and 别提交 reach 0.9.
"""
_QUARTERS = 4
_WORDS = table("consent")
_ENDS = " ,，.。!！~～、…"
_CONSENT = Pattern(f"(?i){any_of(_WORDS['words'])}")
_ALL = any_of(_WORDS["every"])
_EVERY = Pattern(f"(?i)^(?:{_ALL})")
_WORD, _BESIDE, _SIGNS = any_of(_WORDS["words"]), any_of(_WORDS["beside"]), r"[\s,，.。!！~～、…]"
_NOTHING_ELSE = Pattern(rf"(?i)(?:(?:{_ALL})?\s*(?:{_WORD}|{_BESIDE})|{_SIGNS})+|{_ALL}")


class Meant(StrEnum):
    """What somebody does who is asked something."""

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
class Turn:
    """What was most likely meant, how surely (0 to 1), and the second best.

    CHANGE puts an earlier answer right (还是受阻吧), ADD says more to it, SAME takes over last time's, LATER puts
    it off, UNCLEAR answers nothing, OTHER is a question or an order of its own: its intent is that of the sentence.
    """

    meaning: Meant
    sureness: float
    second: Meant


def hear_turn(text: str, asked: str, heard: Understanding) -> Turn:
    """Return what is meant by a text written while `asked` is open, heard as a sentence of its own as `heard`.

    `asked` names the question: status, percent, note, figures, evidence, obstacle, preview, extension_day,
    extension_reason, extension_preview, return_reason, decide_day, broadcast_text, broadcast_preview, deputy_until,
    task_choice. Any other is taken for its kind by its last word: …_preview, …_day, …_until, …_reason, …_text, …_note,
    …_choice, …_percent, …_figures.
    """
    shares = load("turns").shares(turn_features(text, asked, heard))
    (best, sureness), (second, _) = list(shares.items())[:2]
    return Turn(Meant(best), sureness, Meant(second))


def consents(text: str, turn: Turn) -> bool:
    """Return whether a text surely agrees: it is a word of consent, or the model says so and all its words are such."""
    if _EVERY.sub("", text.strip(_ENDS)).strip(_ENDS).casefold() in _WORDS["words"]:
        return True
    return turn.meaning is Meant.AGREE and turn.sureness >= SURE_OF_CONSENT and agrees(text)


def only_agrees(text: str) -> bool:
    """Return whether a text has no words but those of consent, and what may stand beside them."""
    return bool(text.strip(_ENDS)) and _NOTHING_ELSE.fullmatch(text) is not None


def agrees(text: str) -> bool:
    """Return whether a text has words of consent, and no others but what may stand beside them."""
    return only_agrees(text) and _CONSENT.search(text) is not None


def agrees_to_all(text: str) -> bool:
    """Return whether a text agrees, and says first that all is meant: 全部交, 都报上去."""
    return _EVERY.search(text.strip(_ENDS)) is not None and agrees(text)


def turn_features(text: str, asked: str, heard: Understanding) -> set[str]:
    """Return what the model looks at."""
    said = tokens(heard.text or text, heard.readings)
    meant = concepts_and_marks(heard.text or text, heard.readings)
    words = {*of_words(said), *of_concepts(meant), *of_marks(said, heard.readings)}
    return {*words, *of_question(asked, words), *_as_a_sentence(heard, asked)}


def _as_a_sentence(heard: Understanding, asked: str) -> Iterator[str]:
    """Yield what the text aims at, names, and how, were it a sentence of its own: alone, and at the question."""
    last = asked.rsplit("_", 1)[-1]
    yield f"aim {heard.aim} {int(heard.confidence * _QUARTERS)}"
    said = [f"aim {heard.aim}", *(f"mood {mood}" for mood in heard.moods)]
    named = {f"kind {reading.kind}" for reading in heard.readings}
    yield from (*said, f"whole {heard.whole}", *(f"{last} {each}" for each in (*said, *named)))
