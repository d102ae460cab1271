from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.calendar import calendar_covers, is_workday, last_covered_year
from data.plan.workdays import Workdays

BEYOND = date(last_covered_year() + 1, 1, 1)


@pytest.mark.parametrize("day", [date(2019, 11, 25), date(2019, 9, 29), date(2019, 10, 12), date(2020, 1, 19)])
def test_people_work_on_weekdays_and_on_make_up_weekends(day: date) -> None:
    assert is_workday(day)


@pytest.mark.parametrize("day", [date(2019, 11, 23), date(2019, 10, 1), date(2019, 10, 7), date(2020, 1, 27)])
def test_people_rest_on_weekends_and_holidays(day: date) -> None:
    assert not is_workday(day)


def test_the_extended_spring_festival_of_2020_is_known() -> None:
    assert not is_workday(date(2020, 1, 31))


def test_the_coordinator_can_turn_a_working_day_into_a_holiday_and_back() -> None:
    closed, opened = date(2019, 10, 18), date(2019, 10, 19)
    entered = Workdays({closed: False, opened: True})
    assert not entered.has(closed)
    assert entered.has(opened)


def test_the_next_workday_after_the_eve_of_national_day_is_the_eighth_of_october() -> None:
    assert Workdays().after(date(2019, 9, 30)) == date(2019, 10, 8)


def test_the_workday_before_national_day_ends_is_the_eve() -> None:
    assert Workdays().before(date(2019, 10, 7)) == date(2019, 9, 30)


def test_a_workday_is_not_its_own_neighbour() -> None:
    assert Workdays().after(date(2019, 11, 26)) == date(2019, 11, 27)
    assert Workdays().before(date(2019, 11, 26)) == date(2019, 11, 25)


def test_neighbours_respect_the_coordinators_days() -> None:
    assert Workdays({date(2019, 11, 23): True}).after(date(2019, 11, 22)) == date(2019, 11, 23)
    assert Workdays({date(2019, 11, 25): False}).before(date(2019, 11, 26)) == date(2019, 11, 22)


def test_years_without_a_calendar_fall_back_to_monday_to_friday() -> None:
    assert not calendar_covers(BEYOND)
    assert [is_workday(BEYOND.replace(day=n)) for n in range(1, 8)] == [
        BEYOND.replace(day=n).weekday() < 5 for n in range(1, 8)
    ]


def test_the_years_of_the_plan_are_covered() -> None:
    assert calendar_covers(date(2019, 10, 24))
    assert calendar_covers(date(2020, 12, 31))
    assert not calendar_covers(date(2003, 12, 31))


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_going_one_workday_on_and_back_again_returns_to_a_workday(day: date) -> None:
    ahead = Workdays().after(day)
    assert ahead > day
    assert is_workday(ahead)
    assert Workdays().before(ahead) <= day
