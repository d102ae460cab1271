"""The list of people: each role with its unit, since when, last seen, and whether messages reach the person."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import pairwise

from data.errors import needed
from data.errors.people import NobodyThere
from data.people.people import Person, Role, speakers
from data.plan.plan import CURRENT
from data.plan.units import Unit, all_units, is_the_office
from data.store import Database, record_of
from data.times import day_of, moment
from data.understanding.normalise.romanise import syllables
from data.understanding.normalise.sentence import is_hanzi, normalise
from data.understanding.people.staffing import called_by_surname, surname_of, words_that_may_be_names


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """A person in one of their roles.

    `unit` is None for the office; `telegram_id` is None until a link is opened. `named_by` is the liaison whose deputy
    this is; `named_by_left` is whether that liaison has left. `phone` is what the office entered, or empty. `called` is
    what a text calls the person, if not by the name.
    """

    person_id: int
    membership_id: int
    telegram_id: int | None
    name: str
    role: Role
    unit_id: int | None
    unit: str | None
    since: date | None
    until: date | None
    seen_on: date | None
    reachable: bool
    phone: str
    named_by: str
    named_by_left: bool
    called: str = ""


LISTED = f"""
SELECT people.id AS person_id, memberships.id AS membership_id, people.telegram_id, people.name, role,
    memberships.unit_id, units.name AS unit, since, until, people.seen_on, people.unreachable_at IS NULL AS reachable,
    people.phone, ifnull(namer.name, '') AS named_by, namer.id IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM memberships AS own
        WHERE own.person_id = namer.id AND own.unit_id = memberships.unit_id AND own.role = '{Role.LIAISON}'
    ) AS named_by_left
FROM memberships JOIN people ON people.id = memberships.person_id
LEFT JOIN units ON units.id = memberships.unit_id LEFT JOIN people AS namer ON namer.id = memberships.named_by
"""
SHORTEST = 2
"""The shortest name looked for in a text; shorter ones occur inside other words."""
ORDER = "ORDER BY memberships.unit_id IS NOT NULL, memberships.unit_id, role <> 'liaison', role, memberships.id"


def people_by_unit(db: Database) -> list[ListedPerson]:
    """Return everybody in each of their roles: the office first, then the units in order."""
    return _listed(db)


def people_of(db: Database, unit_id: int) -> list[ListedPerson]:
    """Return the people of a unit in their roles, liaisons first."""
    return _listed(db, "WHERE memberships.unit_id = ?", unit_id)


def role_by_id(db: Database, membership_id: int) -> ListedPerson:
    """Return a person in the role with this id. Raises NobodyThere if nobody has it any more."""
    return needed(_listed(db, "WHERE memberships.id = ?", membership_id), NobodyThere)[0]


def roles_of(db: Database, person_id: int) -> list[ListedPerson]:
    """Return a person in each of their roles; empty if they have none."""
    return _listed(db, "WHERE people.id = ?", person_id)


def _listed(db: Database, which: str = "", *values: object) -> list[ListedPerson]:
    return [
        record_of(ListedPerson, row, since=day_of(moment(row["since"]), db.zone) if row["since"] else None)
        for row in db.fetch_all(f"{LISTED} {which} {ORDER}", values)
    ]


def units_without_liaison(
    db: Database, unit_ids: Sequence[int] | None = None, names: Collection[str | None] | None = None
) -> list[Unit]:
    """Return the units with tasks in the current plan in which nobody can be reached, all or those in `unit_ids` and
    `names`.

    The office itself is left out.
    """
    rows = db.fetch_all(
        f"""SELECT id, name FROM units WHERE EXISTS (
            SELECT 1 FROM assignments JOIN tasks ON tasks.id = task_id
            WHERE unit_id = units.id AND assignments.gone_at IS NULL AND tasks.gone_at IS NULL AND plan_id = {CURRENT}
        ) ORDER BY id"""
    )
    found = _unreached(db, [Unit(**row) for row in rows])
    return [
        each for each in found if (unit_ids is None or each.id in unit_ids) and (names is None or each.name in names)
    ]


def unreached_units(db: Database) -> frozenset[str]:
    """Return the names of all units, but the office itself, in which nobody can be reached."""
    return frozenset(each.name for each in _unreached(db, all_units(db)))


def _unreached(db: Database, units: Sequence[Unit]) -> list[Unit]:
    """Return those of the units, but not the office itself, in which nobody can be reached."""
    reached = {row["unit_id"] for row in speakers(db, [each.id for each in units]) if row["chat_id"]}
    return [each for each in units if each.id not in reached and not is_the_office(each.name)]


def people_named(db: Database, text: str) -> list[ListedPerson]:
    """Return the people whose names occur in a text, each in their first role, without names inside longer ones."""
    folded = text.casefold()
    named = ((each, form) for each in _each_once(db) for form in (each.name.casefold(), _as_heard(each.name)))
    found = {each: form for each, form in named if len(form) >= SHORTEST and form in folded}
    return [each for each, name in found.items() if not any(name in other for other in {*found.values()} - {name})]


def people_called(db: Database, text: str) -> list[ListedPerson]:
    """Return the people whom a text names, or calls by the surname (丁科, 老丁, 小丁) if only one person has it, each
    in their first role."""
    named, called = people_named(db, text), called_by_surname(text)
    if not called:
        return named
    having, known = defaultdict[str, list[ListedPerson]](list), {each.person_id for each in named}
    for each in _each_once(db):
        having[surname_of(_as_heard(each.name))].append(each)
    alone = ((having[surname], name) for surname, name in called.items() if len(having[surname]) == 1)
    return [*named, *(replace(person, called=name) for [person], name in alone if person.person_id not in known)]


def people_named_in_pinyin(db: Database, text: str) -> list[ListedPerson]:
    """Return the people whose surname or whole name an English text gives in pinyin (Lin, Officer Lin, Wang Fang), each
    in their first role."""
    words = words_that_may_be_names(text)
    said = {*words, *map("".join, pairwise(words))} if text.isascii() else set()
    return [each for each in _each_once(db) if not said.isdisjoint(_in_pinyin(each.name))]


def _each_once(db: Database) -> list[ListedPerson]:
    return list({each.person_id: each for each in reversed(people_by_unit(db))}.values())[::-1]


@lru_cache(maxsize=4096)
def _as_heard(name: str) -> str:
    """Return a name as sentences have it when they are read (陈丽华 for 陳麗華)."""
    return normalise(name).casefold()


def _in_pinyin(name: str) -> set[str]:
    """Return the surname and the whole of a name in hanzi as pinyin in one word; empty for any other name."""
    sounds = syllables(name)
    return {sounds[0], "".join(sounds)} if name and is_hanzi(name[0]) else set()


def note_seen(db: Database, person: Person, today: date) -> None:
    """Store the day on which a person last did something; nothing more precise is kept."""
    if person.seen_on != today:
        db.update("people", person.id, seen_on=today)
