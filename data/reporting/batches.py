"""Several reports written in one message and checked together.

A batch is a dialog about the update with that message. Each of its reports is a parked dialog of its own, which stores
the update's id as its `batch` and passes it to the report that it becomes.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from data import dialogs
from data.dialogs import Dialog
from data.reporting import drafts
from data.reporting.drafts import Draft, draft_of
from data.reporting.reviews import FullReport, full_reports_where
from data.reporting.withdrawals import STANDS
from data.store import Database, transaction

BATCH_DIALOG = "batch"
"""The kind of batch dialogs; their subject is the id of the update in which they were written."""
Answers = Mapping[str, Any]


def open_batch(
    db: Database, person_id: int, written: Sequence[tuple[int, Answers]], update_id: int, now: datetime, **answers: Any
) -> Dialog:
    """Open a batch of reports written in one message, given as pairs of assignment id and answers; the open dialog is
    parked.

    A fresh unsubmitted report on one of the assignments becomes part of the batch. Done once per update.
    """
    with transaction(db):
        before = dialogs.find_unfinished(db, person_id, BATCH_DIALOG, update_id)
        if before is not None:
            return before
        drafts.drop_if_empty(db, person_id, update_id)
        for assignment_id, given in written:
            _keep_report(db, person_id, assignment_id, {**given, "batch": update_id}, update_id, now)
        _drop_emptied(db, person_id)
        return dialogs.open_dialog(db, person_id, BATCH_DIALOG, update_id, update_id, now, answers)


def drafts_in_batch(db: Database, person_id: int, batch_id: int) -> list[Draft]:
    """Return the drafts of a batch that are not submitted or given up yet, in the order they were begun."""
    ids = db.fetch_column(
        """SELECT id FROM dialogs WHERE person_id = ? AND kind = ? AND state <> 'ended' AND answers ->> 'batch' = ?
        ORDER BY id""",
        [person_id, drafts.REPORT_DIALOG, batch_id],
    )
    return [draft_of(dialogs.find_dialog(db, person_id, each)) for each in ids]


def reports_of_batch(db: Database, person_id: int, batch_id: int) -> list[FullReport]:
    """Return the submitted reports of a batch, oldest first."""
    return full_reports_where(db, "reports.person_id = :person AND batch = :batch", person=person_id, batch=batch_id)


def batch_of_several(db: Database, report_id: int) -> int | None:
    """Return the batch of a report if it has other reports that can still be withdrawn, else None."""
    sql = f"""SELECT reports.batch AS batch FROM reports
        JOIN reports AS this ON this.id = ? AND this.batch = reports.batch AND this.person_id = reports.person_id
        WHERE reports.id <> this.id AND {STANDS} LIMIT 1"""
    return db.fetch_number(sql, [report_id])


def drop_report(db: Database, person_id: int, draft_id: int) -> None:
    """Give up an unsubmitted report. Raises StaleButton if there is no such draft."""
    draft = drafts.draft_by_id(db, person_id, draft_id)
    dialogs.drop_dialog(db, dialogs.find_dialog(db, person_id, draft.id))


def drop_drafts_of_batch(db: Database, person_id: int, batch_id: int) -> None:
    """Give up all unsubmitted reports of a batch."""
    with transaction(db):
        for draft in drafts_in_batch(db, person_id, batch_id):
            drop_report(db, person_id, draft.id)


def unsubmitted_draft(
    db: Database, person_id: int, assignment_id: int, fresh_at: datetime | None = None
) -> Draft | None:
    """Return a person's unsubmitted report on an assignment: the open one, else the newest parked one, or None. With
    `fresh_at`, one last touched a day before or earlier does not count: what is said then is no longer meant for it."""
    dialog = dialogs.find_unfinished(db, person_id, drafts.REPORT_DIALOG, assignment_id)
    is_old = dialog is not None and fresh_at is not None and dialog.is_old(fresh_at)
    return draft_of(dialog) if dialog is not None and not is_old else None


def _keep_report(
    db: Database, person_id: int, assignment_id: int, answers: Answers, update_id: int, now: datetime
) -> None:
    """Store one report's answers in the fresh draft on its assignment, or in a new one."""
    before = unsubmitted_draft(db, person_id, assignment_id, now)
    if before is None:
        dialogs.create_parked_dialog(db, person_id, drafts.REPORT_DIALOG, assignment_id, update_id, now, answers)
    else:
        drafts.give_answers(db, before, answers, update_id, now)


def _drop_emptied(db: Database, person_id: int) -> None:
    """Delete the person's batches that have no unsubmitted report left."""
    db.change(
        """DELETE FROM dialogs WHERE person_id = ? AND kind = ? AND state <> 'ended' AND NOT EXISTS (
            SELECT 1 FROM dialogs AS report WHERE report.person_id = dialogs.person_id AND report.kind = ?
                AND report.state <> 'ended' AND report.answers ->> 'batch' = dialogs.subject_id)""",
        [person_id, BATCH_DIALOG, drafts.REPORT_DIALOG],
    )
