"""Importing a roster, and importing it again."""

import sqlite3
from datetime import timedelta

import pytest

from data.errors.people import InviteInvalid
from data.people.actor import Actor
from data.people.invitations import create_invite
from data.people.joining import accept_invite, accept_phone
from data.people.people import Person, Role, person_by_id, who_is
from data.people.removal import remove_roles
from data.people.roster_import import ImportedPerson, import_roster
from data.plan.units import ensure_unit
from data.store import Database
from tests.data.conftest import CUSTOMS, LIAISON, NOW, OUTSIDER, POLICE, ZONE, dump, roster_of, rows

LIN = f"{POLICE},林警官,liaison,13800000000,1002,zh"
WU = f"{POLICE},吴警官,deputy,13800000001,,"
PEOPLE = "SELECT name, telegram_id, language FROM people ORDER BY id"


def take(db: Database, *lines: str) -> list[ImportedPerson]:
    return import_roster(db, roster_of(*lines), "名单.csv", NOW, with_links=True)


def test_people_come_with_unit_role_and_language(db: Database) -> None:
    take(db, LIN)
    lin = who_is(db, LIAISON, NOW.date())
    assert lin is not None
    assert (lin.name, lin.language, lin.units) == ("林警官", "zh", (POLICE,))
    assert [membership.role for membership in lin.memberships] == [Role.LIAISON]


def test_only_those_without_a_telegram_id_get_a_link(db: Database) -> None:
    lin, wu = take(db, LIN, WU)
    assert lin.token is None and wu.token is not None
    assert accept_invite(db, wu.token, OUTSIDER, "Wu", NOW).person.name == "吴警官"


def test_the_same_roster_again_adds_nobody(db: Database) -> None:
    take(db, LIN, WU)
    before = rows(db, PEOPLE) + rows(db, "SELECT * FROM memberships")
    take(db, LIN, WU)
    assert rows(db, PEOPLE) + rows(db, "SELECT * FROM memberships") == before


def test_whose_link_can_still_be_opened_gets_no_other(db: Database) -> None:
    [first], [second] = take(db, WU), take(db, WU)
    assert first.token and second.token is None and second.has_open_link
    assert accept_invite(db, first.token, OUTSIDER, "Wu", NOW).person.units == (POLICE,)


def test_one_link_is_for_all_lines_of_a_person_and_stays_good_when_they_are_imported_again(db: Database) -> None:
    both = (WU, WU.replace(POLICE, CUSTOMS))
    first, *others = [*take(db, *both), *take(db, *both)]
    assert first.token and all(each.token is None and each.has_open_link for each in others)
    assert accept_invite(db, first.token, OUTSIDER, "Wu", NOW).person.units == (POLICE, CUSTOMS)


def test_a_link_that_is_too_old_is_followed_by_another(db: Database) -> None:
    [first] = take(db, WU)
    [second] = import_roster(db, roster_of(WU), "名单.csv", NOW + timedelta(hours=72), with_links=True)
    assert first.token and second.token
    with pytest.raises(InviteInvalid):
        accept_invite(db, first.token, OUTSIDER, "Wu", NOW)


def test_who_was_removed_is_not_brought_back(db: Database, coordinator: Person) -> None:
    take(db, LIN)
    lin = who_is(db, LIAISON, NOW.date())
    assert lin is not None
    remove_roles(db, Actor(coordinator, NOW, ZONE, "dialog:1"), lin.id, None)
    [again] = take(db, LIN)
    assert again.removed and who_is(db, LIAISON, NOW.date()) is None


def test_who_has_come_in_gets_no_second_link(db: Database) -> None:
    [wu] = take(db, WU)
    assert wu.token
    accept_invite(db, wu.token, OUTSIDER, "Wu", NOW)
    [again] = take(db, WU)
    assert again.token is None
    assert rows(db, PEOPLE) == [("吴警官", OUTSIDER, None)]


def test_a_telegram_id_that_is_learnt_later_is_put_on_the_same_person(db: Database) -> None:
    take(db, WU)
    take(db, f"{POLICE},吴警官,deputy,,1003,en")
    assert rows(db, PEOPLE) == [("吴警官", 1003, "en")]


def test_a_new_spelling_of_the_name_is_taken_over_by_the_telegram_id(db: Database) -> None:
    take(db, LIN)
    take(db, LIN.replace("林警官", "林一"))
    assert rows(db, PEOPLE) == [("林一", LIAISON, "zh")]


def test_a_line_of_the_roster_promotes_nobody_who_has_its_name(db: Database) -> None:
    observer = accept_invite(
        db, create_invite(db, Role.OBSERVER, ensure_unit(db, POLICE), NOW), OUTSIDER, "陈主任", NOW
    ).person
    [chen] = take(db, f"{POLICE},陈主任,coordinator,,,")
    assert chen.token and [each.role for each in person_by_id(db, observer.id).memberships] == [Role.OBSERVER]
    assert accept_invite(db, chen.token, 1001, "Chen", NOW).person.is_coordinator


def test_the_phone_number_of_a_line_is_given_to_nobody_for_the_name(db: Database) -> None:
    namesake = accept_invite(
        db, create_invite(db, Role.LIAISON, ensure_unit(db, POLICE), NOW), OUTSIDER, "陈主任", NOW
    ).person
    take(db, f"{POLICE},陈主任,liaison,13800000009,,")
    take(db, f"{POLICE},陈主任,coordinator,13800000009,,")
    assert not person_by_id(db, namesake.id).is_coordinator


def test_the_name_and_phone_number_of_a_line_find_the_person_whose_role_is_another_now(db: Database) -> None:
    [wu] = take(db, WU)
    assert wu.token
    person = accept_invite(db, wu.token, OUTSIDER, "Wu", NOW).person
    [again] = take(db, WU.replace("deputy", "liaison"))
    assert again.token is None
    assert [each.role for each in person_by_id(db, person.id).memberships] == [Role.DEPUTY, Role.LIAISON]


def test_colleagues_who_share_a_phone_number_stay_two_people(db: Database) -> None:
    take(db, WU, WU.replace("吴警官", "郑警官"))
    assert [name for name, *_ in rows(db, PEOPLE)] == ["吴警官", "郑警官"]


def test_what_the_roster_leaves_out_is_kept(db: Database) -> None:
    take(db, LIN)
    before = rows(db, "SELECT * FROM people")
    take(db, f"{POLICE},林警官,liaison,,1002,")
    assert rows(db, "SELECT * FROM people") == before


def test_nobody_is_removed(db: Database) -> None:
    take(db, LIN, WU)
    take(db, LIN)
    assert len(rows(db, PEOPLE)) == 2


def test_one_name_in_two_units_is_two_people_until_one_telegram_id_says_otherwise(db: Database) -> None:
    police, customs = take(db, f"{POLICE},王芳,,,,", f"{CUSTOMS},王芳,,,,")
    assert len(rows(db, PEOPLE)) == 2
    for listed in (police, customs):
        assert listed.token
        accept_invite(db, listed.token, OUTSIDER, "王芳", NOW)
    [(person_id,)] = rows(db, "SELECT id FROM people")
    assert person_by_id(db, int(str(person_id))).units == (POLICE, CUSTOMS)


def test_one_telegram_id_with_two_units_is_one_person(db: Database) -> None:
    take(db, LIN, LIN.replace(POLICE, CUSTOMS))
    lin = who_is(db, LIAISON, NOW.date())
    assert lin is not None and lin.units == (POLICE, CUSTOMS)


def test_phone_numbers_are_kept_as_hashes_and_recognised(db: Database) -> None:
    take(db, WU)
    assert "13800000001" not in "\n".join(dump(db))
    wu = accept_phone(db, "8613800000001", OUTSIDER, "Lin", NOW, "test")
    assert wu is not None and wu.person.name == "吴警官"


def test_a_coordinator_needs_no_unit(db: Database) -> None:
    take(db, ",陈主任,coordinator,,1001,")
    chen = who_is(db, 1001, NOW.date())
    assert chen is not None and chen.is_coordinator


def test_a_roster_that_fails_midway_leaves_nobody(db: Database) -> None:
    db.change("CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT raise(ABORT, 'disk is full'); END")
    before = dump(db)
    with pytest.raises(sqlite3.IntegrityError, match="disk is full"):
        take(db, LIN, ",陈主任,coordinator,,1001,")
    assert dump(db) == before
