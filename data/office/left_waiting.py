"""What waits in the current plan when another takes its place, and what of it goes with a task that is carried over."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from data.office.extensions import waiting_for_decision
from data.reporting.reviews import reports_waiting
from data.store import Database

CARRIED = ("report", "extension")
"""The dialogs on an assignment that go on with it in another plan."""


@dataclass(frozen=True, slots=True)
class LeftWaiting:
    """The codes of the tasks with a report to review, a request for more time to decide, or something unsubmitted."""

    reports: tuple[str, ...]
    requests: tuple[str, ...]
    drafts: tuple[str, ...]


def left_waiting(db: Database, today: date) -> LeftWaiting:
    """Return what waits in the current plan."""
    drafts = f"""SELECT DISTINCT code FROM dialogs JOIN assignments ON assignments.id = subject_id
        JOIN tasks ON tasks.id = task_id
        WHERE dialogs.kind IN {CARRIED} AND state <> 'ended' AND answers <> '{{}}' AND tasks.gone_at IS NULL"""
    return LeftWaiting(
        tuple(dict.fromkeys(each.code for each in reports_waiting(db))),
        tuple(dict.fromkeys(each.assignment.code for each in waiting_for_decision(db, today))),
        tuple(db.fetch_column(drafts)),
    )


def carry_waiting(db: Database, task_id: int, new_task_id: int) -> None:
    """Let the requests and unsubmitted reports on a task wait on the task that continues it in another plan. To be
    called within a transaction."""
    later = """(SELECT later.id FROM assignments AS former JOIN assignments AS later ON later.unit_id = former.unit_id
        WHERE former.id = {of} AND former.task_id = :task AND later.task_id = :new)"""
    undecided = "UPDATE extensions SET assignment_id = {later} WHERE verdict IS NULL AND withdrawn_at IS NULL"
    unsubmitted = f"UPDATE dialogs SET subject_id = {{later}} WHERE kind IN {CARRIED} AND state <> 'ended'"
    for sql, of in ((undecided, "assignment_id"), (unsubmitted, "subject_id")):
        found = later.format(of=of)
        db.change(f"{sql.format(later=found)} AND {found} IS NOT NULL", {"task": task_id, "new": new_task_id})


def reports_left_behind(db: Database, since: datetime) -> list[str]:
    """Return the codes of the tasks that are in no current plan and on which was reported since a moment."""
    sql = """SELECT DISTINCT code FROM reports JOIN assignments ON assignments.id = assignment_id
        JOIN tasks ON tasks.id = task_id
        WHERE tasks.gone_at IS NOT NULL AND withdrawn_at IS NULL AND reported_at >= ? ORDER BY reports.id"""
    return [str(each) for each in db.fetch_column(sql, [since])]


def requests_left_behind(db: Database, unit_ids: Sequence[int]) -> list[str]:
    """Return the codes of the tasks of former plans for which these units asked for more time without an answer."""
    sql = """SELECT DISTINCT code FROM extensions JOIN assignments ON assignments.id = assignment_id
        JOIN tasks ON tasks.id = task_id WHERE verdict IS NULL AND withdrawn_at IS NULL AND tasks.gone_at IS NOT NULL
        AND unit_id IN (SELECT value FROM json_each(?))"""
    return [str(each) for each in db.fetch_column(sql, [[*unit_ids]])]
