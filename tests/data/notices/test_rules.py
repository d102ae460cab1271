"""What is sent unasked, on which day, and to whom."""

from datetime import date

import pytest

from data.calendar import is_workday
from data.notices.groups import bind_group
from data.notices.messages import messages_between, messages_of
from data.notices.plan_rules import PlanRules
from data.notices.rules import Rule
from data.people.actor import Actor
from data.people.people import Person, Role, add_membership
from data.plan.units import ensure_unit
from data.plan.workdays import Workdays
from data.store import Database
from tests.data.conftest import (
    COORDINATOR,
    CUSTOMS,
    DEPUTY,
    GROUP,
    LIAISON,
    MARKET,
    NOW,
    POLICE,
    ZONE,
    Line,
    bring_in,
    dated,
    day,
    let_in,
    report,
)

Told = list[tuple[str, int | None, list[tuple[str, str]]]]


def told(db: Database, on: str, planned_until: str | None = None) -> Told:
    """Return what is told on a day: to whom, and the rule and code of each entry."""
    until = day(planned_until) if planned_until else Workdays().before(day(on))
    return [
        (
            message.to.audience.value,
            message.to.chat_id,
            [(each.rule.value, each.assignment.code) for each in message.entries],
        )
        for message in messages_of(db, day(on), until)
    ]


def days_told(db: Database, first: str, last: str) -> list[tuple[str, str]]:
    """Return the days on which something is told, with the rule of its first entry."""
    messages = messages_between(db, day(first), day(last))
    return [(f"{message.at:%Y-%m-%d}", message.entries[0].rule.value) for message in messages]


def bind(db: Database, coordinator: Person, unit: str | None = None, chat_id: int = GROUP) -> None:
    bind_group(db, Actor(coordinator, NOW, ZONE), chat_id, "联络员群", [ensure_unit(db, unit)] if unit else ())


def test_a_day_is_recalled_30_7_3_and_1_days_before_and_on_itself(db: Database, liaison: Person) -> None:
    dated(db, "2019-12-27")
    assert days_told(db, "2019-11-01", "2019-12-27") == [
        ("2019-11-27", "before_due"),
        ("2019-12-20", "before_due"),
        ("2019-12-24", "before_due"),
        ("2019-12-26", "before_due"),
        ("2019-12-27", "due_today"),
    ]


def test_what_is_overdue_is_recalled_after_1_and_3_days_and_then_weekly(db: Database, liaison: Person) -> None:
    dated(db, "2019-11-04")
    assert days_told(db, "2019-11-05", "2019-11-30") == [
        ("2019-11-05", "overdue"),
        ("2019-11-07", "overdue"),
        ("2019-11-14", "overdue"),
        ("2019-11-21", "overdue"),
        ("2019-11-28", "overdue"),
    ]


@pytest.mark.parametrize(
    ("days", "marks"), [(0, []), (1, [1]), (2, [1]), (3, [1, 3]), (9, [1, 3]), (10, [1, 3, 10]), (17, [1, 3, 10, 17])]
)
def test_overdue_days_that_are_recalled(days: int, marks: list[int]) -> None:
    assert PlanRules().overdue_marks(days) == marks


def test_a_reminder_due_on_a_sunday_is_brought_forward_to_friday(db: Database, liaison: Person) -> None:
    dated(db, "2019-12-08")
    assert days_told(db, "2019-12-05", "2019-12-08") == [("2019-12-05", "before_due"), ("2019-12-06", "before_due")]


def test_a_recall_that_falls_on_a_saturday_waits_for_monday(db: Database, liaison: Person) -> None:
    dated(db, "2019-12-04")
    assert days_told(db, "2019-12-05", "2019-12-09") == [("2019-12-05", "overdue"), ("2019-12-09", "overdue")]


def test_all_that_falls_into_the_national_holiday_is_heard_before_it_once(db: Database, liaison: Person) -> None:
    bring_in(db, Line("查案", "2019年10月4日"), issued=day("2019-09-01"))
    assert days_told(db, "2019-09-28", "2019-10-08") == [("2019-09-30", "before_due"), ("2019-10-08", "overdue")]


def test_a_sunday_worked_before_the_holiday_is_a_day_like_any_other(db: Database, liaison: Person) -> None:
    bring_in(db, Line("查案", "2019年9月29日"), issued=day("2019-09-01"))
    assert told(db, "2019-09-29") == [("person", LIAISON, [("due_today", "1-1")])]


def test_nothing_is_said_of_what_is_submitted(db: Database, liaison: Person) -> None:
    dated(db, "2019-11-25", "2019-11-25")
    report(db, "1-1", "submitted", "2019-11-24", 100)
    assert told(db, "2019-11-25") == [("person", LIAISON, [("due_today", "1-2")])]


@pytest.mark.parametrize("text", ["持续开展", "", "按上级统一安排", "尽量快些", "已完成"])
def test_nothing_is_counted_down_to_where_there_is_no_day(db: Database, liaison: Person, text: str) -> None:
    bring_in(db, Line("查案", text))
    assert [rule for _, rule in days_told(db, "2019-11-25", "2019-12-31") if rule in ("before_due", "overdue")] == []


def test_a_recurring_day_is_recalled_again_each_time(db: Database, liaison: Person) -> None:
    bring_in(db, Line("报送统计", "每月25日前"))
    for on in ("2019-10-25", "2019-11-20"):
        report(db, "1-1", "submitted", on, 100)
    assert told(db, "2019-11-22") == []
    assert told(db, "2019-12-25") == [("person", LIAISON, [("due_today", "1-1")])]


def test_a_person_of_two_units_gets_one_message(db: Database, liaison: Person) -> None:
    add_membership(db, liaison.id, Role.LIAISON, ensure_unit(db, CUSTOMS))
    bring_in(db, Line("查案", "2019年11月25日"), Line("收案登记", "2019年11月25日", CUSTOMS))
    assert told(db, "2019-11-25") == [("person", LIAISON, [("due_today", "1-1"), ("due_today", "1-2")])]


@pytest.mark.usefixtures("liaison")
def test_a_joint_task_is_recalled_to_those_who_have_not_reported(db: Database) -> None:
    let_in(db, 1006, "周科长", Role.LIAISON, MARKET)
    bring_in(db, Line("查案", "2019年11月25日", f"{POLICE}、{MARKET}"))
    report(db, "1-1", "submitted", "2019-11-24", 100, MARKET)
    assert told(db, "2019-11-25") == [("person", LIAISON, [("due_today", "1-1")])]


@pytest.mark.usefixtures("coordinator")
def test_the_coordinator_hears_what_no_liaison_would(db: Database) -> None:
    dated(db, "2019-11-25")
    assert told(db, "2019-11-25") == [("coordinators", COORDINATOR, [("no_liaison", "1-1")])]


@pytest.mark.usefixtures("coordinator")
def test_the_coordinator_hears_of_a_unit_without_a_liaison_once_a_week_and_the_day_before(db: Database) -> None:
    dated(db, "2019-12-26")
    assert [on for on, rule in days_told(db, "2019-11-25", "2019-12-31") if rule == "no_liaison"] == [
        "2019-12-02",
        "2019-12-23",
        "2019-12-25",
        "2019-12-26",
        "2019-12-30",
    ]


@pytest.mark.usefixtures("coordinator", "liaison")
def test_the_coordinator_hears_nothing_that_a_liaison_does(db: Database) -> None:
    dated(db, "2019-11-25")
    assert [audience for audience, _, _ in told(db, "2019-11-25")] == ["person"]


@pytest.mark.usefixtures("coordinator")
def test_a_deputy_alone_is_somebody_who_hears(db: Database, deputy: Person) -> None:
    dated(db, "2019-11-25")
    assert told(db, "2019-11-25") == [("person", DEPUTY, [("due_today", "1-1")])]


def test_a_coordinator_who_is_a_liaison_too_gets_one_message(db: Database, coordinator: Person) -> None:
    add_membership(db, coordinator.id, Role.LIAISON, ensure_unit(db, POLICE))
    bring_in(db, Line("查案", "2019年11月25日"), Line("收案登记", "2019年11月25日", CUSTOMS))
    assert told(db, "2019-11-25") == [("person", COORDINATOR, [("due_today", "1-1"), ("no_liaison", "1-2")])]


def test_with_nobody_to_tell_the_coordinators_are_still_named(db: Database) -> None:
    dated(db, "2019-11-25")
    assert told(db, "2019-11-25") == [("coordinators", None, [("no_liaison", "1-1")])]


@pytest.mark.usefixtures("liaison")
def test_the_group_hears_on_monday_what_falls_due_in_the_week_and_what_is_overdue(
    db: Database, coordinator: Person
) -> None:
    bind(db, coordinator)
    dated(db, "2019-11-20", "2019-11-25", "2019-12-01", "2019-12-02")
    groups = [entries for audience, _, entries in told(db, "2019-11-25") if audience == "group"]
    assert groups == [[("group_digest", code) for code in ("1-1", "1-2", "1-3")]]


@pytest.mark.usefixtures("liaison")
@pytest.mark.parametrize("on", ["2019-11-26", "2019-11-29"])
def test_the_group_hears_nothing_on_other_days(db: Database, coordinator: Person, on: str) -> None:
    bind(db, coordinator)
    dated(db, "2019-11-28")
    assert [audience for audience, _, _ in told(db, on) if audience == "group"] == []


def test_a_week_whose_monday_is_a_holiday_begins_on_tuesday_for_the_group(db: Database, coordinator: Person) -> None:
    bind(db, coordinator)
    bring_in(db, Line("查案", "2019年10月11日"), issued=day("2019-09-01"))
    messages = messages_between(db, day("2019-10-01"), day("2019-10-13"))
    assert [f"{each.at:%m-%d}" for each in messages if each.to.audience == "group"] == ["10-08"]


def test_what_falls_due_in_a_week_of_holidays_is_heard_by_the_group_before_it(
    db: Database, coordinator: Person
) -> None:
    bind(db, coordinator)
    dated(db, "2020-01-31")
    assert [chat_id for audience, chat_id, _ in told(db, "2020-01-19") if audience == "group"] == []
    assert ("group", GROUP, [("group_digest", "1-1")]) in told(db, "2020-01-20")


def test_the_group_is_caught_up_when_monday_was_missed(db: Database, coordinator: Person) -> None:
    bind(db, coordinator)
    dated(db, "2019-11-29")
    assert ("group", GROUP, [("group_digest", "1-1")]) in told(db, "2019-11-27", planned_until="2019-11-22")


def test_a_units_group_hears_of_its_unit_and_a_group_with_nothing_to_hear_is_left_alone(
    db: Database, coordinator: Person
) -> None:
    bind(db, coordinator, POLICE, GROUP)
    bind(db, coordinator, CUSTOMS, GROUP - 1)
    bring_in(db, Line("查案", "2019年11月28日", f"{POLICE}、{MARKET}"))
    groups = [(chat_id, len(entries)) for audience, chat_id, entries in told(db, "2019-11-25") if audience == "group"]
    assert groups == [(GROUP, 1)]


def test_after_an_outage_the_latest_step_alone_is_said(db: Database, liaison: Person) -> None:
    dated(db, "2019-12-02")
    [(_, _, entries)] = told(db, "2019-11-29", planned_until="2019-11-22")
    assert entries == [("before_due", "1-1")]


def test_what_fell_due_during_an_outage_is_said_to_be_overdue(db: Database, liaison: Person) -> None:
    dated(db, "2019-11-27")
    assert told(db, "2019-12-02", planned_until="2019-11-22") == [("person", LIAISON, [("overdue", "1-1")])]


def test_the_preview_speaks_at_nine_on_working_days_only(db: Database, liaison: Person) -> None:
    dated(db, *[date(2019, 12, n).isoformat() for n in range(1, 32)])
    moments = [message.at for message in messages_between(db, day("2019-11-25"), day("2020-01-31"))]
    assert {f"{moment:%H:%M%z}" for moment in moments} == {"09:00+0800"}
    assert [moment for moment in moments if not is_workday(moment.date())] == []


def check_ins(db: Database, first: str, last: str) -> list[tuple[str, list[str]]]:
    """Return the days of a span on which ongoing tasks are asked about, with their codes."""
    return [
        (f"{message.at:%Y-%m-%d}", [each.assignment.code for each in message.entries if each.rule is Rule.CHECK_IN])
        for message in messages_between(db, day(first), day(last))
        if any(each.rule is Rule.CHECK_IN for each in message.entries)
    ]


def test_ongoing_work_is_asked_after_five_working_days_before_a_quarter_ends_and_on_its_last(
    db: Database, liaison: Person
) -> None:
    bring_in(db, Line("查案", "持续开展"))
    assert check_ins(db, "2019-10-08", "2020-06-30") == [
        ("2019-12-24", ["1-1"]),
        ("2019-12-31", ["1-1"]),
        ("2020-03-24", ["1-1"]),
        ("2020-03-31", ["1-1"]),
        ("2020-06-22", ["1-1"]),
        ("2020-06-30", ["1-1"]),
    ]


def test_ongoing_work_is_not_asked_after_when_it_was_reported_in_the_quarter(db: Database, liaison: Person) -> None:
    bring_in(db, Line("查案", "持续开展"), Line("打假", "持续开展"))
    report(db, "1-1", "in_progress", "2019-10-08", 20)
    report(db, "1-2", "in_progress", "2019-09-30", 20)
    assert check_ins(db, "2019-12-01", "2019-12-31") == [("2019-12-24", ["1-2"]), ("2019-12-31", ["1-2"])]


def test_a_question_whose_day_is_off_is_asked_on_the_working_day_before(db: Database, liaison: Person) -> None:
    bring_in(db, Line("查案", "持续开展"))
    assert check_ins(db, "2023-09-18", "2023-10-10") == [("2023-09-21", ["1-1"]), ("2023-09-28", ["1-1"])]


def test_a_question_missed_while_the_bot_was_off_is_asked_later(db: Database, liaison: Person) -> None:
    bring_in(db, Line("查案", "持续开展"))
    assert told(db, "2019-12-27", planned_until="2019-12-20") == [("person", LIAISON, [("check_in", "1-1")])]
