"""How many tasks and assignments there are, and how they stand, on any day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from data.plan.plan import known_plan, plan_on
from data.standing.counts import ALL_UNITS, STATES, SUMS, Counts, days_of, one
from data.standing.facts import among
from data.standing.past import stood
from data.standing.rows import kept, rows_hold, rows_made
from data.standing.standing import Standing
from data.store import Database, Row, fetch_all
from data.times import end_of

TOUCHED = """tasks.id IN (
    SELECT task_id FROM assignments WHERE id IN (
        SELECT assignment_id FROM reports WHERE reported_at >= :until
        UNION SELECT assignment_id FROM reports WHERE id IN (SELECT report_id FROM reviews WHERE at >= :until)
        UNION SELECT assignment_id FROM extensions WHERE decided_at >= :until
        UNION SELECT assignment_id FROM assignment_versions WHERE until >= :until
        UNION SELECT id FROM assignments WHERE since <> '' AND since >= :until
        UNION SELECT id FROM assignments WHERE gone_at >= :until
    )
    UNION SELECT task_id FROM task_versions WHERE until >= :until
    UNION SELECT id FROM tasks WHERE since <> '' AND since >= :until
    UNION SELECT id FROM tasks WHERE gone_at >= :until
)"""
"""The tasks whose standing may be another one now than it was at a stored moment `:until`, in SQL."""


@dataclass(frozen=True, slots=True)
class Tally:
    """So many tasks, their assignments by status, and on how many of these nobody has reported."""

    tasks: int
    counts: Counts
    never_reported: int

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.tasks + other.tasks, self.counts + other.counts, self.never_reported + other.never_reported)

    def __sub__(self, other: "Tally") -> "Tally":
        return Tally(self.tasks - other.tasks, self.counts - other.counts, self.never_reported - other.never_reported)


def tally(
    db: Database, day: date, zone: ZoneInfo, unit_ids: Sequence[int] | None = None, section: str | None = None
) -> Tally:
    """How everything stands at the end of a day, or what some units or a section have to do. Of a day before the last
    change only what has changed since is worked out from the reports; the rest stands as it does now. Raises NoPlan
    where there was no plan on that day."""
    if rows_hold(db, day, zone):
        return _kept(db, day, unit_ids, section)
    values = {"section": section, "until": end_of(day, zone)}
    of_these = among("standings.unit_id", unit_ids) + (" AND tasks.section = :section" if section is not None else "")
    plan, present = plan_on(db, day, zone), known_plan(db)
    if present is None or present.id != plan.id or not rows_made(db, zone):
        return _told(stood(db, day, zone, of_these, values), day)
    touched = f" AND {TOUCHED} {of_these}"
    now, then = kept(db, touched, values), stood(db, day, zone, touched, values)
    return _kept(db, day, unit_ids, section) - _told(now, day) + _told(then, day)


def _kept(db: Database, day: date, unit_ids: Sequence[int] | None, section: str | None) -> Tally:
    """What the rows as they are now say of a day."""
    values = {**days_of(day), "section": section}
    of_section = "" if section is None else " AND section = :section"
    counted = among("unit_id", [ALL_UNITS] if unit_ids is None else unit_ids)
    sql = f"SELECT {SUMS}, sum(n * (heard_of = 0)) AS never FROM {STATES} WHERE true {counted} {of_section}"
    [row] = fetch_all(db, sql, values)
    sums = {name: number or 0 for name, number in row.items()}
    never = sums.pop("never")
    sql = "SELECT sum(tasks) AS n FROM section_counts WHERE true"
    if unit_ids is not None:
        sql = f"SELECT count(DISTINCT task_id) AS n FROM standings WHERE true {among('unit_id', unit_ids)}"
    [tasks] = fetch_all(db, sql + of_section, {"section": section})
    return Tally(tasks["n"] or 0, Counts(**sums), never)


def _told(found: Iterable[tuple[Row, Standing]], day: date) -> Tally:
    parts = list(found)
    counts = sum((one(standing.on(day), day) for _, standing in parts), Counts())
    never = sum(standing.last_id is None for _, standing in parts)
    return Tally(len({row["task_id"] for row, _ in parts}), counts, never)
