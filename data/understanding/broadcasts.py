"""What is said of a notice that was sent: that it should not have been, who has answered it, and an answer to it."""

from collections.abc import Sequence
from enum import StrEnum

from data.patterns import Pattern, escape
from data.understanding.lexicon import any_of, table
from data.understanding.meaning import Understanding

_WORDS = table("broadcasts")
_SIGNS = r"[\s、，,：:；;“”\"'（）()。.!！?？~～]"
_RECALL, _NOTICE, _ANSWERS = (Pattern(f"(?i){any_of(_WORDS[name])}") for name in ("recall", "notice", "answers"))
_RECALLS = Pattern(rf"(?i)(?:{'|'.join(any_of(_WORDS[name]) for name in ('recall', 'notice', 'beside'))}|{_SIGNS})*")
_ASKS = Pattern(rf"(?i)(?:{'|'.join(any_of(_WORDS[name]) for name in ('answers', 'notice', 'beside'))}|{_SIGNS})*")


class OfBroadcast(StrEnum):
    """What the office wants of a notice that it has sent."""

    RECALL = "recall"
    ANSWERS = "answers"


def wanted_of_broadcast(meaning: Understanding) -> OfBroadcast | None:
    """Return what a sentence wants of the last notice; None where it speaks of something else, too."""
    text = meaning.text
    if _RECALL.search(text) and _NOTICE.search(text) and _RECALLS.fullmatch(text):
        return OfBroadcast.RECALL
    return OfBroadcast.ANSWERS if _ANSWERS.search(text) and _ASKS.fullmatch(text) else None


def choice_written(text: str, choices: Sequence[str]) -> int | None:
    """Return the place of the answer that a text gives, with no more than courtesies around it; None for none."""
    around = rf"(?:{any_of(_WORDS['around_an_answer'])}|{_SIGNS})*"
    for place in sorted(range(len(choices)), key=lambda each: -len(choices[each])):
        if Pattern(rf"(?i){around}{escape(choices[place])}{around}").fullmatch(text):
            return place
    return None
