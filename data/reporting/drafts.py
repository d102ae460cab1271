"""Reports being written: drafts, stored as dialogs."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from data import dialogs
from data.dialogs import Dialog, DialogState
from data.errors import NoteTooLong, StaleButton, TextMissing, needed
from data.reporting.figures import Unclear
from data.standing.standing import Status
from data.store import Database, transaction

REPORT_DIALOG = "report"
"""The kind of report dialogs; their subject is an assignment."""
NOTE_LENGTH = 2000
UNDER_WAY = (Status.IN_PROGRESS, Status.BLOCKED)
FIGURE_ANSWERS = ("figures", "running", "doubted", "unclear")
"""The answers of a draft that hold something by indicator."""


class Step(StrEnum):
    """A question of the report dialog."""

    STATUS = "status"
    PERCENT = "percent"
    NOTE = "note"
    OBSTACLE = "obstacle"
    FIGURES = "figures"
    EVIDENCE = "evidence"
    PREVIEW = "preview"


@dataclass(frozen=True, slots=True)
class Draft:
    """The answers given so far; `step` is the open question.

    `note`, `obstacle` and `figures` are None until answered and empty if skipped. `running` are the figures that are
    running totals, with what was reported before; `doubted` are figures to be confirmed, and `unclear` numbers that are
    no figures yet. Three contradictions may be confirmed: `hundred` percent of work in progress, the percentage that is
    `less` than the last, and the note that says work is `going_on`; another percentage or note has to be confirmed
    anew. `seen_report_id` is the last report on the assignment that the writer has seen, `replaces` the report being
    corrected, `redoes` the one returned by the office, `instead_of` the one on the wrong task, `batch` the update in
    which several reports were written (data/reporting/batches.py). A draft that is not `is_open` is parked. `unchanged`
    is the percentage at which it was said to be 本期无变化.
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
    running: Mapping[str, float] = field(default_factory=dict)
    doubted: Mapping[str, float] = field(default_factory=dict)
    unclear: Unclear = field(default_factory=dict)
    evidence: bool = False
    seen_report_id: int | None = None
    replaces: int | None = None
    redoes: int | None = None
    instead_of: int | None = None
    hundred: bool = False
    less: int | None = None
    going_on: str | None = None
    batch: int | None = None
    unchanged: int | None = None
    is_open: bool = True
    message_id: int | None = None
    update_id: int = 0

    @property
    def says_unchanged(self) -> bool:
        """Whether nothing but that nothing has changed is told."""
        return self.unchanged is not None and self.unchanged == self.percent and not (self.note or self.figures)

    @property
    def below(self) -> tuple[str, ...]:
        """The doubted running totals that are below what was reported before."""
        return tuple(name for name, value in self.doubted.items() if value < self.running.get(name, value))


def steps(draft: Draft) -> tuple[Step, ...]:
    """Return the draft's questions in order; percentage and obstacle are asked only if the status calls for them."""
    percent = (Step.PERCENT,) if draft.status in UNDER_WAY else ()
    obstacle = (Step.OBSTACLE,) if draft.status is Status.BLOCKED else ()
    return (Step.STATUS, *percent, Step.NOTE, *obstacle, Step.FIGURES, Step.EVIDENCE, Step.PREVIEW)


def next_step(draft: Draft) -> Step:
    """Return the first question without an answer."""
    return next(step for step in steps(draft) if not is_answered(draft, step))


def is_answered(draft: Draft, step: Step) -> bool:
    """Return whether a question has an answer, even an empty one; the preview never has."""
    return {
        Step.STATUS: draft.status is not None,
        Step.PERCENT: draft.percent is not None,
        Step.NOTE: draft.note is not None,
        Step.OBSTACLE: bool(draft.obstacle),
        Step.FIGURES: draft.figures is not None and not draft.doubted and not draft.unclear,
        Step.EVIDENCE: draft.evidence,
    }.get(step, False)


def draft_of(dialog: Dialog) -> Draft:
    """Return the draft that a dialog holds."""
    held = {each.name: dialog.answers[each.name] for each in fields(Draft) if each.name in dialog.answers}
    if held.get("status") is not None:
        held["status"] = Status(held["status"])
    blank = Draft(
        dialog.id,
        dialog.person_id,
        dialog.subject_id,
        Step.STATUS,
        is_open=dialog.state is DialogState.OPEN,
        message_id=dialog.message_id,
        update_id=dialog.update_id,
    )
    draft = replace(blank, **held)
    reopened = next((step for step in steps(draft) if step == dialog.reopened), None)
    return replace(draft, step=reopened or next_step(draft))


def find_draft(db: Database, person_id: int) -> Draft | None:
    """Return the report that a person is writing in the open dialog, or None."""
    dialog = dialogs.find_open(db, person_id)
    return draft_of(dialog) if dialog is not None and dialog.kind == REPORT_DIALOG else None


def draft_by_id(db: Database, person_id: int, draft_id: int) -> Draft:
    """Return a person's draft, open or parked. Raises StaleButton if there is none."""
    dialog = dialogs.find_dialog(db, person_id, draft_id)
    if dialog.kind != REPORT_DIALOG or dialog.state is DialogState.ENDED:
        raise StaleButton
    return draft_of(dialog)


def unfinished_drafts(db: Database, person_id: int) -> list[Draft]:
    """Return a person's parked drafts, last touched first."""
    return [draft_of(each) for each in dialogs.parked_dialogs(db, person_id) if each.kind == REPORT_DIALOG]


def open_draft(
    db: Database, person_id: int, assignment_id: int, update_id: int, now: datetime, **answers: Any
) -> Draft:
    """Begin a report with the answers known so far; the open dialog is parked, or dropped if it is an empty report."""
    with transaction(db):
        drop_if_empty(db, person_id, update_id)
        dialog = dialogs.open_dialog(db, person_id, REPORT_DIALOG, assignment_id, update_id, now, answers)
    return draft_of(dialog)


def empty_report_dialogs(db: Database, person_id: int) -> list[Dialog]:
    """Return a person's report dialogs in which nothing has been answered, the open one first."""
    current = dialogs.find_open(db, person_id)
    found = [*([current] if current else []), *dialogs.parked_dialogs(db, person_id)]
    return [each for each in found if each.kind == REPORT_DIALOG and not is_begun(db, each)]


def drop_if_empty(db: Database, person_id: int, update_id: int) -> None:
    """Delete a person's empty report dialogs, except those begun by this update."""
    for dialog in empty_report_dialogs(db, person_id):
        if dialog.update_id != update_id:
            dialogs.drop_dialog(db, dialog)


def is_begun(db: Database, dialog: Dialog) -> bool:
    """Return whether a report dialog holds anything that could be lost: a status or a file."""
    if dialog.answers.get("status") is not None:
        return True
    files = "SELECT 1 FROM attachments WHERE draft_id = ? AND report_id IS NULL LIMIT 1"
    return db.exists(files, [dialog.id])


def acknowledge_report(db: Database, draft: Draft, report_id: int | None) -> None:
    """Store that the writer has seen the latest report on the assignment and continues anyway."""
    dialogs.note_answers(db, dialogs.find_dialog(db, draft.person_id, draft.id), seen_report_id=report_id)


def give_answers(db: Database, draft: Draft, answers: Mapping[str, Any], update_id: int, now: datetime) -> Draft:
    """Store several answers, replacing earlier ones, and return the draft at its next question."""
    dialog = dialogs.find_dialog(db, draft.person_id, draft.id)
    return draft_of(dialogs.save_dialog(db, dialog, update_id, now, answers={**dialog.answers, **answers}))


def take_up_draft(db: Database, draft: Draft, update_id: int, now: datetime) -> Draft:
    """Make a draft the open one; the open dialog is parked, or dropped if it is an empty report."""
    with transaction(db):
        if not draft.is_open:
            drop_if_empty(db, draft.person_id, update_id)
        return draft_of(dialogs.take_up_dialog(db, dialogs.find_dialog(db, draft.person_id, draft.id), now))


def checked_note(text: str, most: int = NOTE_LENGTH) -> str:
    """Return the text stripped. Raises NoteTooLong above `most` characters."""
    note = text.strip()
    if len(note) > most:
        raise NoteTooLong(len(note), most)
    return note


def checked_reason(text: str) -> str:
    """Return the text stripped. Raises TextMissing if it is empty, NoteTooLong above 2,000 characters."""
    return needed(checked_note(text), TextMissing)
