"""A report as it was made, with the verdict on it, and the SQL to read it."""

from dataclasses import dataclass
from datetime import datetime

from data.plan.tasks import TaskTitle
from data.standing.standing import Status, Verdict

REPORT_COLUMNS = """reports.id, reports.assignment_id, code, tasks.title, title_en, tasks.section, tasks.position,
    assignments.unit_id, units.name AS unit, reports.person_id, ifnull(people.name, '') AS by,
    ifnull(iif(by_office, units.name, stand_in.name), '') AS on_behalf_of, reported_at AS at, reports.status,
    reports.percent, note, obstacle, unchanged, iif(reviews.at < :until, verdict, NULL) AS verdict,
    ifnull(iif(reviews.at < :until, reason, NULL), '') AS reason"""
"""The columns of a Report, with the verdict as of the moment `:until`."""
REPORTED = """FROM reports
JOIN assignments ON assignments.id = reports.assignment_id JOIN tasks ON tasks.id = assignments.task_id
JOIN units ON units.id = assignments.unit_id
LEFT JOIN reviews ON reviews.report_id = reports.id
LEFT JOIN people ON people.id = reports.person_id
LEFT JOIN people AS stand_in ON stand_in.id = reports.for_person_id"""

STANDS = """withdrawn_at IS NULL AND reported_at < :known AND NOT EXISTS (
        SELECT 1 FROM reports AS newer
        WHERE newer.replaces = reports.id AND newer.withdrawn_at IS NULL AND newer.reported_at < :known
    )"""
"""An SQL condition for a report that is neither withdrawn nor corrected by another as is known at the moment
`:known`."""
COUNTS = f"{STANDS} AND (verdict IS NOT 'returned' OR reviews.at >= :known)"
RETURNED = f"{STANDS} AND verdict = 'returned' AND reviews.at < :known"
"""SQL conditions for such a report that counts, and for one that was returned."""
FIRST_MADE = """iif(reports.replaces IS NULL, reports.reported_at, (
    WITH RECURSIVE corrected (id) AS (
        SELECT reports.replaces
        UNION ALL SELECT earlier.replaces FROM reports AS earlier JOIN corrected USING (id)
    )
    SELECT min(earlier.reported_at) FROM reports AS earlier JOIN corrected USING (id)
))"""
"""SQL for the moment to which a report belongs: when it was made, or that which it corrects."""


@dataclass(frozen=True, slots=True)
class Report:
    """A report as it was made, and the verdict on it, if any.

    `on_behalf_of` is the liaison for whom a deputy reported, or the unit for which the office did. `reason` is why the
    report was returned, or a word that goes with its acceptance.
    """

    id: int
    assignment_id: int
    code: str
    title: TaskTitle
    section: str
    position: int
    unit_id: int
    unit: str
    person_id: int | None
    by: str
    on_behalf_of: str
    at: datetime
    status: Status
    percent: int
    note: str
    obstacle: str
    unchanged: bool
    verdict: Verdict | None
    reason: str

    @property
    def returned(self) -> str | None:
        """The reason for which the office returned it, or None if it did not."""
        return self.reason if self.verdict is Verdict.RETURNED else None
