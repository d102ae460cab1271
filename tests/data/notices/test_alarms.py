"""Undelivered messages: how long they count as an alarm, and for which people."""

from typing import Any

import pytest

from data.notices.outbox import claim, mark_dead, mark_sent
from data.notices.unreachable import undelivered
from data.people.people import Person
from data.store import Database
from tests.data.conftest import DEPUTY, GROUP, LIAISON, NOW, at, dated, day, planned

TODAY = day("2019-11-25")


def message(db: Database, state: str, chat_id: int = LIAISON, on: str = "2019-11-25", **letter: object) -> None:
    db.insert("outbox", recipient="person", chat_id=chat_id, day=on, not_before=on, state=state, **letter)


def test_whoever_missed_a_message_is_named_once(db: Database, liaison: Person, deputy: Person) -> None:
    for chat_id in (LIAISON, DEPUTY, LIAISON, GROUP):
        message(db, "dead", chat_id)
    alarms = undelivered(db, TODAY)
    assert (alarms.messages, alarms.people) == (4, (liaison, deputy))


@pytest.mark.parametrize(("on", "counted"), [("2019-11-19", 1), ("2019-11-18", 0)])
def test_an_alarm_lasts_for_seven_days(db: Database, on: str, counted: int) -> None:
    message(db, "dead", on=on)
    assert undelivered(db, TODAY).messages == counted


@pytest.mark.parametrize(
    ("later", "counted"),
    [
        ({"state": "sent"}, 0),
        ({"state": "pending"}, 1),
        ({"state": "sent", "chat_id": DEPUTY}, 1),
        ({"state": "sent", "letter": "reviewed", "subject_id": 1}, 1),
    ],
    ids=["a reminder that arrived", "one that waits", "one to somebody else", "an answer to something else"],
)
def test_a_reminder_is_an_alarm_until_a_later_one_arrives(db: Database, later: dict[str, Any], counted: int) -> None:
    message(db, "dead")
    message(db, **later)
    assert undelivered(db, TODAY).messages == counted


def test_a_reminder_that_arrived_before_ends_no_alarm(db: Database) -> None:
    message(db, "sent")
    message(db, "dead")
    assert undelivered(db, TODAY).messages == 1


def test_what_somebody_was_to_be_told_is_not_made_up_for_by_a_reminder(db: Database) -> None:
    message(db, "dead", letter="reviewed", subject_id=1)
    message(db, "sent")
    assert undelivered(db, TODAY).messages == 1


def test_the_next_reminder_that_arrives_ends_the_alarm_over_the_last(db: Database, liaison: Person) -> None:
    dated(db, "2019-11-25")
    planned(db, "2019-11-25 09:00")
    [lost] = claim(db, NOW)
    mark_dead(db, lost, "TimedOut")
    assert undelivered(db, TODAY).people == (liaison,)
    tomorrow = at("2019-11-26 09:00")
    planned(db, "2019-11-26 09:00")
    [arrived] = claim(db, tomorrow)
    mark_sent(db, arrived, 1, tomorrow)
    assert undelivered(db, day("2019-11-26")).messages == 0
