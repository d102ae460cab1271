"""From a deadline text to its reading."""

import re
from collections.abc import Callable
from datetime import date
from functools import reduce

from data.deadlines.clauses import combine, is_remark, last_steps, says_begun, split_clauses
from data.deadlines.counts import read_counted
from data.deadlines.dates import read_date
from data.deadlines.english import in_chinese
from data.deadlines.events import read_arranged, read_conditional
from data.deadlines.model import Deadline, Kind
from data.deadlines.moved import read_moved
from data.deadlines.recurring import read_recurring
from data.deadlines.undated import read_done, read_ongoing
from data.deadlines.wording import normalise

_READERS: tuple[Callable[[str, date], Deadline | None], ...] = (
    read_date,
    read_moved,
    read_counted,
    read_recurring,
    read_ongoing,
    read_done,
    read_conditional,
    read_arranged,
)
_NOTHING = re.compile(r"[-/\s]*|无")
_LONGEST = 200
_UNCLEAR = Deadline(Kind.UNCLEAR)


def read_deadline(text: str, issued: date) -> Deadline:
    """Read a deadline text of a plan issued on that day.

    Every sign of the text has to be understood, and in one way only; otherwise it is unclear, never guessed.
    """
    whole = normalise(text)
    if _NOTHING.fullmatch(whole):
        return Deadline(Kind.MISSING)
    if len(whole) > _LONGEST:
        return _UNCLEAR
    if (reading := _read_clause(whole, issued)) is not None:
        return reading
    lines = normalise(text.strip().replace("\n", ";"))
    return _read_clauses(split_clauses(lines), issued)


def _read_clauses(clauses: list[str], issued: date) -> Deadline:
    """What the clauses say together, remarks aside. A day that is over, of work only begun, is unclear."""
    read = [(clause, _read_clause(clause, issued)) for clause in clauses]
    begun = any(reading is None and says_begun(clause) for clause, reading in read)
    told = [
        (clause, reading or _UNCLEAR)
        for clause, reading in read
        if reading or not (is_remark(clause) or says_begun(clause))
    ]
    deadline = reduce(combine, last_steps(told)) if told else _UNCLEAR
    return _UNCLEAR if begun and deadline.due and deadline.due < issued else deadline


def _read_clause(text: str, issued: date) -> Deadline | None:
    """The one reading of a clause, unclear if it has several or an impossible one, None if it has none."""
    wording = in_chinese(text)
    try:
        readings = [reading for read in _READERS if (reading := read(wording, issued))]
    except (ValueError, OverflowError):
        return _UNCLEAR
    if not readings:
        return None
    return readings[0] if len(readings) == 1 else _UNCLEAR
