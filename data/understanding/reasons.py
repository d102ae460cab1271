"""What a clause behind an order tells: why something is to be done."""

from data.patterns import Pattern
from data.understanding.lexicon import any_of, table
from data.understanding.meaning import Kind, Understanding, of_kind
from data.understanding.normalise.sentence import TAKEN, blank

_WORDS = table("plan_changes")
_SAID_BY = Pattern(rf"(?i)^{TAKEN}+ ?(?:{any_of(_WORDS['said_by'])})*")
_EXTENDS = Pattern(f"(?i){any_of(_WORDS['extends'])}")
_SHORTEST = 2


def told(clause: Understanding) -> str:
    """Return what a clause tells, without who says it (农业局说…); nothing where it only names units, or lets an order
    hold for them, too (商务局也一样)."""
    units = list(of_kind(clause, Kind.UNIT))
    rest = _SAID_BY.sub("", blank(clause.text, units)).replace(TAKEN, " ").strip()
    return "" if units and (len(rest) < _SHORTEST or _EXTENDS.search(rest)) else rest
