"""Read a whole deadline text."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache, reduce

from data.patterns import Match, Pattern
from data.plan.deadlines.clauses import (
    combine,
    is_remark,
    last_steps,
    recurs_until,
    reports_until,
    says_begun,
    split_clauses,
    without_restating,
    without_stages,
)
from data.plan.deadlines.dates import read_date, read_moved, states_no_year
from data.plan.deadlines.events import read_arranged, read_counted, read_course, read_done, read_ongoing
from data.plan.deadlines.model import UNCLEAR_DEADLINE, Deadline, DeadlineKind, shape_of
from data.plan.deadlines.recurring import read_recurring
from data.plan.deadlines.spelling import deadline_in_chinese, normalise
from data.shapes import Shape

_READERS: tuple[Callable[[Shape, date], Deadline | None], ...] = (
    read_date,
    read_moved,
    read_counted,
    read_recurring,
    read_ongoing,
    read_done,
    read_course,
    read_arranged,
)
_LABEL = Pattern(
    r"(^|[^\x{4e00}-\x{9fff}])"
    "(?:计划|预计|目标|总体|任务|工作|整改|办理|报送|上报|完成|办结|落实|实施|推进|建设|截止|起止)*"
    "(?:(?:时间|时限|期限|日期|节点)(?:节点|要求|安排)?|进度(?:要求|安排))(?:[:为]|([0-9]{4}年))"
)
_MONTH_OR_LENGTH = Pattern("(?:[0-9]{1,3}|[一二三四五六七八九十两]{1,3})(?:[日号天]|个?月|年|个?工作日)")
_NOTHING = Pattern(r"(?i)[-/\s]*|无|不设期限|n/?a|none")
_CUT_OFF = Pattern(r"[并及和与的对将于在由至到或(:“《-]$|\([^)]*$|《[^》]*$")
_LONGEST = 200
_ANY_DAY = date(2000, 1, 1)
_REMEMBERED = 1_000
"""Number of readings cached; the same texts recur many times in a plan."""


@lru_cache(maxsize=_REMEMBERED)
def read_deadline(text: str, issued: date) -> Deadline:
    """Return the reading of a deadline text in a plan issued on the day `issued`.

    Every character has to be understood in exactly one way; otherwise the deadline is unclear, never guessed.
    """
    if len(text) > _LONGEST * 2:
        return UNCLEAR_DEADLINE
    whole = _unlabelled(text)
    if _NOTHING.fullmatch(whole):
        return Deadline(DeadlineKind.MISSING)
    if len(whole) > _LONGEST or _CUT_OFF.search(whole):
        return UNCLEAR_DEADLINE
    if (reading := _read_clause(shape_of(deadline_in_chinese(whole)), issued)) is not None:
        return reading
    lines = _unlabelled(text.strip().replace("\n", ";"))
    return _read_clauses([_in_chinese(clause) for clause in split_clauses(shape_of(lines))], issued)


def is_deadline(text: str) -> bool:
    """Return whether a text can be read as a deadline, in a plan of whatever day."""
    return read_deadline(text, _ANY_DAY).kind not in (DeadlineKind.UNCLEAR, DeadlineKind.MISSING)


def _unlabelled(text: str) -> str:
    return _LABEL.sub(_without_label, normalise(text))


def _without_label(label: Match) -> str:
    if not label[2] and _MONTH_OR_LENGTH.fullmatch(label.string[label.end() :]):  # 期限:3月 is March or three months
        return str(label[0])
    return f"{label[1]}{label[2] or ''}"


def _in_chinese(clause: Shape) -> Shape:
    wording = deadline_in_chinese(clause.text)
    return clause if wording == clause.text else shape_of(wording)


def _read_clauses(clauses: list[Shape], issued: date) -> Deadline:
    """Return what the clauses say together, ignoring remarks.

    Unclear if work is said to be done before a day still to come, or only begun after its deadline.
    """
    if stages := without_stages(clauses):
        return _last_stage([reading for _, reading in _read_in_turn(stages, issued)])
    read = list(_read_in_turn(clauses, issued))
    begun = any(reading is None and says_begun(clause) for clause, reading in read)
    told = [
        (clause, reading or UNCLEAR_DEADLINE)
        for clause, reading in read
        if reading or not (is_remark(clause) or says_begun(clause))
    ]
    told = told[:-1] if reports_until(told) else told
    deadline = reduce(combine, last_steps(told)) if told and not recurs_until(told) else UNCLEAR_DEADLINE
    ahead = any(reading.due and reading.due > issued for _, reading in told)
    too_late, too_early = begun and deadline.due and deadline.due < issued, deadline.kind is DeadlineKind.DONE and ahead
    return UNCLEAR_DEADLINE if too_late or too_early else deadline


def _last_stage(readings: list[Deadline | None]) -> Deadline:
    """Return the deadline of the last stage; unclear unless each stage is due after the one before it."""
    dues = [reading.due for reading in readings if reading and reading.kind is DeadlineKind.DATE and reading.due]
    first, last = readings[0], readings[-1]
    if not (first and last and len(dues) == len(readings) and dues == sorted(set(dues))):
        return UNCLEAR_DEADLINE
    return replace(last, start=first.start)


def _read_in_turn(clauses: list[Shape], issued: date) -> Iterator[tuple[Shape, Deadline | None]]:
    """Yield each clause with its reading, taking a missing year from the clause before if it fits."""
    stated: date | None = None
    for clause in clauses:
        told = without_restating(clause)
        reading = _read_clause(told, issued)
        if stated and states_no_year(clause):
            within = _read_clause(clause, stated)
            reading = within if within and within.due and within.due.year == stated.year else reading
        if reading and reading.kind is DeadlineKind.DATE:
            stated = reading.due
        yield clause, reading


def _read_clause(clause: Shape, issued: date) -> Deadline | None:
    """Return the only reading of a clause; unclear if there are several or it is impossible, None if there is none."""
    try:
        readings = [reading for read in _READERS if (reading := read(clause, issued))]
    except (ValueError, OverflowError):
        return UNCLEAR_DEADLINE
    if not readings:
        return None
    return readings[0] if len(readings) == 1 else UNCLEAR_DEADLINE
