"""Several reports in one message, checked together: which of them wait, and what has become of those that are stored.

A batch is a dialog about the update in which it was written. Each of its reports is a dialog of its own that waits
beside it, knows that update as its `batch`, and takes it into the report that it becomes.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from data import dialogs
from data.dialogs import Dialog
from data.reporting import drafts
from data.reporting.drafts import Draft, draft_of
from data.reporting.reviews import Reviewed, reports_that
from data.reporting.withdrawals import STANDS
from data.store import Database, change, fetch_column, fetch_number, transaction

KIND = "batch"
"""The kind of the dialogs that are batches; their subject is the id of the update in which they were written."""
Answers = Mapping[str, Any]


def open_batch(
    db: Database, person_id: int, written: Sequence[tuple[int, Answers]], update_id: int, now: datetime, **answers: Any
) -> Dialog:
    """Begin the check of reports that were written in one message, as pairs of assignment and answers; what is open
    waits. Once for one update.

    What is not submitted yet on the same assignments, in the dialog or of an earlier message, becomes one of them.
    """
    with transaction(db):
        before = dialogs.find_unfinished(db, person_id, KIND, update_id)
        if before is not None:
            return before
        drafts.drop_if_empty(db, person_id, update_id)
        for assignment_id, given in written:
            _keep(db, person_id, assignment_id, {**given, "batch": update_id}, update_id, now)
        _drop_emptied(db, person_id)
        return dialogs.open_dialog(db, person_id, KIND, update_id, update_id, now, answers)


def waiting_in(db: Database, person_id: int, batch_id: int) -> list[Draft]:
    """The reports of a batch that are neither submitted nor given up, in the order in which they were begun."""
    ids = fetch_column(
        db,
        """SELECT id FROM dialogs WHERE person_id = ? AND kind = ? AND state <> 'ended' AND answers ->> 'batch' = ?
        ORDER BY id""",
        [person_id, drafts.KIND, batch_id],
    )
    return [draft_of(dialogs.find_dialog(db, person_id, each)) for each in ids]


def stored_of(db: Database, person_id: int, batch_id: int) -> list[Reviewed]:
    """The reports of a batch that have been stored, in that order."""
    return reports_that(db, "reports.person_id = :person AND batch = :batch", person=person_id, batch=batch_id)


def batch_of_several(db: Database, report_id: int) -> int | None:
    """The batch of a report that was written in one message with others that can still be withdrawn; None for any
    other."""
    sql = f"""SELECT reports.batch AS batch FROM reports
        JOIN reports AS this ON this.id = ? AND this.batch = reports.batch AND this.person_id = reports.person_id
        WHERE reports.id <> this.id AND {STANDS} LIMIT 1"""
    return fetch_number(db, sql, [report_id])


def drop_report(db: Database, person_id: int, draft_id: int) -> None:
    """Give up one report that waits. Raises StaleButton where it does not."""
    draft = drafts.draft_by_id(db, person_id, draft_id)
    dialogs.drop_dialog(db, dialogs.find_dialog(db, person_id, draft.id))


def drop_waiting(db: Database, person_id: int, batch_id: int) -> None:
    """Give up all reports of a batch that wait."""
    with transaction(db):
        for draft in waiting_in(db, person_id, batch_id):
            drop_report(db, person_id, draft.id)


def unsubmitted_on(db: Database, person_id: int, assignment_id: int) -> Draft | None:
    """What a person has written on an assignment and not submitted: in the dialog, else the newest that waits."""
    dialog = dialogs.find_unfinished(db, person_id, drafts.KIND, assignment_id)
    return draft_of(dialog) if dialog else None


def _keep(db: Database, person_id: int, assignment_id: int, answers: Answers, update_id: int, now: datetime) -> None:
    """Keep one report, in the draft that there is on its assignment already or in a new one."""
    before = unsubmitted_on(db, person_id, assignment_id)
    if before is None:
        dialogs.lay_aside(db, person_id, drafts.KIND, assignment_id, update_id, now, answers)
    else:
        drafts.give_answers(db, before, answers, update_id, now)


def _drop_emptied(db: Database, person_id: int) -> None:
    """Let the batches go all of whose reports have been submitted, given up, or written of anew."""
    change(
        db,
        """DELETE FROM dialogs WHERE person_id = ? AND kind = ? AND state <> 'ended' AND NOT EXISTS (
            SELECT 1 FROM dialogs AS report WHERE report.person_id = dialogs.person_id AND report.kind = ?
                AND report.state <> 'ended' AND report.answers ->> 'batch' = dialogs.subject_id)""",
        [person_id, KIND, drafts.KIND],
    )
