"""Reports that are being written: which question comes next, and the answers so far, kept in SQLite.

The next question is a pure function of the answers: the first that has none yet. Every change is stored with the id of
the update that made it, so that the same update coming twice moves the draft once.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from data.errors import NoteTooLong, StaleButton, TextMissing
from data.standing.standing import Status
from data.store import Database, Row, change, fetch_one, insert, transaction
from data.times import stored

NOTE_LENGTH = 2000
UNDER_WAY = (Status.IN_PROGRESS, Status.BLOCKED)


class Step(StrEnum):
    """A question of the dialog."""

    STATUS = "status"
    PERCENT = "percent"
    NOTE = "note"
    OBSTACLE = "obstacle"
    FIGURES = "figures"
    EVIDENCE = "evidence"
    PREVIEW = "preview"


@dataclass(frozen=True, slots=True)
class Draft:
    """The answers given so far; `step` is the question that is open.

    `note`, `obstacle` and `figures` are None until answered, and empty when skipped; `doubted` are the figures that are
    neither confirmed nor changed yet. It is `editing` while an answer is changed from the preview. `seen_report_id` is
    the report on the assignment that the writer has seen last, `replaces` the one that this one corrects, `pressed` the
    button that was pressed last. A draft of a `bundle` waits beside the dialog (bundles.py).
    """

    id: int
    person_id: int
    assignment_id: int
    step: Step
    status: Status | None = None
    percent: int | None = None
    note: str | None = None
    obstacle: str | None = None
    figures: Mapping[str, float] | None = None
    doubted: Mapping[str, float] = field(default_factory=dict)
    evidence: bool = False
    editing: bool = False
    seen_report_id: int | None = None
    replaces: int | None = None
    bundle: int | None = None
    message_id: int | None = None
    pressed: str | None = None
    update_id: int = 0

    @property
    def awaits_text(self) -> bool:
        """Whether the open question can be answered by writing."""
        return self.step in (Step.PERCENT, Step.NOTE, Step.OBSTACLE, Step.FIGURES)


def steps(draft: Draft) -> tuple[Step, ...]:
    """The questions of this draft in their order: a percent for work under way, an obstacle for what is blocked."""
    percent = (Step.PERCENT,) if draft.status in UNDER_WAY else ()
    obstacle = (Step.OBSTACLE,) if draft.status is Status.BLOCKED else ()
    return (Step.STATUS, *percent, Step.NOTE, *obstacle, Step.FIGURES, Step.EVIDENCE, Step.PREVIEW)


def next_step(draft: Draft) -> Step:
    """The first question without an answer."""
    return next(step for step in steps(draft) if not is_answered(draft, step))


def is_answered(draft: Draft, step: Step) -> bool:
    """Whether a question has its answer, be it an empty one; the preview never has."""
    return {
        Step.STATUS: draft.status is not None,
        Step.PERCENT: draft.percent is not None,
        Step.NOTE: draft.note is not None,
        Step.OBSTACLE: bool(draft.obstacle),
        Step.FIGURES: draft.figures is not None and not draft.doubted,
        Step.EVIDENCE: draft.evidence,
    }.get(step, False)


def is_complete(draft: Draft) -> bool:
    """Whether every question has its answer."""
    return next_step(draft) is Step.PREVIEW


def step_before(draft: Draft) -> Step | None:
    """The question that the way back leads to: from one that is being changed the preview; None before the first."""
    if draft.editing and is_complete(draft):
        return Step.PREVIEW
    order = steps(draft)
    place = order.index(draft.step)
    return order[place - 1] if place else None


def find_draft(db: Database, person_id: int) -> Draft | None:
    """The report that a person is writing in the dialog, or None."""
    row = fetch_one(db, "SELECT * FROM drafts WHERE person_id = ? AND bundle IS NULL", [person_id])
    return _draft(row) if row else None


def draft_by_id(db: Database, person_id: int, draft_id: int) -> Draft:
    """A draft of a person, of a bundle or not. Raises StaleButton when there is none such."""
    row = fetch_one(db, "SELECT * FROM drafts WHERE id = ? AND person_id = ?", [draft_id, person_id])
    if row is None:
        raise StaleButton
    return _draft(row)


def open_draft(
    db: Database, person_id: int, assignment_id: int, update_id: int, now: datetime, **answers: object
) -> Draft:
    """Begin a report on an assignment, in place of one begun before, with the answers that are known already."""
    with transaction(db):
        current = find_draft(db, person_id)
        if current is None or current.update_id != update_id:
            drop_draft(db, person_id)
            insert_draft(db, person_id, assignment_id, update_id, now, answers)
    return _open(db, person_id)


def insert_draft(
    db: Database,
    person_id: int,
    assignment_id: int,
    update_id: int,
    now: datetime,
    answers: Mapping[str, Any],
) -> int:
    """Add a draft with the answers that are known already, within a transaction. Returns its id."""
    blank = Draft(0, person_id, assignment_id, Step.STATUS, update_id=update_id)
    draft = replace(blank, **answers)
    draft = replace(draft, step=next_step(draft))
    return insert(db, "drafts", **_columns(draft, now))


def expect(db: Database, person_id: int, draft_id: int, step: Step, update_id: int) -> Draft:
    """The open draft, if it is this one and this question is open, or this update has answered it already.

    Raises StaleButton otherwise.
    """
    draft = find_draft(db, person_id)
    if draft is None or draft.id != draft_id or (draft.step is not step and draft.update_id != update_id):
        raise StaleButton
    return draft


def acknowledge_report(db: Database, draft: Draft, report_id: int | None, update_id: int, now: datetime) -> Draft:
    """Note that the writer has seen the latest report on the assignment and goes on all the same."""
    return save(db, replace(draft, seen_report_id=report_id), draft, update_id, now)


def drop_draft(db: Database, person_id: int) -> None:
    """Give the open draft up, with what was attached to it."""
    delete_drafts(db, "person_id = ? AND bundle IS NULL", [person_id])


def delete_drafts(db: Database, condition: str, values: Sequence[object]) -> None:
    """Delete the drafts that meet a condition in SQL, with what was attached to them."""
    with transaction(db):
        which = f"SELECT id FROM drafts WHERE {condition}"
        change(db, f"DELETE FROM attachments WHERE report_id IS NULL AND draft_id IN ({which})", values)
        change(db, f"DELETE FROM drafts WHERE {condition}", values)


def remember_message(db: Database, draft: Draft, message_id: int) -> None:
    """Note which message shows the open question, so that its buttons can be taken away later."""
    change(db, "UPDATE drafts SET message_id = ? WHERE id = ?", [message_id, draft.id])


def remember_press(db: Database, draft: Draft, pressed: str) -> None:
    """Note which button was pressed last, so that one tap too many is known for what it is."""
    change(db, "UPDATE drafts SET pressed = ? WHERE id = ?", [pressed, draft.id])


def checked_note(text: str) -> str:
    """A text that may be kept. Raises NoteTooLong above 2,000 characters."""
    note = text.strip()
    if len(note) > NOTE_LENGTH:
        raise NoteTooLong(len(note), NOTE_LENGTH)
    return note


def checked_reason(text: str) -> str:
    """A text that may be kept and says something. Raises TextMissing and NoteTooLong."""
    reason = checked_note(text)
    if not reason:
        raise TextMissing
    return reason


def save(db: Database, new: Draft, old: Draft, update_id: int, now: datetime) -> Draft:
    """Keep what has become of a draft, unless this update has changed it already."""
    if old.update_id != update_id:
        columns = _columns(replace(new, update_id=update_id), now)
        del columns["message_id"], columns["pressed"]
        assigned = ", ".join(f"{name} = :{name}" for name in columns)
        change(db, f"UPDATE drafts SET {assigned} WHERE id = :id", {**columns, "id": new.id})
    return draft_by_id(db, new.person_id, new.id)


def _open(db: Database, person_id: int) -> Draft:
    draft = find_draft(db, person_id)
    if draft is None:
        raise StaleButton
    return draft


def _columns(draft: Draft, now: datetime) -> dict[str, object]:
    columns = {each.name: getattr(draft, each.name) for each in fields(draft) if each.name != "id"}
    return {
        **columns,
        "figures": None if draft.figures is None else json.dumps(draft.figures, ensure_ascii=False),
        "doubted": json.dumps(draft.doubted, ensure_ascii=False),
        "evidence": int(draft.evidence),
        "editing": int(draft.editing),
        "updated_at": stored(now),
    }


def _draft(row: Row) -> Draft:
    values = {each.name: row[each.name] for each in fields(Draft)}
    return Draft(
        **{
            **values,
            "step": Step(row["step"]),
            "status": Status(row["status"]) if row["status"] else None,
            "figures": json.loads(row["figures"]) if row["figures"] is not None else None,
            "doubted": json.loads(row["doubted"] or "{}"),
            "evidence": bool(row["evidence"]),
            "editing": bool(row["editing"]),
        }
    )
