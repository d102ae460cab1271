"""A past day is shown as the plan was then; of several plans, only the current one reminds and counts."""

import pytest

from data.errors import NotYours, UnknownTask
from data.notices.messages import messages_of
from data.office.importing import import_plan
from data.people.actor import Actor
from data.people.people import Person
from data.plan.deadlines import Deadline, DeadlineKind, plain_values
from data.plan.indicators import indicators, replace_indicators
from data.plan.plan import all_plans, current_plan
from data.plan.versions import change_task
from data.reporting.reports import append_report, assignment_to_report_on
from data.reporting.reviews import review_everything, reviews_everything, waiting_for_review
from data.reporting.totals import store_figures, totals
from data.standing.assignments import assignments, task_card
from data.standing.rows import differing_tasks, update_rows_of_task
from data.store import Database
from data.summary.summary import summarise
from tests.data.conftest import (
    ISSUED,
    MARKET,
    NOW,
    POLICE,
    ZONE,
    Line,
    assignment,
    at,
    bring_in,
    day,
    reading_of,
    report,
)

FOOD, NET, SEEDS = "昆仑行动打击食药环犯罪", "网络侵权盗版专项执法", "春季农资打假下乡巡查"
BEFORE, LATER, AFTER = "2019-12-01", "2019-12-10", "2019-12-11"
IN_SPRING = at("2020-03-01 09:00")


def told(db: Database, on: str) -> list[tuple[str, str, str | None, str | None]]:
    """Return the assignments as of a day: code, title, unit and role."""
    return [(each.code, each.title, each.unit, each.role) for each in assignments(db, day(on))]


def new_plan(db: Database, *lines: Line) -> None:
    import_plan(db, reading_of(*lines), "第二年任务表", day("2020-03-01"), "二.csv", IN_SPRING, new_plan=True)


def test_a_past_day_knows_the_deadline_and_the_words_of_then(db: Database) -> None:
    bring_in(db, Line(FOOD, "2019年12月5日", deliverable="通报"))
    bring_in(db, Line(f"深入开展{FOOD}", "2020年6月"), now=at(f"{LATER} 09:00"))
    for on, due, title in ((BEFORE, "2019-12-05", FOOD), (AFTER, "2020-06-30", f"深入开展{FOOD}")):
        found = assignment(db, "1-1", on)
        assert (found.due, found.title) == (day(due), title)
    assert [summarise(db, at(f"{on} 12:00")).all.overdue for on in ("2019-12-09", LATER)] == [1, 0]


def test_a_past_day_knows_who_answered_for_a_task_then(db: Database) -> None:
    bring_in(db, Line(FOOD, units=POLICE))
    bring_in(db, Line(FOOD, units=f"{POLICE}（配合）、{MARKET}（牵头）"), now=at(f"{LATER} 09:00"))
    bring_in(db, Line(FOOD, units=MARKET), now=at("2019-12-20 09:00"))
    bring_in(db, Line(FOOD, units=POLICE), now=at("2019-12-30 09:00"))
    assert told(db, BEFORE) == [("1-1", FOOD, POLICE, None)]
    assert set(told(db, AFTER)) == {("1-1", FOOD, POLICE, "joint"), ("1-1", FOOD, MARKET, "lead")}
    assert told(db, "2019-12-21") == [("1-1", FOOD, MARKET, None)]
    assert told(db, "2019-12-30") == [("1-1", FOOD, POLICE, None)]


def test_a_task_that_came_went_and_came_back_is_there_on_its_days_only(db: Database) -> None:
    bring_in(db, Line(FOOD))
    for on, lines in (("2019-12-10", [FOOD, NET]), ("2019-12-20", [FOOD]), ("2019-12-30", [FOOD, NET])):
        bring_in(db, *map(Line, lines), now=at(f"{on} 09:00"))
    days = ("2019-12-09", "2019-12-10", "2019-12-19", "2019-12-20", "2019-12-29", "2019-12-30")
    assert [len(told(db, on)) for on in days] == [1, 2, 2, 1, 1, 2]


def test_a_task_that_is_changed_by_itself_is_kept_with_its_version(db: Database) -> None:
    bring_in(db, Line(FOOD, "按上级统一安排", units=""), Line(NET, "按上级统一安排"))
    for task in db.fetch_all("SELECT * FROM tasks"):
        settled = plain_values(Deadline(DeadlineKind.DATE, due=day("2019-12-20")))
        change_task(db, task, settled, at(f"{LATER} 09:00"))
        update_rows_of_task(db, task["id"], at(f"{LATER} 09:00"))
    for on, due in ((BEFORE, None), (LATER, day("2019-12-20"))):
        assert [each.due for each in assignments(db, day(on))] == [due, due]
    assert differing_tasks(db) == []


def test_the_lead_comes_first_on_the_card(db: Database) -> None:
    bring_in(db, Line(FOOD, units=f"{POLICE}（配合）、{MARKET}（牵头）"))
    card = task_card(db, "1-1", day(BEFORE))
    assert [(each.unit, each.role) for each in card.assignments] == [(MARKET, "lead"), (POLICE, "joint")]


def test_the_same_code_in_a_new_plan_is_another_task(db: Database, liaison: Person) -> None:
    bring_in(db, Line(FOOD), Line(NET))
    report(db, "1-1", "in_progress", "2019-12-01", 60)
    old = assignment(db, "1-1")
    new_plan(db, Line(SEEDS))
    found = assignment(db, "1-1", "2020-03-02")
    assert (found.title, found.percent) == (SEEDS, 0) and found.id != old.id
    with pytest.raises(UnknownTask):
        task_card(db, "1-2", day("2020-03-02"))
    with pytest.raises(NotYours):
        assignment_to_report_on(db, liaison, old.id, day("2020-03-02"))


def test_the_former_plan_is_kept_to_be_read_and_its_days_are_told_by_it(db: Database) -> None:
    bring_in(db, Line(FOOD), Line(NET))
    report(db, "1-1", "in_progress", "2019-12-01", 60)
    new_plan(db, Line(SEEDS))
    assert [(each.title, each.current) for each in all_plans(db)] == [("第二年任务表", True), ("测试任务表", False)]
    assert current_plan(db).issued == day("2020-03-01")
    assert [title for _, title, *_ in told(db, "2020-02-29")] == [FOOD, NET]
    assert assignment(db, "1-1", "2020-02-29").percent == 60
    before, now = (summarise(db, at(f"{on} 12:00")) for on in ("2020-02-29", "2020-03-01"))
    assert (before.title, before.all.total) == ("测试任务表", 2) and (now.title, now.all.total) == ("第二年任务表", 1)


def test_only_the_current_plan_reminds_and_waits_for_review(db: Database, liaison: Person, coordinator: Person) -> None:
    bring_in(db, Line(FOOD, "2020年3月9日"))
    report(db, "1-1", "submitted", "2019-12-01", 100)
    assert len(waiting_for_review(db)) == 1
    new_plan(db, Line(SEEDS, "2020年12月"))
    assert waiting_for_review(db) == []
    assert messages_of(db, day("2020-03-02"), day("2020-02-28")) == []


def test_figures_of_the_former_plan_are_none_of_the_new_ones(db: Database, liaison: Person) -> None:
    bring_in(db, Line(FOOD))
    given = append_report(
        db, Actor(liaison, NOW, ZONE), assignment(db, "1-1"), source="1", status="in_progress", percent=40, note=""
    )
    store_figures(db, given["id"], {"立案件数": 12}, ())
    new_plan(db, Line(SEEDS))
    filed = [
        next(each.total for each in totals(db, day(on)) if each.indicator == "立案件数")
        for on in ("2020-02-29", "2020-03-01")
    ]
    assert filed == [12, 0]


def test_a_new_plan_begins_with_the_indicators_and_settings_of_the_one_before_and_has_its_own(
    db: Database, coordinator: Person
) -> None:
    bring_in(db, Line(FOOD))
    review_everything(db, Actor(coordinator, NOW, ZONE), True)
    before = [each.name for each in indicators(db)]
    new_plan(db, Line(SEEDS))
    assert [each.name for each in indicators(db)] == before and reviews_everything(db)
    replace_indicators(db, "name,name_en,unit,kind,total,aliases\n收缴件数,items,件,whole,sum,收缴\n")
    review_everything(db, Actor(coordinator, IN_SPRING, ZONE), False)
    assert [each.name for each in indicators(db)] == ["收缴件数"] and not reviews_everything(db)
    assert {each.indicator for each in totals(db, day("2020-02-29"))} == set(before)
    assert all_plans(db)[1].issued == ISSUED
