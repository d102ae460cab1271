"""Work information: sent and withdrawn by a unit, and read by the unit and the office."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from data import dialogs
from data.errors import NotYours, still_there
from data.errors.information import NothingInIt, TakenAlready
from data.information.articles import added_text, checked_title
from data.information.weeks import Week
from data.people.actor import Actor
from data.people.people import Person
from data.plan.plan import CURRENT, current_plan
from data.reporting.attachments import Attachment, Owner, attached_files, move_files_from_draft
from data.store import Database, Row, sql_among, transaction
from data.times import stored_day


class InformationState(StrEnum):
    """The office's decision on a piece: none yet, taken into a brief, or declined."""

    NEW = "new"
    TAKEN = "taken"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Information:
    """A piece of work information.

    `title` and `text` are the unit's own words; `edited` is the title and text of the office's edited copy, or None.
    `word` is what the office said when it declined the piece. `codes` are the related tasks, `section` that of the
    first.
    """

    id: int
    unit_id: int
    unit: str
    person_id: int | None
    by: str
    title: str
    text: str
    sent_at: datetime
    state: InformationState
    week: Week | None
    word: str
    edited: tuple[str, str] | None
    codes: tuple[str, ...]
    section: str | None
    files: tuple[Attachment, ...]

    @property
    def printed(self) -> tuple[str, str]:
        """The title and text as the brief prints them."""
        return self.edited or (self.title, self.text)


@dataclass(frozen=True, slots=True)
class SentCount:
    """How many pieces a unit has sent and how many of them were taken."""

    unit: str
    sent: int
    taken: int


def may_withdraw_information(found: Information, person: Person) -> bool:
    """Return whether a person may withdraw a piece: the sender, or anybody of the unit if the sender is unknown."""
    return found.unit_id in person.speaks_for and found.person_id in (None, person.id)


def information_for(db: Database, person: Person, information_id: int) -> Information:
    """Return a piece that a person may see: their own unit's, or any for the office.

    Raises StaleButton if it was withdrawn or does not exist, NotYours if it is another unit's.
    """
    found = information_by_id(db, information_id)
    if not person.is_coordinator and found.unit_id not in person.speaks_for:
        raise NotYours
    return found


def information_by_id(db: Database, information_id: int) -> Information:
    """Return a piece that was not withdrawn. Raises StaleButton if there is none."""
    return _information(db, still_there(_rows(db, "information.id = ? AND withdrawn_at IS NULL", [information_id]))[0])


def last_information_of(db: Database, person: Person) -> Information | None:
    """Return the piece a person sent last, or None.

    None, too, if they may not withdraw it or have reported or asked for more time since.
    """
    rows = _rows(
        db,
        f"""information.person_id = ? AND plan_id = {CURRENT} AND withdrawn_at IS NULL AND verdict IS NOT 'taken'
        AND NOT EXISTS (SELECT 1 FROM reports WHERE person_id = information.person_id AND reported_at > sent_at)
        AND NOT EXISTS (SELECT 1 FROM extensions WHERE person_id = information.person_id AND asked_at > sent_at)""",
        [person.id],
    )
    found = _information(db, rows[0]) if rows else None
    return found if found and may_withdraw_information(found, person) else None


def information_ids(
    db: Database, unit_ids: Sequence[int] | None = None, state: InformationState | None = None
) -> list[int]:
    """Return the ids of pieces sent under the current plan, newest first, of some units or all (None), in one state or
    any (None)."""
    rows = db.fetch_all(
        f"""SELECT id FROM information WHERE plan_id = {CURRENT} AND withdrawn_at IS NULL
        AND (:state IS NULL OR ifnull(verdict, 'new') = :state) {sql_among("unit_id", unit_ids)} ORDER BY id DESC""",
        {"state": state},
    )
    return [row["id"] for row in rows]


def counts_by_state(db: Database) -> dict[InformationState, int]:
    """Return how many pieces of the current plan are in each state, for all units together."""
    rows = db.fetch_all(
        f"""SELECT ifnull(verdict, 'new') AS state, count(*) AS n FROM information
        WHERE plan_id = {CURRENT} AND withdrawn_at IS NULL GROUP BY 1"""
    )
    return dict.fromkeys(InformationState, 0) | {InformationState(row["state"]): row["n"] for row in rows}


def sent_counts(db: Database, unit_ids: Sequence[int]) -> list[SentCount]:
    """Return, for each of some units, how many pieces it sent under the current plan and how many were taken."""
    return [
        SentCount(row["name"], row["sent"], int(row["taken"]))
        for unit_id in unit_ids
        for row in db.fetch_all(
            f"""SELECT name, count(information.id) AS sent, total(verdict = 'taken') AS taken FROM units
            LEFT JOIN information ON unit_id = units.id AND plan_id = {CURRENT} AND withdrawn_at IS NULL
            WHERE units.id = ?""",
            [unit_id],
        )
    ]


def undecided_information(db: Database, ids: Sequence[int] | None = None) -> list[Information]:
    """Return the pieces of the current plan that the office has not decided on, oldest first, all or those in `ids`."""
    condition = f"verdict IS NULL AND withdrawn_at IS NULL AND plan_id = {CURRENT} {sql_among('information.id', ids)}"
    return [_information(db, row) for row in reversed(_rows(db, condition, []))]


def information_taken_into(db: Database, week: Week) -> list[Information]:
    """Return the pieces taken into the brief of a week, in the order they were sent."""
    condition = "verdict = 'taken' AND withdrawn_at IS NULL AND brief = ?"
    return [_information(db, row) for row in reversed(_rows(db, condition, [week.monday]))]


def information_even_if_withdrawn(db: Database, information_id: int) -> Information:
    """Return a piece even if it was withdrawn. Raises StaleButton if there is none."""
    return _information(db, still_there(_rows(db, "information.id = ?", [information_id]))[0])


def _rows(db: Database, condition: str, values: Sequence[object]) -> list[Row]:
    return db.fetch_all(
        f"""SELECT information.*, units.name AS unit, ifnull(people.name, '') AS by FROM information
        JOIN units ON units.id = unit_id LEFT JOIN people ON people.id = person_id
        WHERE {condition} ORDER BY information.id DESC""",
        values,
    )


def _information(db: Database, row: Row) -> Information:
    tasks = db.fetch_all(
        """SELECT code, section FROM information_tasks JOIN tasks ON tasks.id = task_id
        WHERE information_id = ? ORDER BY position""",
        [row["id"]],
    )
    brief: date | None = stored_day(row["brief"])
    return db.record(
        Information,
        row,
        state=InformationState(row["verdict"] or InformationState.NEW),
        week=Week(brief) if brief else None,
        edited=(row["edited_title"], row["edited_text"]) if row["edited_title"] is not None else None,
        codes=tuple(each["code"] for each in tasks),
        section=tasks[0]["section"] if tasks else None,
        files=tuple(attached_files(db, Owner.INFORMATION, row["id"])),
    )


def submit_information(
    db: Database,
    by: Actor,
    dialog_id: int,
    unit_id: int,
    title: str,
    text: str,
    task_ids: Sequence[int],
    instead: int | None = None,
) -> Information:
    """Send the piece written in a dialog, with its files, and withdraw the one that it stands `instead` of, if any. A
    second call for the same dialog returns the first result.

    Raises NotYours if the person does not speak for the unit or a task is not the unit's, NothingInIt if there is
    neither text nor file, and what checked_title, added_text and withdraw_information raise.
    """
    source = f"dialog:{dialog_id}"
    with transaction(db):
        if before := db.fetch_one("SELECT id FROM information WHERE source = ?", [source]):
            return information_even_if_withdrawn(db, before["id"])
        if unit_id not in by.person.speaks_for:
            raise NotYours
        title, text = checked_title(title), added_text("", text)
        files = attached_files(db, Owner.DRAFT, dialogs.find_dialog(db, by.id, dialog_id).id)
        if not text and not files:
            raise NothingInIt
        if instead is not None:
            withdraw_information(db, by, instead)
        values = {"plan_id": current_plan(db).id, "unit_id": unit_id, "person_id": by.id}
        new = db.insert("information", **values, title=title, text=text, source=source, sent_at=by.now)
        for task_id in dict.fromkeys(task_ids):
            _check_task(db, task_id, unit_id)
            db.insert("information_tasks", information_id=new, task_id=task_id)
        move_files_from_draft(db, dialog_id, Owner.INFORMATION, new)
        sent = information_even_if_withdrawn(db, new)
        by.record(db, "information", sent.unit, information_id=new, name=title, files=[each.name for each in files])
        return sent


def withdraw_information(db: Database, by: Actor, information_id: int) -> Information:
    """Withdraw a piece for good.

    Raises NotYours if the person may not withdraw it, TakenAlready if it is in a brief.
    """
    with transaction(db):
        found = information_even_if_withdrawn(db, information_id)
        if not may_withdraw_information(found, by.person):
            raise NotYours
        if found.state is InformationState.TAKEN:
            raise TakenAlready
        if db.change(
            "UPDATE information SET withdrawn_at = ? WHERE id = ? AND withdrawn_at IS NULL", [by.now, information_id]
        ):
            by.record(db, "withdraw_information", found.unit, information_id=information_id, name=found.title)
        return found


def _check_task(db: Database, task_id: int, unit_id: int) -> None:
    mine = "SELECT 1 FROM assignments JOIN tasks ON tasks.id = task_id WHERE task_id = ? AND unit_id = ?"
    if db.fetch_one(f"{mine} AND plan_id = {CURRENT}", [task_id, unit_id]) is None:
        raise NotYours
