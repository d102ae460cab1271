"""Removing roles at once, which can be undone for a day. Unfinished work is kept for a successor."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from data.errors import needed
from data.errors.people import LastCoordinator, NobodyThere, RemovalStands
from data.letters import Letter, post_letter
from data.people.absence import tell_those_stood_in_for
from data.people.actor import Actor
from data.people.directory import role_by_id
from data.people.leaving import hand_over_deputies_for_unit, let_liaisons_hear_again
from data.people.people import SPEAKING_ROLES, Membership, Person, Role, coordinators, person_by_id, still_known
from data.people.succession import unfinished_tasks_of
from data.store import Database, Row, audit, record_of, transaction
from data.store.audit import UNDONE_WITHIN
from data.times import moment


@dataclass(frozen=True, slots=True)
class RemovalPreview:
    """What removing roles would take: the roles with their ids, and the codes of tasks with unfinished reports or
    requests.

    `deputies` are the names of the person's deputies, who stay.
    """

    person: Person
    membership_ids: tuple[int, ...]
    roles: tuple[Membership, ...]
    unfinished: tuple[str, ...]
    deputies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Removal:
    """Roles removed from a person, by whom and when; `undone` if they were given back."""

    id: int
    person_id: int
    name: str
    roles: tuple[Membership, ...]
    removed_by: str
    at: datetime
    undone: bool


def removal_preview(db: Database, person_id: int, membership_ids: Sequence[int] | None) -> RemovalPreview:
    """Return what removing these roles of a person, or all if None, would take.

    Raises NobodyThere if the person has none of them, and LastCoordinator.
    """
    rows = _roles_to_take(db, person_id, membership_ids)
    units = [row["unit_id"] for row in rows if row["role"] in SPEAKING_ROLES]
    named = db.fetch_column(
        """SELECT people.name FROM memberships JOIN people ON people.id = person_id
        WHERE named_by = ? AND unit_id IN (SELECT value FROM json_each(?)) ORDER BY memberships.id""",
        [person_id, units],
    )
    return RemovalPreview(
        person_by_id(db, person_id),
        tuple(row["id"] for row in rows),
        tuple(record_of(Membership, row) for row in rows),
        tuple(unfinished_tasks_of(db, person_id, units)),
        tuple(named),
    )


def removal_preview_of_role(db: Database, membership_id: int) -> RemovalPreview:
    """Return what removing one role would take. Raises NobodyThere and LastCoordinator."""
    return removal_preview(db, role_by_id(db, membership_id).person_id, [membership_id])


def remove_roles(db: Database, by: Actor, person_id: int, membership_ids: Sequence[int] | None) -> Removal:
    """Remove roles of a person, all if `membership_ids` is None, and tell them. Done once per source.

    Raises ForTheOffice, NobodyThere and LastCoordinator.
    """
    with transaction(db):
        if before := db.fetch_number("SELECT id FROM removals WHERE source = ?", [by.source]):
            return removal_by_id(db, before)
        by.check_office(db)
        return remove_roles_unchecked(db, person_id, membership_ids, by.now, by.source, by.id)


def remove_roles_unchecked(
    db: Database, person_id: int, membership_ids: Sequence[int] | None, now: datetime, source: str, by_id: int | None
) -> Removal:
    """Remove roles of a person, all if `membership_ids` is None, without checking who does it. To be called within a
    transaction.

    `by_id` is the person who does it, or None; those who end their own role are not told. Raises NobodyThere and
    LastCoordinator.
    """
    rows = _roles_to_take(db, person_id, membership_ids)
    roles = [{key: row[key] for key in KEPT} for row in rows]
    values = {"person_id": person_id, "roles": roles, "removed_by": by_id, "source": source, "at": now}
    removal_id = db.insert("removals", **values)
    for row in rows:
        db.change("DELETE FROM memberships WHERE id = ?", [row["id"]])
        end_what_hangs_on(db, row, now)
    person = person_by_id(db, person_id)
    _end_links(db, person)
    audit.record(db, now, "remove", str(person_id), person_id=by_id, source=source, roles=roles)
    if person.telegram_id is not None and person_id != by_id:
        post_letter(db, Letter.ROLE_ENDED, removal_id, [person], now)
    return removal_by_id(db, removal_id)


def undo_removal(db: Database, by: Actor, removal_id: int) -> Removal:
    """Give removed roles back and tell the person. Does nothing if that has been done.

    Raises ForTheOffice, NobodyThere if the person has been deleted, RemovalStands after a day.
    """
    with by.office_act(db):
        row = db.fetch_row("SELECT * FROM removals WHERE id = ?", [removal_id], NobodyThere)
        if row["undone_at"] is None:
            if by.now - moment(row["at"]) > UNDONE_WITHIN:
                raise RemovalStands
            _give_back(db, row, by.now)
            db.change("DELETE FROM invites WHERE replaces = ? AND used_at IS NULL", [row["person_id"]])
            db.update("removals", removal_id, undone_at=by.now)
            person = person_by_id(db, row["person_id"])
            post_letter(db, Letter.ROLE_BACK, removal_id, [person] if person.telegram_id else [], by.now)
            by.record(db, "undo_remove", str(row["person_id"]))
    return removal_by_id(db, removal_id)


def standing_removal(db: Database, source: str, now: datetime) -> Removal | None:
    """Return the removal made by the office under `source`, if it can still be undone and has not been; else None."""
    removal_id = db.fetch_number(
        """SELECT id FROM removals WHERE source = ? AND source <> '' AND at > ? AND undone_at IS NULL
        AND removed_by IS NOT NULL AND person_id IN (SELECT id FROM people) ORDER BY id DESC LIMIT 1""",
        [source, now - UNDONE_WITHIN],
    )
    return None if removal_id is None else removal_by_id(db, removal_id)


def removal_by_id(db: Database, removal_id: int) -> Removal:
    """Return a removal. Raises NobodyThere if the person has been deleted."""
    row = db.fetch_row(
        """SELECT removals.*, people.name, ifnull(remover.name, '') AS removed_by, undone_at IS NOT NULL AS undone
        FROM removals
        JOIN people ON people.id = removals.person_id LEFT JOIN people AS remover ON remover.id = removed_by
        WHERE removals.id = ?""",
        [removal_id],
        NobodyThere,
    )
    named = {each["id"]: each["name"] for each in db.fetch_all("SELECT id, name FROM units")}
    roles = [{**role, "unit": named.get(role["unit_id"])} for role in json.loads(row["roles"])]
    return db.record(Removal, row, roles=tuple(record_of(Membership, role) for role in roles))


def removed_person_named(db: Database, text: str) -> Person | None:
    """Return the person removed last, and not given back their roles, among those named in a text; or None."""
    sql = """SELECT person_id FROM removals JOIN people ON people.id = person_id
        WHERE undone_at IS NULL AND length(name) > 1 AND instr(lower(?), lower(name)) > 0
        ORDER BY removals.id DESC LIMIT 1"""
    row = db.fetch_one(sql, [text])
    return person_by_id(db, row["person_id"]) if row else None


def was_removed_since(db: Database, person_id: int, at: str) -> bool:
    """Return whether roles were removed from a person since a stored moment and not given back."""
    sql = "SELECT 1 FROM removals WHERE person_id = ? AND at >= ? AND undone_at IS NULL"
    return db.exists(sql, [person_id, at])


def was_removed(db: Database, person_id: int, role: Role, unit_id: int | None) -> bool:
    """Return whether this role was removed from a person and not given back."""
    removed = db.fetch_column("SELECT roles FROM removals WHERE person_id = ? AND undone_at IS NULL", [person_id])
    taken = any((each["role"], each["unit_id"]) == (role, unit_id) for roles in removed for each in json.loads(roles))
    has = "SELECT 1 FROM memberships WHERE person_id = ? AND role = ? AND unit_id IS ?"
    return taken and not db.exists(has, [person_id, role, unit_id])


KEPT = ("role", "unit_id", "named_by", "until", "hears", "since")
"""The columns of a membership that a removal keeps, to be given back."""


def _roles_to_take(db: Database, person_id: int, membership_ids: Sequence[int] | None) -> list[Row]:
    """Return the rows of these roles, or of all roles. Raises NobodyThere if there are none, and LastCoordinator."""
    found = db.fetch_all(
        """SELECT memberships.*, units.name AS unit FROM memberships LEFT JOIN units ON units.id = unit_id
        WHERE person_id = ? ORDER BY memberships.id""",
        [person_id],
    )
    rows = needed([row for row in found if membership_ids is None or row["id"] in membership_ids], NobodyThere)
    leaves_office = any(row["role"] == Role.COORDINATOR for row in rows)
    if leaves_office and all(each.id == person_id for each in coordinators(db)):
        raise LastCoordinator
    return rows


def _give_back(db: Database, row: Row, now: datetime) -> None:
    roles = json.loads(row["roles"])
    for role in roles:
        role = {**role, "named_by": still_known(db, role.get("named_by"))}
        columns, places = ", ".join(role), ", ".join(f":{key}" for key in role)
        back = f"INSERT OR IGNORE INTO memberships (person_id, {columns}) VALUES (:person_id, {places})"
        db.change(back, {**role, "person_id": row["person_id"]})
        let_liaisons_hear_again(db, role["unit_id"])
    for unit_id in {role["unit_id"] for role in roles}:
        tell_those_stood_in_for(db, row["person_id"], unit_id, now)


def end_what_hangs_on(db: Database, row: Row, now: datetime) -> None:
    """Settle what depended on a role that has ended: who hears notices, who stands in, unopened links, deputies. To be
    called within a transaction."""
    tell_those_stood_in_for(db, row["person_id"], row["unit_id"], now)
    if row["role"] == Role.DEPUTY:
        let_liaisons_hear_again(db, row["unit_id"])
    if row["role"] == Role.LIAISON:
        unopened = "DELETE FROM invites WHERE used_at IS NULL AND named_by = ? AND unit_id = ?"
        db.change(unopened, [row["person_id"], row["unit_id"]])
        hand_over_deputies_for_unit(db, row["person_id"], row["unit_id"], now)


def _end_links(db: Database, person: Person) -> None:
    """Delete the unopened links of a person who is no coordinator now: those for their deputies, by whomever they were
    made, and those that they have made for others, but for nobody's deputy. Links for a deputy or successor in a unit
    that is still theirs stay. Delete also those meant for a person without roles."""
    if not person.is_coordinator:
        db.change(
            """DELETE FROM invites WHERE used_at IS NULL AND ifnull(named_by, made_by) = ?1
            AND NOT ((named_by IS ?1 OR replaces IS ?1) AND EXISTS
            (SELECT 1 FROM memberships WHERE person_id = ?1 AND memberships.unit_id = invites.unit_id))""",
            [person.id],
        )
    if not person.memberships:
        db.change("DELETE FROM invites WHERE used_at IS NULL AND person_id = ?", [person.id])
