"""People, their roles and their units."""

from datetime import date

import pytest

from data.people.hashes import phone_hash
from data.people.people import (
    Person,
    Role,
    add_membership,
    coordinators,
    ensure_coordinators,
    hearers,
    name_person,
    person_by_id,
    reachable_people,
    set_language,
    set_phone,
    who_is,
)
from data.plan.units import ensure_unit
from data.store import Database, audit
from data.store.migrations import migrations
from tests.data.conftest import COORDINATOR, CUSTOMS, LIAISON, NOW, OUTSIDER, POLICE, dump, let_in, rows

PHONE = "13800000000"


def test_a_liaison_speaks_for_the_unit_and_sees_no_other(liaison: Person, db: Database) -> None:
    assert (liaison.units, liaison.speaks_for) == ((POLICE,), (ensure_unit(db, POLICE),))
    assert not liaison.sees_everything and not liaison.is_coordinator


def test_a_coordinator_sees_everything_and_speaks_for_nobody(coordinator: Person) -> None:
    assert coordinator.is_coordinator and coordinator.sees_everything
    assert coordinator.speaks_for == ()


def test_an_observer_sees_everything_and_decides_nothing(db: Database) -> None:
    observer = let_in(db, 1005, "何处长", Role.OBSERVER, None)
    assert observer.sees_everything and not observer.is_coordinator
    assert observer.speaks_for == ()


def test_a_unit_is_named_once_though_a_person_is_its_liaison_and_deputy(db: Database, liaison: Person) -> None:
    add_membership(db, liaison.id, Role.DEPUTY, ensure_unit(db, POLICE))
    assert person_by_id(db, liaison.id).units == (POLICE,)


def test_a_role_is_given_once(db: Database, liaison: Person) -> None:
    add_membership(db, liaison.id, Role.LIAISON, ensure_unit(db, POLICE))
    add_membership(db, liaison.id, Role.LIAISON, ensure_unit(db, CUSTOMS))
    assert person_by_id(db, liaison.id).units == (POLICE, CUSTOMS)


def test_a_coordinator_without_a_unit_is_one_only_once(db: Database, coordinator: Person) -> None:
    add_membership(db, coordinator.id, Role.COORDINATOR, None)
    assert len(person_by_id(db, coordinator.id).memberships) == 1


def test_people_are_known_by_their_telegram_id(db: Database, liaison: Person) -> None:
    assert who_is(db, LIAISON, NOW.date()) == liaison
    assert who_is(db, OUTSIDER, NOW.date()) is None


def test_somebody_who_has_lost_every_role_is_a_stranger(db: Database, liaison: Person) -> None:
    db.change("DELETE FROM memberships")
    assert who_is(db, LIAISON, NOW.date()) is None


def test_only_those_who_have_been_let_in_can_be_reached(db: Database, liaison: Person, deputy: Person) -> None:
    let_in(db, None, "还没来", Role.LIAISON, POLICE)
    let_in(db, 1008, "关长", Role.LIAISON, CUSTOMS)
    assert reachable_people(db, ensure_unit(db, POLICE)) == [liaison, deputy]


def test_leave_that_had_overwritten_what_a_liaison_chose_is_put_back(
    db: Database, liaison: Person, deputy: Person
) -> None:
    """An earlier release stored leave where a liaison's own choice is stored."""
    [unit_id] = liaison.speaks_for
    chosen = let_in(db, 1045, "郑警官", Role.LIAISON, POLICE)
    audit.record(db, NOW, "deputy_hears", str(unit_id), person_id=chosen.id, alone=True)
    db.change("UPDATE memberships SET hears = 0 WHERE role = 'liaison'")
    for person in (liaison, chosen):
        days = {"first_day": "2019-11-18", "last_day": "2019-11-29", "entered_by": person.id, "at": NOW}
        db.insert("absences", person_id=person.id, unit_id=unit_id, source=person.name, **days)
    db.change("DELETE FROM _sqlite_migrations WHERE name = 'm065_leave_from_absences'")
    migrations.apply(db)
    assert [each.id for each in hearers(db, unit_id, date(2019, 11, 25))] == [deputy.id]
    assert [each.id for each in hearers(db, unit_id, date(2019, 12, 2))] == [liaison.id, deputy.id]


def test_an_observer_of_a_unit_is_not_reminded_for_it(db: Database) -> None:
    let_in(db, 1005, "何处长", Role.OBSERVER, POLICE)
    assert reachable_people(db, ensure_unit(db, POLICE)) == []


def test_the_coordinators_of_the_environment_are_made_once(db: Database) -> None:
    ensure_coordinators(db, [COORDINATOR, 1004], NOW)
    before = dump(db)
    ensure_coordinators(db, [COORDINATOR, 1004], NOW)
    assert [person.telegram_id for person in coordinators(db)] == [COORDINATOR, 1004]
    assert dump(db) == before


def test_a_coordinator_who_was_removed_is_not_let_in_again_by_the_environment(db: Database) -> None:
    gone = 7_770_001_004
    ensure_coordinators(db, [COORDINATOR, gone], NOW)
    db.change("DELETE FROM people WHERE telegram_id = ?", [gone])
    db.change("DELETE FROM memberships WHERE person_id = (SELECT id FROM people WHERE telegram_id = ?)", [COORDINATOR])
    ensure_coordinators(db, [COORDINATOR, gone, 1005], NOW)
    assert [person.telegram_id for person in coordinators(db)] == [1005]
    assert str(gone) not in "\n".join(dump(db))


def test_a_liaison_whom_the_environment_names_becomes_a_coordinator_too(db: Database, liaison: Person) -> None:
    ensure_coordinators(db, [LIAISON], NOW)
    both = person_by_id(db, liaison.id)
    assert both.is_coordinator and both.units == (POLICE,)


def test_a_name_is_given_where_there_was_none_and_never_replaced(db: Database) -> None:
    ensure_coordinators(db, [COORDINATOR], NOW)
    [chen] = coordinators(db)
    name_person(db, chen.id, "陈主任")
    name_person(db, chen.id, "<陈>")
    assert person_by_id(db, chen.id).name == "陈主任"


def test_a_chosen_language_is_remembered(db: Database, liaison: Person) -> None:
    set_language(db, liaison.id, "en")
    assert person_by_id(db, liaison.id).language == "en"


@pytest.mark.parametrize("written", ["13800000000", "+86 138-0000-0000", "8613800000000", "008613800000000"])
def test_a_phone_number_is_the_same_however_it_is_written(db: Database, written: str) -> None:
    assert phone_hash(db, written) == phone_hash(db, PHONE)


@pytest.mark.parametrize("other", ["13800000001", "85290000000"])
def test_different_phone_numbers_differ(db: Database, other: str) -> None:
    assert phone_hash(db, other) != phone_hash(db, PHONE)


def test_a_phone_number_is_nowhere_in_the_database(db: Database, liaison: Person) -> None:
    set_phone(db, liaison.id, PHONE)
    assert rows(db, "SELECT length(phone_hash) FROM people") == [(64,)]
    assert PHONE not in "\n".join(dump(db))


def test_somebody_who_is_not_there_is_not_made_up(db: Database) -> None:
    with pytest.raises(LookupError):
        person_by_id(db, 4711)
