"""Regular summaries: each is sent once, to those whom the office has chosen."""

import pytest

from data.errors import ForTheOffice, StaleButton
from data.letters import Letter
from data.notices.outbox import claim
from data.people.actor import Actor
from data.people.people import Person, Role
from data.plan.workdays import Workdays
from data.store import Database
from data.summary.regular_summaries import (
    SummaryFrequency,
    begin_regular_summary,
    end_regular_summary,
    post_regular_summaries,
    previous_periods,
    regular_summaries,
    summary_letter,
)
from tests.data.conftest import POLICE, ZONE, at, day, let_in, rows

pytestmark = pytest.mark.usefixtures("plan")
SET = at("2019-11-27 10:00")


def begins(
    db: Database, desk: Person, to: Person, every: SummaryFrequency = SummaryFrequency.WEEK, source: str = "s"
) -> int:
    return begin_regular_summary(db, Actor(desk, SET, ZONE), every, to.id, None, source).id


def posted(db: Database, *moments: str) -> list[int]:
    return [post_regular_summaries(db, at(moment)) for moment in moments]


@pytest.mark.parametrize(
    ("every", "today", "days"),
    [
        (SummaryFrequency.WEEK, "2019-12-02", ("2019-11-25", "2019-12-01")),
        (SummaryFrequency.WEEK, "2019-12-08", ("2019-11-25", "2019-12-01")),
        (SummaryFrequency.MONTH, "2019-12-02", ("2019-11-01", "2019-11-30")),
        (SummaryFrequency.MONTH, "2020-01-31", ("2019-12-01", "2019-12-31")),
    ],
)
def test_the_week_or_month_before(every: SummaryFrequency, today: str, days: tuple[str, str]) -> None:
    assert previous_periods(every, day(today), Workdays()) == [tuple(map(day, days))]


def test_it_goes_out_once_on_the_first_working_day_after_its_week(
    db: Database, coordinator: Person, liaison: Person
) -> None:
    begins(db, coordinator, liaison)
    moments = ("2019-11-27 10:00", "2019-11-29 10:00", "2019-12-01 10:00", "2019-12-02 08:00", "2019-12-02 09:00")
    assert posted(db, *moments, "2019-12-02 09:30", "2019-12-03 09:00") == [0, 0, 0, 0, 1, 0, 0]
    assert posted(db, "2019-12-09 09:00") == [1]


def test_one_that_was_slept_through_goes_out_later_and_an_old_one_no_more(
    db: Database, coordinator: Person, liaison: Person
) -> None:
    begins(db, coordinator, liaison, SummaryFrequency.MONTH)
    assert posted(db, "2019-12-05 09:00") == [1]
    assert posted(db, "2020-01-15 09:00") == [0]


def test_that_of_september_goes_out_after_the_national_holidays(
    db: Database, coordinator: Person, liaison: Person
) -> None:
    begins(db, coordinator, liaison, SummaryFrequency.MONTH)
    assert posted(db, "2020-09-30 09:00", "2020-10-08 09:00", "2020-10-09 09:00") == [0, 0, 1]


def test_that_of_the_week_before_a_whole_week_off_goes_out_after_it(
    db: Database, coordinator: Person, liaison: Person
) -> None:
    begins(db, coordinator, liaison)
    assert posted(db, "2020-01-20 09:00", "2020-01-23 09:00", "2020-02-03 09:00") == [1, 0, 2]
    now, shown = at("2020-02-03 09:00"), []
    while of_summaries := [each for each in claim(db, now, most=9) if each.letter == Letter.SUMMARY]:
        letter = summary_letter(db, of_summaries[0], now)
        shown.append(letter and letter.days)
        db.update("outbox", of_summaries[0].id, state="sent")
    weeks = [("2020-01-13", "2020-01-19"), ("2020-01-20", "2020-01-26"), ("2020-01-27", "2020-02-02")]
    assert shown == [tuple(map(day, week)) for week in weeks]


def test_the_letter_is_of_the_units_that_the_person_speaks_for(
    db: Database, coordinator: Person, liaison: Person
) -> None:
    begins(db, coordinator, liaison)
    now = at("2019-12-02 09:00")
    post_regular_summaries(db, now)
    [claimed] = [each for each in claim(db, now, most=9) if each.letter == Letter.SUMMARY]
    letter = summary_letter(db, claimed, now)
    assert letter is not None and letter.units == (POLICE,)
    assert (letter.shown.now.counts.total, letter.shown.last) == (3, day("2019-12-01"))


def test_nothing_goes_to_somebody_without_a_role_nor_after_it_was_ended(
    db: Database, coordinator: Person, liaison: Person
) -> None:
    regular_id = begins(db, coordinator, liaison)
    now = at("2019-12-02 09:00")
    post_regular_summaries(db, now)
    [claimed] = [each for each in claim(db, now, most=9) if each.letter == Letter.SUMMARY]
    db.change("DELETE FROM memberships WHERE person_id = ?", [liaison.id])
    assert summary_letter(db, claimed, now) is None
    assert rows(db, "SELECT state FROM outbox WHERE id = ?", claimed.id) == [("cancelled",)]
    end_regular_summary(db, Actor(coordinator, now, ZONE, "s"), regular_id)
    end_regular_summary(db, Actor(coordinator, now, ZONE, "s"), regular_id)
    assert regular_summaries(db) == [] and posted(db, "2019-12-09 09:00") == [0]
    assert rows(db, "SELECT count(*) FROM audit WHERE action = 'end_regular_summary'") == [(1,)]


def test_the_same_is_set_once_and_only_by_the_office(db: Database, coordinator: Person, liaison: Person) -> None:
    first = begins(db, coordinator, liaison)
    assert begins(db, coordinator, liaison) == first == begins(db, coordinator, liaison, source="another")
    assert begins(db, coordinator, liaison, SummaryFrequency.MONTH, "third") != first
    with pytest.raises(ForTheOffice):
        begins(db, liaison, liaison)
    with pytest.raises(StaleButton):
        begins(db, coordinator, let_in(db, None, "周科长", Role.LIAISON, POLICE), source="fourth")
    with pytest.raises(StaleButton):
        begin_regular_summary(db, Actor(coordinator, SET, ZONE), SummaryFrequency.WEEK, None, -5, "fifth")
