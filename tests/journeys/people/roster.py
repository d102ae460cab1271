"""People on the roster who have not joined yet."""

from data.people.people import Role, add_membership, add_person, set_phone
from data.plan.units import find_unit
from tests.journeys.town import Town


def on_the_roster(town: Town, name: str, unit: str, phone: str) -> None:
    person = add_person(town.db, name, town.clock.now())
    add_membership(town.db, person, Role.LIAISON, find_unit(town.db, unit).id)
    set_phone(town.db, person, phone)
