"""Reading times of the day in words."""

from datetime import time

import pytest

from data.understanding.clock_times import clock_times


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("9点", time(9)),
        ("明早九点", time(9)),
        ("下午三点半", time(15, 30)),
        ("下午3点20分", time(15, 20)),
        ("3点", time(15)),
        ("下午3点三楼开会", time(15)),
        ("上午9点20人参加", time(9)),
        ("三点一刻", time(15, 15)),
        ("14:30人民会堂", time(14, 30)),
        ("03:00", time(3)),
        ("早上6点", time(6)),
        ("中午12点", time(12)),
        ("中午1点", time(13)),
        ("今晚8点", time(20)),
        ("14:30", time(14, 30)),
        ("9：05", time(9, 5)),
        ("9am", time(9)),
        ("9pm", time(21)),
        ("晚上20:30", time(20, 30)),
        ("12 pm", time(12)),
        ("3:30 pm", time(15, 30)),
        ("tomorrow at 10", time(10)),
        ("at 3:30 pm", time(15, 30)),
        ("at 3 pm", time(15)),
    ],
)
def test_a_time_of_the_day_is_read(words: str, at: time) -> None:
    assert [each.at for each in clock_times(words)] == [at]


@pytest.mark.parametrize("words", ["25点", "12:75", "晚上12点", "第3次", "2019年"])
def test_what_no_clock_shows_is_none(words: str) -> None:
    assert not list(clock_times(words))
