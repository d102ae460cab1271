"""Which tasks the office has nudged about lately, and which of them have been reported on since."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from data.standing.assignments import Assignment, assignments
from data.store import Database, fetch_all
from data.times import day_of

LATELY = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class NudgedTask:
    """A task of a unit, when it was nudged about last, and whether it has been `reported` on since."""

    assignment: Assignment
    at: datetime
    reported: bool


def nudged_lately(db: Database, now: datetime, zone: ZoneInfo) -> Sequence[NudgedTask]:
    """The tasks nudged about in the last seven days, latest first."""
    rows = fetch_all(
        db,
        """SELECT assignment_id, max(at) AS at FROM nudged_tasks JOIN nudges ON nudges.id = nudge_id
            WHERE at > ? GROUP BY assignment_id ORDER BY at DESC, assignment_id""",
        [now - LATELY],
    )
    when = {row["assignment_id"]: datetime.fromisoformat(row["at"]) for row in rows}
    found = {each.id: each for each in assignments(db, day_of(now, zone), zone, ids=[*when])} if when else {}
    asked = ((found[number], at) for number, at in when.items() if number in found)
    return [NudgedTask(each, at, each.last is not None and each.last.at > at) for each, at in asked]
