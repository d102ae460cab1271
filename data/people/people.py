"""Who is who: people, the units they speak for, and their roles."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Self

from data.errors import ForTheOffice
from data.people.hashes import keyed_hash, phone_hash
from data.store import Database, Row, change, fetch_all, fetch_column, fetch_number, insert, transaction, update
from data.store.records import record_of
from data.store.settings import read_setting, write_setting
from data.store.unchanged import unless_changed


class Role(StrEnum):
    """What a person may do: for a unit, for the whole plan, or only look."""

    LIAISON = "liaison"
    DEPUTY = "deputy"
    COORDINATOR = "coordinator"
    OBSERVER = "observer"


LET_IN = "coordinators_let_in"
"""The setting that remembers whom the environment has let in."""
SPEAKING_ROLES = (Role.LIAISON, Role.DEPUTY)
REPORTING_ROLES = (*SPEAKING_ROLES, Role.COORDINATOR)
"""Who may report for a unit that they belong to."""
PERSON = """SELECT people.id, telegram_id, people.name, language, seen_on,
    role, unit_id, units.name AS unit, named_by, until, hears
FROM people LEFT JOIN memberships ON person_id = people.id LEFT JOIN units ON units.id = unit_id
WHERE {} = ? ORDER BY memberships.id"""
"""One who is found by a column, in SQL: a row for each role."""
REACHABLE = "telegram_id IS NOT NULL AND unreachable_at IS NULL"
"""Of a row of people in SQL: somebody who has been let in, and to whom messages go out."""


@dataclass(frozen=True, slots=True)
class Membership:
    """One role of a person; coordinators and observers may belong to no unit.

    A deputy may have been named by a liaison, `until` a last day or until recalled. `hears` is whether the unit's
    notices go to this person.
    """

    role: Role
    unit_id: int | None
    unit: str | None
    named_by: int | None = None
    until: date | None = None
    hears: bool = True


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody on the roster. `telegram_id` is None until they have been let in, `seen_on` until they have written
    or pressed something."""

    id: int
    telegram_id: int | None
    name: str
    language: str | None
    memberships: tuple[Membership, ...]
    seen_on: date | None = None

    @property
    def is_coordinator(self) -> bool:
        """Whether the person works for the coordinating office."""
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
        """The ids of the units on whose tasks the person reports; for the office, its own as well."""
        return tuple(dict.fromkeys(m.unit_id for m in self.memberships if m.role in REPORTING_ROLES and m.unit_id))

    @property
    def liaison_for(self) -> tuple[Membership, ...]:
        """The units of which the person is a liaison, and for which they may name deputies."""
        return tuple(each for each in self.memberships if each.role is Role.LIAISON)

    def on(self, today: date) -> Self:
        """The person with the roles that still hold on a day, as a deputy's last day may be over."""
        return replace(self, memberships=tuple(m for m in self.memberships if m.until is None or m.until >= today))

    def stands_in_for(self, unit_id: int | None) -> int | None:
        """The id of the liaison who named this person deputy of a unit, or None."""
        named = (m.named_by for m in self.memberships if m.unit_id == unit_id and m.role is Role.DEPUTY)
        return next(named, None)

    @property
    def units(self) -> tuple[str, ...]:
        """The names of the units that the person speaks for."""
        return tuple(dict.fromkeys(m.unit for m in self.memberships if m.role in REPORTING_ROLES and m.unit))


def who_is(db: Database, telegram_id: int, today: date) -> Person | None:
    """The person with this Telegram id and the roles of today; None for a stranger and for somebody without a role.
    This alone decides who may do what."""
    person = person_in_chat(db, telegram_id)
    person = person.on(today) if person else None
    return person if person and person.memberships else None


def person_in_chat(db: Database, telegram_id: int) -> Person | None:
    """The person with this Telegram id, with or without a role; None if there never was one."""
    sql = PERSON.format("telegram_id")
    return unless_changed(db, ("person in chat", telegram_id), lambda: _person(fetch_all(db, sql, [telegram_id])))


def person_by_id(db: Database, person_id: int) -> Person:
    """A person with all memberships, liaison roles first."""
    found = _person(fetch_all(db, PERSON.format("people.id"), [person_id]))
    if found is None:
        raise LookupError(person_id)
    return found


def _person(rows: Sequence[Row]) -> Person | None:
    """The person of whom these are the rows, one for each role; None where there are none."""
    if not rows:
        return None
    return record_of(Person, rows[0], memberships=tuple(membership(each) for each in rows if each["role"]))


def membership(row: Row) -> Membership:
    """A role from its row, with its unit's name as `unit`."""
    return record_of(Membership, row)


def is_of_the_office(db: Database, person_id: int | None) -> bool:
    """Whether somebody, if known at all, is a coordinator now."""
    return person_id is not None and person_by_id(db, person_id).is_coordinator


def check_coordinator(db: Database, person_id: int) -> None:
    """Raise ForTheOffice unless somebody is a coordinator now."""
    if not is_of_the_office(db, person_id):
        raise ForTheOffice


def add_person(
    db: Database, name: str, now: datetime, telegram_id: int | None = None, language: str | None = None
) -> int:
    """Put a person on the roster and return the row's id."""
    return insert(db, "people", name=name, telegram_id=telegram_id, language=language, created_at=now)


def add_membership(
    db: Database,
    person_id: int,
    role: Role,
    unit_id: int | None,
    named_by: int | None = None,
    until: str | None = None,
    since: datetime | None = None,
) -> None:
    """Give a person a role: a deputy may be named by a liaison and `until` a stored day. Naming a deputy again
    replaces the terms, but one whom the office has entered stays so. `since` is the moment from which somebody new
    has the role."""
    change(
        db,
        """INSERT INTO memberships (person_id, unit_id, role, named_by, until, since) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (person_id, ifnull(unit_id, 0), role)
        DO UPDATE SET named_by = excluded.named_by, until = excluded.until WHERE named_by IS NOT NULL""",
        [person_id, unit_id, role, named_by, until, since],
    )


def ensure_coordinators(db: Database, telegram_ids: Iterable[int], now: datetime) -> None:
    """Let in as coordinators the people whom the environment names, each once: whoever was removed or has left since
    stays out. A keyed hash of each id that was let in is stored."""
    let_in = set((read_setting(db, LET_IN) or "").split())
    coming = {each: mark for each in telegram_ids if (mark := keyed_hash(db, str(each))) not in let_in}
    if not coming:
        return
    with transaction(db):
        write_setting(db, LET_IN, " ".join(sorted(let_in.union(coming.values()))))
        for telegram_id in coming:
            known = fetch_number(db, "SELECT id FROM people WHERE telegram_id = ?", [telegram_id])
            person_id = known or add_person(db, "", now, telegram_id)
            add_membership(db, person_id, Role.COORDINATOR, None, since=now)


def name_person(db: Database, person_id: int, name: str) -> None:
    """Name a person who was known only by id, as those named by the environment are at first."""
    change(db, "UPDATE people SET name = ? WHERE id = ? AND name = ''", [name, person_id])


def set_language(db: Database, person_id: int, language: str) -> None:
    """Store which language ('zh' or 'en') a person chose."""
    update(db, "people", person_id, language=language)


def set_phone(db: Database, person_id: int, phone: str) -> None:
    """Store a person's phone number, as its keyed hash."""
    update(db, "people", person_id, phone_hash=phone_hash(db, phone))


def reachable_people(db: Database, unit_id: int) -> list[Person]:
    """The liaisons and deputies of a unit who have been let in, in the order in which they came; for the office,
    which has none, its coordinators."""
    rows = fetch_all(
        db,
        f"""SELECT DISTINCT people.id, role = 'coordinator' AS office
        FROM people JOIN memberships ON person_id = people.id
        WHERE unit_id = ? AND role <> 'observer' AND {REACHABLE}
        ORDER BY people.id""",
        [unit_id],
    )
    own = [row["id"] for row in rows if not row["office"]]
    return [person_by_id(db, each) for each in own or [row["id"] for row in rows]]


def hearers(db: Database, unit_id: int) -> list[Person]:
    """The people of a unit who get its notices: all, unless a liaison leaves them to the deputy."""
    people = reachable_people(db, unit_id)
    hearing = [p for p in people if any(m.unit_id == unit_id and m.hears for m in p.memberships)]
    return hearing or people


def coordinators(db: Database) -> list[Person]:
    """Everybody of the coordinating office who has been let in."""
    sql = f"""SELECT DISTINCT people.id FROM people JOIN memberships ON person_id = people.id
        WHERE role = 'coordinator' AND {REACHABLE} ORDER BY people.id"""
    return [person_by_id(db, each) for each in fetch_column(db, sql)]
