"""What is said of a notice that was sent: that it should not have been, who has answered it, and an answer to it."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from data.patterns import Pattern, escape
from data.understanding.entities.days import find_days
from data.understanding.lexicon import any_of, table
from data.understanding.meaning import Understanding
from data.understanding.normalise.sentence import normalise

_WORDS = table("broadcasts")
_SIGNS = r"[\s、，,：:；;“”\"'（）()。.!！?？~～]"
_RECALL, _NOTICE, _ANSWERS = (Pattern(f"(?i){any_of(_WORDS[name])}") for name in ("recall", "notice", "answers"))
_RECALLS = Pattern(rf"(?i)(?:{'|'.join(any_of(_WORDS[name]) for name in ('recall', 'notice', 'beside'))}|{_SIGNS})*")
_ACCEPTS, _DECLINES = (Pattern(f"(?i){any_of(_WORDS[name])}") for name in ("accepts", "declines"))
_BESIDE_ACCEPTING = [*_WORDS["accepts"], *_WORDS["nods"], *_WORDS["beside_accepting"], *_WORDS["around_an_answer"]]
_ONLY_ACCEPTS = Pattern(rf"(?i)(?:{any_of(_BESIDE_ACCEPTING)}|\d{{1,2}} ?|{_SIGNS})*")
_DECLINES_COMING, _PEOPLE = Pattern(f"(?i){any_of(_WORDS['declines_coming'])}"), Pattern(r"\d{1,2}|[一两二三四五]")
_NODS = Pattern(f"(?i){any_of(_WORDS['nods'])}")
_BESIDE_A_DAY = Pattern(rf"(?i)(?:{any_of(_WORDS['beside_a_day'])}|{_SIGNS})*")
LONGEST_ANSWER = 60
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


def answer_meant(text: str, choices: Sequence[str]) -> int | None:
    """Return the place of the answer that a text gives in its own words, or in words that say yes or no to a question
    of which one answer does (我请个假，让小李去: 不能参加); None for none."""
    if (written := choice_written(text, choices)) is not None:
        return written
    declining = [place for place, choice in enumerate(choices) if _DECLINES.search(choice)]
    accepting = [place for place in range(len(choices)) if place not in declining]
    if not declining or len(text) > LONGEST_ANSWER or any(mark in text for mark in "?？吗"):
        return None
    if _DECLINES.search(text):
        return declining[0] if len(declining) == 1 else None
    accepts = _ACCEPTS.search(_NODS.sub(" ", text)) and _ONLY_ACCEPTS.fullmatch(text)
    return accepting[0] if accepts and len(accepting) == 1 else None


def answers_a_notice(text: str) -> bool:
    """Return whether a text answers a notice that asks for nothing: 收到 去两个; 去不了，下乡."""
    if len(text) > LONGEST_ANSWER or any(mark in text for mark in "?？吗"):
        return False
    accepts = _ACCEPTS.search(_NODS.sub(" ", text)) and _ONLY_ACCEPTS.fullmatch(text)
    return bool(accepts) or _DECLINES_COMING.search(text) is not None


def says_only_how_many(text: str) -> bool:
    """Return whether a text says how many people come, or do instead, and nothing else: 改成1个; only 1 actually."""
    return _PEOPLE.search(text) is not None and _ONLY_ACCEPTS.fullmatch(text) is not None


def says_only_a_day(text: str, today: date) -> bool:
    """Return whether a text names a day to answer by and says nothing else; 改成后天上午开 says more."""
    heard = normalise(text).lower()
    rest = list(heard)
    for found in find_days(heard, today):
        rest[found.start : found.end] = " " * (found.end - found.start)
    return _BESIDE_A_DAY.fullmatch("".join(rest)) is not None


def choice_written(text: str, choices: Sequence[str]) -> int | None:
    """Return the place of the answer that a text gives, with no more than courtesies around it; None for none."""
    around = rf"(?:{any_of(_WORDS['around_an_answer'])}|{_SIGNS})*"
    for place in sorted(range(len(choices)), key=lambda each: -len(choices[each])):
        if Pattern(rf"(?i){around}{escape(choices[place])}{around}").fullmatch(text):
            return place
    return None
