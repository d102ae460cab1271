"""Importing a plan, and importing it again."""

import sqlite3
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.errors.plans import NoPlan, TooManyGone
from data.office.history import HistoryScope, history
from data.office.importing import PlanChanges, compare_plan, import_plan
from data.people.people import Person
from data.plan.deadlines import Deadline
from data.plan.files.plan import read_plan
from data.plan.plan import current_plan
from data.plan.unit_names import shipped_unit_names
from data.store import Database, open_database
from data.times import stored
from tests.data.conftest import (
    ISSUED,
    MARKET,
    NOW,
    POLICE,
    SHIPPED_PLAN,
    Line,
    assignment,
    at,
    bring_in,
    day,
    dump,
    reading_of,
    report,
    rows,
)

FOOD, NET, SEEDS = "昆仑行动打击食药环犯罪", "网络侵权盗版专项执法", "春季农资打假下乡巡查"
PUBLICITY = "知识产权宣传进校园进社区"
MEASURES = [FOOD, NET, SEEDS, PUBLICITY, "修订行政处罚裁量基准", "建立跨区域案件线索移送平台"]


def codes(db: Database) -> dict[str, str]:
    """Return the code of each measure in the present plan."""
    present = rows(db, "SELECT measure, code FROM tasks WHERE gone_at IS NULL ORDER BY position")
    return {str(measure): str(code) for measure, code in present}


def units_of(db: Database, code: str) -> set[object]:
    sql = """SELECT name FROM assignments JOIN units ON units.id = unit_id JOIN tasks ON tasks.id = task_id
    WHERE code = ? AND assignments.gone_at IS NULL"""
    return {name for (name,) in rows(db, sql, code)}


def test_tasks_are_counted_within_their_item_in_the_order_of_the_file(db: Database) -> None:
    bring_in(db, Line(FOOD), Line(NET), Line(PUBLICITY, item="7、宣传"))
    assert codes(db) == {FOOD: "1-1", NET: "1-2", PUBLICITY: "7-1"}


def test_the_plan_has_its_title_its_day_and_its_file(db: Database) -> None:
    with pytest.raises(NoPlan):
        current_plan(db)
    bring_in(db, Line(FOOD))
    plan = current_plan(db)
    assert (plan.title, plan.issued, plan.source) == ("测试任务表", ISSUED, "计划.csv")


def test_the_same_file_again_changes_nothing_but_the_moment_of_import(db: Database) -> None:
    lines = [Line(FOOD), Line(NET, units=f"{POLICE}、{MARKET}")]
    bring_in(db, *lines)
    before = dump(db)
    changes = bring_in(db, *lines, now=at("2019-12-01 10:00"))
    assert (changes.new, changes.changed, changes.gone, changes.same) == ((), (), (), 2)
    moved = {line.replace(stored(at("2019-12-01 10:00")), stored(NOW)) for line in dump(db)} - set(before)
    assert {line.split()[2] for line in moved} == {'"audit"', '"state_versions"', '"changed_units"'}


def test_looking_at_what_would_change_changes_nothing(db: Database) -> None:
    bring_in(db, Line(FOOD), Line(NET))
    before = dump(db)
    changes = compare_plan(db, reading_of(Line(FOOD, deadline="2020年6月"), Line(PUBLICITY)))
    assert [(each.code, each.fields) for each in changes.changed] == [("1-1", ("deadline_text",))]
    assert (changes.new, changes.gone) == ((("1-3", PUBLICITY),), (("1-2", NET),))
    assert dump(db) == before


def test_a_second_import_keeps_the_reports_of_a_reworded_task(db: Database) -> None:
    bring_in(db, Line(FOOD), Line(NET))
    report(db, "1-1", "in_progress", "2019-11-20", 40)
    bring_in(db, Line(f"深入开展{FOOD}"), Line(NET))
    assert codes(db) == {f"深入开展{FOOD}": "1-1", NET: "1-2"}
    assert assignment(db, "1-1").percent == 40


def test_an_inserted_row_gets_a_code_of_its_own_and_moves_no_other(db: Database) -> None:
    bring_in(db, Line(FOOD), Line(NET))
    bring_in(db, Line(SEEDS), Line(FOOD), Line(NET))
    assert codes(db) == {SEEDS: "1-3", FOOD: "1-1", NET: "1-2"}


def test_rows_that_have_changed_places_keep_their_codes(db: Database) -> None:
    bring_in(db, Line(FOOD), Line(NET))
    changes = bring_in(db, Line(NET), Line(FOOD))
    assert codes(db) == {NET: "1-2", FOOD: "1-1"}
    assert changes.same == 2


def test_of_rows_that_read_alike_each_is_the_one_it_resembles_most(db: Database) -> None:
    bring_in(db, Line("查处假冒化妆品案件"), Line("查处假冒药品案件"))
    report(db, "1-2", "in_progress", "2019-11-20", 40)
    bring_in(db, Line("依法查处假冒药品案件"))
    assert codes(db) == {"依法查处假冒药品案件": "1-2"}


def test_a_new_row_does_not_take_the_code_of_the_reworded_one_after_it(db: Database) -> None:
    bring_in(db, Line("查处假冒化妆品案件"))
    bring_in(db, Line("查处假冒药品案件"), Line("依法查处假冒化妆品案件"))
    assert codes(db) == {"查处假冒药品案件": "1-2", "依法查处假冒化妆品案件": "1-1"}


def test_an_item_inserted_before_others_leaves_their_tasks_their_codes(db: Database) -> None:
    bring_in(db, Line(FOOD, item="1. 整治"), Line(NET, item="2. 网络"), Line(SEEDS, item="3. 农资"))
    bring_in(
        db,
        Line(FOOD, item="1. 整治"),
        Line(PUBLICITY, item="2. 宣传"),
        Line(NET, item="3. 网络"),
        Line(SEEDS, item="4. 农资"),
    )
    assert codes(db) == {FOOD: "1-1", PUBLICITY: "2-2", NET: "2-1", SEEDS: "3-1"}


def test_the_same_words_under_two_items_are_two_tasks(db: Database) -> None:
    lines = [Line("加强宣传", item="1. 整治"), Line("加强宣传", item="2. 网络")]
    bring_in(db, *lines)
    assert bring_in(db, *reversed(lines)).same == 2


def test_a_code_column_wins(db: Database) -> None:
    bring_in(db, Line(FOOD, code="3-5"), Line(NET, code="3-4"))
    assert codes(db) == {FOOD: "3-5", NET: "3-4"}
    bring_in(db, Line(NET, code="3-5"), Line(FOOD, code="3-4"))
    assert codes(db) == {NET: "3-5", FOOD: "3-4"}


def test_of_two_rows_with_one_code_the_first_keeps_it(db: Database) -> None:
    bring_in(db, Line(FOOD, code="2-7"), Line(NET, code="2-7"), Line(SEEDS, code="2-8"))
    assert codes(db) == {FOOD: "2-7", NET: "2-9", SEEDS: "2-8"}


def test_a_code_of_another_shape_that_comes_twice_makes_a_readable_one(db: Database) -> None:
    bring_in(db, Line(FOOD, code="A7"), Line(NET, code="A7"))
    assert codes(db) == {FOOD: "A7", NET: "A7-1"}


def test_two_rows_that_say_the_same_are_two_tasks(db: Database) -> None:
    bring_in(db, Line(FOOD), Line(FOOD))
    assert bring_in(db, Line(FOOD), Line(FOOD)).same == 2
    assert rows(db, "SELECT code FROM tasks") == [("1-1",), ("1-2",)]


def test_a_task_that_is_gone_comes_back_with_its_reports(db: Database) -> None:
    bring_in(db, Line(FOOD), Line(NET))
    report(db, "1-2", "in_progress", "2019-11-20", 40)
    assert bring_in(db, Line(FOOD)).gone == (("1-2", NET),)
    assert codes(db) == {FOOD: "1-1"}
    assert bring_in(db, Line(FOOD), Line(NET)).new == (("1-2", NET),)
    assert assignment(db, "1-2").percent == 40


def test_the_code_of_a_task_that_is_gone_is_not_given_to_another(db: Database) -> None:
    bring_in(db, Line(FOOD), Line(NET))
    bring_in(db, Line(FOOD))
    bring_in(db, Line(FOOD), Line(PUBLICITY))
    assert codes(db) == {FOOD: "1-1", PUBLICITY: "1-3"}


def test_a_unit_that_is_taken_off_and_put_back_finds_its_reports(db: Database) -> None:
    joint = Line(FOOD, units=f"{POLICE}、{MARKET}")
    bring_in(db, joint)
    report(db, "1-1", "in_progress", "2019-11-20", 40, MARKET)
    [taken_off] = bring_in(db, Line(FOOD)).changed
    assert taken_off.fields == ("units",)
    assert units_of(db, "1-1") == {POLICE}
    bring_in(db, joint)
    assert assignment(db, "1-1", unit=MARKET).percent == 40


def test_a_task_that_loses_all_its_units_stays(db: Database) -> None:
    bring_in(db, Line(FOOD))
    bring_in(db, Line(FOOD, units=""))
    assert codes(db) == {FOOD: "1-1"}
    assert units_of(db, "1-1") == set()


def test_only_a_new_deadline_text_makes_a_new_version(db: Database) -> None:
    bring_in(db, Line(FOOD), Line(NET))
    bring_in(db, Line(FOOD, deadline="2020年6月"), Line(f"继续{NET}"))
    assert rows(db, "SELECT deadline_version, due FROM tasks ORDER BY code") == [(2, "2020-06-30"), (1, "2019-12-31")]


def test_an_import_that_fails_midway_leaves_the_plan_as_it_was(db: Database) -> None:
    bring_in(db, Line(FOOD))
    db.change("CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT raise(ABORT, 'disk is full'); END")
    before = dump(db)
    with pytest.raises(sqlite3.IntegrityError, match="disk is full"):
        bring_in(db, Line(NET), Line(PUBLICITY, units="新设立的单位"))
    assert dump(db) == before


def many(count: int, item: str = "1. 专项整治") -> list[Line]:
    return [Line(f"第{n}号措施{'甲乙丙丁戊己庚辛壬癸'[n % 10] * (n + 3)}", item=item) for n in range(count)]


def take(db: Database, *lines: Line, new_plan: bool = False, now: datetime = NOW) -> PlanChanges:
    """Import a file as a coordinator does."""
    return import_plan(db, reading_of(*lines), "另一份任务表", ISSUED, "计划.csv", now, new_plan=new_plan)


def test_a_file_without_more_than_a_tenth_of_the_tasks_changes_nothing(db: Database) -> None:
    lines = many(20)
    take(db, *lines)
    before = dump(db)
    with pytest.raises(TooManyGone) as refused:
        take(db, *lines[3:])
    assert (refused.value.present, [code for code, _ in refused.value.gone]) == (20, ["1-1", "1-2", "1-3"])
    assert dump(db) == before


def test_a_tenth_of_the_tasks_may_go(db: Database) -> None:
    lines = many(20)
    take(db, *lines)
    assert [code for code, _ in take(db, *lines[2:]).gone] == ["1-1", "1-2"]


def test_a_new_plan_counts_from_the_beginning_and_keeps_the_reports_of_the_old(db: Database, liaison: Person) -> None:
    take(db, *many(3))
    report(db, "1-1", "in_progress", "2019-11-20", 50)
    changes = take(db, Line(SEEDS), Line(many(1)[0].measure), new_plan=True, now=at("2020-12-01 09:00"))
    assert [code for code, _ in changes.new] == ["1-1", "1-2"] and changes.gone == ()
    assert codes(db) == {SEEDS: "1-1", many(1)[0].measure: "1-2"}
    [entry] = history(db, liaison, HistoryScope(), 0, day("2020-12-02")).entries
    assert (entry.full_code, entry.title) == ("2019-10-24/1-1", many(1)[0].measure)


def test_a_task_of_the_plan_before_is_never_brought_back(db: Database) -> None:
    take(db, Line(FOOD))
    take(db, Line(NET), new_plan=True, now=at("2020-12-01 09:00"))
    take(db, Line(NET), Line(FOOD), now=at("2020-12-02 09:00"))
    take(db, Line(SEEDS), new_plan=True, now=at("2020-12-03 09:00"))
    assert rows(db, "SELECT plan_id, code, measure FROM tasks WHERE gone_at IS NOT NULL ORDER BY id") == [
        (1, "1-1", FOOD),
        (2, "1-1", NET),
        (2, "1-2", FOOD),
    ]


def test_each_field_that_changes_is_told_before_and_after(db: Database) -> None:
    bring_in(db, Line(FOOD))
    [changed] = compare_plan(db, reading_of(Line(FOOD, "2020年6月", MARKET))).changed
    assert [(each.field, each.before, each.after) for each in changed.changes] == [
        ("deadline_text", "2019年12月31日", "2020年6月"),
        ("units", POLICE, MARKET),
    ]


def test_a_deadline_that_is_read_anew_is_told(db: Database) -> None:
    bring_in(db, Line(FOOD, "三个月内"))
    [changed] = compare_plan(db, reading_of(Line(FOOD, "三个月内"), issued=day("2019-11-24"))).changed
    [reading] = changed.changes
    assert isinstance(reading.before, Deadline) and isinstance(reading.after, Deadline)
    assert (reading.before.due, reading.after.due) == (day("2020-01-24"), day("2020-02-24"))


def test_the_shipped_plan_comes_in_whole_and_comes_again_unchanged(db: Database) -> None:
    reading = read_plan(SHIPPED_PLAN.read_bytes(), SHIPPED_PLAN.name, ISSUED, shipped_unit_names())
    first = import_plan(db, reading, "任务细化表", ISSUED, SHIPPED_PLAN.name, NOW)
    again = import_plan(db, reading, "任务细化表", ISSUED, SHIPPED_PLAN.name, NOW)
    assert (len(first.new), again.same) == (230, 230)
    assert rows(db, "SELECT code, count(*) FROM tasks GROUP BY code HAVING count(*) > 1") == []


@given(st.lists(st.lists(st.sampled_from(MEASURES), unique=True, min_size=1), min_size=2, max_size=4))
@settings(max_examples=40, deadline=None)
def test_whatever_comes_goes_and_changes_places_the_same_words_keep_their_code(files: list[list[str]]) -> None:
    db = open_database(":memory:")
    known: dict[str, str] = {}
    for measures in files:
        bring_in(db, *map(Line, measures))
        now = codes(db)
        assert {measure: known.get(measure, now[measure]) for measure in now} == now
        assert len(set(now.values())) == len(measures)
        known |= now
    db.close()
