"""Nobody is told of a task twice on one day unless the second message is marked as a possible repetition, whatever
fails between planning, sending and storing."""

from datetime import datetime

import pytest

from data.notices.contents import content_to_send
from data.notices.digests import previous_digest
from data.notices.outbox import Claimed, claim, hold_interrupted, mark_sent, mark_uncertain, mark_unsent
from data.notices.pauses import snooze
from data.notices.unreachable import give_up_on
from data.people.actor import Actor
from data.people.people import Person, Role
from data.store import Database
from data.times import HOLD, stored
from tests.data.conftest import (
    COORDINATOR,
    DEPUTY,
    LIAISON,
    NOW,
    POLICE,
    ZONE,
    assignment,
    at,
    dated,
    day,
    let_in,
    planned,
    rows,
)

THE_EVENING = at("2019-11-25 17:59")
NEXT = at("2019-11-26 09:00")
BLOCKED = "Forbidden: bot was blocked by the user"


@pytest.fixture
def tomorrow(db: Database, liaison: Person) -> None:
    """Two tasks are due tomorrow, and the message about them is waiting today."""
    dated(db, "2019-11-26", "2019-11-26")
    assert planned(db, "2019-11-25 09:00") == 1


def taken(db: Database, now: datetime, chat_id: int = LIAISON) -> Claimed:
    """Claim the due message to a chat and return it."""
    [found] = [each for each in claim(db, now, most=9) if each.chat_id == chat_id]
    return found


def said(db: Database, now: datetime) -> list[tuple[int, list[str], bool]]:
    """Send all that is due, and return for each message its chat, tasks, and whether it is marked as a possible
    repetition."""
    found = []
    while messages := claim(db, now, most=9):
        for each in messages:
            if (told := content_to_send(db, each, now)) is not None:
                mark_sent(db, each, 1, now)
                found.append((each.chat_id, [entry.name for entry in told.entries], each.repeated))
    return found


@pytest.mark.usefixtures("tomorrow")
def test_what_was_under_way_while_the_next_day_was_planned_and_did_not_arrive_is_one_message_with_it(
    db: Database,
) -> None:
    under_way = taken(db, THE_EVENING)
    assert planned(db, "2019-11-26 09:00") == 1
    mark_unsent(db, under_way, NEXT, "RetryAfter")
    assert said(db, NEXT) == [(LIAISON, ["1-1", "1-2"], False)]


@pytest.mark.usefixtures("tomorrow")
def test_the_next_message_is_marked_where_the_one_under_way_may_have_arrived(db: Database) -> None:
    under_way = taken(db, THE_EVENING)
    planned(db, "2019-11-26 09:00")
    mark_uncertain(db, under_way, NEXT, "TimedOut")
    assert said(db, NEXT) == [(LIAISON, ["1-1", "1-2"], True)]
    assert said(db, NEXT + HOLD) == []


@pytest.mark.usefixtures("tomorrow")
def test_a_message_is_marked_after_a_kill_while_the_next_day_was_planned(db: Database) -> None:
    taken(db, THE_EVENING)
    planned(db, "2019-11-26 09:00")
    hold_interrupted(db, NEXT)
    assert said(db, NEXT + HOLD) == [(LIAISON, ["1-1", "1-2"], True)]


@pytest.mark.usefixtures("tomorrow")
def test_a_message_reads_as_on_the_day_on_which_it_was_claimed(db: Database) -> None:
    told = content_to_send(db, taken(db, THE_EVENING), THE_EVENING)
    assert told is not None and told.today == day("2019-11-25")


def test_what_an_unreachable_colleague_leaves_joins_the_message_that_waits(
    db: Database, liaison: Person, deputy: Person
) -> None:
    dated(db, "2019-11-25", "2019-11-26")
    snooze(db, Actor(deputy, NOW, ZONE, "x"), assignment(db, "1-2").id, day("2019-11-26"))
    planned(db, "2019-11-25 09:00")
    db.change("DELETE FROM snoozes")
    give_up_on(db, taken(db, NOW), BLOCKED, NOW)
    hold_interrupted(db, NOW)
    assert said(db, NOW + HOLD) == [(DEPUTY, ["1-1", "1-2"], True)]


def test_a_task_of_an_unreachable_colleague_is_not_repeated_to_somebody_told_for_another_reason(
    db: Database, liaison: Person, deputy: Person
) -> None:
    """The liaison had put the task off until today, while the deputy hears of it because it is due today; so the keys
    differ."""
    dated(db, "2019-11-25")
    db.insert("planned_days", day="2019-11-22", planned_at=stored(at("2019-11-22 09:00")))
    planned(db, "2019-11-25 09:00")
    db.change("UPDATE notices SET key = replace(key, 'due_today:0', 'due_today:737388') WHERE key LIKE ?", ["%1002"])
    lost = taken(db, NOW)
    hold_interrupted(db, NOW, [lost.id])
    [(chat_id, _, _)] = said(db, NOW + HOLD)
    assert chat_id == DEPUTY
    give_up_on(db, lost, BLOCKED, NOW + HOLD)
    assert said(db, NOW + HOLD) == []


@pytest.mark.usefixtures("liaison")
def test_a_deputy_who_came_since_yesterday_hears_once_of_what_yesterdays_message_to_another_leaves(
    db: Database,
) -> None:
    dated(db, "2019-11-26")
    planned(db, "2019-11-25 09:00")
    lost = taken(db, THE_EVENING)
    let_in(db, DEPUTY, "吴警官", Role.DEPUTY, POLICE)
    planned(db, "2019-11-26 09:00")
    assert said(db, NEXT) == [(DEPUTY, ["1-1"], False)]
    give_up_on(db, lost, BLOCKED, NEXT)
    assert [each for each in said(db, NEXT) if each[0] == DEPUTY] == []


@pytest.mark.usefixtures("tomorrow")
def test_what_may_have_arrived_and_was_given_up_is_a_repetition_where_the_same_is_said_on_that_day(
    db: Database, deputy: Person
) -> None:
    mark_uncertain(db, taken(db, NOW), NOW, "TimedOut")
    mark_uncertain(db, taken(db, NOW + HOLD), NOW + HOLD, "TimedOut")
    _another_message(db, LIAISON, "before_due:9")
    assert said(db, NOW + 2 * HOLD) == [(LIAISON, ["1-1", "1-2"], True)]


@pytest.mark.usefixtures("tomorrow")
def test_the_same_is_said_again_on_the_next_day(db: Database) -> None:
    said(db, NOW)
    planned(db, "2019-11-26 09:00")
    assert said(db, NEXT) == [(LIAISON, ["1-1", "1-2"], False)]


@pytest.mark.usefixtures("tomorrow")
def test_what_is_new_is_said_beside_what_was_said_already(db: Database) -> None:
    said(db, NOW)
    _another_message(db, LIAISON, "before_due:9")
    dated(db, "2019-11-26", "2019-11-26", "2019-11-27")
    [message] = rows(db, "SELECT max(id) FROM outbox")
    db.insert(
        "notices",
        key="new",
        outbox_id=message[0],
        assignment_id=assignment(db, "1-3").id,
        task_id=assignment(db, "1-3").task_id,
        deadline_version=assignment(db, "1-3").deadline_version,
        rule="before_due",
        due="2019-11-27",
    )
    assert said(db, NOW + HOLD) == [(LIAISON, ["1-3"], False)]


def _another_message(db: Database, chat_id: int, step: str) -> None:
    """Add a second message of the same day about the same tasks, at another step."""
    outbox_id = db.insert("outbox", recipient="person", chat_id=chat_id, day="2019-11-25", not_before=stored(NOW))
    db.change(
        """INSERT INTO notices (key, outbox_id, task_id, assignment_id, deadline_version, rule, due)
        SELECT key || ?, ?, task_id, assignment_id, deadline_version, rule, due FROM notices
        WHERE outbox_id = (SELECT min(id) FROM outbox WHERE chat_id = ?)""",
        [step, outbox_id, chat_id],
    )


def test_what_is_left_to_the_next_morning_stays_there(
    db: Database, liaison: Person, deputy: Person, coordinator: Person
) -> None:
    dated(db, "2019-11-20")
    planned(db, "2019-11-25 09:00")
    db.insert("outbox", recipient="coordinators", chat_id=COORDINATOR, day="2019-11-25", not_before=stored(NOW))
    db.insert("outbox", recipient="coordinators", chat_id=COORDINATOR, day="2019-11-26", not_before=stored(NEXT))
    claim(db, NOW, most=9)
    assert rows(db, "SELECT day, state FROM outbox WHERE chat_id = ? ORDER BY day", COORDINATOR) == [
        ("2019-11-25", "sending"),
        ("2019-11-26", "pending"),
    ]


@pytest.mark.usefixtures("tomorrow")
def test_a_message_of_a_day_to_come_that_a_wrong_clock_has_planned_goes_out_all_the_same(db: Database) -> None:
    db.change("UPDATE outbox SET day = '2019-11-26'")
    assert said(db, NOW) == [(LIAISON, ["1-1", "1-2"], False)]


@pytest.mark.usefixtures("tomorrow")
def test_what_a_colleague_has_put_off_is_not_named_as_put_off_by_oneself(db: Database, deputy: Person) -> None:
    first = taken(db, NOW)
    mark_sent(db, first, 77, NOW)
    db.update("outbox", first.id, lines_shown=0)
    snooze(db, Actor(deputy, NOW, ZONE), assignment(db, "1-1").id, day("2019-11-27"))
    planned(db, "2019-11-26 09:00")
    before = previous_digest(db, taken(db, NEXT).id, LIAISON, NEXT)
    assert before is not None and before.message_id == 77 and before.entries == ()
