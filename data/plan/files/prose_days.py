"""Finding the deadline in a measure written in prose."""

from datetime import date

from data.patterns import Pattern
from data.plan.deadlines import DeadlineKind, is_deadline, read_deadline

_DAY = r"\d{1,2}月(?:\d{1,2}日|底|末|上旬|中旬|下旬)?|年底|年末|上半年|下半年|第?[一二三四1-4]季度末?|年内|全年"
_EVERY = r"每个?(?:月|季度|半年|年)(?:\d{1,2}日|底|末)?(?:之?前)?"
_MONTHS = r"\d{1,2}月(?:\d{1,2}日)?(?:至|到|[-—－–~～]+)(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|底|末)?"
_DEADLINE = Pattern(rf"{_EVERY}|{_MONTHS}|(?:{_DAY})(?:之?前|以前|以内|内)?")
_TELLS = ("前", "内", "底", "末", "上半年", "下半年", "全年", "季度")
"""Endings of a day that is a deadline; 3月15日 alone is the day of an event."""
_FROM_TO = Pattern("月.*月")
_CLAUSE_ENDS = frozenset("，,。；;！!")
_CLAUSE = Pattern("[^，,。；;！!]+")
_AFTER = "后"
"""A comma after this character does not end a clause, as in 《条例》出台后，两年内."""
_GOES_ON_BEFORE = Pattern("[0-9０-９零〇一二三四五六七八九十两半年月日号旬周度起后次下][、和及至到/~～—－-]?$")
_GOES_ON_BEHIND = Pattern(
    "^(?:后|左右|或|起|首[月周日]|末月|第.个?[月周天日]|初|[上中下]旬|[至到/~～—－-]|[、和及][0-9０-９零〇一二三四五六七八九十])"
)
_ONLY_BY = Pattern("^[^，,。；;!！年月日底末]*(?:前|期间)")
"""Follows 每年 if more is said about the day, as in 每年春耕、三夏前."""
_LONGEST = 40
_ANY_DAY = date(2000, 1, 1)


def deadline_words(measure: str) -> tuple[str, tuple[str, ...]]:
    """Return the words of the only deadline that a measure names, and an empty tuple.

    If it names several, or says more about a day than can be read, return an empty string and what it names.
    """
    said, sure, done = list[str](), True, 0
    for found in _DEADLINE.finditer(measure):
        if _says_by_when(found[0]):
            start = _start(measure, *found.span())
            sure = sure and not _has_more_around(measure, start, found.end())
            if start < done:
                said.pop()
            said.append(measure[start : found.end()])
            done = found.end()
    several = tuple(dict.fromkeys(said or _ongoing_clause(measure)))
    return (several[0], ()) if sure and len(several) == 1 else ("", several)


def _says_by_when(day: str) -> bool:
    """Return whether words for a day say by when, or from when to when, something is to be done."""
    return day.startswith("每") or day.endswith(_TELLS) or _FROM_TO.search(day) is not None


def _start(measure: str, start: int, end: int) -> int:
    """Return where the words for a day begin, taking as much of the clause as can be read (次年|1月底前)."""
    clause = _clause(measure, start, max(0, end - _LONGEST))
    words = ((first, measure[first:end]) for first in range(clause, start))
    return next((first for first, day in words if day == day.strip() and is_deadline(day)), start)


def _clause(measure: str, start: int, first: int) -> int:
    while start > first:
        if measure[start - 1] in _CLAUSE_ENDS and not measure.endswith(_AFTER, 0, start - 1):
            break
        start -= 1
    return start


def _ongoing_clause(measure: str) -> list[str]:
    """Return the first clause that says only that the work is ongoing (持续推进), in a list that may be empty."""
    clauses = (clause[0].strip() for clause in _CLAUSE.finditer(measure))
    return [each for each in clauses if read_deadline(each, _ANY_DAY).kind is DeadlineKind.ONGOING][:1]


def _has_more_around(measure: str, start: int, end: int) -> bool:
    """Return whether words before or after those for a day belong to them."""
    before, behind = measure[max(0, start - 2) : start], measure[end : end + 4]
    more = measure[start] == "每" and not measure.endswith("前", start, end) and _ONLY_BY.match(measure[end:])
    return bool(more or _GOES_ON_BEFORE.search(before) or _GOES_ON_BEHIND.match(behind))
