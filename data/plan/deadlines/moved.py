"""Deadlines that were moved: 原定2019年6月，延期至2019年12月底."""

from datetime import date

from data.patterns import Pattern
from data.plan.deadlines.dates import read_date, states_no_year
from data.plan.deadlines.model import Deadline
from data.plan.deadlines.wording import WORDS
from data.shapes import Shape

_MOVED = Pattern(f"(?:(?:原(?:w?|j)[于为]?|[由从])(?P<before>[^,;]+?)[,;]?)?(?:因{WORDS})?[w已]?E(?P<now>[^,;]+)")


def read_moved(shape: Shape, issued: date) -> Deadline | None:
    """The date that now holds, where the one before may be named too; None if the text is not that."""
    match = _MOVED.fullmatch(shape.signs)
    if match is None:
        return None
    before = read_date(shape.of(match, "before"), issued) if match["before"] else None
    if match["before"] and before is None:
        return None
    now = shape.of(match, "now")
    if before is None or before.due is None or not states_no_year(now):
        return read_date(now, issued)
    moved = read_date(now, before.due)
    return moved if moved and moved.due and moved.due.year == before.due.year else None
