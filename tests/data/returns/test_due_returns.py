"""Returns in the digest: when they open, before and on the day they are due, and while they are overdue; never once
filed."""

import pytest

from data.notices.matters import OPENED, DueReturn, mark_of_return, open_returns
from data.notices.planning import coming_week, upcoming_messages
from data.notices.reminders import WorkingDay
from data.notices.rules import Rule
from data.people.actor import Actor
from data.people.people import Person
from data.plan.workdays import Workdays
from data.returns.filings import file_return, give_back
from data.returns.returns import Return, end_return
from data.returns.rounds import freeze_round, open_due_rounds, rounds
from data.store import Database
from tests.data.conftest import LIAISON, MARKET, POLICE, ZONE, at, day, deliver, planned
from tests.data.returns.conftest import figures, of

RETURN = Rule.RETURN_DUE.value
DECEMBER = [f"2019-12-{number:02}" for number in range(1, 32)]


def told(db: Database, *days: str) -> list[str]:
    """Return on which of these days the police are told of the November return."""
    found = []
    for each in days:
        open_due_rounds(db, at(f"{each} 08:00"))
        planned(db, f"{each} 09:00")
        for chat_id, entries in deliver(db, at(f"{each} 09:00")):
            found += [each for rule, _ in entries if (chat_id, rule) == (LIAISON, RETURN)]
    return found


@pytest.mark.usefixtures("police", "monthly")
def test_it_is_told_of_as_tasks_are_recalled(db: Database) -> None:
    """It opens on a Sunday and is due on Thursday: told on Monday, on the days before, on the day, then 1, 3, 10, 17
    days after, with weekends moved to Monday."""
    assert told(db, *DECEMBER) == [
        "2019-12-02",
        "2019-12-04",
        "2019-12-05",
        "2019-12-06",
        "2019-12-09",
        "2019-12-16",
        "2019-12-23",
        "2019-12-30",
    ]


def test_one_that_has_just_opened_is_recalled_on_its_last_days_alone() -> None:
    """Both are due on Friday; the one that opened on Monday is not reminded of three days before."""
    week = [day(f"2019-12-0{number}") for number in range(2, 7)]
    returns = [
        DueReturn(1, None, "月报", week[-1], 1, POLICE, name="月报", span=None, opened_on=day(opened), round_id=1)
        for opened in ("2019-12-02", "2019-11-11")
    ]
    marks = [[mark_of_return(each, WorkingDay(today, Workdays().before(today))) for today in week] for each in returns]
    assert marks == [[OPENED, None, None, 1, 0], [None, 3, None, 1, 0]]


@pytest.mark.usefixtures("monthly")
def test_what_is_filed_is_never_told_of(db: Database, police: Person) -> None:
    assert told(db, *DECEMBER[:3]) == ["2019-12-02"]
    file_return(db, Actor(police, at("2019-12-03 15:00"), ZONE), of(db, POLICE).id, figures(), "f")
    assert told(db, *DECEMBER[3:]) == []


@pytest.mark.usefixtures("monthly")
def test_what_was_given_back_is_told_of_again(db: Database, office: Person, police: Person) -> None:
    told(db, *DECEMBER[:2])
    file_return(db, Actor(police, at("2019-12-02 15:00"), ZONE), of(db, POLICE).id, figures(), "f")
    give_back(db, Actor(office, at("2019-12-03 15:00"), ZONE, "g"), of(db, POLICE).id, "案值有误")
    assert told(db, *DECEMBER[3:5]) == ["2019-12-04", "2019-12-05"]


@pytest.mark.usefixtures("police")
def test_of_frozen_figures_only_what_was_given_back_is_told_of(
    db: Database, office: Person, market: Person, november: int
) -> None:
    file_return(db, Actor(market, at("2019-12-02 08:00"), ZONE), of(db, MARKET).id, figures(), "f")
    assert told(db, *DECEMBER[:5]) == ["2019-12-02", "2019-12-04", "2019-12-05"]
    freeze_round(db, Actor(office, at("2019-12-05 18:00"), ZONE, "z"), november)
    give_back(db, Actor(office, at("2019-12-05 18:00"), ZONE, "g"), of(db, MARKET).id, "案值有误")
    assert told(db, *DECEMBER[5:]) == []
    assert [each.unit for each in open_returns(db, day("2019-12-06"), None)] == [MARKET]


@pytest.mark.usefixtures("police")
def test_what_is_ended_is_not_told_of(db: Database, office: Person, monthly: Return) -> None:
    told(db, *DECEMBER[:2])
    end_return(db, Actor(office, at("2019-12-02 15:00"), ZONE, "e"), monthly.id)
    assert told(db, *DECEMBER[2:]) == []


@pytest.mark.usefixtures("police", "monthly")
def test_what_is_filed_before_the_digest_goes_out_is_left_out(db: Database, police: Person) -> None:
    open_due_rounds(db, at("2019-12-02 08:00"))
    planned(db, "2019-12-02 09:00")
    file_return(db, Actor(police, at("2019-12-02 09:00"), ZONE), of(db, POLICE).id, figures(), "f")
    assert [
        entry for _, entries in deliver(db, at("2019-12-02 09:01")) for entry in entries if entry[0] == RETURN
    ] == []


@pytest.mark.usefixtures("police", "monthly")
def test_the_preview_has_what_will_be_sent_and_opens_nothing(db: Database) -> None:
    messages = list(upcoming_messages(db, day("2019-11-25"), day("2019-12-31")))
    shown = [
        f"{message.at:%Y-%m-%d}"
        for message in messages
        for entry in message.entries
        if message.to.chat_id == LIAISON and entry.rule is Rule.RETURN_DUE
    ]
    assert rounds(db) == []
    assert shown == told(db, *DECEMBER)


@pytest.mark.usefixtures("police", "monthly")
def test_the_look_ahead_has_it(db: Database) -> None:
    week = coming_week(db, at("2019-11-29 10:00"))
    days = [f"{m.at:%m-%d}" for m in week for entry in m.entries if entry.rule is Rule.RETURN_DUE]
    assert days == ["12-02", "12-04", "12-05", "12-06"]
    assert rounds(db) == []
