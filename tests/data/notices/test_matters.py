"""Matters in the digest beside tasks, here steps: on which days, to whom, and only once."""

import pytest

from data.notices.digests import content_of_sent_digest, previous_digest
from data.notices.outbox import claim, mark_sent
from data.notices.pauses import pause_unit
from data.notices.planning import coming_week, upcoming_messages
from data.notices.rules import Rule
from data.notices.unreachable import give_up_on
from data.people.actor import Actor
from data.people.leaving import forget_person
from data.people.people import Person, Role
from data.steps.changes import add_steps, change_step, set_done, set_removed
from data.steps.steps import Step
from data.store import Database
from data.understanding.steps.step_lines import StepLine
from tests.data.conftest import (
    COORDINATOR,
    DEPUTY,
    LIAISON,
    NOW,
    POLICE,
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
)

pytestmark = pytest.mark.usefixtures("far_away")
STEP = Rule.STEP_DUE.value


@pytest.fixture
def far_away(db: Database) -> None:
    """A plan of one task that is due much later."""
    bring_in(db, Line("制定实施细则", "2020年10月31日"))


def made(db: Database, person: Person, due: str, by: Person | None = None, words: str = "印发方案") -> Step:
    """Return a new step of the task, for a person or for its author."""
    line = StepLine(words, day(due), by.name if by else "", by.id if by else None)
    steps = add_steps(db, Actor(person, NOW, ZONE), assignment(db, "1-1").id, [line], f"test:{words}")
    return next(each for each in steps if each.words == words)


def sent(db: Database, *days: str) -> list[tuple[str, int]]:
    """Return the steps told about on these days at nine, each with its recipient."""
    told = []
    for each in days:
        planned(db, f"{each} 09:00")
        told += [(each, chat_id) for chat_id, entries in deliver(db, at(f"{each} 09:00")) if (STEP, "1-1") in entries]
    return told


def test_a_step_is_recalled_the_day_before_on_the_day_and_once_after_it(db: Database, liaison: Person) -> None:
    made(db, liaison, "2019-11-27")
    days = [f"2019-11-{number}" for number in (25, 26, 27, 28, 29)] + [
        f"2019-12-{number:02}" for number in range(2, 21)
    ]
    working = [each for each in days if day(each).weekday() < 5]
    assert sent(db, *working) == [(f"2019-11-{number}", LIAISON) for number in (26, 27, 28)]


def test_a_step_due_at_the_weekend_is_recalled_before_it(db: Database, liaison: Person) -> None:
    made(db, liaison, "2019-11-30")
    assert [when for when, _ in sent(db, "2019-11-28", "2019-11-29", "2019-12-02", "2019-12-03")] == [
        "2019-11-29",
        "2019-12-02",
    ]


def test_a_step_is_recalled_to_its_person_alone(db: Database, liaison: Person, deputy: Person) -> None:
    made(db, liaison, "2019-11-25", by=deputy)
    made(db, liaison, "2019-11-25", words="检查20家")
    planned(db, "2019-11-25 09:00")
    assert sorted(deliver(db, NOW)) == [(LIAISON, [(STEP, "1-1")]), (DEPUTY, [(STEP, "1-1")])]


def test_a_step_of_somebody_who_has_left_goes_to_whoever_wrote_it_and_then_to_the_unit(
    db: Database, liaison: Person, deputy: Person, coordinator: Person
) -> None:
    made(db, liaison, "2019-11-26", by=deputy)
    assert sent(db, "2019-11-25") == [("2019-11-25", DEPUTY)]
    db.change("DELETE FROM memberships WHERE person_id = ?", [deputy.id])
    assert sent(db, "2019-11-26") == [("2019-11-26", LIAISON)]
    third = let_in(db, 1777, "郑警官", Role.LIAISON, POLICE)
    forget_person(db, Actor(liaison, NOW, ZONE))
    assert sent(db, "2019-11-27") == [("2019-11-27", third.telegram_id)]


def test_a_step_of_somebody_on_leave_goes_to_the_others_meanwhile(
    db: Database, liaison: Person, deputy: Person
) -> None:
    made(db, liaison, "2019-11-26")
    unit_id = liaison.speaks_for[0]
    db.change(
        """INSERT INTO absences (person_id, unit_id, first_day, last_day, entered_by, source, at)
        VALUES (?, ?, '2019-11-25', '2019-11-25', ?, 'test', '2019')""",
        [liaison.id, unit_id, liaison.id],
    )
    assert sent(db, "2019-11-25") == [("2019-11-25", DEPUTY)]
    assert sent(db, "2019-11-26") == [("2019-11-26", LIAISON)]


@pytest.mark.parametrize("deed", ["done", "removed", "moved", "reported", "paused", "gone"])
def test_what_needs_nothing_any_more_is_left_out_when_the_message_goes(
    db: Database, liaison: Person, coordinator: Person, deed: str
) -> None:
    step = made(db, liaison, "2019-11-25")
    planned(db, "2019-11-25 09:00")
    match deed:
        case "done":
            set_done(db, Actor(liaison, NOW, ZONE), step.id)
        case "removed":
            set_removed(db, Actor(liaison, NOW, ZONE), step.id)
        case "moved":
            change_step(db, Actor(liaison, NOW, ZONE), step.id, StepLine("印发方案", day("2019-12-09"), "", None))
        case "reported":
            report(db, "1-1", "submitted", "2019-11-25", 100)
        case "paused":
            pause_unit(db, Actor(coordinator, NOW, ZONE), liaison.speaks_for[0], day("2019-11-29"))
        case "gone":
            bring_in(db, Line("完全不同的事", "2020年6月"))
    assert deliver(db, NOW) == []


def test_a_step_that_was_put_off_is_recalled_again_on_its_new_day(db: Database, liaison: Person) -> None:
    step = made(db, liaison, "2019-11-26")
    assert len(sent(db, "2019-11-25")) == 1
    change_step(db, Actor(liaison, NOW, ZONE), step.id, StepLine("印发方案", day("2019-11-28"), "", None))
    assert [when for when, _ in sent(db, "2019-11-26", "2019-11-27", "2019-11-28")] == ["2019-11-27", "2019-11-28"]


def test_after_an_outage_a_step_is_recalled_once(db: Database, liaison: Person) -> None:
    made(db, liaison, "2019-11-26")
    planned(db, "2019-11-22 09:00")
    assert sent(db, "2019-11-29", "2019-12-02", "2019-12-03") == [("2019-11-29", LIAISON)]


def test_what_could_not_be_sent_yesterday_is_said_once_today(db: Database, liaison: Person) -> None:
    made(db, liaison, "2019-11-26")
    planned(db, "2019-11-25 09:00", "2019-11-26 09:00")
    assert deliver(db, at("2019-11-26 09:00")) == [(LIAISON, [(STEP, "1-1")])]


def test_who_cannot_be_reached_leaves_the_step_to_the_next(
    db: Database, liaison: Person, deputy: Person, coordinator: Person
) -> None:
    made(db, liaison, "2019-11-25", by=deputy)
    planned(db, "2019-11-25 09:00")
    [lost] = claim(db, NOW)
    give_up_on(db, lost, "Forbidden: bot was blocked by the user", NOW)
    told = deliver(db, NOW)
    assert (LIAISON, [(STEP, "1-1")]) in told
    assert (COORDINATOR, []) in told


def test_steps_stand_below_the_tasks_of_the_same_digest(db: Database, liaison: Person) -> None:
    bring_in(db, Line("制定实施细则", "2020年10月31日"), Line("另一项", "2019年11月25日"))
    made(db, liaison, "2019-11-25")
    planned(db, "2019-11-25 09:00")
    assert deliver(db, NOW) == [(LIAISON, [("due_today", "1-2"), (STEP, "1-1")])]


def test_the_preview_and_the_look_ahead_say_what_will_be_sent(db: Database, liaison: Person) -> None:
    made(db, liaison, "2019-11-27")
    for messages in (list(upcoming_messages(db, day("2019-11-25"), day("2019-11-29"))), coming_week(db, NOW)):
        assert [(each.at, [entry.rule for entry in each.entries]) for each in messages] == [
            (at(f"2019-11-{number} 09:00"), [Rule.STEP_DUE]) for number in (26, 27, 28)
        ]


def test_a_digest_that_was_sent_is_read_again_without_what_is_done(db: Database, liaison: Person) -> None:
    step = made(db, liaison, "2019-11-25")
    planned(db, "2019-11-25 09:00")
    [claimed] = claim(db, NOW)
    mark_sent(db, claimed, 7, NOW)
    assert [entry.name for entry in content_of_sent_digest(db, claimed.id, LIAISON, NOW).entries] == ["1-1 印发方案"]
    before = previous_digest(db, claimed.id + 1, LIAISON, NOW)
    assert before is not None and [each.name for each in before.entries] == ["1-1 印发方案"]
    set_done(db, Actor(liaison, NOW, ZONE), step.id)
    assert content_of_sent_digest(db, claimed.id, LIAISON, NOW).entries == ()
