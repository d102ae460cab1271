"""A report that is being written: which question comes next, and the answers so far, kept in SQLite.

The next question is a pure function of the draft. Every answer is stored with the id of the update that gave it, so
that the same update coming twice moves the draft once.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from data.errors import NoteTooLong, PercentOutOfRange, StaleButton
from data.standing import Status
from data.store import Database, change, fetch_one, transaction
from data.times import stored

NOTE_LENGTH = 2000


class Step(StrEnum):
    """A question of the dialog."""

    STATUS = "status"
    PERCENT = "percent"
    NOTE = "note"
    PREVIEW = "preview"


@dataclass(frozen=True, slots=True)
class Draft:
    """The answers given so far; `step` is the question that is open."""

    id: int
    person_id: int
    assignment_id: int
    step: Step
    status: Status | None
    percent: int | None
    note: str | None
    message_id: int | None
    update_id: int

    @property
    def awaits_text(self) -> bool:
        """Whether the open question can be answered by writing."""
        return self.step in (Step.PERCENT, Step.NOTE)


def steps(draft: Draft) -> tuple[Step, ...]:
    """The questions of this draft in their order; a percent is asked only for work that is under way."""
    if draft.status in (Status.IN_PROGRESS, Status.BLOCKED):
        return Step.STATUS, Step.PERCENT, Step.NOTE, Step.PREVIEW
    return Step.STATUS, Step.NOTE, Step.PREVIEW


def find_draft(db: Database, person_id: int) -> Draft | None:
    """The draft a person has open, or None."""
    row = fetch_one(db, "SELECT * FROM drafts WHERE person_id = ?", [person_id])
    if row is None:
        return None
    return Draft(
        id=row["id"],
        person_id=row["person_id"],
        assignment_id=row["assignment_id"],
        step=Step(row["step"]),
        status=Status(row["status"]) if row["status"] else None,
        percent=row["percent"],
        note=row["note"],
        message_id=row["message_id"],
        update_id=row["update_id"],
    )


def open_draft(db: Database, person_id: int, assignment_id: int, update_id: int, now: datetime) -> Draft:
    """Begin a report on an assignment, in place of one begun before."""
    with transaction(db):
        current = find_draft(db, person_id)
        if current is None or current.update_id != update_id:
            change(db, "DELETE FROM drafts WHERE person_id = ?", [person_id])
            change(
                db,
                """INSERT INTO drafts (person_id, assignment_id, step, update_id, updated_at)
                VALUES (?, ?, ?, ?, ?)""",
                [
                    person_id,
                    assignment_id,
                    Step.STATUS,
                    update_id,
                    stored(now),
                ],
            )
    return _open(db, person_id)


def expect(db: Database, person_id: int, draft_id: int, step: Step, update_id: int) -> Draft:
    """The open draft, if it is this one and this question is open, or this update has answered it already.

    Raises StaleButton otherwise.
    """
    draft = find_draft(db, person_id)
    if draft is None or draft.id != draft_id or (draft.step is not step and draft.update_id != update_id):
        raise StaleButton
    return draft


def choose_status(db: Database, draft: Draft, status: Status, update_id: int, now: datetime) -> Draft:
    """Answer how the work stands."""
    percent = {Status.NOT_STARTED: 0, Status.SUBMITTED: 100}.get(status)
    return _answer(db, replace(draft, status=status, percent=percent), update_id, now)


def give_percent(db: Database, draft: Draft, text: str, update_id: int, now: datetime) -> Draft:
    """Answer how far the work is, in percent. Raises PercentOutOfRange for anything but a whole 0 to 100."""
    digits = text.strip().removesuffix("%").removesuffix("％").strip()
    if not digits.isdecimal() or int(digits) > 100:
        raise PercentOutOfRange(text)
    return _answer(db, replace(draft, percent=int(digits)), update_id, now)


def give_note(db: Database, draft: Draft, text: str, update_id: int, now: datetime) -> Draft:
    """Answer what was done; an empty note is a skipped one. Raises NoteTooLong above 2,000 characters."""
    note = text.strip()
    if len(note) > NOTE_LENGTH:
        raise NoteTooLong(len(note), NOTE_LENGTH)
    return _answer(db, replace(draft, note=note), update_id, now)


def step_back(db: Database, draft: Draft, update_id: int, now: datetime) -> Draft:
    """Open the question before this one; the answers stay."""
    order = steps(draft)
    before = order[max(order.index(draft.step) - 1, 0)]
    return _save(db, replace(draft, step=before), draft, update_id, now)


def drop_draft(db: Database, person_id: int) -> None:
    """Give the draft up."""
    change(db, "DELETE FROM drafts WHERE person_id = ?", [person_id])


def remember_message(db: Database, draft: Draft, message_id: int) -> None:
    """Note which message shows the open question, so that its buttons can be taken away later."""
    change(db, "UPDATE drafts SET message_id = ? WHERE id = ?", [message_id, draft.id])


def _answer(db: Database, answered: Draft, update_id: int, now: datetime) -> Draft:
    order = steps(answered)
    following = order[order.index(answered.step) + 1]
    return _save(db, replace(answered, step=following), answered, update_id, now)


def _save(db: Database, new: Draft, old: Draft, update_id: int, now: datetime) -> Draft:
    if old.update_id != update_id:
        change(
            db,
            """UPDATE drafts SET step = :step, status = :status, percent = :percent,
            note = :note, update_id = :update_id, updated_at = :now WHERE id = :id""",
            {
                "step": new.step,
                "status": new.status,
                "percent": new.percent,
                "note": new.note,
                "update_id": update_id,
                "now": stored(now),
                "id": new.id,
            },
        )
    return _open(db, new.person_id)


def _open(db: Database, person_id: int) -> Draft:
    draft = find_draft(db, person_id)
    if draft is None:
        raise StaleButton
    return draft
