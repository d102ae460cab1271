"""Importing a roster: its people with their units, roles and invitations."""

from dataclasses import dataclass
from datetime import datetime

from data.people.hashes import phone_hash
from data.people.invitations import create_invite
from data.people.people import add_membership, add_person, person_by_id, set_phone
from data.people.removal import was_removed
from data.people.roster_file import RosterReading, RosterRow
from data.plan.units import ensure_unit
from data.store import Database, audit, transaction


@dataclass(frozen=True, slots=True)
class ImportedPerson:
    """A person on the imported roster.

    `token` is a one-time invitation, or None if the Telegram id is known or the last link can still be opened. Those
    `removed` in the chat are not brought back.
    """

    name: str
    unit: str
    token: str | None
    has_open_link: bool = False
    removed: bool = False


def import_roster(
    db: Database, reading: RosterReading, source: str, now: datetime, *, with_links: bool
) -> list[ImportedPerson]:
    """Import a whole roster in one transaction. Known people are updated, nobody is removed."""
    with transaction(db):
        listed = [_import_row(db, row, source, now, with_links) for row in reading.rows]
        audit.record(db, now, "import_people", source, people=len(listed), source=source)
    return listed


def _import_row(db: Database, row: RosterRow, source: str, now: datetime, with_links: bool) -> ImportedPerson:
    unit_id = ensure_unit(db, row.unit) if row.unit else None
    person_id = _known(db, row) or _listed_alike(db, row, unit_id)
    if person_id is not None and was_removed(db, person_id, row.role, unit_id):
        return ImportedPerson(row.name, row.unit, None, removed=True)
    if person_id is None and _has_come_in(db, row, unit_id):
        return ImportedPerson(row.name, row.unit, None)
    if person_id is None:
        person_id = add_person(db, row.name, now, row.telegram_id, row.language or None)
    db.change(
        """UPDATE people SET name = :name, telegram_id = ifnull(:telegram_id, telegram_id),
        language = ifnull(nullif(:language, ''), language) WHERE id = :id""",
        {"id": person_id, "name": row.name, "telegram_id": row.telegram_id, "language": row.language},
    )
    if row.phone:
        set_phone(db, person_id, row.phone)
    add_membership(db, person_id, row.role, unit_id, since=now)
    if person_by_id(db, person_id).telegram_id is not None:
        return ImportedPerson(row.name, row.unit, None)
    if db.exists("SELECT 1 FROM invites WHERE person_id = ? AND used_at IS NULL AND expires_at > ?", [person_id, now]):
        return ImportedPerson(row.name, row.unit, None, has_open_link=True)
    db.change("DELETE FROM invites WHERE person_id = ? AND used_at IS NULL", [person_id])
    token = create_invite(db, row.role, unit_id, now, source, person_id=person_id) if with_links else None
    return ImportedPerson(row.name, row.unit, token)


def _known(db: Database, row: RosterRow) -> int | None:
    """Return the id of the person with this Telegram id, else with this phone number and name, or None."""
    if row.telegram_id is not None:
        person_id = db.fetch_number("SELECT id FROM people WHERE telegram_id = ?", [row.telegram_id])
        if person_id is not None:
            return person_id
    if not row.phone:
        return None
    sql = "SELECT id FROM people WHERE phone_hash = ? AND name = ? AND (? IS NULL OR telegram_id IS NULL)"
    return db.fetch_number(sql, [phone_hash(db, row.phone), row.name, row.telegram_id])


def _listed_alike(db: Database, row: RosterRow, unit_id: int | None) -> int | None:
    """Return the id of an unclaimed person of this name who has this role and no other, or None."""
    return db.fetch_number(
        """SELECT people.id FROM people JOIN memberships ON person_id = people.id
        WHERE telegram_id IS NULL AND people.name = :name AND (phone_hash IS NULL OR :phone IS NULL)
        GROUP BY people.id HAVING count(*) = 1 AND max(role) = :role AND max(unit_id) IS :unit_id""",
        _entry(row, unit_id),
    )


def _has_come_in(db: Database, row: RosterRow, unit_id: int | None) -> bool:
    """Return whether a person of this name who has come in already has this role.

    They are given nothing, since a name can be chosen freely.
    """
    return db.exists(
        """SELECT 1 FROM people JOIN memberships ON person_id = people.id
        WHERE telegram_id IS NOT NULL AND :telegram_id IS NULL AND people.name = :name
        AND (phone_hash IS NULL OR :phone IS NULL) AND role = :role AND unit_id IS :unit_id""",
        _entry(row, unit_id),
    )


def _entry(row: RosterRow, unit_id: int | None) -> dict[str, object]:
    known = {"name": row.name, "phone": row.phone or None, "telegram_id": row.telegram_id}
    return {**known, "role": row.role, "unit_id": unit_id}
