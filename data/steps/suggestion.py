"""What the steps of a unit's task suggest for its next report: how far it is, and what was done."""

from dataclasses import dataclass

from data.standing.assignments import Assignment
from data.steps.steps import steps_of
from data.store import Database

MOST_WORDS = 500
"""The characters of a suggested note."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """How many steps are done of all, and in words what was done since the last report; empty where nothing was."""

    done: int
    all: int
    note: str

    @property
    def percent(self) -> int:
        """The share of the steps that are done, in percent."""
        return round(100 * self.done / self.all)


def suggestion(db: Database, assignment: Assignment) -> Suggestion | None:
    """What the steps of an assignment suggest; None where none is done."""
    steps = steps_of(db, assignment.id or 0)
    done = [step for step in steps if step.done_at is not None]
    if not done:
        return None
    since = assignment.last.at if assignment.last else None
    fresh = [step.words for step in done if since is None or (step.done_at is not None and step.done_at > since)]
    return Suggestion(len(done), len(steps), "；".join(fresh)[:MOST_WORDS])
