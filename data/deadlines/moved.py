"""Deadlines that were moved: 原定2019年6月，延期至2019年12月底."""

import re
from datetime import date

from data.deadlines.dates import read_date
from data.deadlines.model import Deadline

_MOVED = re.compile(
    r"(?:(?:原(?:定|计划)?[于为]?|[由从])(?P<before>[^,;]+?)[,;]?)?"
    r"(?:现|已)?(?:延期|延长|延后|延迟|推迟|顺延|调整|变更|改)[至到为](?P<now>[^,;]+)"
)


def read_moved(text: str, issued: date) -> Deadline | None:
    """The date that now holds, where the one before may be named too; None if the text is not that."""
    match = _MOVED.fullmatch(text)
    if match is None or (match["before"] and read_date(match["before"], issued) is None):
        return None
    return read_date(match["now"], issued)
