"""Invitation links."""

from datetime import timedelta

import pytest

from data.errors.people import InviteInvalid, RoleNeedsUnit
from data.people.invitations import create_invite
from data.people.joining import accept_invite, accept_phone
from data.people.people import Person, Role, add_membership, person_by_id, set_phone, who_is
from data.people.removal import remove_roles_unchecked
from data.plan.units import ensure_unit
from data.store import Database
from tests.data.conftest import CUSTOMS, LIAISON, NOW, OUTSIDER, POLICE, dump, let_in, rows

PHONE = "13800000000"


def invite(db: Database, role: Role = Role.LIAISON, unit: str | None = POLICE, person_id: int | None = None) -> str:
    return create_invite(db, role, ensure_unit(db, unit) if unit else None, NOW, person_id=person_id)


def test_an_invitation_lets_a_stranger_in_for_its_unit_and_role(db: Database) -> None:
    person = accept_invite(db, invite(db), LIAISON, "林警官", NOW).person
    assert (person.telegram_id, person.name, person.units) == (LIAISON, "林警官", (POLICE,))
    assert who_is(db, LIAISON, NOW.date()) == person


def test_an_invitation_works_once(db: Database) -> None:
    token = invite(db)
    accept_invite(db, token, LIAISON, "林警官", NOW)
    with pytest.raises(InviteInvalid):
        accept_invite(db, token, OUTSIDER, "路人", NOW)
    assert who_is(db, OUTSIDER, NOW.date()) is None


def test_an_invitation_ends_after_72_hours(db: Database) -> None:
    token = invite(db)
    with pytest.raises(InviteInvalid):
        accept_invite(db, token, LIAISON, "林警官", NOW + timedelta(hours=72))
    assert accept_invite(db, token, LIAISON, "林警官", NOW + timedelta(hours=71, minutes=59)).person.units == (POLICE,)


def test_a_token_that_was_made_up_changes_nothing(db: Database) -> None:
    invite(db)
    before = dump(db)
    with pytest.raises(InviteInvalid):
        accept_invite(db, "AAAA", OUTSIDER, "路人", NOW)
    assert dump(db) == before


def test_a_token_is_long_and_nowhere_in_the_database(db: Database) -> None:
    token = invite(db)
    assert len(token) == 43
    assert token not in "\n".join(dump(db))


@pytest.mark.parametrize("role", [Role.LIAISON, Role.DEPUTY])
def test_who_speaks_for_a_unit_is_invited_for_one(db: Database, role: Role) -> None:
    with pytest.raises(RoleNeedsUnit):
        invite(db, role, None)
    assert rows(db, "SELECT * FROM invites") == []


def test_a_coordinator_is_invited_without_a_unit(db: Database) -> None:
    assert accept_invite(db, invite(db, Role.COORDINATOR, None), 1004, "丁主任", NOW).person.is_coordinator


def test_somebody_known_keeps_the_name_and_gains_the_role(db: Database, liaison: Person) -> None:
    person = accept_invite(db, invite(db, unit=CUSTOMS), LIAISON, "别名", NOW).person
    assert (person.id, person.name, person.units) == (liaison.id, "林警官", (POLICE, CUSTOMS))


def test_a_link_made_for_a_line_of_the_roster_fills_that_line(db: Database) -> None:
    listed = let_in(db, None, "林警官", Role.LIAISON, POLICE)
    person = accept_invite(db, invite(db, person_id=listed.id), LIAISON, "Lin", NOW).person
    assert (person.id, person.name) == (listed.id, "林警官")


@pytest.mark.parametrize("role", [Role.LIAISON, Role.COORDINATOR])
def test_a_name_that_somebody_chose_takes_over_no_line_of_the_roster(db: Database, role: Role) -> None:
    listed = let_in(db, None, "林警官", Role.LIAISON, POLICE)
    add_membership(db, listed.id, role, ensure_unit(db, POLICE))
    person = accept_invite(db, invite(db), OUTSIDER, "林警官", NOW).person
    assert person.id != listed.id and [each.role for each in person.memberships] == [Role.LIAISON]
    assert person_by_id(db, listed.id).telegram_id is None


def test_a_person_listed_for_two_units_becomes_one_person(db: Database) -> None:
    police, customs = (let_in(db, None, "林警官", Role.LIAISON, unit) for unit in (POLICE, CUSTOMS))
    tokens = [invite(db, unit=unit, person_id=line.id) for unit, line in ((POLICE, police), (CUSTOMS, customs))]
    for token in tokens:
        accept_invite(db, token, LIAISON, "Lin", NOW)
    assert rows(db, "SELECT id, telegram_id FROM people") == [(police.id, LIAISON)]
    assert person_by_id(db, police.id).units == (POLICE, CUSTOMS)


def test_a_shared_phone_number_lets_in_the_line_it_belongs_to(db: Database) -> None:
    listed = let_in(db, None, "林警官", Role.LIAISON, POLICE)
    set_phone(db, listed.id, PHONE)
    person = accept_phone(db, f"+86{PHONE}", LIAISON, "Lin", NOW, "test")
    assert person is not None and (person.person.id, person.person.telegram_id) == (listed.id, LIAISON)


def test_who_comes_by_phone_leaves_no_link_to_their_line_to_others(db: Database) -> None:
    listed = let_in(db, None, "林警官", Role.LIAISON, POLICE)
    set_phone(db, listed.id, PHONE)
    token = invite(db, person_id=listed.id)
    accept_phone(db, PHONE, LIAISON, "Lin", NOW, "test")
    with pytest.raises(InviteInvalid):
        accept_invite(db, token, OUTSIDER, "路人", NOW)


def test_a_phone_number_of_two_lines_lets_nobody_in(db: Database) -> None:
    for unit in (POLICE, CUSTOMS):
        set_phone(db, let_in(db, None, "林警官", Role.LIAISON, unit).id, PHONE)
    assert accept_phone(db, PHONE, LIAISON, "Lin", NOW, "test") is None
    assert who_is(db, LIAISON, NOW.date()) is None


def test_a_phone_number_of_somebody_who_is_in_already_lets_nobody_else_in(db: Database, liaison: Person) -> None:
    set_phone(db, liaison.id, PHONE)
    assert accept_phone(db, PHONE, OUTSIDER, "Lin", NOW, "test") is None
    assert who_is(db, OUTSIDER, NOW.date()) is None


def test_an_unknown_phone_number_lets_nobody_in(db: Database) -> None:
    let_in(db, None, "林警官", Role.LIAISON, POLICE)
    assert accept_phone(db, PHONE, OUTSIDER, "Lin", NOW, "test") is None


def test_who_came_in_and_how_stands_in_the_audit(db: Database) -> None:
    person = accept_invite(db, invite(db), LIAISON, "林警官", NOW, source="update 5").person
    [joined] = rows(db, "SELECT person_id, source FROM audit WHERE action = 'join'")
    assert joined == (person.id, "update 5")


def test_links_for_a_deputy_and_a_successor_end_with_the_role_for_their_unit_alone(db: Database) -> None:
    lin = let_in(db, LIAISON, "林警官", Role.LIAISON, POLICE)
    units = [ensure_unit(db, each) for each in (POLICE, CUSTOMS)]
    add_membership(db, lin.id, Role.LIAISON, units[1])
    for unit in units:
        create_invite(db, Role.DEPUTY, unit, NOW, by=lin.id, named_by=lin.id)
        create_invite(db, Role.LIAISON, unit, NOW, by=lin.id, replaces=lin.id)
    first = db.fetch_number("SELECT min(id) FROM memberships WHERE person_id = ?", [lin.id]) or 0
    remove_roles_unchecked(db, lin.id, [first], NOW, "test", None)
    assert rows(db, "SELECT unit_id, role FROM invites") == [(units[1], Role.DEPUTY), (units[1], Role.LIAISON)]


@pytest.mark.parametrize("keeps_a_role", [False, True])
def test_a_link_for_somebody_ends_with_their_last_role(db: Database, *, keeps_a_role: bool) -> None:
    person = let_in(db, LIAISON, "林警官", Role.LIAISON, POLICE)
    if keeps_a_role:
        add_membership(db, person.id, Role.LIAISON, ensure_unit(db, CUSTOMS))
    invite(db, person_id=person.id)
    first = db.fetch_number("SELECT min(id) FROM memberships WHERE person_id = ?", [person.id]) or 0
    remove_roles_unchecked(db, person.id, [first], NOW, "test", None)
    left = rows(db, "SELECT 1 FROM invites WHERE used_at IS NULL")
    assert bool(left) is keeps_a_role
