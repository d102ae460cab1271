"""The state of the plan in numbers."""

import pytest

from data.errors.plans import NoPlan
from data.people.people import Person, Role
from data.standing.counts import Counts
from data.store import Database
from data.summary.summary import summarise
from data.times import stored
from tests.data.conftest import MARKET, NOW, POLICE, Line, at, bring_in, day, let_in, report


def counts(db: Database, on: str = "2019-11-25") -> Counts:
    return summarise(db, at(f"{on} 09:00")).all


def test_without_a_plan_there_is_no_summary(db: Database) -> None:
    with pytest.raises(NoPlan):
        summarise(db, NOW)


@pytest.mark.usefixtures("plan")
def test_assignments_are_counted_and_a_task_without_a_unit_counts_once(db: Database) -> None:
    assert counts(db) == Counts(
        total=5,
        closed=0,
        submitted=0,
        in_progress=0,
        blocked=0,
        not_started=5,
        overdue=1,
        due_soon=1,
        no_deadline=1,
        never_reported=5,
    )


@pytest.mark.usefixtures("plan")
def test_every_status_is_counted_under_its_name(db: Database) -> None:
    report(db, "1-1", "submitted", "2019-11-20", 100)
    report(db, "1-2", "in_progress", "2019-11-20", 40)
    report(db, "1-2", "blocked", "2019-11-20", 10, MARKET)
    found = counts(db)
    assert (found.submitted, found.in_progress, found.blocked, found.not_started) == (1, 1, 1, 2)


@pytest.mark.usefixtures("plan")
def test_units_and_sections_come_in_the_order_of_the_plan_and_add_up(db: Database) -> None:
    found = summarise(db, NOW)
    assert [(unit, each.total) for unit, each in found.units] == [(POLICE, 3), (MARKET, 1), (None, 1)]
    assert [(section, each.total) for section, each in found.sections] == [("一、集中整治", 3), ("二、宣传", 2)]


@pytest.mark.parametrize(
    ("due", "overdue", "due_soon"),
    [("2019-11-24", 1, 0), ("2019-11-25", 0, 1), ("2019-12-02", 0, 1), ("2019-12-03", 0, 0)],
)
def test_due_soon_is_today_and_seven_days_more(db: Database, due: str, overdue: int, due_soon: int) -> None:
    bring_in(db, Line("查案", f"{day(due):%Y年%m月%d日}"))
    found = counts(db)
    assert (found.overdue, found.due_soon) == (overdue, due_soon)


@pytest.mark.parametrize("due", ["2019年11月20日", "2019年11月28日"])
def test_what_is_submitted_is_neither_overdue_nor_due_soon(db: Database, due: str) -> None:
    bring_in(db, Line("查案", due))
    report(db, "1-1", "submitted", "2019-11-20", 100)
    found = counts(db)
    assert (found.submitted, found.overdue, found.due_soon) == (1, 0, 0)


@pytest.mark.parametrize("text", ["", "持续开展", "按上级统一安排", "《某条例》出台后10个月内完成", "尽量快些"])
def test_whatever_has_no_day_counts_as_without_deadline(db: Database, text: str) -> None:
    bring_in(db, Line("查案", text), Line("收案", "2020年6月"))
    assert counts(db).no_deadline == 1


def test_a_joint_task_counts_once_for_each_unit(db: Database) -> None:
    bring_in(db, Line("查案", units="各区人民政府"))
    assert counts(db).total == 13


@pytest.mark.usefixtures("plan")
def test_a_summary_of_an_earlier_day_knows_no_later_report(db: Database) -> None:
    report(db, "1-1", "submitted", "2019-11-20", 100)
    assert [counts(db, on).submitted for on in ("2019-11-19", "2019-11-20")] == [0, 1]


@pytest.mark.usefixtures("plan")
def test_the_moment_is_told_in_the_plans_zone(db: Database) -> None:
    assert summarise(db, NOW).at.isoformat() == "2019-11-25T09:00:00+08:00"


@pytest.mark.usefixtures("plan")
def test_units_whose_liaison_has_not_come_in_are_named(db: Database, liaison: Person) -> None:
    let_in(db, None, "周科长", Role.LIAISON, MARKET)
    assert summarise(db, NOW).without_liaison == (MARKET,)


@pytest.mark.usefixtures("plan")
def test_a_unit_whose_tasks_are_all_gone_needs_no_liaison(db: Database, liaison: Person) -> None:
    bring_in(db, Line("昆仑行动打击食药环犯罪"))
    assert summarise(db, NOW).without_liaison == ()


@pytest.mark.usefixtures("plan")
def test_a_message_that_could_not_be_delivered_is_an_alarm(db: Database) -> None:
    for state in ("sent", "dead", "dead", "cancelled", "uncertain"):
        db.insert("outbox", recipient="person", chat_id=1, day="2019-11-25", state=state, not_before=stored(NOW))
    assert summarise(db, NOW).undelivered.messages == 2
