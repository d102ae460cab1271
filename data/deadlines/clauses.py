"""Deadlines of several clauses: 2019年8月,检查工作持续开展."""

import re
from dataclasses import replace

from data.deadlines.model import Deadline, Kind

_LINK = "(?:并且?|且|[之此以其今随然]?后|同时|注:)"
_BREAK = re.compile(rf"[,;。()]+{_LINK}?|\.$|{_LINK}(?=长期|持续|常态)")
_UNCLEAR = Deadline(Kind.UNCLEAR)


def split_clauses(text: str) -> list[str]:
    """The text's clauses, without the marks and words that link them."""
    return [clause for clause in _BREAK.split(text) if clause]


def combine(first: Deadline, then: Deadline) -> Deadline:
    """What two clauses say together; unclear unless they say one thing."""
    if first == then:
        return first
    match first.kind, then.kind:
        case (Kind.DATE, Kind.ONGOING) if then.start is None:
            return replace(first, kind=Kind.MILESTONE_THEN_ONGOING, check_in=then.check_in)
        case (Kind.DATE, Kind.RECURRING) if then.granularity == then.every:
            return replace(first, kind=Kind.MILESTONE_THEN_ONGOING, check_in=then.every)
        case (Kind.ONGOING, Kind.RECURRING) if then.granularity == then.every:
            return replace(first, check_in=then.every)
        case (Kind.MILESTONE_THEN_ONGOING | Kind.ONGOING, Kind.ONGOING) if then.start is None:
            return first
        case (Kind.DATE, Kind.DONE) | (Kind.DONE, Kind.DATE):
            return Deadline(Kind.DONE)
        case (Kind.DONE, Kind.ONGOING):
            return then
        case _:
            return _UNCLEAR
