"""The title and day of issue that a document states, and short titles for tasks without one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from data.calendar import Period
from data.patterns import Pattern
from data.plan.deadlines import DeadlineKind, read_deadline
from data.plan.files.unit_cells import one_line

LONGEST = 16
SHORTEST, SHORTEST_OF_A_LIST = 4, 8
"""Minimum length of a title in characters, and of one cut within a list (开展春季、秋季检查)."""
_NUMBER = Pattern(r"\s*(?:[（(]?[\d一二三四五六七八九十]{1,3}[）)、.．]|[①-⑳])\s*")
_MONTH = r"(?:20\d\d年)?\d{1,2}月(?:\d{1,2}日|底|末)?"
_WHEN = Pattern(rf"{_MONTH}(?:之?前|以前|[至到—-]{_MONTH})[，,]?将?|(?:年底|全年)(?:之?前)?[，,]?")
_BY_WHOM = Pattern("(?:按照?|根据|依照?|依据|随|结合)[^，。；：]{1,14}?(?:要求|部署|安排|分工|规定)[，,]?[在将]?")
"""Opening words about on whose orders or as part of what something is done, which a title leaves out."""
_BREAK = Pattern(r"[，。；：、,;:!?！？\n]|\.(?:\s|$)")


def short_title(measure: str) -> str:
    """Return at most LONGEST characters of a measure: up to its first natural break, or cut with an ellipsis."""
    number = _NUMBER.match(measure)
    text = measure[number.end() :] if number and not measure[number.end() :][:1].isdecimal() else measure
    for before in (_WHEN, _BY_WHOM):
        found = before.match(text)
        text = text[found.end() :] if found and len(text) - found.end() >= SHORTEST else text
    breaks = [found for found in _BREAK.finditer(text) if found[0] != "、" or found.start() >= SHORTEST_OF_A_LIST]
    ends = [found.start() for found in breaks] + [len(text)]
    title = text[: next(end for end in ends if end >= min(SHORTEST, len(text)))].strip()
    return title if len(title) <= LONGEST else title[: LONGEST - 1].rstrip() + "…"


_TITLE = Pattern(
    "(?:要点|计划|方案|任务|安排|意见|分工|措施|清单|台账|任务书|(?:细化|任务|分工|责任|分解)表)(?:[（(].*[）)])?$"
)
_NUMBERED = Pattern("^(?:[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十]{1,3}[章部])")
_DAY_ALONE = Pattern(
    r"[（(]?(?:.{2,20}[〔\[［(（]\d{4}[〕\]］)）]\d+号[，,、]?)?(.{4,5}年.{1,3}月.{1,4}日)(?:印发|发布)?[）)]?"
)
_LONGEST = 60
_ANY_DAY = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Imprint:
    """The title of a document (empty if not found) and its day of issue (None if not stated)."""

    title: str = ""
    issued: date | None = None


def imprint(lines: Sequence[str]) -> Imprint:
    """Return the title and day of issue stated in the lines of a document."""
    tidied = ["".join(one_line(line).split()) for line in lines]
    return Imprint(title_in(map(one_line, lines)), _issued(tidied))


def title_in(lines: Iterable[str]) -> str:
    """Return the first line before the text that reads like a plan's title, or an empty string."""
    for line in lines:
        if _NUMBERED.match(line):
            return ""
        if _TITLE.search(line) and len(line) <= _LONGEST:
            return line
    return ""


def _issued(lines: Sequence[str]) -> date | None:
    """Return the day on the last line that consists of a day, maybe after the document's number, or None."""
    for line in reversed(lines):
        if found := _DAY_ALONE.fullmatch(line):
            read = read_deadline(found[1], _ANY_DAY)
            if read.kind is DeadlineKind.DATE and read.granularity is Period.DAY:
                return read.due
    return None
