"""The group chats in which the bot writes."""

import sqlite3

import pytest

from data.notices.groups import (
    GroupChat,
    bind_group,
    bound_group,
    bound_groups,
    is_group_told_of,
    move_group,
    unbind_group,
)
from data.people.actor import Actor
from data.people.people import Person
from data.plan.units import Unit, ensure_unit
from data.store import Database
from data.times import stored
from tests.data.conftest import GROUP, MARKET, NOW, POLICE, ZONE, assignment, rows

SUPERGROUP = -1009990001112
STATES = ["pending", "sending", "uncertain", "sent", "cancelled", "dead"]


def bind(db: Database, chat_id: int, coordinator: Person, unit: str | None = None) -> None:
    bind_group(
        db, Actor(coordinator, NOW, ZONE, "update 1"), chat_id, "联络员群", [ensure_unit(db, unit)] if unit else ()
    )


def test_a_group_nobody_bound_is_unknown(db: Database) -> None:
    assert bound_group(db, GROUP) is None


def test_a_bound_group_hears_of_the_whole_plan_or_of_one_unit(db: Database, coordinator: Person) -> None:
    bind(db, GROUP, coordinator)
    bind(db, GROUP - 1, coordinator, POLICE)
    assert bound_groups(db) == [
        GroupChat(GROUP - 1, "联络员群", (Unit(ensure_unit(db, POLICE), POLICE),)),
        GroupChat(GROUP, "联络员群"),
    ]


def test_binding_again_changes_what_a_group_hears_of(db: Database, coordinator: Person) -> None:
    bind(db, GROUP, coordinator)
    bind(db, GROUP, coordinator, POLICE)
    assert [group.unit_names for group in bound_groups(db)] == [(POLICE,)]


def test_an_unbound_group_hears_nothing_more(db: Database, coordinator: Person) -> None:
    bind(db, GROUP, coordinator)
    assert unbind_group(db, GROUP, coordinator.id, NOW, "update 2")
    assert not unbind_group(db, GROUP, coordinator.id, NOW, "update 3")
    assert bound_groups(db) == []
    assert rows(db, "SELECT action, source FROM audit ORDER BY id") == [("bind", "update 1"), ("unbind", "update 2")]


@pytest.mark.usefixtures("plan")
def test_a_units_group_hears_of_that_unit_only(db: Database, coordinator: Person) -> None:
    bind(db, GROUP, coordinator, POLICE)
    [group] = bound_groups(db)
    joint = [assignment(db, "1-2", unit=unit) for unit in (POLICE, MARKET)]
    assert [is_group_told_of(group, each) for each in joint] == [True, False]


def test_a_group_that_becomes_a_supergroup_takes_its_binding_along(db: Database, coordinator: Person) -> None:
    bind(db, GROUP, coordinator, POLICE)
    for _ in range(2):
        move_group(db, GROUP, SUPERGROUP)
    assert [(group.chat_id, group.unit_names) for group in bound_groups(db)] == [(SUPERGROUP, (POLICE,))]


def test_a_supergroup_that_was_bound_before_the_news_came_is_bound_once(db: Database, coordinator: Person) -> None:
    bind(db, GROUP, coordinator, POLICE)
    bind(db, SUPERGROUP, coordinator, POLICE)
    move_group(db, GROUP, SUPERGROUP)
    assert [group.chat_id for group in bound_groups(db)] == [SUPERGROUP]


def test_what_still_waits_follows_a_group_and_what_is_over_does_not(db: Database) -> None:
    for state in STATES:
        db.insert("outbox", recipient="group", chat_id=GROUP, day="d", state=state, not_before=stored(NOW))
    move_group(db, GROUP, SUPERGROUP)
    moved = rows(db, "SELECT state FROM outbox WHERE chat_id = ? ORDER BY id", SUPERGROUP)
    assert moved == [("pending",), ("sending",), ("uncertain",)]


def test_a_group_does_not_move_by_half(db: Database, coordinator: Person) -> None:
    bind(db, GROUP, coordinator, POLICE)
    db.insert("outbox", recipient="group", chat_id=GROUP, day="d", not_before=stored(NOW))
    db.change("CREATE TRIGGER full BEFORE UPDATE ON outbox BEGIN SELECT RAISE(FAIL, 'no room'); END")
    with pytest.raises(sqlite3.IntegrityError, match="no room"):
        move_group(db, GROUP, SUPERGROUP)
    assert [group.chat_id for group in bound_groups(db)] == [GROUP]
