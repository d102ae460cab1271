"""The messages of a day: when they are planned, and which of them still apply when they are sent."""

import sqlite3
from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from data.calendar import is_workday
from data.notices.groups import bind_group, move_group, unbind_group
from data.notices.outbox import claim
from data.notices.pauses import end_pause, pause_unit, snooze
from data.notices.plan_rules import set_rule
from data.notices.planning import next_moment_to_act, upcoming_messages
from data.notices.unreachable import give_up_on, mark_reachable
from data.people.actor import Actor
from data.people.people import Person, Role
from data.plan.units import ensure_unit
from data.plan.workdays import Workdays
from data.store import Database, open_database
from data.store.settings import RuleName
from tests.data.conftest import (
    COORDINATOR,
    DEPUTY,
    GROUP,
    LIAISON,
    MARKET,
    NOW,
    POLICE,
    ZONE,
    Line,
    assignment,
    at,
    bring_in,
    dated,
    day,
    deliver,
    let_in,
    planned,
    report,
    rows,
)

STATES = "SELECT state FROM outbox ORDER BY id"


def previewed(db: Database) -> list[list[str]]:
    """Return the codes of the tasks in each message that the next three days would bring."""
    messages = upcoming_messages(db, day("2019-11-25"), day("2019-11-27"))
    return [[each.assignment.code for each in message.entries] for message in messages]


@pytest.mark.usefixtures("due")
def test_a_day_is_planned_once(db: Database) -> None:
    assert planned(db, "2019-11-25 09:00", "2019-11-25 17:59") == 0
    assert deliver(db, NOW) == [(LIAISON, [("due_today", "1-1")])]


@pytest.mark.parametrize("moment", ["2019-11-25 08:59", "2019-11-25 18:00", "2019-11-24 09:00", "2019-10-02 10:00"])
def test_nothing_is_planned_outside_working_hours_and_working_days(db: Database, liaison: Person, moment: str) -> None:
    dated(db, "2019-11-25")
    assert planned(db, moment) == 0
    assert rows(db, "SELECT * FROM planned_days") == []


@pytest.mark.usefixtures("due")
def test_a_clock_that_goes_back_and_forth_plans_no_day_again(db: Database) -> None:
    planned(db, "2019-11-22 09:00")
    assert planned(db, "2019-11-25 10:00", "2019-11-22 10:00") == 0


def test_a_person_gets_one_message_for_all_tasks(db: Database, liaison: Person) -> None:
    dated(db, "2019-11-25", "2019-11-26", "2019-11-28")
    assert planned(db, "2019-11-25 09:00") == 1
    [(_, entries)] = deliver(db, NOW)
    assert entries == [("due_today", "1-1"), ("before_due", "1-2"), ("before_due", "1-3")]


def test_after_an_outage_a_person_gets_one_digest_with_everything(db: Database, liaison: Person) -> None:
    dated(db, "2019-11-19", "2019-11-21", "2019-11-28", "2019-12-25")
    planned(db, "2019-11-15 09:00")
    deliver(db, at("2019-11-15 09:00"))
    planned(db, "2019-11-26 09:00")
    assert deliver(db, at("2019-11-26 09:00")) == [
        (LIAISON, [("overdue", "1-1"), ("overdue", "1-2"), ("before_due", "1-3"), ("before_due", "1-4")])
    ]


def test_what_could_not_be_sent_yesterday_joins_todays_message(db: Database, liaison: Person) -> None:
    dated(db, "2019-11-25", "2019-11-29")
    planned(db, "2019-11-25 09:00", "2019-11-26 09:00")
    assert deliver(db, at("2019-11-26 09:00")) == [(LIAISON, [("overdue", "1-1"), ("before_due", "1-2")])]
    assert deliver(db, at("2019-11-27 09:00")) == []


def test_what_is_left_from_yesterday_does_not_go_out_before_todays_message_that_says_it_too(
    db: Database, liaison: Person
) -> None:
    dated(db, "2019-11-25", "2019-11-29")
    planned(db, "2019-11-25 09:00")
    assert deliver(db, at("2019-11-26 09:00")) == []
    planned(db, "2019-11-26 09:00")
    assert deliver(db, at("2019-11-26 09:00")) == [(LIAISON, [("overdue", "1-1"), ("before_due", "1-2")])]


def test_what_is_left_from_yesterday_goes_out_where_today_has_nothing_to_add(db: Database, liaison: Person) -> None:
    dated(db, "2019-11-28")
    planned(db, "2019-11-25 09:00", "2019-11-26 09:00")
    assert deliver(db, at("2019-11-26 09:00")) == [(LIAISON, [("before_due", "1-1")])]


@pytest.mark.usefixtures("due")
def test_what_is_reported_before_sending_is_not_said(db: Database) -> None:
    report(db, "1-1", "submitted", "2019-11-25", 100)
    assert deliver(db, NOW) == []
    assert rows(db, STATES) == [("cancelled",)]


def test_the_rest_of_a_message_is_said_when_a_part_is_reported(db: Database, liaison: Person) -> None:
    dated(db, "2019-11-25", "2019-11-25")
    planned(db, "2019-11-25 09:00")
    report(db, "1-1", "submitted", "2019-11-25", 100)
    assert deliver(db, NOW) == [(LIAISON, [("due_today", "1-2")])]


@pytest.mark.usefixtures("due")
def test_a_deadline_that_is_put_off_before_sending_is_not_recalled(db: Database) -> None:
    dated(db, "2019-12-25")
    assert deliver(db, NOW) == []


@pytest.mark.usefixtures("due")
def test_a_task_that_is_gone_before_sending_is_not_recalled(db: Database) -> None:
    bring_in(db, Line("完全不同的事", "2020年6月"))
    assert deliver(db, NOW) == []


@pytest.mark.usefixtures("due")
def test_a_task_that_another_unit_has_taken_over_is_not_recalled(db: Database) -> None:
    bring_in(db, Line("第0项措施", "2019年11月25日", MARKET))
    assert deliver(db, NOW) == []


@pytest.mark.usefixtures("due")
def test_somebody_who_is_no_longer_the_liaison_hears_nothing(db: Database) -> None:
    db.change("DELETE FROM memberships")
    assert deliver(db, NOW) == []


@pytest.mark.usefixtures("due")
def test_somebody_who_speaks_for_another_unit_now_hears_nothing_of_the_old_one(db: Database) -> None:
    db.change("UPDATE memberships SET unit_id = ?", [ensure_unit(db, MARKET)])
    assert deliver(db, NOW) == []


@pytest.mark.usefixtures("due")
def test_a_deadline_that_is_worded_anew_before_sending_is_not_recalled(db: Database) -> None:
    bring_in(db, Line("第0项措施", "2019年11月25日前"))
    assert rows(db, "SELECT due FROM tasks") == [("2019-11-25",)]
    assert deliver(db, NOW) == []


def test_somebody_who_has_left_the_office_is_not_told_what_nobody_hears(db: Database, coordinator: Person) -> None:
    dated(db, "2019-11-25")
    planned(db, "2019-11-25 09:00")
    db.change("UPDATE memberships SET role = 'observer'")
    assert deliver(db, NOW) == []


def test_the_coordinator_is_not_told_of_somebody_who_has_spoken_meanwhile(
    db: Database, liaison: Person, deputy: Person, coordinator: Person
) -> None:
    dated(db, "2019-11-25")
    planned(db, "2019-11-25 09:00")
    [lost] = claim(db, NOW)
    give_up_on(db, lost, "Forbidden: bot was blocked by the user", NOW)
    assert rows(db, "SELECT person_id FROM outbox_unreachable") == [(liaison.id,)]
    mark_reachable(db, LIAISON)
    assert [chat_id for chat_id, _ in deliver(db, NOW)] == [DEPUTY]


def test_a_group_that_is_bound_to_one_unit_before_sending_hears_of_that_unit_alone(
    db: Database, coordinator: Person
) -> None:
    bring_in(db, Line("甲", "2019年11月27日"), Line("乙", "2019年11月28日", MARKET))
    bind_group(db, Actor(coordinator, NOW, ZONE), GROUP, "联络员群", ())
    planned(db, "2019-11-25 09:00")
    bind_group(db, Actor(coordinator, NOW, ZONE), GROUP, "联络员群", [ensure_unit(db, MARKET)])
    assert dict(deliver(db, NOW))[GROUP] == [("group_digest", "1-2")]


def test_the_same_step_is_said_again_for_another_deadline(db: Database, liaison: Person) -> None:
    for due, moment in (("2019-11-28", "2019-11-25 09:00"), ("2019-12-05", "2019-12-02 09:00")):
        dated(db, due)
        planned(db, moment)
        assert deliver(db, at(moment)) == [(LIAISON, [("before_due", "1-1")])]


def test_everybody_of_a_unit_hears_the_same_step(db: Database, liaison: Person, deputy: Person) -> None:
    dated(db, "2019-11-25")
    planned(db, "2019-11-25 09:00")
    assert [chat_id for chat_id, _ in deliver(db, NOW)] == [LIAISON, DEPUTY]


def test_a_day_that_cannot_be_planned_whole_is_not_planned_at_all(db: Database, liaison: Person) -> None:
    dated(db, "2019-11-25")
    db.change("CREATE TRIGGER full BEFORE INSERT ON planned_days BEGIN SELECT RAISE(FAIL, 'no room'); END")
    with pytest.raises(sqlite3.IntegrityError, match="no room"):
        planned(db, "2019-11-25 09:00")
    assert rows(db, "SELECT id FROM outbox UNION ALL SELECT id FROM notices") == []
    db.change("DROP TRIGGER full")
    assert planned(db, "2019-11-25 09:01") == 1


def test_the_coordinator_is_not_told_that_a_liaison_is_missing_when_one_has_come(
    db: Database, coordinator: Person
) -> None:
    dated(db, "2019-11-25")
    assert planned(db, "2019-11-25 09:00") == 1
    let_in(db, LIAISON, "林警官", Role.LIAISON, POLICE)
    assert deliver(db, NOW) == []


def test_the_coordinator_is_told_of_what_nobody_hears(db: Database, coordinator: Person) -> None:
    dated(db, "2019-11-25")
    planned(db, "2019-11-25 09:00")
    assert deliver(db, NOW) == [(COORDINATOR, [("no_liaison", "1-1")])]


@pytest.mark.usefixtures("liaison")
def test_a_group_that_was_unbound_before_sending_hears_nothing(db: Database, coordinator: Person) -> None:
    dated(db, "2019-11-28")
    bind_group(db, Actor(coordinator, NOW, ZONE), GROUP, "联络员群", ())
    planned(db, "2019-11-25 09:00")
    unbind_group(db, GROUP, coordinator.id, NOW, "")
    assert [chat_id for chat_id, _ in deliver(db, NOW)] == [LIAISON]


def test_a_group_that_becomes_a_supergroup_hears_its_digest_there(db: Database, coordinator: Person) -> None:
    dated(db, "2019-11-27")
    bind_group(db, Actor(coordinator, NOW, ZONE), GROUP, "联络员群", ())
    planned(db, "2019-11-25 09:00")
    move_group(db, GROUP, GROUP - 1000)
    assert (GROUP - 1000, [("group_digest", "1-1")]) in deliver(db, NOW)


def test_what_was_blocked_between_two_planning_hours_is_told_once(
    db: Database, coordinator: Person, liaison: Person
) -> None:
    def plan_at(hour: str, moment: str) -> None:
        for name in (RuleName.SENDING_HOUR, RuleName.GROUP_HOUR):
            set_rule(db, Actor(coordinator, at(moment), ZONE), name, hour)

    dated(db, "2020-03-31")
    plan_at("8", "2019-11-22 10:00")
    planned(db, "2019-11-25 08:00")
    report(db, "1-1", "blocked", "2019-11-25 09:30")
    plan_at("11", "2019-11-25 14:00")
    blocked = [(COORDINATOR, [("blocked", "1-1")])]
    for morning, told in (("2019-11-26 11:00", blocked), ("2019-11-27 11:00", [])):
        planned(db, morning)
        assert deliver(db, at(morning)) == told


def test_what_a_pause_held_back_is_made_up_for_though_it_is_ended_after_the_morning(
    db: Database, coordinator: Person, liaison: Person
) -> None:
    dated(db, "2019-11-26", "2019-12-03")
    planned(db, "2019-11-22 09:00")
    deliver(db, at("2019-11-22 09:00"))
    [unit_id] = liaison.speaks_for
    pause_unit(db, Actor(coordinator, at("2019-11-22 15:00"), ZONE), unit_id, day("2019-12-20"))
    planned(db, "2019-12-02 09:00")
    deliver(db, at("2019-12-02 09:00"))
    end_pause(db, Actor(coordinator, at("2019-12-02 10:00"), ZONE), unit_id)
    planned(db, "2019-12-03 09:00")
    to_the_unit = [entries for chat_id, entries in deliver(db, at("2019-12-03 09:00")) if chat_id == LIAISON]
    assert to_the_unit == [[("overdue", "1-1"), ("due_today", "1-2")]]


@pytest.mark.parametrize(
    ("until", "told"),
    [("2019-11-28", ["2019-12-02"]), ("2019-12-02", ["2019-12-02"]), ("2019-12-03", ["2019-12-03"])],
)
def test_what_was_put_off_into_a_pause_comes_up_after_it(
    db: Database, coordinator: Person, liaison: Person, until: str, told: list[str]
) -> None:
    dated(db, "2020-03-31")
    planned(db, "2019-11-25 09:00")
    snooze(db, Actor(liaison, at("2019-11-25 10:00"), ZONE, "x"), assignment(db, "1-1").id, day(until))
    pause_unit(db, Actor(coordinator, at("2019-11-26 15:00"), ZONE), liaison.speaks_for[0], day("2019-11-30"))
    found = []
    for on in ("2019-11-26", "2019-11-27", "2019-11-28", "2019-11-29", "2019-12-02", "2019-12-03", "2019-12-04"):
        planned(db, f"{on} 09:00")
        found += [on for chat_id, _ in deliver(db, at(f"{on} 09:00")) if chat_id == LIAISON]
    assert found == told


def test_the_preview_leaves_out_what_has_been_said(db: Database, liaison: Person) -> None:
    dated(db, "2019-11-25", "2019-11-27")
    assert previewed(db) == [["1-1"], ["1-1", "1-2"], ["1-2"]]
    planned(db, "2019-11-25 09:00")
    assert previewed(db) == [["1-1", "1-2"], ["1-2"]]


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ("2019-11-25 08:00", "2019-11-25 09:00"),
        ("2019-11-25 09:00", "2019-11-26 09:00"),
        ("2019-11-29 12:00", "2019-12-02 09:00"),
        ("2019-09-30 12:00", "2019-10-08 09:00"),
    ],
)
def test_the_next_thing_to_do_is_at_nine_on_a_working_day(db: Database, now: str, then: str) -> None:
    assert next_moment_to_act(db, at(now)) == at(then)


@given(
    dues=st.lists(st.integers(-10, 45), min_size=1, max_size=4),
    weather=st.lists(st.sampled_from(["off", "no network", "fine", "fine"]), min_size=35, max_size=35),
)
@example(dues=[18, 20, 25], weather=["fine"] * 35)
@settings(max_examples=40, deadline=None)
def test_whatever_the_outages_every_step_is_heard_once_at_the_next_chance_and_none_is_lost(
    dues: list[int], weather: list[str]
) -> None:
    first = day("2020-01-06")
    due_days = [first + timedelta(days=offset) for offset in dues]
    db = open_database(":memory:")
    let_in(db, LIAISON, "林警官", Role.LIAISON, POLICE)
    dated(db, *map(str, due_days))
    planned(db, f"{Workdays().before(first)} 09:00")
    deliver(db, at(f"{Workdays().before(first)} 09:00"))
    heard = {}
    for today, state in zip(map(first.__add__, map(timedelta, range(35))), weather, strict=True):
        if state != "off":
            planned(db, f"{today} 09:00")
        if state == "fine" and is_workday(today):
            messages = deliver(db, at(f"{today} 09:00"))
            assert len(messages) <= 1
            heard[today] = {code for _, entries in messages for _, code in entries}
    for n, due_day in enumerate(due_days, 1):
        steps = [_workday_until(due_day - timedelta(days=days)) for days in (30, 7, 3, 1, 0)]
        steps += [_workday_from(due_day + timedelta(days=days)) for days in (1, 3, 10, 17, 24, 31, 38)]
        chances = {next((each for each in heard if each >= step), None) for step in steps if step >= first}
        assert {each for each in heard if f"1-{n}" in heard[each]} == chances - {None}
    db.close()


def _workday_until(each: date) -> date:
    return Workdays().before(each + timedelta(days=1))


def _workday_from(each: date) -> date:
    return Workdays().after(each - timedelta(days=1))
