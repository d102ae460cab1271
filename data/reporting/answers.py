"""Turning what is given to a report's questions into the answers that its draft stores."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from data.errors import TextMissing
from data.errors.reporting import PercentOutOfRange
from data.reporting.drafts import FIGURE_ANSWERS, UNDER_WAY, Draft, checked_note
from data.reporting.figures import NO_TOTALS, NOTHING_UNCLEAR, Unclear
from data.standing.assignments import Assignment
from data.standing.check_ins import is_ongoing_work
from data.standing.standing import Status
from data.understanding.entities import percents
from data.understanding.normalise.sentence import normalise
from data.understanding.reports import is_going_on

Answers = Mapping[str, Any]
FIXED = {Status.NOT_STARTED: 0, Status.SUBMITTED: 100}
NO_FIGURES: Answers = {name: {} for name in FIGURE_ANSWERS}


def status_answers(draft: Draft, status: Status) -> Answers:
    """Return the answers for a status, with the percentage kept if the status was in progress or blocked before."""
    return {"status": status, "percent": FIXED.get(status, draft.percent if draft.status in UNDER_WAY else None)}


def percent_so_far(assignment: Assignment) -> int:
    """Return the assignment's percentage if it is in progress or blocked, else 0."""
    return assignment.percent if assignment.status in UNDER_WAY else 0


def with_present_percent(assignment: Assignment, given: Answers) -> Answers:
    """Return the answers with the present percentage added if the user need not be asked for it.

    That is so for ongoing work, and for blocked work that was reported on before.
    """
    asked = given.get("status") in UNDER_WAY and given.get("percent") is None
    known = assignment.last is not None and not assignment.finished
    stands = is_ongoing_work(assignment) or (known and given.get("status") is Status.BLOCKED)
    return {**given, "percent": percent_so_far(assignment)} if asked and stands else given


def obstacle_answers(text: str) -> Answers:
    """Return the answer about what blocks the work. Raises TextMissing, and NoteTooLong above 2,000 characters."""
    if not text.strip():
        raise TextMissing
    return {"obstacle": checked_note(text)}


def figure_answers(
    draft: Draft,
    named: Mapping[str, float],
    doubted: Mapping[str, float],
    running: Mapping[str, float] = NO_TOTALS,
    unclear: Unclear = NOTHING_UNCLEAR,
) -> Answers:
    """Return the figure answers with `named` merged into those of the draft.

    `running` holds the running totals among `named`, each with what was reported before. Those in `doubted` are to be
    confirmed, unless the draft already has the same value as what is new. What is `unclear` has no figure until it is
    settled.
    """
    known = {} if draft.figures is None else draft.figures
    fresh = {name: value for name, value in doubted.items() if name in running or known.get(name) != value}
    others = {name: value for name, value in draft.doubted.items() if name not in named}
    totals = {name: before for name, before in draft.running.items() if name not in named}
    open_still = {name: said for name, said in draft.unclear.items() if name not in named}
    return {
        "figures": {**known, **named},
        "running": {**totals, **running},
        "doubted": {**others, **fresh},
        "unclear": {**open_still, **unclear},
    }


def answers_without_figures(draft: Draft, figures: Collection[str], held_in: Sequence[str] = FIGURE_ANSWERS) -> Answers:
    """Return the figure answers of a draft, or those `held_in` some of them, without these figures."""
    return {
        answer: {name: value for name, value in (getattr(draft, answer) or {}).items() if name not in figures}
        for answer in held_in
    }


def contradicts(draft: Draft, note: str) -> bool:
    """Return whether the note says that work continues that the draft reports as done."""
    return draft.status is Status.SUBMITTED and is_going_on(note)


def checked_percent(text: str) -> int:
    """Return the percentage stated in a text, as 80, 80%, 八十, eighty or 八成. Raises PercentOutOfRange."""
    if (percent := percents.read_percent(normalise(text).lower())) is None:
        raise PercentOutOfRange(text)
    return percent
