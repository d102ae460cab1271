"""The answers to the questions of a report, as they are kept."""

from collections.abc import Mapping
from typing import Any

from data.errors import TextMissing
from data.errors.reporting import PercentOutOfRange
from data.reporting.drafts import UNDER_WAY, Draft, checked_note
from data.standing.assignments import Assignment
from data.standing.check_ins import goes_on
from data.standing.standing import Status
from data.understanding.entities import percents
from data.understanding.normalise.sentence import normalise
from data.understanding.reports import is_going_on

Answers = Mapping[str, Any]
NO_TOTALS: Mapping[str, float] = {}
FIXED = {Status.NOT_STARTED: 0, Status.SUBMITTED: 100}


def status_answers(draft: Draft, status: Status) -> Answers:
    """How the work stands; a percent stays where both are under way."""
    return {"status": status, "percent": FIXED.get(status, draft.percent if draft.status in UNDER_WAY else None)}


def percent_so_far(assignment: Assignment) -> int:
    """How far the work is, where it is under way; else 0. What was given back counts nowhere."""
    return assignment.percent if assignment.status in UNDER_WAY else 0


def with_percent(assignment: Assignment, given: Answers) -> Answers:
    """Answers with the percent so far where none is given of work that goes on for good, or of what is blocked when it
    was reported on before: they are not asked for one."""
    asked = given.get("status") in UNDER_WAY and given.get("percent") is None
    known = assignment.last is not None and not assignment.finished
    stands = goes_on(assignment) or (known and given.get("status") is Status.BLOCKED)
    return {**given, "percent": percent_so_far(assignment)} if asked and stands else given


def obstacle_answers(text: str) -> Answers:
    """What blocks and what is needed. Raises TextMissing for nothing, NoteTooLong above 2,000 characters."""
    if not text.strip():
        raise TextMissing
    return {"obstacle": checked_note(text)}


def figure_answers(
    draft: Draft, named: Mapping[str, float], doubted: Mapping[str, float], running: Mapping[str, float] = NO_TOTALS
) -> Answers:
    """The figures: those named take the place of their like, the others stay; `running` are the running totals of those
    named, with what was reported before.

    Those in `doubted` are asked about until they are confirmed, changed, or said once more; one that stands already
    needs no more.
    """
    fresh = {name: value for name, value in doubted.items() if (draft.figures or {}).get(name) != value}
    others = {name: value for name, value in draft.doubted.items() if name not in named}
    totals = {name: before for name, before in draft.running.items() if name not in named}
    return {
        "figures": {**(draft.figures or {}), **named},
        "running": {**totals, **running},
        "doubted": {**others, **fresh},
    }


def same_ones_answers(draft: Draft, last: Mapping[str, float]) -> Answers:
    """Figures without those in doubt that are the same as the `last` ones: they were reported already."""
    same = {name for name, value in draft.doubted.items() if last.get(name) == value}
    return {
        name: {each: value for each, value in (getattr(draft, name) or {}).items() if each not in same}
        for name in ("figures", "doubted")
    }


def contradicts(draft: Draft, note: str) -> bool:
    """Whether a note says that work goes on which is said to be done."""
    return draft.status is Status.SUBMITTED and is_going_on(note)


def read_percent(text: str) -> int:
    """The percent that a text states, as 80, 80%, 八十, eighty or 八成. Raises PercentOutOfRange for anything else."""
    if (percent := percents.read_percent(normalise(text).lower())) is None:
        raise PercentOutOfRange(text)
    return percent
