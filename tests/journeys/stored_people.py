"""The people of a town as they are stored, and as the authors of an act."""

from data.people.actor import Actor
from data.people.people import Person, person_by_id, who_is
from tests.journeys.town import ZONE, Resident, Town


def id_of(town: Town, person: Resident) -> int:
    [row] = town.rows("SELECT id FROM people WHERE telegram_id = ?", person.id)
    return int(row["id"])


def by(town: Town, person: Resident, source: str) -> Actor:
    return Actor(person_by_id(town.db, id_of(town, person)), town.clock.now(), ZONE, source)


def known(town: Town, resident: Resident) -> Person:
    person = who_is(town.db, resident.id, town.today())
    assert person is not None
    return person
