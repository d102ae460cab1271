"""Taking a roster over: who is on it, for which unit, in which role."""

from dataclasses import dataclass
from datetime import datetime

from data import audit
from data.files.roster import RosterReading, RosterRow
from data.invites import create_invite
from data.people import add_membership, add_person, set_phone
from data.store import Database, change, fetch_one, transaction
from data.units import ensure_unit


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody on the roster; `token` invites those whose Telegram id is not known, once."""

    name: str
    unit: str
    token: str | None


def import_roster(db: Database, reading: RosterReading, source: str, now: datetime) -> list[Listed]:
    """Take a roster over, all of it or nothing. People already known are brought up to date, nobody is removed."""
    with transaction(db):
        listed = [_take(db, row, source, now) for row in reading.rows]
        audit.record(db, now, "import_people", source, people=len(listed), source=source)
    return listed


def _take(db: Database, row: RosterRow, source: str, now: datetime) -> Listed:
    unit_id = ensure_unit(db, row.unit) if row.unit else None
    person_id = _find(db, row, unit_id)
    if person_id is None:
        person_id = add_person(db, row.name, now, row.telegram_id, row.language or None)
    change(
        db,
        """UPDATE people SET name = :name, telegram_id = ifnull(:telegram_id, telegram_id),
        language = ifnull(nullif(:language, ''), language) WHERE id = :id""",
        {
            "id": person_id,
            "name": row.name,
            "telegram_id": row.telegram_id,
            "language": row.language,
        },
    )
    if row.phone:
        set_phone(db, person_id, row.phone)
    add_membership(db, person_id, row.role, unit_id)
    known = fetch_one(db, "SELECT telegram_id FROM people WHERE id = ?", [person_id])
    token = None
    if known is None or known["telegram_id"] is None:
        change(db, "DELETE FROM invites WHERE person_id = ? AND used_at IS NULL", [person_id])
        token = create_invite(db, row.role, unit_id, now, person_id, source)
    return Listed(row.name, row.unit, token)


def _find(db: Database, row: RosterRow, unit_id: int | None) -> int | None:
    """The person this row means: by Telegram id, else by name within the unit."""
    found = None
    if row.telegram_id is not None:
        found = fetch_one(db, "SELECT id FROM people WHERE telegram_id = ?", [row.telegram_id])
    if found is None:
        found = fetch_one(
            db,
            """SELECT people.id FROM people JOIN memberships ON person_id = people.id
            WHERE people.name = ? AND unit_id IS ? AND (? IS NULL OR telegram_id IS NULL)""",
            [row.name, unit_id, row.telegram_id],
        )
    return int(found["id"]) if found else None
