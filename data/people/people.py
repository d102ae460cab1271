"""People, their roles, and the units they speak for."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Self

from data.errors import ForTheOffice, NotYours, needed
from data.people.hashes import keyed_hash, phone_hash
from data.store import Database, Row, record_of, sql_among, transaction
from data.store.settings import read_setting, write_setting
from data.store.unchanged import cached_until_changed


class Role(StrEnum):
    """A person's role, for a unit or for the whole plan."""

    LIAISON = "liaison"
    DEPUTY = "deputy"
    COORDINATOR = "coordinator"
    OBSERVER = "observer"


LET_IN = "coordinators_let_in"
"""The setting that stores which coordinators from the environment have been let in."""
SPEAKING_ROLES = (Role.LIAISON, Role.DEPUTY)
REPORTING_ROLES = (*SPEAKING_ROLES, Role.COORDINATOR)
"""The roles in which a person may report for the unit they belong to."""
PERSON = """SELECT people.id, telegram_id, people.name, language, seen_on,
    role, unit_id, units.name AS unit, named_by, until, hears
FROM people LEFT JOIN memberships ON person_id = people.id LEFT JOIN units ON units.id = unit_id
WHERE {} = ? ORDER BY memberships.id"""
"""An SQL query for a person by the column put in for `{}`, with a row for each role."""
REACHABLE = "telegram_id IS NOT NULL AND unreachable_at IS NULL"
"""An SQL condition on people: they have been let in and messages reach them."""
ON_LEAVE = "ended_at IS NULL AND first_day <= :day AND last_day >= :day"
"""An SQL condition on absences: they last on :day."""


@dataclass(frozen=True, slots=True)
class Membership:
    """One role of a person; coordinators and observers may belong to no unit.

    A deputy may be `named_by` a liaison, `until` a last day or, if None, until recalled. `hears` is whether the person
    wants the unit's notices while it has a deputy; on leave they go to others in any case.
    """

    role: Role
    unit_id: int | None
    unit: str | None
    named_by: int | None = None
    until: date | None = None
    hears: bool = True


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody on the roster. `telegram_id` is None until they are let in, `seen_on` until they first do something."""

    id: int
    telegram_id: int | None
    name: str
    language: str | None
    memberships: tuple[Membership, ...]
    seen_on: date | None = None

    @property
    def is_coordinator(self) -> bool:
        """Whether the person belongs to the office."""
        return any(membership.role is Role.COORDINATOR for membership in self.memberships)

    @property
    def sees_everything(self) -> bool:
        """Whether the person may see every unit's tasks."""
        return any(membership.role not in SPEAKING_ROLES for membership in self.memberships)

    @property
    def may_see(self) -> tuple[int, ...] | None:
        """The ids of the units whose tasks the person may see; None for all."""
        return None if self.sees_everything else self.speaks_for

    @property
    def speaks_for(self) -> tuple[int, ...]:
        """The ids of the units for which the person reports."""
        return tuple(dict.fromkeys(m.unit_id for m in self.memberships if m.role in REPORTING_ROLES and m.unit_id))

    @property
    def liaison_for(self) -> tuple[Membership, ...]:
        """The person's roles as a liaison, in which they may name deputies."""
        return tuple(each for each in self.memberships if each.role is Role.LIAISON)

    def on(self, today: date) -> Self:
        """Return the person with only the roles that are still valid on a day."""
        return replace(self, memberships=tuple(m for m in self.memberships if m.until is None or m.until >= today))

    def stands_in_for(self, unit_id: int | None) -> int | None:
        """Return the id of the liaison who named this person a deputy of the unit, or None."""
        named = (m.named_by for m in self.memberships if m.unit_id == unit_id and m.role is Role.DEPUTY)
        return next(named, None)

    @property
    def units(self) -> tuple[str, ...]:
        """The names of the units for which the person reports."""
        return tuple(dict.fromkeys(m.unit for m in self.memberships if m.role in REPORTING_ROLES and m.unit))


def who_is(db: Database, telegram_id: int, today: date) -> Person | None:
    """Return the person with this Telegram id and the roles valid today; None if there is none or they have no role.

    This alone decides who may do what.
    """
    person = person_in_chat(db, telegram_id)
    person = person.on(today) if person else None
    return person if person and person.memberships else None


def person_in_chat(db: Database, telegram_id: int) -> Person | None:
    """Return the person with this Telegram id, with or without a role, or None."""
    sql = PERSON.format("telegram_id")
    return cached_until_changed(db, ("person in chat", telegram_id), lambda: _person(db.fetch_all(sql, [telegram_id])))


def person_by_id(db: Database, person_id: int) -> Person:
    """Return a person with all roles. Raises LookupError if there is none."""
    found = _person(db.fetch_all(PERSON.format("people.id"), [person_id]))
    if found is None:
        raise LookupError(person_id)
    return found


def still_known(db: Database, person_id: int | None) -> int | None:
    """Return the id of a person, or None if they have been deleted since it was kept."""
    return db.fetch_number("SELECT id FROM people WHERE id = ?", [person_id])


def _person(rows: Sequence[Row]) -> Person | None:
    """Build a person from its rows, one per role; None if there are none."""
    if not rows:
        return None
    return record_of(Person, rows[0], memberships=tuple(record_of(Membership, row) for row in rows if row["role"]))


def is_of_the_office(db: Database, person_id: int | None) -> bool:
    """Return whether the person, if any, is a coordinator now."""
    return person_id is not None and person_by_id(db, person_id).is_coordinator


def check_coordinator(db: Database, person_id: int) -> None:
    """Raise ForTheOffice unless the person is a coordinator now."""
    if not is_of_the_office(db, person_id):
        raise ForTheOffice


def liaison_membership(person: Person, unit_id: int) -> Membership:
    """Return the person's role as a liaison of the unit. Raises NotYours if there is none."""
    return needed(next((each for each in person.liaison_for if each.unit_id == unit_id), None), NotYours)


def add_person(
    db: Database, name: str, now: datetime, telegram_id: int | None = None, language: str | None = None
) -> int:
    """Add a person and return the row's id."""
    return db.insert("people", name=name, telegram_id=telegram_id, language=language, created_at=now)


def add_membership(
    db: Database,
    person_id: int,
    role: Role,
    unit_id: int | None,
    named_by: int | None = None,
    until: str | None = None,
    since: datetime | None = None,
) -> None:
    """Give a person a role, which they have had since `since`; a deputy may be named by a liaison, `until` a stored
    day.

    Naming a deputy again replaces the terms, except for a deputy entered by the office.
    """
    db.change(
        """INSERT INTO memberships (person_id, unit_id, role, named_by, until, since) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (person_id, ifnull(unit_id, 0), role)
        DO UPDATE SET named_by = excluded.named_by, until = excluded.until WHERE named_by IS NOT NULL""",
        [person_id, unit_id, role, named_by, until, since],
    )


def ensure_coordinators(db: Database, telegram_ids: Iterable[int], now: datetime) -> None:
    """Let in the coordinators that the environment names, each only once, so that a removed one stays out.

    A keyed hash of each id let in is stored.
    """
    let_in = set((read_setting(db, LET_IN) or "").split())
    coming = {each: mark for each in telegram_ids if (mark := keyed_hash(db, str(each))) not in let_in}
    if not coming:
        return
    with transaction(db):
        write_setting(db, LET_IN, " ".join(sorted(let_in.union(coming.values()))))
        for telegram_id in coming:
            known = db.fetch_number("SELECT id FROM people WHERE telegram_id = ?", [telegram_id])
            person_id = known or add_person(db, "", now, telegram_id)
            add_membership(db, person_id, Role.COORDINATOR, None, since=now)


def name_person(db: Database, person_id: int, name: str) -> None:
    """Set the name of a person who has none yet."""
    db.change("UPDATE people SET name = ? WHERE id = ? AND name = ''", [name, person_id])


def set_language(db: Database, person_id: int, language: str) -> None:
    """Store the language ('zh' or 'en') that a person chose."""
    db.update("people", person_id, language=language)


def set_phone(db: Database, person_id: int, phone: str) -> None:
    """Store the keyed hash of a person's phone number."""
    db.update("people", person_id, phone_hash=phone_hash(db, phone))


def speakers(db: Database, unit_ids: Collection[int] | None = None, day: date | None = None) -> list[Row]:
    """Return a row for each person who speaks for one of these units (None: all), on a day or as of now.

    `chat_id` is None for those who cannot be reached, `office` is whether a coordinator is nothing else in the unit,
    and `hears` whether the person wants its notices and is not on leave from it.
    """
    return db.fetch_all(
        f"""SELECT people.id, people.name, unit_id, units.name AS unit, iif({REACHABLE}, telegram_id, NULL) AS chat_id,
            min(role = 'coordinator') AS office, max(hears AND NOT EXISTS (SELECT 1 FROM absences
                WHERE absences.person_id = people.id AND absences.unit_id = units.id AND {ON_LEAVE})) AS hears
        FROM memberships JOIN people ON people.id = person_id JOIN units ON units.id = unit_id
        WHERE role <> 'observer' AND (:day IS NULL OR until IS NULL OR until >= :day)
            {sql_among("unit_id", unit_ids)}
        GROUP BY unit_id, people.id ORDER BY unit_id, people.id""",
        {"day": day},
    )


def registered(db: Database) -> set[tuple[int | None, str]]:
    """Return the unit and name of each person who has joined, with None for the office's own."""
    sql = "SELECT unit_id, name FROM memberships JOIN people ON people.id = person_id WHERE telegram_id IS NOT NULL"
    return {(row["unit_id"], row["name"]) for row in db.fetch_all(sql)}


def who_hear(rows: Collection[Row]) -> list[Row]:
    """Return the `speakers` of units to whom notices go: where nobody who hears can be reached, all of them."""
    left_to = {row["unit_id"] for row in rows if row["hears"] and row["chat_id"]}
    return [row for row in rows if row["hears"] or row["unit_id"] not in left_to]


def _reachable(db: Database, unit_id: int, day: date | None = None) -> list[Row]:
    rows = [row for row in speakers(db, [unit_id], day) if row["chat_id"]]
    return [row for row in rows if not row["office"]] or rows


def reachable_people(db: Database, unit_id: int) -> list[Person]:
    """Return the reachable liaisons and deputies of a unit, or its coordinators if it has none, ordered by id."""
    return [person_by_id(db, row["id"]) for row in _reachable(db, unit_id)]


def hearers(db: Database, unit_id: int, day: date) -> list[Person]:
    """Return the people of a unit who get its notices on a day; if nobody does, everybody who can be reached."""
    return [person_by_id(db, row["id"]) for row in who_hear(_reachable(db, unit_id, day))]


def coordinators(db: Database) -> list[Person]:
    """Return the coordinators who can be reached."""
    sql = f"""SELECT DISTINCT people.id FROM people JOIN memberships ON person_id = people.id
        WHERE role = 'coordinator' AND {REACHABLE} ORDER BY people.id"""
    return [person_by_id(db, each) for each in db.fetch_column(sql)]
