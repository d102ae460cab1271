"""Find a person's dialogs: open, parked or ended."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from data.errors import still_there
from data.store import Database, record_of
from data.store.unchanged import cached_until_changed

UNTOUCHED = timedelta(days=1)
"""How long after it was last touched a dialog still takes words as an answer without asking first."""
GIVING_UP = "giving_up"
"""Stored as the last pressed button while the person is asked whether to give the dialog up."""
LAID_ASIDE = "laid_aside"
"""Stored there while another dialog takes the place of this one."""


class DialogState(StrEnum):
    """Whether a dialog is open and takes the person's words, parked, or ended."""

    OPEN = "open"
    PARKED = "parked"
    ENDED = "ended"


class ReopenReason(StrEnum):
    """Why a question that already has an answer is open: going back, answering anew, or adding more."""

    BACK = "back"
    ANEW = "anew"
    MORE = "more"


@dataclass(frozen=True, slots=True)
class Dialog:
    """A dialog of a `kind` about a `subject_id`, whose meaning depends on the kind.

    `reopened` is the question that is open although it has an answer. `said` are words that the person is being asked
    to place. `message_id` is the message that shows the dialog, `pressed` the button pressed last. `shown` is a digest
    of the question or preview shown last, or None. `shown_for` is the update after which the dialog was last shown, or
    None if it has changed since.
    """

    id: int
    person_id: int
    kind: str
    subject_id: int
    answers: Mapping[str, Any]
    state: DialogState
    opened_at: datetime
    touched_at: datetime
    update_id: int = 0
    reopened: str | None = None
    reopened_for: ReopenReason | None = None
    said: str | None = None
    message_id: int | None = None
    pressed: str | None = None
    shown: str | None = None
    shown_for: int | None = None

    @property
    def source(self) -> str:
        """The source under which what the dialog leads to is recorded, so that it is done once."""
        return f"dialog:{self.id}"

    @property
    def is_given_up(self) -> bool:
        """Whether the person is being asked to confirm giving the dialog up."""
        return self.pressed == GIVING_UP

    @property
    def is_unseen(self) -> bool:
        """Whether the dialog changed but a failure kept its question from being shown."""
        return self.shown is not None and self.shown_for is None

    def is_old(self, now: datetime) -> bool:
        """Return whether the dialog was last touched a day ago or more, so that words no longer answer it unasked."""
        return now - self.touched_at >= UNTOUCHED


def find_open(db: Database, person_id: int) -> Dialog | None:
    """Return the person's open dialog, which takes their words, or None."""
    return cached_until_changed(db, ("open dialog", person_id), lambda: _first(db, person_id, "state = 'open'"))


def find_dialog(db: Database, person_id: int, dialog_id: int) -> Dialog:
    """Return a dialog of a person in any state. Raises StaleButton if there is none."""
    key = ("dialog", person_id, dialog_id)
    return still_there(cached_until_changed(db, key, lambda: _first(db, person_id, "id = ?", dialog_id)))


def find_unfinished(db: Database, person_id: int, kind: str, subject_id: int) -> Dialog | None:
    """Return a person's unfinished dialog of a kind about a subject: the open one, else the one parked last."""
    unfinished = """kind = ? AND subject_id = ? AND state <> 'ended'
        ORDER BY state = 'parked', touched_at DESC, id DESC LIMIT 1"""
    return _first(db, person_id, unfinished, kind, subject_id)


def find_shown(db: Database, person_id: int, kind: str, message_id: int) -> Dialog | None:
    """Return the dialog of a kind, in any state, that a message in the person's chat shows, or None."""
    return _first(db, person_id, "kind = ? AND message_id = ? ORDER BY id DESC", kind, message_id)


def parked_dialogs(db: Database, person_id: int) -> list[Dialog]:
    """Return a person's parked dialogs, last touched first."""
    sql = "SELECT * FROM dialogs WHERE person_id = ? AND state = 'parked' ORDER BY touched_at DESC, id DESC"
    rows = cached_until_changed(db, ("parked dialogs", person_id), lambda: db.fetch_all(sql, [person_id]))
    return [record_of(Dialog, row) for row in rows]


def find_laid_aside(db: Database, person_id: int) -> Dialog | None:
    """Return the dialog that was laid aside while another takes its place, or None."""
    return _first(db, person_id, "state = 'ended' AND pressed = ?", LAID_ASIDE)


def dialog_ended_by(db: Database, person_id: int, update_id: int) -> Dialog | None:
    """Return the dialog that an update has already ended, or None."""
    return _first(db, person_id, "update_id = ? AND state = 'ended'", update_id)


def last_ended(db: Database, person_id: int) -> Dialog | None:
    """Return the dialog that the person finished last, or None."""
    return _first(db, person_id, "state = 'ended' ORDER BY touched_at DESC, id DESC LIMIT 1")


def _first(db: Database, person_id: int, condition: str, *values: object) -> Dialog | None:
    row = db.fetch_one(f"SELECT * FROM dialogs WHERE person_id = ? AND {condition}", [person_id, *values])
    return record_of(Dialog, row) if row else None
