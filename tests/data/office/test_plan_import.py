"""Imports from the chat: changes made in the chat stay, and an import can be undone."""

import pytest

from data.errors import ForTheOffice
from data.errors.plans import ChangedSince, TooLateToUndo, TooManyGone
from data.office import task_edits as edits
from data.office.change_record import ChangeKind
from data.office.plan_changes import change_plan, undo_change
from data.office.plan_import import import_with_undo, propose_import
from data.office.task_edits import create_task, due_day_edit, present_task
from data.people.actor import Actor
from data.people.people import Person
from data.plan.plan import current_plan
from data.plan.readings import keep_reading, reading_by_id
from data.plan.tasks import task_id_of
from data.plan.versions import TaskState
from data.standing.rows import differing_tasks
from data.store import Database
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

LINES = [Line(f"第{n}项措施查处假货") for n in range(12)]


def edit(db: Database, person: Person, code: str, new: TaskState, kind: ChangeKind = ChangeKind.EDIT) -> None:
    task = present_task(db, task_id_of(db, code) or 0)
    assert task is not None
    source = f"edit:{code}:{sorted(new)}"
    change_plan(db, Actor(person, NOW, ZONE), kind, code, {task.id: new}, source, reason="试")


def present(db: Database) -> list[str]:
    return [row["code"] for row in db.fetch_all("SELECT code FROM tasks WHERE gone_at IS NULL ORDER BY position, id")]


def take(
    db: Database, person: Person, *lines: Line, source: str = "1", new_plan: bool = False, file_wins: bool = False
) -> int:
    done = import_with_undo(
        db,
        Actor(person, NOW, ZONE),
        reading_of(*lines),
        "新名称",
        ISSUED,
        "新.csv",
        source,
        new_plan=new_plan,
        file_wins=file_wins,
    )
    return done.id


def test_each_field_changed_in_the_chat_stays_and_the_others_follow_the_file(db: Database, coordinator: Person) -> None:
    bring_in(db, *LINES)
    edit(db, coordinator, "1-1", due_day_edit(day("2020-03-01")), ChangeKind.DEADLINE)
    edit(db, coordinator, "1-2", {"units": {MARKET: None}}, ChangeKind.UNITS)
    lines = [Line(each.measure, "2020年6月", deliverable="新总结") for each in LINES]
    take(db, coordinator, *lines)
    assert assignment(db, "1-1").due == day("2020-03-01")
    assert assignment(db, "1-2", unit=MARKET).due == day("2020-06-30")
    assert {row["deliverable"] for row in db.fetch_all("SELECT deliverable FROM tasks")} == {"新总结"}
    assert differing_tasks(db) == []


def test_what_the_file_overrules_is_the_files_from_then_on(db: Database, coordinator: Person) -> None:
    bring_in(db, *LINES)
    edit(db, coordinator, "1-1", due_day_edit(day("2020-03-01")), ChangeKind.DEADLINE)
    assert [each.code for each in propose_import(db, reading_of(*LINES)).kept] == ["1-1"]
    take(db, coordinator, *LINES, file_wins=True)
    assert assignment(db, "1-1").due == day("2019-12-31")
    assert propose_import(db, reading_of(*LINES)).kept == ()


def test_tasks_added_and_withdrawn_in_the_chat_stay_so(db: Database, coordinator: Person) -> None:
    bring_in(db, *LINES)
    beside = task_id_of(db, "1-1") or 0
    new = edits.state_of_new_task("另查一批", "", [[POLICE]], due_day_edit(day("2020-03-01")))
    added = create_task(db, Actor(coordinator, NOW, ZONE), beside, new, "试", "add")
    edit(db, coordinator, "1-3", edits.WITHDRAWAL, ChangeKind.WITHDRAW)
    take(db, coordinator, *LINES)
    assert added.subject == "1-13" and "1-13" in present(db) and "1-3" not in present(db)
    take(db, coordinator, *LINES, source="2", file_wins=True)
    assert "1-13" not in present(db) and "1-3" in present(db)


def test_undoing_an_import_brings_all_of_it_back(db: Database, coordinator: Person) -> None:
    bring_in(db, *LINES)
    report(db, "1-2", "in_progress", "2019-11-24", 40)
    before = [dict(row) for row in db.fetch_all("SELECT code, measure, position, due FROM tasks ORDER BY id")]
    change = take(db, coordinator, *reversed(LINES[:11]), Line("又一项全新的工作安排"))
    assert current_plan(db).title == "新名称"
    undo_change(db, Actor(coordinator, NOW, ZONE), change)
    undo_change(db, Actor(coordinator, NOW, ZONE), change)
    after = db.fetch_all("SELECT code, measure, position, due FROM tasks WHERE gone_at IS NULL ORDER BY id")
    assert after == before and current_plan(db).title == "测试任务表"
    assert assignment(db, "1-2").percent == 40 and differing_tasks(db) == []


def test_a_new_plan_is_undone_with_the_reports_of_the_old_one(db: Database, coordinator: Person) -> None:
    bring_in(db, *LINES)
    report(db, "1-2", "in_progress", "2019-11-24", 40)
    change = take(db, coordinator, Line("另一份计划的任务"), new_plan=True)
    assert present(db) == ["1-1"]
    undo_change(db, Actor(coordinator, at("2019-11-26 08:00"), ZONE), change)
    assert len(present(db)) == 12 and assignment(db, "1-2", "2019-11-26").percent == 40
    assert current_plan(db).title == "测试任务表" and differing_tasks(db) == []


def test_the_first_import_is_undone_to_no_plan_at_all(db: Database, coordinator: Person) -> None:
    change = take(db, coordinator, *LINES)
    undo_change(db, Actor(coordinator, NOW, ZONE), change)
    assert db.fetch_all("SELECT id FROM plans WHERE ended_at IS NULL") == [] and present(db) == []


def test_an_import_that_something_was_changed_after_is_not_undone(db: Database, coordinator: Person) -> None:
    bring_in(db, *LINES)
    change = take(db, coordinator, *[Line(each.measure, "2020年6月") for each in LINES])
    edit(db, coordinator, "1-1", due_day_edit(day("2020-03-01")), ChangeKind.DEADLINE)
    with pytest.raises(ChangedSince):
        undo_change(db, Actor(coordinator, NOW, ZONE), change)


def test_it_is_undone_within_a_day_by_the_office_alone(db: Database, coordinator: Person, liaison: Person) -> None:
    bring_in(db, *LINES)
    change = take(db, coordinator, *LINES[:11])
    with pytest.raises(ForTheOffice):
        undo_change(db, Actor(liaison, NOW, ZONE), change)
    with pytest.raises(TooLateToUndo):
        undo_change(db, Actor(coordinator, at("2019-11-26 09:01"), ZONE), change)


def test_too_much_of_it_gone_is_refused(db: Database, coordinator: Person) -> None:
    bring_in(db, *LINES)
    with pytest.raises(TooManyGone):
        take(db, coordinator, *LINES[:9])
    assert len(present(db)) == 12


def test_a_reading_is_kept_as_it_was(db: Database, coordinator: Person) -> None:
    reading = reading_of(*LINES, Line("查处", "说不清", "市公安", code="9-9"))
    file = keep_reading(db, coordinator.id, 7, "新.csv", reading, NOW)
    assert keep_reading(db, coordinator.id, 7, "新.csv", reading, NOW) == file
    assert reading_by_id(db, file.id).reading == reading
