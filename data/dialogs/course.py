"""The course of a dialog: open, answer, park, take up, end or drop it, and remember how it was shown."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

from data.dialogs.lookup import GIVING_UP, LAID_ASIDE, Dialog, DialogState, ReopenReason, find_dialog, find_open
from data.errors import StaleButton
from data.errors.store import DatabaseUnusable
from data.store import Database, transaction

KEPT = timedelta(days=7)
"""How long an ended dialog is kept."""


def open_dialog(
    db: Database,
    person_id: int,
    kind: str,
    subject_id: int,
    update_id: int,
    now: datetime,
    answers: Mapping[str, Any] | None = None,
) -> Dialog:
    """Park the open dialog and open a new one with the answers known so far.

    Returns the dialog already open if the same update opened it.
    """
    with transaction(db):
        before = find_open(db, person_id)
        same = (update_id, kind, subject_id)
        if before is not None and (before.update_id, before.kind, before.subject_id) == same:
            return before
        park_open_dialog(db, person_id)
        db.change("DELETE FROM dialogs WHERE state = 'ended' AND touched_at < ?", [now - KEPT])
        dialog = create_parked_dialog(db, person_id, kind, subject_id, update_id, now, answers)
        db.update("dialogs", dialog.id, state="open")
        return find_dialog(db, person_id, dialog.id)


def create_parked_dialog(
    db: Database,
    person_id: int,
    kind: str,
    subject_id: int,
    update_id: int,
    now: datetime,
    answers: Mapping[str, Any] | None,
) -> Dialog:
    """Create a parked dialog with the answers known so far, and return it."""
    dialog_id = db.insert(
        "dialogs",
        person_id=person_id,
        kind=kind,
        subject_id=subject_id,
        answers={**(answers or {})},
        state=DialogState.PARKED,
        update_id=update_id,
        opened_at=now,
        touched_at=now,
    )
    return find_dialog(db, person_id, dialog_id)


def save_dialog(
    db: Database,
    dialog: Dialog,
    update_id: int,
    now: datetime,
    *,
    answers: Mapping[str, Any] | None = None,
    reopened: str | None = None,
    reopened_for: ReopenReason | None = None,
    said: str | None = None,
) -> Dialog:
    """Store what an update changed in a dialog, unless that update has done so already.

    Answers stay as they are if None; the reopened question and the `said` words are cleared unless given.
    """
    if dialog.update_id != update_id:
        db.update(
            "dialogs",
            dialog.id,
            answers={**(dialog.answers if answers is None else answers)},
            reopened=reopened,
            reopened_for=reopened_for if reopened else None,
            said=said,
            update_id=update_id,
            touched_at=now,
            shown_for=None,
        )
    return find_dialog(db, dialog.person_id, dialog.id)


def reopen_question(db: Database, dialog: Dialog, key: str) -> Dialog:
    """Open the question `key` again because its answer could not be acted on."""
    db.update("dialogs", dialog.id, reopened=key, reopened_for=ReopenReason.BACK)
    return find_dialog(db, dialog.person_id, dialog.id)


def move_dialog(
    db: Database, dialog: Dialog, subject_id: int, update_id: int, now: datetime, answers: Mapping[str, Any]
) -> Dialog:
    """Make a dialog one about another subject, with these answers and all that belongs to it."""
    with transaction(db):
        db.update("dialogs", dialog.id, subject_id=subject_id)
        return save_dialog(db, dialog, update_id, now, answers=answers)


def park_open_dialog(db: Database, person_id: int) -> None:
    """Park the open dialog, with its answers, until it is taken up again."""
    db.change("UPDATE dialogs SET state = 'parked' WHERE person_id = ? AND state = 'open'", [person_id])


def park_dialog(db: Database, dialog: Dialog) -> None:
    """Park a dialog if it is still open and has not been touched since it was read."""
    sql = "UPDATE dialogs SET state = 'parked' WHERE id = ? AND state = 'open' AND touched_at = ?"
    db.change(sql, [dialog.id, dialog.touched_at])


def take_up_dialog(db: Database, dialog: Dialog, now: datetime) -> Dialog:
    """Make a dialog the open one and park the one open until now. Raises StaleButton if it has ended."""
    if dialog.state is DialogState.ENDED:
        raise StaleButton
    with transaction(db):
        if dialog.state is DialogState.PARKED:
            park_open_dialog(db, dialog.person_id)
        db.update("dialogs", dialog.id, state="open", touched_at=now)
        return find_dialog(db, dialog.person_id, dialog.id)


def end_dialog(db: Database, dialog: Dialog, update_id: int, now: datetime) -> None:
    """Mark a dialog as ended, its purpose achieved."""
    db.update("dialogs", dialog.id, state="ended", update_id=update_id, touched_at=now)


def lay_aside(db: Database, dialog: Dialog) -> None:
    """Keep a dialog out of the way until another has taken its place, and it is dropped."""
    db.update("dialogs", dialog.id, state="ended", pressed=LAID_ASIDE)


def drop_dialog(db: Database, dialog: Dialog) -> None:
    """Delete a dialog with all its answers."""
    db.change("DELETE FROM dialogs WHERE id = ?", [dialog.id])


def drop_dialogs_on(db: Database, person_id: int, kind: str, subject_id: int) -> None:
    """Delete a person's unfinished dialogs of a kind about a subject."""
    db.change(
        "DELETE FROM dialogs WHERE person_id = ? AND kind = ? AND subject_id = ? AND state <> 'ended'",
        [person_id, kind, subject_id],
    )


def note_answers(db: Database, dialog: Dialog, **answers: Any) -> None:
    """Add values to a dialog's answers without counting as a change made by an update."""
    db.update("dialogs", dialog.id, answers={**dialog.answers, **answers})


def remember_message(db: Database, dialog_id: int, message_id: int) -> None:
    """Store which message shows a dialog, so that its buttons can be removed later."""
    db.change_soon("UPDATE dialogs SET message_id = ? WHERE id = ?", [message_id, dialog_id])


def remember_shown(db: Database, dialog_id: int, message_id: int, update_id: int, shown: str | None) -> None:
    """Store which message shows a dialog, for which update, and the digest of the question or preview in it.

    A disk that fails here is not reported: what the message shows is stored already.
    """
    with suppress(DatabaseUnusable):
        db.change_soon(
            "UPDATE dialogs SET message_id = ?, shown_for = ?, shown = ifnull(?, shown) WHERE id = ?",
            [message_id, update_id, shown, dialog_id],
        )


def remember_press(db: Database, dialog: Dialog, pressed: str) -> None:
    """Store which button was pressed last, so that a double tap is recognised."""
    db.change_soon("UPDATE dialogs SET pressed = ? WHERE id = ?", [pressed, dialog.id])


def ask_to_give_up(db: Database, dialog: Dialog, update_id: int) -> None:
    """Record that, since an update, the person is being asked whether to give the dialog up."""
    db.update("dialogs", dialog.id, pressed=GIVING_UP, update_id=update_id)


def stop_asking_to_give_up(db: Database, dialog: Dialog) -> None:
    """Record that the person is no longer being asked whether to give the dialog up."""
    db.change("UPDATE dialogs SET pressed = NULL WHERE id = ? AND pressed = ?", [dialog.id, GIVING_UP])
