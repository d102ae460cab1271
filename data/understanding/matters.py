"""The several matters of a message that goes on from one to another: a report, a request for more time, a question
(铁拳查了三家，另外稽查班想延到月底，顺便问下还有哪些没报)."""

from collections.abc import Callable
from enum import Enum
from itertools import groupby, pairwise
from operator import itemgetter

from data.understanding.lexicon.patterns import patterns
from data.understanding.meaning import Aim, Intent, Kind, Understanding, of_kind, values_of
from data.understanding.normalise.sentence import TAKEN, Sentence, blank, normalise
from data.understanding.possible_aims import LISTS

_RULES = patterns("matters")
_SIGNS = ";；。!！\n"
_ENDS = ",，。;；!！?？ \n"
_MOST = 6
"""So many matters nobody has in one message; what has more is not taken apart."""
_ASKING = frozenset({*LISTS, Aim.TASK, Aim.HELP, Aim.RETURNS})


class Matter(Enum):
    """What a part of a message does."""

    TELLS = "tells"
    PUTS_OFF = "puts off"
    ASKS = "asks"


Hears = Callable[[str], Understanding]


def matters(text: str, hears: Hears) -> list[tuple[Matter, str]]:
    """Return the parts of a text that tell, ask for more time, or ask, each as it can be said alone; none where the
    text does one of these only, or where it is not sure what a part of it does.

    Another matter begins with words for it (另外, by the way). It is of the task that was spoken of, where it names
    none and is no list.
    """
    heard = normalise(text)
    starts = sorted({0, *(found.start("another") for found in _RULES["another"].finditer(heard))})
    if not 1 < len(starts) <= _MOST:
        return []
    parts, code = list[tuple[Matter | None, str, int, int]](), ""
    for start, end in pairwise([*starts, len(heard)]):
        if words := heard.quote(start, end).strip(_ENDS):
            parts.append((*_read(words, code, hears), start, end))
            code = next(reversed(values_of(hears(words), Kind.CODE)), hears(words).task or code)
    found = [(matter, list(each)) for matter, each in groupby(parts, itemgetter(0))]
    if len(found) == 1 or None in (matter for matter, _ in found):
        return []
    return [
        (matter, each[0][1] + heard.quote(each[0][2], each[-1][3]).strip(_ENDS)) for matter, each in found if matter
    ]


def where_it_goes_on(heard: Sentence, before: int) -> int | None:
    """Return where a sentence goes on to another matter last before a place: behind a sign that ends one, or at words
    for it; None where it goes on with the same."""
    found = list(_RULES["goes_on"].finditer(heard.in_lines()[:before]))
    if not found:
        return None
    return found[-1].end() if found[-1][0] in _SIGNS else found[-1].start()


def qualifies(heard: Sentence, end: int) -> bool:
    """Return whether a name that ends there only says of what something is (18-1的线索)."""
    return heard.startswith("的", end)


def _read(words: str, code: str, hears: Hears) -> tuple[Matter | None, str]:
    """Return what a part does by itself, and what it needs before it: the code of the task spoken of."""
    meaning = hears(words)
    matter = _matter(meaning)
    codes = list(of_kind(meaning, Kind.CODE))
    if not blank(meaning.text, codes).strip(TAKEN + _ENDS):
        return None, ""
    of_it = matter in (Matter.TELLS, Matter.PUTS_OFF) or _RULES["same"].search(words)
    if code and of_it and meaning.task is None and not meaning.candidates:
        return _matter(hears(f"{code} {words}")), f"{code} "
    return matter, ""


def _matter(meaning: Understanding) -> Matter | None:
    """Return what a sentence surely does; None for what may be either of two, and for orders and small talk."""
    if meaning.between:
        return None
    if meaning.aim is Aim.EXTENSION:
        return Matter.PUTS_OFF
    if meaning.aim.intent is Intent.REPORT:
        return Matter.TELLS
    return Matter.ASKS if meaning.aim in _ASKING else None
