"""Deadlines that were moved: 原定2019年6月，延期至2019年12月底."""

import re
from datetime import date

from data.plan.deadlines.dates import read_date, states_no_year
from data.plan.deadlines.model import Deadline
from data.plan.deadlines.wording import WORDS

_MOVED = re.compile(
    r"(?:(?:原(?:定|计划)?[于为]?|[由从])(?P<before>[^,;]+?)[,;]?)?"
    rf"(?:因{WORDS})?"
    r"(?:现|已)?(?:延期|延长|延后|延迟|推迟|顺延|提前|调整|变更|改)[至到为](?P<now>[^,;]+)"
)


def read_moved(text: str, issued: date) -> Deadline | None:
    """The date that now holds, where the one before may be named too; None if the text is not that."""
    match = _MOVED.fullmatch(text)
    if match is None:
        return None
    before = read_date(match["before"], issued) if match["before"] else None
    if match["before"] and before is None:
        return None
    now = match["now"]
    if before is None or before.due is None or not states_no_year(now):
        return read_date(now, issued)
    moved = read_date(now, before.due)
    return moved if moved and moved.due and moved.due.year == before.due.year else None
