"""What a document says of itself: what it is called, and on which day it was issued."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from data.calendar import Period
from data.patterns import Pattern
from data.plan.deadlines import Kind, read_deadline
from data.plan.files.cells import one_line

_TITLE = Pattern(
    "(?:要点|计划|方案|任务|安排|意见|分工|措施|清单|台账|任务书|(?:细化|任务|分工|责任|分解)表)(?:[（(].*[）)])?$"
)
_NUMBERED = Pattern("^(?:[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十]{1,3}[章部])")
_DAY_ALONE = Pattern("[（(]?(.{4,5}年.{1,3}月.{1,4}日)(?:印发|发布)?[）)]?")
_LONGEST = 60
_ANY_DAY = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Imprint:
    """The title, empty where none is found, and the day of issue, None where it is not said."""

    title: str = ""
    issued: date | None = None


def imprint(lines: Sequence[str]) -> Imprint:
    """What the lines of a document say: the first before its text that is called a title, and the last that is nothing
    but a day."""
    tidied = ["".join(one_line(line).split()) for line in lines]
    return Imprint(title_in(map(one_line, lines)), _issued(tidied))


def title_in(lines: Iterable[str]) -> str:
    """The first line that is called as a plan is, of those before the text; empty where none is."""
    for line in lines:
        if _NUMBERED.match(line):
            return ""
        if _TITLE.search(line) and len(line) <= _LONGEST:
            return line
    return ""


def _issued(lines: Sequence[str]) -> date | None:
    """The day of the last line that is nothing but one."""
    for line in reversed(lines):
        if found := _DAY_ALONE.fullmatch(line):
            read = read_deadline(found[1], _ANY_DAY)
            if read.kind is Kind.DATE and read.granularity is Period.DAY:
                return read.due
    return None
