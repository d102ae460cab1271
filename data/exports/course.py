"""The course of the plan: how many dated assignments were due, and how many of them were closed, over time."""

from dataclasses import dataclass
from datetime import date, timedelta

from data.calendar import add_months, month_end
from data.exports.ledger import ExportScope, Ledger
from data.standing.assignments import assignments
from data.standing.standing import Status
from data.store import Database

MOST_DAYS = 40
"""Maximum number of weekly points; a longer course has monthly ones."""


@dataclass(frozen=True, slots=True)
class Course:
    """The numbers of assignments that were due and closed over time.

    `due` holds how many were due by the end of each day, up to the last deadline, and `closed` how many of the dated
    ones were closed, up to `today`. `dated` have a due day and `undated` have none. `missing` were due by `today` and
    are not closed, `on_the_day` those of them that are due today; others closed early do not reduce it.
    """

    issued: date
    today: date
    due: tuple[tuple[date, int], ...]
    closed: tuple[tuple[date, int], ...]
    dated: int
    undated: int
    missing: int
    on_the_day: int

    @property
    def due_today(self) -> int:
        """The number of assignments due by today."""
        return max((count for day, count in self.due if day <= self.today), default=0)

    @property
    def closed_today(self) -> int:
        """The number of assignments with a due day that are closed."""
        return self.closed[-1][1] if self.closed else 0


def course_of(db: Database, ledger: Ledger) -> Course:
    """Return the course of a ledger's part of the plan, from the plan's day of issue to its last deadline."""
    told, scope = ledger.progress, ledger.scope
    present = [line.state for line in ledger.tasks]
    dated = [each for each in present if each.due is not None]
    days = sorted(each.due for each in dated if each.due is not None)
    due = [(day, sum(other <= day for other in days)) for day in dict.fromkeys(days)]
    looked_at = _points(min(told.issued, told.last), told.last)
    missing = [each.due for each in dated if each.status is not Status.CLOSED and each.due and each.due <= told.last]
    return Course(
        issued=told.issued,
        today=told.last,
        due=((told.issued, sum(day <= told.issued for day in days)), *(at for at in due if at[0] > told.issued)),
        closed=tuple((day, _closed(db, scope, day)) for day in looked_at),
        dated=len(dated),
        undated=len(present) - len(dated),
        missing=len(missing),
        on_the_day=missing.count(told.last),
    )


def _closed(db: Database, scope: ExportScope, day: date) -> int:
    found = [each for each in assignments(db, day, scope.unit_ids) if scope.holds(each.section)]
    return sum(each.due is not None and each.status is Status.CLOSED for each in found)


def _points(first: date, last: date) -> list[date]:
    """Return the days of the course's points: first, last, and weeks or, if these are too many, ends of months."""
    weeks = [first + timedelta(weeks=n) for n in range((last - first).days // 7 + 1)]
    months = [month_end(add_months(first, n)) for n in range(len(weeks) // 4 + 1)]
    between = weeks if len(weeks) <= MOST_DAYS else months
    return sorted({first, last, *(day for day in between if first < day < last)})
