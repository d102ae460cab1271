"""Whether the office has decided anything about assignments since a moment."""

from collections.abc import Sequence
from datetime import datetime

from data.store import Database

DECIDED = """SELECT EXISTS (
    SELECT 1 FROM extensions WHERE assignment_id IN (SELECT value FROM json_each(:ids)) AND decided_at > :since
    UNION ALL
    SELECT 1 FROM reports JOIN reviews ON reviews.report_id = reports.id
    WHERE assignment_id IN (SELECT value FROM json_each(:ids)) AND reviews.at > :since
    UNION ALL
    SELECT 1 FROM assignments JOIN task_changes ON task_changes.task_id = assignments.task_id
    JOIN plan_changes ON plan_changes.id = change_id
    WHERE assignments.id IN (SELECT value FROM json_each(:ids)) AND plan_changes.at > :since
)"""


def decided_since(db: Database, assignment_ids: Sequence[int], since: datetime) -> bool:
    """Return whether the office has reviewed a report, answered a request or changed a task of these assignments."""
    return bool(assignment_ids and db.fetch_number(DECIDED, {"ids": [*assignment_ids], "since": since}))
