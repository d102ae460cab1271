"""The days that a sentence names."""

from datetime import date

import pytest

from data.days import read_day
from data.errors import DayUnclear
from data.office.more_time import day_asked_for, reason_beside
from data.understanding.times import find_days

TODAY = date(2019, 11, 25)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("周一到", date(2019, 11, 25)),
        ("3月1日到", date(2020, 3, 1)),
        ("dec 1 to", date(2019, 12, 1)),
        ("1月1日-", date(2020, 1, 1)),
        ("1-1-", date(2020, 1, 1)),
    ],
)
def test_a_day_before_a_range_word_at_the_end_is_that_day(text: str, last: date) -> None:
    assert [days.last for days in find_days(text, TODAY)] == [last]


@pytest.mark.parametrize("text", ["需要要" * 25, "再" * 4000, "就先再要" * 900 + "天"])
def test_words_before_no_span_are_asked_about_again(text: str) -> None:
    with pytest.raises(DayUnclear):
        day_asked_for(text, TODAY, TODAY)
    with pytest.raises(DayUnclear):
        read_day(text, TODAY)
    assert reason_beside(text, TODAY) == ""
