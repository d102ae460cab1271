"""Submitted reports."""

import sqlite3
from datetime import datetime, timedelta

import pytest

from data.errors import NotYours, StaleButton
from data.errors.reporting import AlreadyReported, TaskClosed, TooLateToWithdraw
from data.people.actor import Actor
from data.people.people import Person, Role
from data.reporting.drafts import Draft, find_draft, open_draft
from data.reporting.no_change import report_no_change, reported_unchanged_by, take_back_unchanged
from data.reporting.reports import StoredReport, assignment_to_report_on, latest_report_id, submit_report
from data.reporting.withdrawals import correctable_report, withdraw_report, withdraw_several
from data.standing.standing import Status
from data.store import Database
from tests.data.conftest import (
    CUSTOMS,
    MARKET,
    NOW,
    POLICE,
    ZONE,
    Line,
    assignment,
    bring_in,
    day,
    let_in,
    report,
    rows,
)

pytestmark = pytest.mark.usefixtures("plan")

LATER = NOW + timedelta(minutes=10)
COMPLETE = {"note": "立案12件", "figures": {}, "evidence": True}
REPORTS = "SELECT status, percent, note FROM reports ORDER BY id"


def drafted(db: Database, person: Person, percent: int = 80, update_id: int = 1, **answers: object) -> Draft:
    """Return a draft on 1-1 that is ready to be submitted."""
    known = {"status": Status.IN_PROGRESS, "percent": percent, **COMPLETE, **answers}
    assignment_id = assignment(db, "1-1").id
    seen = latest_report_id(db, assignment_id)
    return open_draft(db, person.id, assignment_id, update_id, NOW, seen_report_id=seen, **known)


def handed_in(
    db: Database, person: Person, percent: int = 80, now: datetime = NOW, update_id: int = 1, **answers: object
) -> StoredReport:
    """Submit a report on 1-1."""
    return submit_report(db, Actor(person, now, ZONE), drafted(db, person, percent, update_id, **answers).id)


def test_a_report_is_stored_and_its_draft_is_gone(db: Database, liaison: Person) -> None:
    stored = handed_in(db, liaison)
    assert (stored.status, stored.assignment.code, stored.assignment.percent) == (Status.IN_PROGRESS, "1-1", 80)
    assert rows(db, REPORTS) == [("in_progress", 80, "立案12件")]
    assert find_draft(db, liaison.id) is None


def test_the_same_press_twice_stores_one_report(db: Database, liaison: Person) -> None:
    draft = drafted(db, liaison)
    first = submit_report(db, Actor(liaison, NOW, ZONE), draft.id)
    assert submit_report(db, Actor(liaison, LATER, ZONE), draft.id).report_id == first.report_id
    assert len(rows(db, REPORTS)) == 1


def test_a_report_that_is_not_complete_is_not_stored(db: Database, liaison: Person) -> None:
    draft = drafted(db, liaison, note=None)
    with pytest.raises(StaleButton):
        submit_report(db, Actor(liaison, NOW, ZONE), draft.id)
    assert find_draft(db, liaison.id) == draft
    assert rows(db, REPORTS) == []


def test_nobody_hands_in_what_somebody_else_has_drafted(db: Database, liaison: Person, deputy: Person) -> None:
    draft = drafted(db, liaison)
    with pytest.raises(StaleButton):
        submit_report(db, Actor(deputy, NOW, ZONE), draft.id)
    assert rows(db, REPORTS) == []


def test_reports_are_appended_and_the_latest_counts(db: Database, liaison: Person) -> None:
    handed_in(db, liaison, 40)
    handed_in(db, liaison, 80, LATER, update_id=2)
    assert [percent for _, percent, _ in rows(db, REPORTS)] == [40, 80]
    assert assignment(db, "1-1").percent == 80


def test_what_the_deputy_has_reported_meanwhile_is_shown_first(db: Database, liaison: Person, deputy: Person) -> None:
    draft = drafted(db, liaison)
    meanwhile = handed_in(db, deputy, 90)
    with pytest.raises(AlreadyReported) as refused:
        submit_report(db, Actor(liaison, LATER, ZONE), draft.id)
    assert refused.value.report_id == meanwhile.report_id
    assert find_draft(db, liaison.id) == draft


def test_a_task_that_was_given_to_another_unit_meanwhile_is_no_longer_reported(db: Database, liaison: Person) -> None:
    draft = drafted(db, liaison)
    bring_in(db, Line("昆仑行动打击食药环犯罪", "2019年12月2日", CUSTOMS))
    with pytest.raises(NotYours):
        submit_report(db, Actor(liaison, NOW, ZONE), draft.id)
    assert find_draft(db, liaison.id) == draft


def test_a_second_press_after_the_task_has_gone_is_refused_and_not_a_crash(db: Database, liaison: Person) -> None:
    draft = drafted(db, liaison)
    submit_report(db, Actor(liaison, NOW, ZONE), draft.id)
    bring_in(db, Line("完全不同的另一件事", "2020年6月", CUSTOMS))
    with pytest.raises(NotYours):
        submit_report(db, Actor(liaison, LATER, ZONE), draft.id)


def test_another_units_task_is_not_reported(db: Database) -> None:
    customs = let_in(db, 1008, "关长", Role.LIAISON, CUSTOMS)
    with pytest.raises(NotYours):
        assignment_to_report_on(db, customs, assignment(db, "1-1").id, day("2019-11-25"))


def test_a_coordinator_reports_for_nobody(db: Database, coordinator: Person) -> None:
    with pytest.raises(NotYours):
        assignment_to_report_on(db, coordinator, assignment(db, "1-1").id, day("2019-11-25"))


def test_what_the_plan_calls_done_needs_no_report(db: Database, liaison: Person) -> None:
    bring_in(db, Line("昆仑行动打击食药环犯罪", "已完成"))
    with pytest.raises(TaskClosed):
        assignment_to_report_on(db, liaison, assignment(db, "1-1").id, day("2019-11-25"))


def test_a_report_that_cannot_be_written_down_whole_is_not_there_at_all(db: Database, liaison: Person) -> None:
    draft = drafted(db, liaison)
    db.change("CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT raise(ABORT, 'disk is full'); END")
    with pytest.raises(sqlite3.IntegrityError, match="disk is full"):
        submit_report(db, Actor(liaison, NOW, ZONE), draft.id)
    assert rows(db, REPORTS) == []
    assert find_draft(db, liaison.id) == draft


def test_what_was_blocked_keeps_no_obstacle_once_it_goes_on(db: Database, liaison: Person) -> None:
    handed_in(db, liaison, status=Status.BLOCKED, obstacle="缺检测设备")
    handed_in(db, liaison, now=LATER, update_id=2, obstacle="缺检测设备")
    assert rows(db, "SELECT obstacle FROM reports ORDER BY id") == [("缺检测设备",), ("",)]


def test_no_change_says_the_last_report_once_more(db: Database, liaison: Person) -> None:
    report(db, "2-1", "in_progress", "2019-09-20", 40)
    ids = [assignment(db, "2-1").id]
    for _ in range(2):
        report_no_change(db, Actor(liaison, NOW, ZONE), ids, "update 5")
    assert rows(db, "SELECT status, percent, unchanged FROM reports ORDER BY id") == [
        ("in_progress", 40, 0),
        ("in_progress", 40, 1),
    ]


def test_no_change_leaves_alone_what_has_a_report_of_the_period(db: Database, liaison: Person) -> None:
    report(db, "2-1", "in_progress", "2019-10-01", 40)
    done = report_no_change(db, Actor(liaison, NOW, ZONE), [assignment(db, "2-1").id], "update 5")
    assert (done.stored, [each.code for each in done.left_alone]) == ((), ["2-1"])
    assert rows(db, "SELECT unchanged FROM reports") == [(0,)]


def test_no_change_that_was_taken_back_is_said_anew_by_another_press_on_the_same_message(
    db: Database, liaison: Person
) -> None:
    ids = [assignment(db, "2-1").id]
    for _ in range(3):
        report_no_change(db, Actor(liaison, NOW, ZONE), ids, "message")
        assert reported_unchanged_by(db, liaison, "message") == ids
        take_back_unchanged(db, Actor(liaison, NOW, ZONE), "message")
    assert reported_unchanged_by(db, liaison, "message") == []
    assert rows(db, "SELECT count(*) FROM reports WHERE withdrawn_at IS NOT NULL") == [(3,)]


def test_no_change_is_said_anew_in_the_next_period_by_another_press_on_the_same_message(
    db: Database, liaison: Person
) -> None:
    ids = [assignment(db, "2-1").id]
    later = Actor(liaison, NOW + timedelta(days=100), ZONE)
    report_no_change(db, Actor(liaison, NOW, ZONE), ids, "message")
    for _ in range(2):
        done = report_no_change(db, later, ids, "message")
        assert [each.report_id for each in done.stored] == [2]
    assert take_back_unchanged(db, later, "message") == (1, 0)
    assert rows(db, "SELECT id FROM reports WHERE withdrawn_at IS NULL") == [(1,)]


def test_what_one_press_has_said_in_an_earlier_period_is_left_when_it_is_taken_back(
    db: Database, liaison: Person
) -> None:
    early, late = (assignment(db, each).id for each in ("2-1", "1-1"))
    later = Actor(liaison, NOW + timedelta(days=100), ZONE)
    report_no_change(db, Actor(liaison, NOW, ZONE), [early], "message")
    report_no_change(db, later, [late], "message")
    assert take_back_unchanged(db, later, "message", {early}) == (1, 0)
    assert rows(db, "SELECT id FROM reports WHERE withdrawn_at IS NULL") == [(1,)]


def test_no_change_of_several_tasks_is_all_or_nothing(db: Database, liaison: Person) -> None:
    with pytest.raises(NotYours):
        report_no_change(db, Actor(liaison, NOW, ZONE), [assignment(db, "2-1").id, 4711], "update 5")
    assert rows(db, REPORTS) == []


def test_a_report_that_is_taken_back_leaves_the_one_before(db: Database, liaison: Person) -> None:
    handed_in(db, liaison, 40)
    second = handed_in(db, liaison, 80, LATER, update_id=2)
    assert withdraw_report(db, Actor(liaison, LATER, ZONE), second.report_id).percent == 40
    assert withdraw_report(db, Actor(liaison, LATER, ZONE), second.report_id).percent == 40


def test_of_several_reports_those_of_a_unit_that_was_left_meanwhile_stand(db: Database, liaison: Person) -> None:
    for unit in (MARKET, POLICE):
        report(db, "1-2", "in_progress", "2019-11-25", 40, unit=unit)
    db.change("UPDATE reports SET person_id = ?", [liaison.id])
    ids = db.fetch_column("SELECT id FROM reports ORDER BY id")
    assert withdraw_several(db, Actor(liaison, LATER, ZONE), ids) == (1, 1)
    assert db.fetch_column("SELECT withdrawn_at IS NULL FROM reports ORDER BY id") == [1, 0]


def test_only_the_latest_report_can_be_taken_back(db: Database, liaison: Person) -> None:
    first = handed_in(db, liaison, 40)
    handed_in(db, liaison, 80, LATER, update_id=2)
    with pytest.raises(TooLateToWithdraw):
        withdraw_report(db, Actor(liaison, LATER, ZONE), first.report_id)


def test_nobody_takes_back_somebody_elses_report(db: Database, liaison: Person, deputy: Person) -> None:
    first = handed_in(db, liaison, 40)
    with pytest.raises(NotYours):
        withdraw_report(db, Actor(deputy, LATER, ZONE), first.report_id)
    with pytest.raises(TooLateToWithdraw):
        correctable_report(db, deputy, first.report_id)


def test_a_correction_takes_the_place_of_the_report(db: Database, liaison: Person) -> None:
    first = handed_in(db, liaison, 40)
    handed_in(db, liaison, 50, LATER, update_id=2, replaces=first.report_id)
    assert assignment(db, "1-1").percent == 50
    with pytest.raises(TooLateToWithdraw):
        correctable_report(db, liaison, first.report_id)


def test_a_report_can_be_corrected_again_after_a_correction_was_taken_back(db: Database, liaison: Person) -> None:
    first = handed_in(db, liaison, 40)
    wrong = handed_in(db, liaison, 50, LATER, update_id=2, replaces=first.report_id)
    withdraw_report(db, Actor(liaison, LATER, ZONE), wrong.report_id)
    handed_in(db, liaison, 60, LATER, update_id=3, replaces=first.report_id)
    assert assignment(db, "1-1").percent == 60
