"""Taking roles away, at once and undoable for a day. What was begun is kept for whoever takes over."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from data.errors.people import LastCoordinator, NobodyThere, RemovalStands
from data.letters import Letter, post
from data.people.actor import Actor
from data.people.deputies_leaving import leave_to_colleague, let_liaisons_hear
from data.people.people import SPEAKING_ROLES, Membership, Person, Role, coordinators, membership, person_by_id
from data.people.succession import left_behind
from data.store import Database, audit, transaction
from data.store.audit import UNDONE_WITHIN
from data.store.queries import (
    Row,
    change,
    exists,
    fetch_all,
    fetch_column,
    fetch_number,
    fetch_one,
    fetch_row,
    insert,
    update,
)
from data.store.records import record_of
from data.times import moment


@dataclass(frozen=True, slots=True)
class Going:
    """What somebody is to lose: their roles with ids, the codes of tasks with unfinished reports or requests, and
    the names of the deputies who stay."""

    person: Person
    membership_ids: tuple[int, ...]
    roles: tuple[Membership, ...]
    unfinished: tuple[str, ...]
    deputies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Removal:
    """Roles that were taken from somebody, by whom and when; `undone` if they have them again."""

    id: int
    person_id: int
    name: str
    roles: tuple[Membership, ...]
    removed_by: str
    at: datetime
    undone: bool


def going(db: Database, person_id: int, membership_ids: Sequence[int] | None = None) -> Going:
    """What would go with these roles of a person, or with all. Raises NobodyThere if they have none of them, and
    LastCoordinator."""
    rows = _roles_to_take(db, person_id, membership_ids)
    units = [row["unit_id"] for row in rows if row["role"] in SPEAKING_ROLES]
    named = fetch_column(
        db,
        """SELECT people.name FROM memberships JOIN people ON people.id = person_id
        WHERE named_by = ? AND unit_id IN (SELECT value FROM json_each(?)) ORDER BY memberships.id""",
        [person_id, units],
    )
    return Going(
        person_by_id(db, person_id),
        tuple(row["id"] for row in rows),
        tuple(map(membership, rows)),
        tuple(left_behind(db, person_id, units)),
        tuple(named),
    )


def going_from(db: Database, membership_id: int) -> Going:
    """What would go with one role, by its id. Raises NobodyThere and LastCoordinator."""
    person_id = fetch_number(db, "SELECT person_id FROM memberships WHERE id = ?", [membership_id])
    if person_id is None:
        raise NobodyThere
    return going(db, person_id, [membership_id])


def remove(db: Database, by: Actor, person_id: int, membership_ids: Sequence[int] | None) -> Removal:
    """Take roles away, all of them if `membership_ids` is None; the person is told. Repeating it with the same
    source changes nothing. Raises ForTheOffice, NobodyThere, and LastCoordinator for the only one left."""
    with transaction(db):
        if before := fetch_number(db, "SELECT id FROM removals WHERE source = ?", [by.source]):
            return find_removal(db, before)
        by.check_office(db)
        return take_away(db, person_id, membership_ids, by.now, by.source, by.id)


def take_away(
    db: Database, person_id: int, membership_ids: Sequence[int] | None, now: datetime, source: str, by_id: int | None
) -> Removal:
    """The same as `remove`, whoever does it. Within the caller's transaction."""
    rows = _roles_to_take(db, person_id, membership_ids)
    roles = [{key: row[key] for key in KEPT} for row in rows]
    values = {"person_id": person_id, "roles": roles, "removed_by": by_id, "source": source, "at": now}
    removal_id = insert(db, "removals", **values)
    for row in rows:
        _end(db, row, now)
    person = person_by_id(db, person_id)
    _end_links(db, person)
    audit.record(db, now, "remove", str(person_id), person_id=by_id, source=source, roles=roles)
    if person.telegram_id is not None:
        post(db, Letter.ROLE_ENDED, removal_id, [person], now)
    return find_removal(db, removal_id)


def undo_removal(db: Database, by: Actor, removal_id: int) -> Removal:
    """Give somebody back what was taken from them within a day, and tell them; doing it twice is harmless. Raises
    ForTheOffice, NobodyThere if the person has been deleted, and RemovalStands."""
    with by.office_act(db):
        row = fetch_row(db, "SELECT * FROM removals WHERE id = ?", [removal_id], NobodyThere)
        if row["undone_at"] is None:
            if by.now - moment(row["at"]) > UNDONE_WITHIN:
                raise RemovalStands
            _give_back(db, row)
            change(db, "DELETE FROM invites WHERE replaces = ? AND used_at IS NULL", [row["person_id"]])
            update(db, "removals", removal_id, undone_at=by.now)
            person = person_by_id(db, row["person_id"])
            post(db, Letter.ROLE_BACK, removal_id, [person] if person.telegram_id else [], by.now)
            by.record(db, "undo_remove", str(row["person_id"]))
    return find_removal(db, removal_id)


def standing_removal(db: Database, source: str, now: datetime) -> Removal | None:
    """What the office took away by a press or sentence within a day and has not undone, or None."""
    removal_id = fetch_number(
        db,
        """SELECT id FROM removals WHERE source = ? AND source <> '' AND at > ? AND undone_at IS NULL
        AND removed_by IS NOT NULL AND person_id IN (SELECT id FROM people) ORDER BY id DESC LIMIT 1""",
        [source, now - UNDONE_WITHIN],
    )
    return None if removal_id is None else find_removal(db, removal_id)


def find_removal(db: Database, removal_id: int) -> Removal:
    """A removal by its id. Raises NobodyThere if the person has been deleted."""
    row = fetch_row(
        db,
        """SELECT removals.*, people.name, ifnull(remover.name, '') AS removed_by, undone_at IS NOT NULL AS undone
        FROM removals
        JOIN people ON people.id = removals.person_id LEFT JOIN people AS remover ON remover.id = removed_by
        WHERE removals.id = ?""",
        [removal_id],
        NobodyThere,
    )
    named = {each["id"]: each["name"] for each in fetch_all(db, "SELECT id, name FROM units")}
    roles = tuple(membership({**role, "unit": named.get(role["unit_id"])}) for role in json.loads(row["roles"]))
    return record_of(Removal, row, roles=roles)


def removed_named(db: Database, text: str) -> Person | None:
    """Whoever was removed last, and not given back, of those whose names occur in a text."""
    sql = """SELECT person_id FROM removals JOIN people ON people.id = person_id
        WHERE undone_at IS NULL AND length(name) > 1 AND instr(lower(?), lower(name)) > 0
        ORDER BY removals.id DESC LIMIT 1"""
    row = fetch_one(db, sql, [text])
    return person_by_id(db, row["person_id"]) if row else None


def removed_since(db: Database, person_id: int, at: str) -> bool:
    """Whether roles were taken from a person since a stored moment; links from before then no longer let them in."""
    sql = "SELECT 1 FROM removals WHERE person_id = ? AND at >= ? AND undone_at IS NULL"
    return exists(db, sql, [person_id, at])


def was_removed(db: Database, person_id: int, role: Role, unit_id: int | None) -> bool:
    """Whether this role was taken from a person and not given back."""
    removed = fetch_column(db, "SELECT roles FROM removals WHERE person_id = ? AND undone_at IS NULL", [person_id])
    taken = any((each["role"], each["unit_id"]) == (role, unit_id) for roles in removed for each in json.loads(roles))
    has = "SELECT 1 FROM memberships WHERE person_id = ? AND role = ? AND unit_id IS ?"
    return taken and not exists(db, has, [person_id, role, unit_id])


DROPPED = """UPDATE arrivals SET state = 'refused' WHERE state IN ('waiting', 'coming')
AND invite_id IN (SELECT id FROM invites WHERE named_by = ? AND unit_id = ?)"""
"""Whom a liaison has named who is gone, and who has not begun."""
KEPT = ("role", "unit_id", "named_by", "until", "hears", "since")
"""What a removal keeps of a role, so that it can be given back."""


def _roles_to_take(db: Database, person_id: int, membership_ids: Sequence[int] | None) -> list[Row]:
    """The rows of these roles of a person, or of all. Raises NobodyThere for none of them, and LastCoordinator."""
    found = fetch_all(
        db,
        """SELECT memberships.*, units.name AS unit FROM memberships LEFT JOIN units ON units.id = unit_id
        WHERE person_id = ? ORDER BY memberships.id""",
        [person_id],
    )
    rows = [row for row in found if membership_ids is None or row["id"] in membership_ids]
    if not rows:
        raise NobodyThere
    leaves_office = any(row["role"] == Role.COORDINATOR for row in rows)
    if leaves_office and all(each.id == person_id for each in coordinators(db)):
        raise LastCoordinator
    return rows


def _give_back(db: Database, row: Row) -> None:
    for role in json.loads(row["roles"]):
        columns, places = ", ".join(role), ", ".join(f":{key}" for key in role)
        back = f"INSERT OR IGNORE INTO memberships (person_id, {columns}) VALUES (:person_id, {places})"
        change(db, back, {**role, "person_id": row["person_id"]})


def _end(db: Database, row: Row, now: datetime) -> None:
    """Take a role away, with the links that a liaison has given out and nobody has opened."""
    change(db, "DELETE FROM memberships WHERE id = ?", [row["id"]])
    if row["role"] == Role.DEPUTY:
        let_liaisons_hear(db, row["unit_id"])
    if row["role"] == Role.LIAISON:
        unopened = "DELETE FROM invites WHERE used_at IS NULL AND named_by = ? AND unit_id = ?"
        change(db, unopened, [row["person_id"], row["unit_id"]])
        change(db, DROPPED, [row["person_id"], row["unit_id"]])
        leave_to_colleague(db, row["person_id"], row["unit_id"], now)


def _end_links(db: Database, person: Person) -> None:
    """A link that nobody has opened ends with the office of who made it, and with the last role of whom it is for."""
    if not person.is_coordinator:
        change(db, "DELETE FROM invites WHERE used_at IS NULL AND made_by = ?", [person.id])
    if not person.memberships:
        change(db, "DELETE FROM invites WHERE used_at IS NULL AND person_id = ?", [person.id])
