"""The dialogs of a person: the open one, those that wait, those that have ended."""

from data.dialogs.dialog_row import Dialog
from data.errors import StaleButton
from data.store import Database, fetch_all, fetch_one
from data.store.records import record_of
from data.store.unchanged import unless_changed


def find_open(db: Database, person_id: int) -> Dialog | None:
    """The dialog that a person's words answer, or None."""
    return unless_changed(db, ("open dialog", person_id), lambda: _open(db, person_id))


def _open(db: Database, person_id: int) -> Dialog | None:
    row = fetch_one(db, "SELECT * FROM dialogs WHERE person_id = ? AND state = 'open'", [person_id])
    return record_of(Dialog, row) if row else None


def find_dialog(db: Database, person_id: int, dialog_id: int) -> Dialog:
    """A dialog of a person, whatever its state. Raises StaleButton when there is none such."""
    found = unless_changed(db, ("dialog", person_id, dialog_id), lambda: _with_id(db, person_id, dialog_id))
    if found is None:
        raise StaleButton
    return found


def _with_id(db: Database, person_id: int, dialog_id: int) -> Dialog | None:
    row = fetch_one(db, "SELECT * FROM dialogs WHERE id = ? AND person_id = ?", [dialog_id, person_id])
    return record_of(Dialog, row) if row else None


def find_unfinished(db: Database, person_id: int, kind: str, subject_id: int) -> Dialog | None:
    """What a person has begun of a kind about a subject: the open one, else the one parked last."""
    rows = fetch_all(
        db,
        """SELECT * FROM dialogs WHERE person_id = ? AND kind = ? AND subject_id = ? AND state <> 'ended'
        ORDER BY state = 'parked', touched_at DESC, id DESC LIMIT 1""",
        [person_id, kind, subject_id],
    )
    return record_of(Dialog, rows[0]) if rows else None


def find_shown(db: Database, person_id: int, kind: str, message_id: int) -> Dialog | None:
    """The dialog of a kind that a message in a person's chat shows, whatever its state; or None."""
    row = fetch_one(
        db,
        "SELECT * FROM dialogs WHERE person_id = ? AND kind = ? AND message_id = ? ORDER BY id DESC",
        [person_id, kind, message_id],
    )
    return record_of(Dialog, row) if row else None


def parked(db: Database, person_id: int) -> list[Dialog]:
    """The dialogs that wait, the one touched last first."""
    sql = "SELECT * FROM dialogs WHERE person_id = ? AND state = 'parked' ORDER BY touched_at DESC, id DESC"
    rows = unless_changed(db, ("parked dialogs", person_id), lambda: fetch_all(db, sql, [person_id]))
    return [record_of(Dialog, row) for row in rows]


def ended_by(db: Database, person_id: int, update_id: int) -> Dialog | None:
    """The dialog that an update has ended before, or None."""
    row = fetch_one(
        db, "SELECT * FROM dialogs WHERE person_id = ? AND update_id = ? AND state = 'ended'", [person_id, update_id]
    )
    return record_of(Dialog, row) if row else None
