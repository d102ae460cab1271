"""Messages on their way out: claimed, sent, uncertain, given up."""

from datetime import datetime, timedelta
from pathlib import Path
from threading import Thread

import pytest

from data.notices.alarms import undelivered
from data.notices.letters import Letter
from data.notices.outbox import (
    Claimed,
    claim,
    content,
    hold_interrupted,
    mark_dead,
    mark_sent,
    mark_uncertain,
    mark_unsent,
)
from data.notices.planning import next_moment
from data.people.people import Person
from data.store import Database, connect, insert
from data.times import HOLD, stored
from tests.data.conftest import NOW, ZONE, at, dated, planned, report, rows


def claimed(db: Database, now: datetime = NOW) -> Claimed:
    """The message that is due, claimed."""
    found = claim(db, now, ZONE)
    assert found is not None
    return found


@pytest.mark.usefixtures("due")
def test_a_message_is_claimed_by_one_process_only(db: Database, path: Path) -> None:
    another = connect(path)
    claimed(db)
    assert claim(another, NOW, ZONE) is None
    another.close()


def test_two_processes_that_claim_at_once_share_the_messages(db: Database, path: Path) -> None:
    for chat_id in range(20):
        insert(
            db,
            "outbox",
            recipient="person",
            chat_id=chat_id,
            day="2019-11-25",
            not_before=stored(NOW),
            letter=Letter.REVIEWED,
        )
    taken: list[int] = []

    def take() -> None:
        mine = connect(path)
        while len(taken) <= 20 and (message := claim(mine, NOW, ZONE)) is not None:
            taken.append(message.chat_id)
        mine.close()

    threads = [Thread(target=take) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(taken) == list(range(20))


@pytest.mark.usefixtures("due")
def test_a_message_that_arrived_is_not_sent_again(db: Database) -> None:
    mark_sent(db, claimed(db), 77, NOW)
    assert claim(db, NOW + timedelta(days=1), ZONE) is None
    assert rows(db, "SELECT state, message_id, sent_at FROM outbox") == [("sent", 77, stored(NOW))]


@pytest.mark.usefixtures("due")
def test_a_message_that_surely_did_not_arrive_waits_for_its_time_and_is_no_repetition(db: Database) -> None:
    mark_unsent(db, claimed(db), NOW + timedelta(seconds=30), "ConnectError")
    assert claim(db, NOW + timedelta(seconds=29), ZONE) is None
    assert not claimed(db, NOW + timedelta(seconds=30)).repeated


@pytest.mark.usefixtures("due")
def test_an_uncertain_message_is_held_five_minutes_and_sent_once_more_as_a_repetition(db: Database) -> None:
    mark_uncertain(db, claimed(db), NOW, "TimedOut")
    assert claim(db, NOW + timedelta(minutes=4, seconds=59), ZONE) is None
    assert claimed(db, NOW + timedelta(minutes=5)).repeated


@pytest.mark.usefixtures("due")
def test_a_message_that_is_uncertain_twice_ends_as_an_alarm(db: Database) -> None:
    for moment in (NOW, NOW + HOLD):
        mark_uncertain(db, claimed(db, moment), moment, "TimedOut")
    assert claim(db, NOW + timedelta(days=1), ZONE) is None
    assert undelivered(db, NOW.date()).messages == 1


@pytest.mark.usefixtures("due")
def test_a_repetition_that_surely_did_not_arrive_stays_a_repetition(db: Database) -> None:
    mark_uncertain(db, claimed(db), NOW, "TimedOut")
    mark_unsent(db, claimed(db, NOW + HOLD), NOW + HOLD, "RetryAfter")
    assert claimed(db, NOW + HOLD).repeated


@pytest.mark.usefixtures("due")
def test_a_message_that_can_never_arrive_is_an_alarm(db: Database) -> None:
    mark_dead(db, claimed(db), "Forbidden")
    assert claim(db, NOW + timedelta(days=1), ZONE) is None
    assert undelivered(db, NOW.date()).messages == 1


@pytest.mark.usefixtures("due")
def test_what_a_killed_process_was_sending_is_uncertain(db: Database) -> None:
    claimed(db)
    assert hold_interrupted(db, NOW) == 1
    assert claim(db, NOW, ZONE) is None
    assert claimed(db, NOW + HOLD).repeated


@pytest.mark.usefixtures("due")
def test_a_process_that_is_killed_twice_over_one_message_leaves_an_alarm(db: Database) -> None:
    for moment in (NOW, NOW + HOLD):
        claimed(db, moment)
        hold_interrupted(db, moment)
    assert claim(db, NOW + timedelta(days=1), ZONE) is None
    assert undelivered(db, NOW.date()).messages == 1


def test_an_uncertain_message_that_joins_todays_is_not_tried_a_third_time(db: Database, liaison: Person) -> None:
    dated(db, "2019-11-25", "2019-11-29")
    planned(db, "2019-11-25 09:00")
    mark_uncertain(db, claimed(db), NOW, "TimedOut")
    planned(db, "2019-11-26 09:00")
    tomorrow = at("2019-11-26 09:00")
    assert claimed(db, tomorrow).repeated
    hold_interrupted(db, tomorrow)
    assert claim(db, tomorrow + timedelta(days=1), ZONE) is None


@pytest.mark.usefixtures("due")
def test_a_kill_after_a_certain_failure_is_the_first_uncertainty(db: Database) -> None:
    mark_unsent(db, claimed(db), NOW, "ConnectError")
    claimed(db)
    hold_interrupted(db, NOW)
    assert claimed(db, NOW + HOLD).repeated


@pytest.mark.usefixtures("due")
def test_a_repetition_says_what_holds_by_then(db: Database) -> None:
    mark_uncertain(db, claimed(db), NOW, "TimedOut")
    report(db, "1-1", "submitted", "2019-11-25", 100)
    later = at("2019-11-25 12:30")
    assert content(db, claimed(db, later), later, ZONE) is None
    assert rows(db, "SELECT state FROM outbox") == [("cancelled",)]


@pytest.mark.usefixtures("due")
def test_the_next_thing_to_do_is_the_end_of_a_hold(db: Database) -> None:
    mark_uncertain(db, claimed(db), NOW, "TimedOut")
    assert next_moment(db, NOW, ZONE) == NOW + HOLD
