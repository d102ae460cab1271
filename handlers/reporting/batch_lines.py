"""Which reports the lines of a message state, and on which tasks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from data.errors import NotYours, Refusal, WhichUnit
from data.errors.numbers import FigureTwice
from data.reporting.drafts import UNDER_WAY
from data.standing.assignments import Assignment
from data.standing.standing import Status
from data.understanding import Aim, Intent, Kind, Mood, Reading, Understanding, of_kind
from data.understanding.lines import joins, says_nothing, without_number
from data.understanding.normalise.sentence import Sentence, blank, normalise
from handlers.reporting.statements import FIXED, Statement, beside_the_task, checked, in_lines, statement_of
from handlers.tasks.own_tasks import own_assignments
from handlers.telegram.context import Context
from handlers.telegram.understanding import SURE, hear, unheard_of

NAMED = (Kind.CODE, Kind.NO_CODE, Kind.TASK)
SOMETHING_ELSE = (Intent.EXTENSION, Intent.HELP, Intent.CANCEL)


@dataclass(frozen=True, slots=True)
class Reported:
    """A statement on one of the person's own assignments."""

    assignment: Assignment
    statement: Statement


@dataclass(frozen=True, slots=True)
class Lines:
    """The reports of a message in their order, how many of them name their task, and the lines that hold none."""

    reports: list[Reported]
    naming: int
    unread: list[str]


def read_lines(context: Context, lines: Iterable[str]) -> Lines:
    """The reports of a message: one or several a line, and whatever is said in the lines below one belongs to it.

    Greetings and headings say nothing.
    """
    found, naming, unread, above, by_code = list[Reported](), 0, list[str](), False, False
    for line in lines:
        more = above and (_says_of_the_code(context, line) if by_code else _goes_on(context, line))
        reports = [] if more and by_code else reports_in(context, line)
        if reports:
            found, naming, above = [*found, *reports], naming + len(reports), True
            by_code = any(of_kind(hear(context, without_number(line)), Kind.CODE))
        elif more:
            found.append(_more_on(context, found[-1].assignment, line))
        elif not says_nothing(line):
            unread.append(line)
            above = False
    return Lines(found, naming, unread)


def why_not(context: Context, line: str) -> Refusal | None:
    """Why a line is no report that the person can give: it names a task of others, or one that there is not, or one of
    several of their units without saying of which."""
    meaning = hear(context, without_number(line))
    if meaning.task is None:
        return unheard_of(context, meaning)
    mine = own_assignments(context, meaning.task, meaning.unit)
    if len(mine) > 1:
        return WhichUnit(meaning.task, tuple(each.unit or "" for each in mine))
    return None if mine else NotYours()


def reports_in(context: Context, line: str) -> list[Reported]:
    """The reports that a line states on tasks of the person's own: one; several where it names several by their codes
    (2-3和8-2都完成了; finished 2-3 and 8-2; 2-3 50%，8-2 60%); none where it is not sure which is meant."""
    line = without_number(line)
    meaning = hear(context, line)
    codes = list(of_kind(meaning, Kind.CODE))
    if len({code.values for code in codes}) > 1:
        return _of_several(context, line, meaning, codes)
    mine = own_assignments(context, meaning.task, meaning.unit) if meaning.task else []
    if meaning.intent is not Intent.REPORT or len(mine) != 1:
        return []
    statement = statement_of(context, meaning) or _no_change(mine[0], meaning)
    return [Reported(mine[0], statement)] if statement else []


def _no_change(assignment: Assignment, meaning: Understanding) -> Statement | None:
    """How a task stands, once more, where a line says that nothing has changed; None where it does not."""
    if meaning.aim is not Aim.NO_CHANGE:
        return None
    last = assignment.last
    status = last.status if last is not None and last.status in UNDER_WAY else Status.IN_PROGRESS
    obstacle = last.obstacle if last is not None and status is Status.BLOCKED else None
    return Statement(status, percent=assignment.percent, note=beside_the_task(meaning), obstacle=obstacle)


def merged(reports: Iterable[Reported]) -> list[Reported]:
    """Reports with those on the same assignment made one: what was said last counts, and every note is kept."""
    found: dict[int, Reported] = {}
    for each in reports:
        key = each.assignment.id or 0
        before = found.get(key)
        found[key] = each if before is None else replace(each, statement=_together(before.statement, each.statement))
    return list(found.values())


def _goes_on(context: Context, line: str) -> bool:
    """Whether a line names no task and asks for nothing, so that it goes on with what stands above."""
    meaning = hear(context, line)
    named = any(reading.kind in NAMED and reading.sureness >= SURE for reading in meaning.readings)
    return not named and not _is_something_else(meaning)


def _says_of_the_code(context: Context, line: str) -> bool:
    """Whether a line goes on with one above that names its task by a code: other words of a task are told of that one,
    unless a line begins with a task that is sure and says how far it is."""
    meaning = hear(context, without_number(line))
    named = [each for each in meaning.readings if each.kind in NAMED and each.sureness >= SURE]
    coded = any(each.kind is not Kind.TASK for each in named)
    begins = any(not meaning.text[: each.start].strip("\0 ") for each in named)
    stated = any(of_kind(meaning, Kind.PERCENT)) or any(of_kind(meaning, Kind.STATUS))
    return not coded and not (begins and stated) and not _is_something_else(meaning)


def _is_something_else(meaning: Understanding) -> bool:
    return meaning.whole or Mood.ASKS in meaning.moods or meaning.intent in SOMETHING_ELSE


def _more_on(context: Context, assignment: Assignment, line: str) -> Reported:
    meaning = hear(context, f"{assignment.code} {line}")
    said = statement_of(context, meaning) if meaning.intent is Intent.REPORT else None
    return Reported(assignment, said or Statement(Status.IN_PROGRESS, stated=False, note=line.strip()))


def _of_several(context: Context, line: str, meaning: Understanding, codes: Sequence[Reading]) -> list[Reported]:
    heard = normalise(line)
    starts = [code.start for code in codes]
    before = blank(heard, [*of_kind(meaning, Kind.STATUS), *of_kind(meaning, Kind.PERCENT)], " ")
    if not joins(before[: starts[0]]) or meaning.aim.intent is not Intent.REPORT:
        return []
    parts = [heard.quote(start, end) for start, end in zip(starts, [*starts[1:], len(heard)], strict=True)]
    singly = [reports_in(context, part) for part in parts]
    if all(len(each) == 1 for each in singly):
        return [report for each in singly for report in each]
    return _of_all(context, heard, meaning, codes)


def _of_all(context: Context, heard: Sentence, meaning: Understanding, codes: Sequence[Reading]) -> list[Reported]:
    """One statement on several tasks. Figures are of one of them, and it is not said of which."""
    joined = all(joins(heard[before.end : after.start]) for before, after in pairwise(codes))
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
        tuple(dict.fromkeys((*first.running, *second.running))),
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
