"""Dialogs: what is being asked of somebody, with the answers so far.

A person has one open dialog, and any number that were parked for something else. Each change is stored with the id of
the update that made it, so that an update that comes twice changes it once; a dialog that has ended is kept for a week,
so that the press that ended it can be answered again.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from data.errors import StaleButton
from data.store import Database, Row, change, fetch_all, fetch_one, insert, transaction
from data.times import moment, stored

UNTOUCHED = timedelta(days=1)
"""After so long words are no answer to what was asked."""
KEPT = timedelta(days=7)
"""For so long a dialog that has ended is known."""

GIVING_UP = "giving_up"
"""Noted in place of the button pressed last while it is asked whether to give a dialog up."""


class State(StrEnum):
    """Whether words answer the dialog, it waits beside others, or it is over."""

    OPEN = "open"
    PARKED = "parked"
    ENDED = "ended"


class Change(StrEnum):
    """Why a question that has an answer is open: on the way back, to be answered anew, or to have more said to it."""

    BACK = "back"
    ANEW = "anew"
    MORE = "more"


@dataclass(frozen=True, slots=True)
class Dialog:
    """A dialog of a `kind` about a `subject_id`; what that is the kind says.

    `reopened` is the question that is open although it has an answer, `said` are words of which it is being asked what
    they belong to, `message_id` shows it, `pressed` is the button that was pressed last. `shown` is a digest of the
    question or check that was put last, None as long as there was none; `shown_for` is the update after which something
    was shown last, None when nothing has been since the dialog was changed.
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
    def is_given_up(self) -> bool:
        """Whether it is being asked if the dialog is to be given up."""
        return self.pressed == GIVING_UP

    @property
    def is_unseen(self) -> bool:
        """Whether it was changed and what is asked now was not shown: a failure came between."""
        return self.shown is not None and self.shown_for is None

    def is_old(self, now: datetime) -> bool:
        """Whether nobody has touched it for a day, so that words are no answer to it any more."""
        return now - self.touched_at >= UNTOUCHED


def find_open(db: Database, person_id: int) -> Dialog | None:
    """The dialog that a person's words answer, or None."""
    row = fetch_one(db, "SELECT * FROM dialogs WHERE person_id = ? AND state = 'open'", [person_id])
    return _dialog(row) if row else None


def find_dialog(db: Database, person_id: int, dialog_id: int) -> Dialog:
    """A dialog of a person, whatever its state. Raises StaleButton when there is none such."""
    row = fetch_one(db, "SELECT * FROM dialogs WHERE id = ? AND person_id = ?", [dialog_id, person_id])
    if row is None:
        raise StaleButton
    return _dialog(row)


def find_unfinished(db: Database, person_id: int, kind: str, subject_id: int) -> Dialog | None:
    """What a person has begun of a kind about a subject: the open one, else the one parked last."""
    rows = fetch_all(
        db,
        """SELECT * FROM dialogs WHERE person_id = ? AND kind = ? AND subject_id = ? AND state <> 'ended'
        ORDER BY state = 'parked', touched_at DESC, id DESC LIMIT 1""",
        [person_id, kind, subject_id],
    )
    return _dialog(rows[0]) if rows else None


def find_shown(db: Database, person_id: int, kind: str, message_id: int) -> Dialog | None:
    """The dialog of a kind that a message in a person's chat shows, whatever its state; or None."""
    row = fetch_one(
        db,
        "SELECT * FROM dialogs WHERE person_id = ? AND kind = ? AND message_id = ? ORDER BY id DESC",
        [person_id, kind, message_id],
    )
    return _dialog(row) if row else None


def parked(db: Database, person_id: int) -> list[Dialog]:
    """The dialogs that wait, the one touched last first."""
    rows = fetch_all(
        db,
        "SELECT * FROM dialogs WHERE person_id = ? AND state = 'parked' ORDER BY touched_at DESC, id DESC",
        [person_id],
    )
    return [_dialog(row) for row in rows]


def ended_by(db: Database, person_id: int, update_id: int) -> Dialog | None:
    """The dialog that an update has ended before, or None."""
    row = fetch_one(
        db,
        "SELECT * FROM dialogs WHERE person_id = ? AND update_id = ? AND state = 'ended'",
        [person_id, update_id],
    )
    return _dialog(row) if row else None


def open_dialog(
    db: Database,
    person_id: int,
    kind: str,
    subject_id: int,
    update_id: int,
    now: datetime,
    answers: Mapping[str, Any] | None = None,
) -> Dialog:
    """Begin a dialog, with the answers that are known already; what was open waits. Once for one update."""
    with transaction(db):
        before = find_open(db, person_id)
        if before is not None and (before.update_id, before.kind) == (update_id, kind):
            return before
        park_open(db, person_id)
        change(db, "DELETE FROM dialogs WHERE state = 'ended' AND touched_at < ?", [stored(now - KEPT)])
        dialog = lay_aside(db, person_id, kind, subject_id, update_id, now, answers)
        change(db, "UPDATE dialogs SET state = 'open' WHERE id = ?", [dialog.id])
        return find_dialog(db, person_id, dialog.id)


def lay_aside(
    db: Database,
    person_id: int,
    kind: str,
    subject_id: int,
    update_id: int,
    now: datetime,
    answers: Mapping[str, Any] | None = None,
) -> Dialog:
    """A new dialog that waits beside what is open, with the answers that are known already."""
    dialog_id = insert(
        db,
        "dialogs",
        person_id=person_id,
        kind=kind,
        subject_id=subject_id,
        answers=_json(answers or {}),
        state=State.PARKED,
        update_id=update_id,
        opened_at=stored(now),
        touched_at=stored(now),
    )
    return find_dialog(db, person_id, dialog_id)


def save(
    db: Database,
    dialog: Dialog,
    update_id: int,
    now: datetime,
    *,
    answers: Mapping[str, Any] | None = None,
    reopened: str | None = None,
    reopened_for: Change | None = None,
    said: str | None = None,
) -> Dialog:
    """Keep what an update has made of a dialog, unless the same update has changed it already.

    What is not given of the answers stays as it was; the question reopened and the words that waited do not.
    """
    if dialog.update_id != update_id:
        change(
            db,
            """UPDATE dialogs SET answers = ?, reopened = ?, reopened_for = ?, said = ?, update_id = ?, touched_at = ?,
            shown_for = NULL WHERE id = ?""",
            [
                _json(dialog.answers if answers is None else answers),
                reopened,
                reopened_for if reopened else None,
                said,
                update_id,
                stored(now),
                dialog.id,
            ],
        )
    return find_dialog(db, dialog.person_id, dialog.id)


def note(db: Database, dialog: Dialog, **answers: Any) -> None:
    """Keep something beside the answers to questions."""
    change(db, "UPDATE dialogs SET answers = ? WHERE id = ?", [_json({**dialog.answers, **answers}), dialog.id])


def park_open(db: Database, person_id: int) -> None:
    """Let the open dialog wait, whole, until it is taken up again."""
    change(db, "UPDATE dialogs SET state = 'parked' WHERE person_id = ? AND state = 'open'", [person_id])


def park(db: Database, dialog: Dialog) -> None:
    """Let a dialog wait, if it is open still and nobody has touched it since it was read."""
    sql = "UPDATE dialogs SET state = 'parked' WHERE id = ? AND state = 'open' AND touched_at = ?"
    change(db, sql, [dialog.id, stored(dialog.touched_at)])


def take_up(db: Database, dialog: Dialog, now: datetime) -> Dialog:
    """Make a dialog the open one; the one that was open waits. Raises StaleButton for one that has ended."""
    if dialog.state is State.ENDED:
        raise StaleButton
    with transaction(db):
        if dialog.state is State.PARKED:
            park_open(db, dialog.person_id)
        change(db, "UPDATE dialogs SET state = 'open', touched_at = ? WHERE id = ?", [stored(now), dialog.id])
        return find_dialog(db, dialog.person_id, dialog.id)


def end_dialog(db: Database, dialog: Dialog, update_id: int, now: datetime) -> None:
    """Let a dialog be over: what it was about is done."""
    change(
        db,
        "UPDATE dialogs SET state = 'ended', update_id = ?, touched_at = ? WHERE id = ?",
        [update_id, stored(now), dialog.id],
    )


def drop_dialog(db: Database, dialog: Dialog) -> None:
    """Give a dialog up, with all that was answered."""
    change(db, "DELETE FROM dialogs WHERE id = ?", [dialog.id])


def drop_dialogs_on(db: Database, person_id: int, kind: str, subject_id: int) -> None:
    """Give up what a person has begun of a kind about a subject."""
    change(
        db,
        "DELETE FROM dialogs WHERE person_id = ? AND kind = ? AND subject_id = ? AND state <> 'ended'",
        [person_id, kind, subject_id],
    )


def remember_message(db: Database, dialog_id: int, message_id: int) -> None:
    """Note which message shows a dialog, so that its buttons can be taken away later."""
    change(db, "UPDATE dialogs SET message_id = ? WHERE id = ?", [message_id, dialog_id])


def remember_shown(db: Database, dialog_id: int, message_id: int, update_id: int, shown: str | None) -> None:
    """Note which message shows a dialog, after which update, and the digest of a question or check that it puts."""
    change(
        db,
        "UPDATE dialogs SET message_id = ?, shown_for = ?, shown = ifnull(?, shown) WHERE id = ?",
        [message_id, update_id, shown, dialog_id],
    )


def remember_press(db: Database, dialog: Dialog, pressed: str) -> None:
    """Note which button was pressed last, so that one tap too many is known for what it is."""
    change(db, "UPDATE dialogs SET pressed = ? WHERE id = ?", [pressed, dialog.id])


def ask_to_give_up(db: Database, dialog: Dialog, update_id: int) -> None:
    """Note that an update has led to the question whether a dialog is to be given up."""
    change(db, "UPDATE dialogs SET pressed = ?, update_id = ? WHERE id = ?", [GIVING_UP, update_id, dialog.id])


def go_on_after_all(db: Database, dialog: Dialog) -> None:
    """Note that it is not being asked any more whether a dialog is to be given up."""
    change(db, "UPDATE dialogs SET pressed = NULL WHERE id = ? AND pressed = ?", [dialog.id, GIVING_UP])


def _json(answers: Mapping[str, Any]) -> str:
    return json.dumps(dict(answers), ensure_ascii=False)


def _dialog(row: Row) -> Dialog:
    return Dialog(
        **{
            **row,
            "answers": json.loads(row["answers"]),
            "state": State(row["state"]),
            "reopened_for": Change(row["reopened_for"]) if row["reopened_for"] else None,
            "opened_at": moment(row["opened_at"]),
            "touched_at": moment(row["touched_at"]),
        }
    )
