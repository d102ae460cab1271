"""The assignments of a unit."""

import pytest

from data.errors import UnknownTask
from data.errors.plans import NoPlan
from data.people.people import Person
from data.plan.units import ensure_unit
from data.standing.assignments import assignments, task_card
from data.standing.standing import Light, Status
from data.store import Database
from data.times import stored
from tests.data.conftest import MARKET, POLICE, Line, assignment, at, bring_in, day, report

TODAY = day("2019-11-25")


def codes(db: Database, *units: str, on: str = "2019-11-25") -> list[str]:
    unit_ids = [ensure_unit(db, unit) for unit in units]
    return [each.code for each in assignments(db, day(on), unit_ids)]


def test_without_a_plan_there_is_nothing_to_list(db: Database) -> None:
    with pytest.raises(NoPlan):
        assignments(db, TODAY)


@pytest.mark.usefixtures("plan")
def test_a_unit_sees_its_own_tasks_only(db: Database) -> None:
    assert codes(db, MARKET) == ["1-2"]
    assert codes(db, POLICE) == ["1-1", "1-2", "2-1"]


@pytest.mark.usefixtures("plan")
def test_somebody_of_no_unit_sees_none(db: Database) -> None:
    assert codes(db) == []


@pytest.mark.usefixtures("plan")
def test_all_together_a_task_without_a_unit_is_listed_once(db: Database) -> None:
    everything = assignments(db, TODAY)
    assert [(each.code, each.unit) for each in everything] == [
        ("2-2", None),
        ("1-1", POLICE),
        ("1-2", POLICE),
        ("1-2", MARKET),
        ("2-1", POLICE),
    ]


def test_overdue_comes_first_then_by_day_then_undated_then_what_is_done(db: Database) -> None:
    deadlines = ["2019年10月31日", "持续开展", "2020年6月", "2019年12月", "2019年11月20日"]
    bring_in(db, *[Line(f"第{n}条措施", text) for n, text in enumerate(deadlines)])
    report(db, "1-1", "submitted", "2019-11-01", 100)
    assert codes(db, POLICE) == ["1-5", "1-4", "1-3", "1-2", "1-1"]


def test_of_tasks_due_on_one_day_the_plans_order_counts(db: Database) -> None:
    bring_in(db, Line("甲项措施"), Line("乙项行动"), Line("丙项检查"))
    bring_in(db, Line("丙项检查"), Line("甲项措施"), Line("乙项行动"))
    assert codes(db, POLICE) == ["1-3", "1-1", "1-2"]


@pytest.mark.usefixtures("plan")
def test_the_latest_report_counts(db: Database, liaison: Person) -> None:
    report(db, "1-1", "submitted", "2019-11-20", 100)
    report(db, "1-1", "in_progress", "2019-11-21", 70)
    found = assignment(db, "1-1")
    assert (found.status, found.percent) == (Status.IN_PROGRESS, 70)
    assert found.last is not None and found.last.at == at("2019-11-21 12:00")


@pytest.mark.usefixtures("plan")
def test_a_report_tells_who_made_it(db: Database, liaison: Person) -> None:
    db.insert(
        "reports",
        assignment_id=assignment(db, "1-1").id,
        person_id=liaison.id,
        status="in_progress",
        percent=40,
        note="立案12件",
        source="test",
        reported_at=stored(at("2019-11-24 23:59")),
    )
    last = assignment(db, "1-1", "2019-11-24").last
    assert last is not None and (last.by, last.note) == ("林警官", "立案12件")


@pytest.mark.usefixtures("plan")
def test_a_report_shortly_after_midnight_is_of_the_new_day(db: Database) -> None:
    report(db, "1-1", "submitted", "2019-11-25 00:10", 100)
    assert assignment(db, "1-1", "2019-11-24").status is Status.NOT_STARTED
    assert assignment(db, "1-1", "2019-11-25").status is Status.SUBMITTED


@pytest.mark.usefixtures("plan")
def test_each_unit_of_a_joint_task_reports_for_itself(db: Database) -> None:
    report(db, "1-2", "submitted", "2019-11-20", 100, MARKET)
    card = task_card(db, "1-2", TODAY)
    assert {each.unit: each.status for each in card.assignments} == {
        POLICE: Status.NOT_STARTED,
        MARKET: Status.SUBMITTED,
    }


@pytest.mark.usefixtures("plan")
def test_a_card_holds_what_the_plan_says(db: Database) -> None:
    card = task_card(db, "1-1", TODAY)
    assert (card.measure, card.deliverable, card.deadline_text, card.section, card.item) == (
        "昆仑行动打击食药环犯罪",
        "工作总结",
        "2019年12月2日",
        "一、集中整治",
        "1. 专项整治",
    )


@pytest.mark.usefixtures("plan")
def test_the_card_of_a_task_without_a_unit_has_no_assignment(db: Database) -> None:
    assert task_card(db, "2-2", TODAY).assignments == ()


@pytest.mark.usefixtures("plan")
def test_another_units_card_is_not_shown(db: Database) -> None:
    with pytest.raises(UnknownTask):
        task_card(db, "1-1", TODAY, [ensure_unit(db, MARKET)])


@pytest.mark.usefixtures("plan")
@pytest.mark.parametrize("code", ["9-9", "", "1-1' OR 1=1 --"])
def test_a_code_that_is_none_is_unknown(db: Database, code: str) -> None:
    with pytest.raises(UnknownTask):
        task_card(db, code, TODAY)


@pytest.mark.usefixtures("plan")
def test_a_task_that_is_gone_from_the_plan_is_gone_from_the_lists(db: Database) -> None:
    bring_in(db, Line("昆仑行动打击食药环犯罪", "2019年12月2日"))
    assert codes(db, POLICE) == ["1-1"]
    with pytest.raises(UnknownTask):
        task_card(db, "1-2", TODAY)


@pytest.mark.usefixtures("plan")
def test_days_left_count_from_today_and_fall_below_zero(db: Database) -> None:
    assert [assignment(db, "1-1", on).days_left for on in ("2019-11-25", "2019-12-02", "2019-12-04")] == [7, 0, -2]
    assert assignment(db, "2-1").days_left is None


@pytest.mark.usefixtures("plan")
def test_a_week_before_its_day_a_task_turns_blue(db: Database) -> None:
    assert assignment(db, "1-1", "2019-11-25").light is Light.DUE_SOON
