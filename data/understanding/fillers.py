"""Words without a meaning of their own, and polite phrases around a request."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from data.patterns import Pattern
from data.understanding.lexicon import any_word, lines, table
from data.understanding.normalise.sentence import TAKEN, Span

ENGLISH = frozenset(word for line in lines("english") for word in line.split())
"""English words that are never a unit's initials or pinyin, or the name of a task."""
_WORDS: dict[str, Any] = table("fillers")
_AT_THE_END: list[str] = _WORDS["at_the_end"]
_AFTER_TAKEN: list[str] = _WORDS["after_taken"]
_PHRASES = Pattern(
    "(?:根据|按照?|依据)[一-鿿]{0,6}?(?:要求|安排|提醒|通知|部署|分工)|"
    + any_word([*_WORDS["phrases"], *_AT_THE_END, *_AFTER_TAKEN])
)
_COURTESIES = table("courtesies")
_POLITE = Pattern(rf"^(?:{any_word(_COURTESIES['before'])})+|(?:{any_word(_COURTESIES['behind'])}|[,，。.!！?？\s])+$")
_POINT = "·"
_RUN = Pattern(f"[一-鿿]+|[a-z0-9{_POINT}]+")


@lru_cache(maxsize=16)
def meaningful_words(rest: str) -> str:
    """Return the meaningful words in what is left of a sentence, separated by spaces."""
    runs = (match[0] for match in _RUN.finditer(_with_points(_without_phrases(rest))))
    return " ".join(left for run in runs if run not in ENGLISH and (left := run.strip(_WORDS["edges"])))


def without_courtesies(text: str) -> str:
    """Return `text` without the politeness around it (请…一下) and the punctuation at its end."""
    return _POLITE.sub("", text)


def _without_phrases(rest: str) -> str:
    kept, done = list[str](), 0
    for start, end in _phrases(rest):
        kept += [rest[done:start], TAKEN]
        done = end
    return "".join([*kept, rest[done:]])


def _phrases(rest: str) -> Iterator[Span]:
    for match in _PHRASES.finditer(rest):
        word, (start, end) = match[0], match.span()
        before, behind = rest[max(0, start - 1) : start], rest[end : end + 1]
        if (word not in _AT_THE_END or behind in ("", TAKEN)) and (word not in _AFTER_TAKEN or before == TAKEN):
            yield start, end


def _with_points(rest: str) -> str:
    """Return `rest` with decimal points replaced by a sign that does not separate words."""
    if "." not in rest:
        return rest
    return "".join(
        _POINT if char == "." and rest[at - 1 : at].isdecimal() and rest[at + 1 : at + 2].isdecimal() else char
        for at, char in enumerate(rest)
    )
