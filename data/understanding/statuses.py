"""Words for a status and for being overdue, in questions and in reports."""

from collections.abc import Iterator
from functools import lru_cache

from data.patterns import PatternSet
from data.understanding.lexicon.patterns import patterns, phrases
from data.understanding.meaning import Kind, Reading
from data.understanding.normalise.sentence import TAKEN, Span, blank_spans

_WINDOW = 24
_MOST = 40
"""Nobody says more often in one sentence how something stands."""
_BLOCKED = "blocked"
_RULES, _PHRASES = patterns("statuses"), phrases("statuses")
SAYS_OVERDUE, UNFINISHED, NEARLY = (_PHRASES[name] for name in ("overdue", "unfinished", "nearly"))
_STATUSES = {name: _PHRASES[name] for name in ("not_started", "submitted", _BLOCKED, "closed", "in_progress")}
"""Looked for in this order, so that what is not begun or not done is found before what is."""
_ANY = PatternSet(phrases.pattern.source for phrases in (*_STATUSES.values(), SAYS_OVERDUE, UNFINISHED))


def find_statuses(text: str) -> Iterator[Reading]:
    """Yield each status that a lower-cased text names, once, the negated ones first."""
    named: set[str] = set()
    for found in every_status(text):
        if found.values[0] not in named:
            named.add(found.values[0])
            yield found


@lru_cache(maxsize=16)
def every_status(text: str) -> tuple[Reading, ...]:
    """Return every place where a lower-cased text names a status, the negated ones first."""
    return tuple(_statuses_in(text)) if tells_how_it_stands(text) else ()


@lru_cache(maxsize=16)
def tells_how_it_stands(text: str) -> bool:
    """Return whether a lower-cased text may have words for a status, or for being overdue or unfinished."""
    return bool(_ANY.found_in(text))


def _statuses_in(text: str) -> Iterator[Reading]:
    left, said = blank_spans(text, SAYS_OVERDUE.find(text)), _ANY.found_in(text)
    for name, words in _STATUSES.items():
        if name == "closed":
            left = blank_spans(left, UNFINISHED.find(left))
        for start, end in words.find(left)[:_MOST] if words.pattern.source in said or left != text else ():
            before = left[max(0, start - _WINDOW) : start]
            denied = name == _BLOCKED and _is_denied(before, left[end : end + 2 * _WINDOW])
            if not denied and not _RULES["hedged"].search(before):
                yield Reading(Kind.STATUS, start, end, (name,))


def is_still_unfinished(text: str) -> bool:
    """Return whether a lower-cased text says that work is not finished yet, and so goes on (没弄完呢, 还没搞完)."""
    return bool(UNFINISHED.find(text)) and _RULES["still"].search(text) is not None


def only_nearly_done(text: str) -> bool:
    """Return whether a lower-cased text says that work is nearly done (已基本完成), and of none that it is."""
    return bool(NEARLY.find(text)) and all(each.values[0] != "closed" for each in every_status(text))


def denies_obstacles(text: str) -> bool:
    """Return whether a lower-cased text has words for an obstacle and denies all of them, or says that it is solved."""
    said = bool(_STATUSES[_BLOCKED].find(text)) or _RULES["solved"].search(text) is not None
    return said and all(each.values[0] != _BLOCKED for each in every_status(text))


def without_denied_obstacles(text: str) -> str:
    """Return a text without saying that there is no obstacle (没有受阻, 现在不受阻了); empty if that is all."""
    rest = blank_spans(text, _obstacles_not_there(text.lower()), " ")
    return "" if _RULES["beside_denial"].fullmatch(rest) else rest


def _obstacles_not_there(text: str) -> Iterator[Span]:
    for start, end in _STATUSES[_BLOCKED].find(text)[:_MOST]:
        if (denied := _RULES["not_there"].search(text[max(0, start - _WINDOW) : start])) is not None:
            yield start - len(denied[0]), end


def _is_denied(before: str, behind: str) -> bool:
    """Return whether an obstacle is said not to exist (没有受阻) or to be overcome (受阻问题已解决)."""
    denied = _RULES["denied"].search(_RULES["asked"].sub(TAKEN * 2, before))
    return bool(denied or _RULES["overcome"].match(behind))
