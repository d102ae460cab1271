"""Finding a person's dialogs: the open one, parked ones, and ended ones."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from data.errors import StaleButton
from data.store import Database, fetch_all, fetch_one
from data.store.records import record_of
from data.store.unchanged import unless_changed

UNTOUCHED = timedelta(days=1)
"""After so long words are no answer to what was asked, unless that is said."""
GIVING_UP = "giving_up"
"""Noted in place of the button pressed last while it is asked whether to give a dialog up."""


class State(StrEnum):
    """Whether a dialog is open for words, parked beside others, or over."""

    OPEN = "open"
    PARKED = "parked"
    ENDED = "ended"


class Change(StrEnum):
    """Why a question that has an answer is open: on the way back, to be answered again, or to be added to."""

    BACK = "back"
    ANEW = "anew"
    MORE = "more"


@dataclass(frozen=True, slots=True)
class Dialog:
    """A dialog of a `kind` about a `subject_id`, whose meaning depends on the kind.

    `reopened` is the question that is open although it has an answer. `said` are words about which the person is
    being asked what they belong to. `message_id` is the message that shows the dialog, `pressed` the button pressed
    last. `shown` is a digest of the question or check shown last, or None. `shown_for` is the update after which
    something was shown last, or None if nothing was since the dialog changed.
    """

    id: int
    person_id: int
    kind: str
    subject_id: int
    answers: Mapping[str, Any]
    state: State
    reopened: str | None
    reopened_for: Change | None
    said: str | None
    message_id: int | None
    pressed: str | None
    update_id: int
    opened_at: datetime
    touched_at: datetime
    shown: str | None = None
    shown_for: int | None = None

    @property
    def source(self) -> str:
        """The source under which the dialog's deed is recorded, so that it is done once."""
        return f"dialog:{self.id}"

    @property
    def is_given_up(self) -> bool:
        """Whether the person is being asked if the dialog is to be given up."""
        return self.pressed == GIVING_UP

    @property
    def is_unseen(self) -> bool:
        """Whether it has changed without its question being shown, because of a failure in between."""
        return self.shown is not None and self.shown_for is None

    def is_old(self, now: datetime) -> bool:
        """Whether nobody has touched it for a day, so that words do not answer it without being asked."""
        return now - self.touched_at >= UNTOUCHED


def find_open(db: Database, person_id: int) -> Dialog | None:
    """The dialog that a person's words answer, or None."""
    return unless_changed(db, ("open dialog", person_id), lambda: _open(db, person_id))


def _open(db: Database, person_id: int) -> Dialog | None:
    row = fetch_one(db, "SELECT * FROM dialogs WHERE person_id = ? AND state = 'open'", [person_id])
    return record_of(Dialog, row) if row else None


def find_dialog(db: Database, person_id: int, dialog_id: int) -> Dialog:
    """A dialog of a person in any state. Raises StaleButton if there is none."""
    found = unless_changed(db, ("dialog", person_id, dialog_id), lambda: _with_id(db, person_id, dialog_id))
    if found is None:
        raise StaleButton
    return found


def _with_id(db: Database, person_id: int, dialog_id: int) -> Dialog | None:
    row = fetch_one(db, "SELECT * FROM dialogs WHERE id = ? AND person_id = ?", [dialog_id, person_id])
    return record_of(Dialog, row) if row else None


def find_unfinished(db: Database, person_id: int, kind: str, subject_id: int) -> Dialog | None:
    """A person's unfinished dialog of a kind about a subject: the open one, else the one parked last."""
    rows = fetch_all(
        db,
        """SELECT * FROM dialogs WHERE person_id = ? AND kind = ? AND subject_id = ? AND state <> 'ended'
        ORDER BY state = 'parked', touched_at DESC, id DESC LIMIT 1""",
        [person_id, kind, subject_id],
    )
    return record_of(Dialog, rows[0]) if rows else None


def find_shown(db: Database, person_id: int, kind: str, message_id: int) -> Dialog | None:
    """The dialog of a kind that a message in a person's chat shows, in any state, or None."""
    row = fetch_one(
        db,
        "SELECT * FROM dialogs WHERE person_id = ? AND kind = ? AND message_id = ? ORDER BY id DESC",
        [person_id, kind, message_id],
    )
    return record_of(Dialog, row) if row else None


def parked(db: Database, person_id: int) -> list[Dialog]:
    """The parked dialogs, last touched first."""
    sql = "SELECT * FROM dialogs WHERE person_id = ? AND state = 'parked' ORDER BY touched_at DESC, id DESC"
    rows = unless_changed(db, ("parked dialogs", person_id), lambda: fetch_all(db, sql, [person_id]))
    return [record_of(Dialog, row) for row in rows]


def ended_by(db: Database, person_id: int, update_id: int) -> Dialog | None:
    """The dialog that an update has already ended, or None."""
    row = fetch_one(
        db, "SELECT * FROM dialogs WHERE person_id = ? AND update_id = ? AND state = 'ended'", [person_id, update_id]
    )
    return record_of(Dialog, row) if row else None
