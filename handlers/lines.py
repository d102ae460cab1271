"""Which reports a line states, and on which tasks."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from data.drafts import UNDER_WAY
from data.errors import FigureTwice, NotYours, Refusal
from data.standing import Status
from data.tasks import Assignment
from data.understanding import Intent, Kind, Reading, Understanding
from data.understanding.sentence import Sentence, blank, normalise
from handlers.asking import own_assignments
from handlers.context import Context
from handlers.hearing import hear, unheard_of
from handlers.statements import FIXED, Statement, checked, in_lines, of_kind, statement_of

AND = re.compile(r"[\s、，,;；和与及跟同&]*(?:(?:and|with)\b)?\s*")


@dataclass(frozen=True, slots=True)
class Reported:
    """A statement on one of the person's own assignments."""

    assignment: Assignment
    statement: Statement


def reports_in(context: Context, line: str, heard: Understanding | None = None) -> list[Reported]:
    """The reports that a line states on tasks of the person's own: one; several where it names several by their codes
    (2-3和8-2都完成了; finished 2-3 and 8-2; 2-3 50%，8-2 60%); none where it is not sure which is meant. `heard` is
    what the line means where that is known already."""
    meaning = heard or hear(context, line)
    codes = list(of_kind(meaning, Kind.CODE))
    if len({code.values for code in codes}) > 1:
        return _of_several(context, line, meaning, codes)
    mine = own_assignments(context, meaning.task, meaning.unit) if meaning.task else []
    statement = statement_of(context, meaning)
    if meaning.intent is not Intent.REPORT or len(mine) != 1 or statement is None:
        return []
    return [Reported(mine[0], statement)]


def why_not(context: Context, line: str) -> Refusal | None:
    """Why a line is no report that the person can give, where it names a task of others or one that there is not."""
    meaning = hear(context, line)
    if meaning.task and not own_assignments(context, meaning.task):
        return NotYours()
    return unheard_of(context, meaning)


def merged(reports: Iterable[Reported]) -> list[Reported]:
    """Reports with those on the same assignment made one: what was said last counts, and every note is kept."""
    found: dict[int, Reported] = {}
    for each in reports:
        key = each.assignment.id or 0
        before = found.get(key)
        found[key] = each if before is None else replace(each, statement=_together(before.statement, each.statement))
    return list(found.values())


def _of_several(context: Context, line: str, meaning: Understanding, codes: Sequence[Reading]) -> list[Reported]:
    heard = normalise(line)
    starts = [code.start for code in codes]
    before = blank(heard, [*of_kind(meaning, Kind.STATUS), *of_kind(meaning, Kind.PERCENT)], " ")
    if AND.fullmatch(before, 0, starts[0]) is None or meaning.aim is not Intent.REPORT:
        return []
    parts = [heard.quote(start, end) for start, end in zip(starts, [*starts[1:], len(heard)], strict=True)]
    singly = [reports_in(context, part) for part in parts]
    if all(len(each) == 1 for each in singly):
        return [report for each in singly for report in each]
    return _of_all(context, heard, meaning, codes)


def _of_all(context: Context, heard: Sentence, meaning: Understanding, codes: Sequence[Reading]) -> list[Reported]:
    """One statement on several tasks. Figures are of one of them, and it is not said of which."""
    joined = all(AND.fullmatch(heard, before.end, after.start) for before, after in pairwise(codes))
    statement = statement_of(context, meaning)
    mine = [own_assignments(context, code.values[0], meaning.unit) for code in codes]
    if not joined or statement is None or statement.figures != {} or any(len(each) != 1 for each in mine):
        return []
    return [Reported(each[0], statement) for each in mine]


def _together(first: Statement, second: Statement) -> Statement:
    """Two statements on one task, in the order in which they were made."""
    status = _last_status(first, second)
    percent = second.percent if second.percent is not None or first.status not in UNDER_WAY else first.percent
    blocked = status is Status.BLOCKED
    said = [first.note, second.note] if blocked else [first.note, first.obstacle, second.note, second.obstacle]
    note, long = (None, []) if first.note is None or second.note is None else checked(in_lines(*said))
    figures = {**(first.figures or {}), **(second.figures or {})}
    twice = [name for name, value in (first.figures or {}).items() if figures[name] != value]
    unclear = twice or first.figures is None or second.figures is None
    return Statement(
        status,
        first.stated or second.stated,
        FIXED.get(status, percent),
        note,
        in_lines(first.obstacle, second.obstacle) or None if blocked else None,
        None if unclear else figures,
        (*first.faults, *second.faults, *long, *(FigureTwice(name, _numbers(name, first, second)) for name in twice)),
    )


def _last_status(first: Statement, second: Statement) -> Status:
    """The status of two statements: the last one in words, unless a percent has been given since."""
    if second.stated:
        return second.status
    if second.percent is None or (first.status is Status.BLOCKED and second.status is Status.IN_PROGRESS):
        return first.status
    return second.status


def _numbers(name: str, *statements: Statement) -> tuple[str, ...]:
    return tuple(f"{(each.figures or {})[name]:,.10g}" for each in statements)
