"""Nobody is disturbed at night, whatever the reason for a message."""

from datetime import datetime, timedelta

import pytest

from data.letters import Letter, post_letter
from data.notices.outbox import claim, hold_interrupted, mark_uncertain, mark_unsent, oldest_waiting
from data.notices.pauses import store_quiet_hours
from data.notices.plan_rules import Hours, set_rule
from data.notices.planning import next_moment_to_act
from data.people.actor import Actor
from data.people.people import Person
from data.store import Database
from data.store.settings import RuleName
from data.times import HOLD
from tests.data.conftest import LIAISON, NOW, ZONE, at, dated, deliver, planned

EVENING = "2019-11-25 20:59"


def claimed_at(db: Database, *moments: str) -> list[bool]:
    """Return whether a message could be claimed at each of these moments; it is put back each time."""
    found = []
    for moment in moments:
        planned(db, moment)
        messages = claim(db, at(moment))
        for message in messages:
            mark_unsent(db, message, at(moment), "RetryAfter")
        found.append(bool(messages))
    return found


@pytest.mark.usefixtures("due")
def test_a_reminder_that_could_not_be_sent_by_day_waits_for_nine_o_clock(db: Database) -> None:
    assert claimed_at(db, EVENING, "2019-11-25 21:00", "2019-11-26 03:00", "2019-11-26 08:59", "2019-11-26 09:00") == [
        *[True, False, False, False, True]
    ]


@pytest.mark.usefixtures("due")
def test_the_repetition_of_an_uncertain_reminder_is_held_over_the_night(db: Database) -> None:
    [message] = claim(db, at(EVENING))
    mark_uncertain(db, message, at(EVENING), "TimedOut")
    assert claim(db, at(EVENING) + HOLD) == []
    planned(db, "2019-11-26 09:00")
    [again] = claim(db, at("2019-11-26 09:00"))
    assert again.repeated


@pytest.mark.usefixtures("due")
def test_what_a_killed_process_was_sending_is_held_over_the_night_too(db: Database) -> None:
    assert claim(db, at(EVENING))
    hold_interrupted(db, at("2019-11-25 23:00"))
    assert claim(db, at("2019-11-25 23:30")) == []


def test_a_reminder_that_could_not_be_sent_on_friday_waits_for_monday(db: Database, liaison: Person) -> None:
    dated(db, "2019-11-29")
    planned(db, "2019-11-29 09:00")
    moments = ("2019-11-30 10:00", "2019-12-01 10:00", "2019-12-02 08:59", "2019-12-02 09:00")
    assert claimed_at(db, *moments) == [False, False, False, True]


@pytest.mark.parametrize(
    ("moment", "heard"),
    [
        ("2019-11-25 20:59", "2019-11-25 20:59"),
        ("2019-11-25 21:00", "2019-11-26 08:00"),
        ("2019-11-26 02:30", "2019-11-26 08:00"),
        ("2019-11-29 23:00", "2019-11-30 08:00"),
    ],
)
def test_an_answer_given_at_night_is_heard_at_eight_at_the_weekend_too(
    db: Database, liaison: Person, moment: str, heard: str
) -> None:
    post_letter(db, Letter.REVIEWED, 1, [liaison], at(moment))
    assert claim(db, at(heard) - timedelta(seconds=1)) == []
    assert claim(db, at(heard))


@pytest.mark.usefixtures("due")
@pytest.mark.parametrize(
    ("now", "then"), [("2019-11-25 21:30", "2019-11-26 09:00"), ("2019-11-29 22:00", "2019-12-02 09:00")]
)
def test_the_next_thing_to_do_at_night_is_in_the_morning(db: Database, now: str, then: str) -> None:
    assert next_moment_to_act(db, at(now)) == at(then)


def test_the_next_thing_to_do_may_be_an_answer_that_waits_for_eight(db: Database, liaison: Person) -> None:
    post_letter(db, Letter.REVIEWED, 1, [liaison], at("2019-11-25 22:00"))
    assert next_moment_to_act(db, at("2019-11-25 22:00")) == at("2019-11-26 08:00")


@pytest.mark.usefixtures("due")
@pytest.mark.parametrize(
    ("now", "since"),
    [
        ("2019-11-25 10:00", NOW),
        ("2019-11-25 23:00", None),
        ("2019-11-26 08:30", None),
        ("2019-11-26 09:01", at("2019-11-26 09:00")),
    ],
)
def test_a_message_that_waits_for_the_morning_is_not_late(db: Database, now: str, since: datetime | None) -> None:
    assert oldest_waiting(db, at(now), ()) == since


def test_quiet_hours_that_leave_nothing_of_the_plans_new_hours_do_not_count(
    db: Database, liaison: Person, coordinator: Person
) -> None:
    dated(db, "2019-11-25")
    store_quiet_hours(db, Actor(liaison, NOW, ZONE), Hours(11, 21))
    for name in (RuleName.SENDING_HOUR, RuleName.GROUP_HOUR):
        set_rule(db, Actor(coordinator, NOW, ZONE), name, "14")
    planned(db, "2019-11-25 14:05")
    assert next_moment_to_act(db, at("2019-11-25 14:01")) == at("2019-11-25 14:05")
    assert deliver(db, at("2019-11-25 14:05")) == [(LIAISON, [("due_today", "1-1")])]
