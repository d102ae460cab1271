"""Extensions: asked for, decided, and their effect on the deadline."""

from collections.abc import Callable
from datetime import date

import pytest

from data.errors import AlreadyDecided, NotYours, Refusal, TextMissing
from data.errors.deadlines import DayTooEarly, DayTooLate, DayUnclear, NothingToExtend, RequestRests
from data.office.extension_decision import decide_extension
from data.office.extensions import (
    Decision,
    Extension,
    ask_for_extension,
    find_extension,
    waiting_extension,
    waiting_for_decision,
)
from data.people.actor import Actor
from data.people.people import Person, Role
from data.plan.deadlines.day_answer import read_day
from data.store import Database
from data.summary.summary import summarise
from tests.data.conftest import (
    CUSTOMS,
    MARKET,
    NOW,
    OUTSIDER,
    ZONE,
    Line,
    assignment,
    at,
    bring_in,
    day,
    deliver,
    let_in,
    planned,
    report,
    rows,
)

TODAY = NOW.date()
Ask = Callable[..., Extension]
Decide = Callable[..., Extension]


@pytest.fixture
def ask(db: Database, plan: None, liaison: Person) -> Ask:
    """A function with which the liaison asks for more time, by default for 1-1, which is due on 2 December."""

    def asks(
        until: str = "2019-12-20", on: str = "2019-11-25", code: str = "1-1", reason: str = "等省里文件"
    ) -> Extension:
        now, assignment_id = at(f"{on} 09:00"), assignment(db, code).id
        return ask_for_extension(db, Actor(liaison, now, ZONE), assignment_id, day(until), reason, f"{until}{on}{code}")

    return asks


@pytest.fixture
def decide(db: Database, coordinator: Person) -> Decide:
    """A function with which the coordinator decides on an extension."""

    def decides(asked: Extension, decision: Decision, until: str | None = None, on: str = "2019-11-25") -> Extension:
        new_day = day(until) if until else None
        now = at(f"{on} 10:00")
        return decide_extension(db, Actor(coordinator, now, ZONE), asked.id, decision, day=new_day, answer="时间来得及")

    return decides


def test_a_deadline_moves_when_more_time_is_granted_and_not_before(db: Database, ask: Ask, decide: Decide) -> None:
    asked = ask()
    assert asked.awaits_decision and assignment(db, "1-1").due == day("2019-12-02")
    assert decide(asked, Decision.ACCEPTED).decided == day("2019-12-20")
    moved = assignment(db, "1-1")
    assert (moved.due, moved.original_due) == (day("2019-12-20"), day("2019-12-02"))
    assert rows(db, "SELECT due FROM tasks WHERE code = '1-1'") == [("2019-12-02",)]


def test_what_was_granted_later_did_not_count_before(db: Database, ask: Ask, decide: Decide) -> None:
    decide(ask(), Decision.ACCEPTED)
    assert assignment(db, "1-1", on="2019-11-24").due == day("2019-12-02")


def test_the_coordinator_sets_another_day(db: Database, ask: Ask, decide: Decide) -> None:
    assert decide(ask(), Decision.CHANGED, "2019-12-10").decision is Decision.CHANGED
    assert assignment(db, "1-1").due == day("2019-12-10")


def test_a_refusal_leaves_the_deadline_and_gives_the_reason(db: Database, ask: Ask, decide: Decide) -> None:
    assert decide(ask(), Decision.REFUSED).answer == "时间来得及"
    assert assignment(db, "1-1").due == day("2019-12-02")


def test_a_second_extension_goes_on_from_the_first(db: Database, ask: Ask, decide: Decide) -> None:
    decide(ask(), Decision.ACCEPTED)
    decide(ask("2020-01-20", on="2019-12-19"), Decision.ACCEPTED, on="2019-12-19")
    moved = assignment(db, "1-1", on="2019-12-19")
    assert (moved.due, moved.original_due) == (day("2020-01-20"), day("2019-12-02"))


def test_more_time_may_be_asked_for_after_the_deadline(db: Database, ask: Ask, decide: Decide) -> None:
    assert assignment(db, "1-1", on="2019-12-05").overdue
    decide(ask(on="2019-12-05"), Decision.ACCEPTED, on="2019-12-05")
    assert not assignment(db, "1-1", on="2019-12-05").overdue
    assert summarise(db, at("2019-12-05 12:00")).all.overdue == 1  # 2-2, which has no unit


def test_another_unit_of_a_joint_task_keeps_its_deadline(db: Database, ask: Ask, decide: Decide) -> None:
    decide(ask("2020-05-31", code="1-2"), Decision.ACCEPTED)
    assert assignment(db, "1-2").due == day("2020-05-31")
    assert assignment(db, "1-2", unit=MARKET).due == day("2020-03-31")


def test_the_latest_request_is_the_one_that_waits(db: Database, ask: Ask, decide: Decide) -> None:
    first, second = ask("2019-12-20"), ask("2019-12-25")
    assert [each.id for each in waiting_for_decision(db, TODAY)] == [second.id]
    assert waiting_extension(db, second.assignment.id, TODAY) == second
    with pytest.raises(RequestRests):
        decide(first, Decision.ACCEPTED)


def test_a_decision_holds_once_taken(db: Database, ask: Ask, decide: Decide) -> None:
    asked = ask()
    decide(asked, Decision.ACCEPTED)
    decide(asked, Decision.ACCEPTED)
    with pytest.raises(AlreadyDecided):
        decide(asked, Decision.REFUSED)
    assert rows(db, "SELECT count(*) FROM audit WHERE action = 'decide_extension'") == [(1,)]
    assert rows(db, "SELECT count(*) FROM outbox WHERE letter = 'extension_decided'") == [(1,)]


def test_a_task_reported_done_wants_no_answer_any_longer(db: Database, ask: Ask, decide: Decide) -> None:
    asked = ask()
    report(db, "1-1", "submitted", "2019-11-25", 100)
    assert waiting_for_decision(db, TODAY) == []
    with pytest.raises(RequestRests):
        decide(asked, Decision.ACCEPTED)


def test_a_new_plan_is_not_overruled_by_an_old_grant(db: Database, ask: Ask, decide: Decide) -> None:
    decide(ask(), Decision.ACCEPTED)
    asked = ask("2020-02-01")
    bring_in(db, Line("昆仑行动打击食药环犯罪", "2020年6月30日"))
    assert assignment(db, "1-1").due == day("2020-06-30")
    found = find_extension(db, asked.id, TODAY)
    assert found is not None and not found.awaits_decision


def test_one_round_of_a_recurring_task_is_put_off_and_the_next_is_not(
    db: Database, liaison: Person, decide: Decide
) -> None:
    bring_in(db, Line("报送数据", "每月25日前"))
    monthly = assignment(db, "1-1")
    assert monthly.due == day("2019-10-25")
    asked = ask_for_extension(
        db, Actor(liaison, at("2019-10-25 09:00"), ZONE), monthly.id, day("2019-11-24"), "系统升级", "1"
    )
    decide(asked, Decision.ACCEPTED, on="2019-10-25")
    assert assignment(db, "1-1", on="2019-10-28").due == day("2019-11-24")
    report(db, "1-1", "submitted", "2019-11-05", 100)
    done = assignment(db, "1-1", on="2019-11-06")
    assert (done.status, done.due) == ("submitted", day("2019-11-24"))
    assert assignment(db, "1-1", on="2019-11-25").due == day("2019-11-25")


def test_a_round_cannot_be_put_off_past_the_next(db: Database, liaison: Person) -> None:
    bring_in(db, Line("报送数据", "每月25日前"))
    monthly = assignment(db, "1-1").id
    with pytest.raises(DayTooLate) as refused:
        ask_for_extension(db, Actor(liaison, at("2019-10-25 09:00"), ZONE), monthly, day("2019-11-25"), "系统升级", "1")
    assert refused.value.following == day("2019-11-25")


@pytest.mark.parametrize(
    ("until", "on", "code", "reason", "refusal"),
    [
        ("2019-12-02", "2019-11-25", "1-1", "等文件", DayTooEarly),
        ("2019-12-09", "2019-12-10", "1-1", "等文件", DayTooEarly),
        ("2020-01-01", "2019-11-25", "2-1", "等文件", NothingToExtend),
        ("2020-01-01", "2019-11-25", "1-1", "  ", TextMissing),
    ],
)
def test_what_cannot_be_asked_for_is_refused(
    db: Database, ask: Ask, until: str, on: str, code: str, reason: str, refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        ask(until, on, code, reason)
    assert rows(db, "SELECT * FROM extensions") == rows(db, "SELECT * FROM outbox") == []


def test_others_cannot_ask(db: Database, plan: None) -> None:
    stranger = let_in(db, OUTSIDER, "关员", Role.LIAISON, CUSTOMS)
    with pytest.raises(NotYours):
        ask_for_extension(db, Actor(stranger, NOW, ZONE), assignment(db, "1-1").id, day("2020-01-01"), "x", "1")


def test_a_request_is_made_once_for_one_source(db: Database, plan: None, liaison: Person, coordinator: Person) -> None:
    asked = (assignment(db, "1-1").id, day("2019-12-20"), "等省里文件", "dialog:7")
    by = Actor(liaison, NOW, ZONE)
    first = ask_for_extension(db, by, *asked)
    assert ask_for_extension(db, by, *asked) == first
    assert rows(db, "SELECT letter, chat_id FROM outbox") == [("extension_asked", coordinator.telegram_id)]


def test_reminders_follow_the_new_deadline(db: Database, ask: Ask, decide: Decide) -> None:
    planned(db, "2019-11-25 09:00")
    decide(ask(), Decision.ACCEPTED)
    assert 1002 not in {to for to, _ in deliver(db, at("2019-11-25 11:00"))}
    planned(db, "2019-12-13 09:00")
    assert (1002, [("before_due", "1-1")]) in deliver(db, at("2019-12-13 09:01"))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("12月31日", "2019-12-31"),
        ("延到年底", "2019-12-31"),
        ("2020年3月底", "2020-03-31"),
        ("下周五", "2019-12-06"),
        ("31 Dec", "2019-12-31"),
        ("2020-01-15", "2020-01-15"),
        ("三个月内", "2020-02-25"),
        ("2020年上半年", "2020-06-30"),
    ],
)
def test_a_day_is_read_as_people_write_it(text: str, meant: str) -> None:
    assert read_day(text, TODAY) == day(meant)


@pytest.mark.parametrize("text", ["尽快", "12月1日或者12月5日", "", "2-7", "持续开展", "每月25日前"])
def test_what_names_no_one_day_is_unclear(text: str) -> None:
    with pytest.raises(DayUnclear):
        read_day(text, TODAY)


def test_a_past_day_is_read_and_then_refused(ask: Ask) -> None:
    assert read_day("2019年1月1日", TODAY) == date(2019, 1, 1)
    with pytest.raises(DayTooEarly):
        ask("2019-01-01")
