"""B角: a liaison names a deputy by a link, for a span or until recalled, and says who hears the notices."""

from dataclasses import dataclass
from datetime import date, datetime

from data import audit
from data.people import Person, Role
from data.store import Database, change, fetch_all, transaction


@dataclass(frozen=True, slots=True)
class Deputy:
    """Somebody who reports for a unit in a liaison's place; `until` is the last day, None until recalled."""

    membership_id: int
    name: str
    unit: str
    until: date | None


def deputies_of(db: Database, person: Person) -> list[Deputy]:
    """The deputies that a liaison has named."""
    rows = fetch_all(
        db,
        """SELECT memberships.id AS membership_id, people.name AS name, units.name AS unit, until
        FROM memberships JOIN people ON people.id = person_id JOIN units ON units.id = unit_id
        WHERE named_by = ? AND role = 'deputy' ORDER BY memberships.id""",
        [person.id],
    )
    return [Deputy(**{**row, "until": date.fromisoformat(row["until"]) if row["until"] else None}) for row in rows]


def recall_deputy(db: Database, person: Person, membership_id: int, now: datetime) -> bool:
    """End a deputy's time; False when the person has named no such deputy (any more)."""
    with transaction(db):
        ended = bool(change(db, "DELETE FROM memberships WHERE id = ? AND named_by = ?", [membership_id, person.id]))
        if ended:
            audit.record(db, now, "recall_deputy", str(membership_id), person_id=person.id)
            if not deputies_of(db, person):
                _set_hears(db, person, True)
    return ended


def set_deputy_alone(db: Database, person: Person, alone: bool, now: datetime) -> None:
    """Choose whether the notices go to the deputies alone, or to the liaison as well."""
    with transaction(db):
        _set_hears(db, person, not alone)
        audit.record(db, now, "set_deputy_alone", str(alone), person_id=person.id)


def end_deputies(db: Database, today: date) -> None:
    """End the time of every deputy whose last day has passed; the liaisons hear the notices again."""
    with transaction(db):
        ended = fetch_all(db, "SELECT named_by FROM memberships WHERE until < ?", [today.isoformat()])
        if not ended:
            return
        change(db, "DELETE FROM memberships WHERE until < ?", [today.isoformat()])
        change(
            db,
            """UPDATE memberships SET hears = 1 WHERE role = 'liaison' AND person_id NOT IN (
                SELECT named_by FROM memberships WHERE named_by IS NOT NULL)""",
        )


def hears_notices(person: Person) -> bool:
    """Whether a liaison's notices come to the liaison too."""
    return all(each.hears for each in person.memberships if each.role is Role.LIAISON)


def _set_hears(db: Database, person: Person, hears: bool) -> None:
    change(
        db,
        "UPDATE memberships SET hears = ? WHERE person_id = ? AND role = 'liaison'",
        [int(hears), person.id],
    )
