"""What a report states besides its task, percentage and figures: a status, and the rest as a note."""

import re
from collections.abc import Iterable, Sequence

from data.understanding.meaning import Kind, Reading
from data.understanding.sentence import CLAUSE, TAKEN, blank

_BEFORE = (
    r"麻烦|请|帮我|我们?|咱们|本周|目前|现在|截至|今天|已经?|均|都|全部|进度|进展|情况|完成度?|大概|大约|约|达到?|共计?|累计|其中"
    r"|了|为|是|到|的|任务|编号|序号|把|将|改成|改为|改到|更新为|调整为|调到|:|：|、"
    r"|task|is|are|about|now|we|have|has|so far|done|yet|still|already|at|it's"
    r"|on|for|i|want to|would like to|like to|please|let me|to"
)
_AFTER = (
    r"左右|了|的|吧|啊|哈|啦|呢|任务|进展|进度|情况|完成|报来|报告|:|：|、"
    r"|done|completed?|finished|yet|now|so far|is|are|on|for"
)
_LEAD = re.compile(rf"(?:{_BEFORE}|{_AFTER}|{TAKEN}|\s)*+", re.IGNORECASE)
_AFTER_TAKEN = re.compile(rf"(?:{_AFTER}|\s)*+", re.IGNORECASE)
_TAIL = re.compile(rf"(?:{_BEFORE}|{_AFTER}|{TAKEN}|\s)++$", re.IGNORECASE)
_COURTESY = re.compile(
    r"^(?:麻烦|请|帮我)?(?:(?:登记|记录?|填报?|报|更新)一?下|一下)|^(?:请|麻烦|谢谢)+$|(?:谢谢|辛苦)(?:了"
    r"|您|你)?$|^(?:备注|说明|note)[:：]?\s*"
    r"|^(?:好的?|收到|你好|您好|谢谢|辛苦了?|请(?:审核|查收|知悉|领导审核)|特此报告|以上"
    r"|汇报完毕|报告完毕|ok|hi|hello|thanks)$"
)
_LEFT_OF_A_NUMBER = 2


def stated_status(heard: str, readings: Iterable[Reading]) -> str | None:
    """Return the status a report states: its clause says nothing else (方案已完成 is a note), blocked excepted."""
    readings = list(readings)
    status = next((reading for reading in readings if reading.kind is Kind.STATUS), None)
    if not status:
        return None
    name = {"closed": "submitted"}.get(status.values[0], status.values[0])
    return name if name == "blocked" or _says_only(status, heard, readings) else None


def note_of(heard: str, readings: Iterable[Reading]) -> str | None:
    """Return the clauses of a report that say more than the readings took, tidied; None if there are none."""
    readings = list(readings)
    known = [reading for reading in readings if reading.kind is not Kind.STATUS or _says_only(reading, heard, readings)]
    parts = [part for clause in CLAUSE.finditer(heard) if (part := _left(clause, heard, known))]
    joint = "，" if re.search(r"[\u4e00-\u9fff]", "".join(parts)) else ", "
    return joint.join(parts) or None


def _says_only(status: Reading, heard: str, readings: Sequence[Reading]) -> bool:
    clause = next(match for match in CLAUSE.finditer(heard) if match.start() <= status.start < match.end())
    return not _left(clause, heard, readings)


def _left(clause: re.Match[str], heard: str, readings: Sequence[Reading]) -> str:
    """Return what a clause says besides the readings; a word or two about a number say nothing."""
    start, end = clause.span()
    rest = blank(heard, readings)[start:end]
    if TAKEN not in rest:
        return _tidy(clause[0])
    first, last = _edges(rest)
    numbers = (reading for reading in readings if reading.kind in (Kind.FIGURE, Kind.PERCENT))
    trifle = _LEFT_OF_A_NUMBER if any(start <= reading.start < end for reading in numbers) else 0
    said = rest[first:last].replace(TAKEN, "").strip()
    return _tidy(clause[0][first:last]) if len(said) > trifle else ""


def _edges(rest: str) -> tuple[int, int]:
    """Return where a clause begins and ends without what was taken at its edges and the small words about that."""
    lead, tail = _LEAD.match(rest), _TAIL.search(rest)
    first = lead[0].rfind(TAKEN) + 1 if lead else 0
    after = _AFTER_TAKEN.match(rest, first)
    first = after.end() if first and after else first
    return first, max(first, tail.start() if tail and TAKEN in tail[0] else len(rest))


def _tidy(text: str) -> str:
    return _COURTESY.sub("", text.strip(" ,，。;；:：、-")).strip(" ,，。;；:：、-")
