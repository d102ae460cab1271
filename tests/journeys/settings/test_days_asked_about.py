"""Anybody asks whether a day is a working day."""

import pytest

from tests.journeys.town import Resident


@pytest.mark.parametrize(
    ("asks", "told"),
    [
        ("明天上班吗", "2019年11月26日：上班"),
        ("元旦放几天假", "2020年1月1日：放假"),
        ("春节放假吗", "2020年1月24日—2020年2月2日：放假"),
        ("周六上班不", "2019年11月30日：放假"),
        ("is tomorrow a working day?", "2019年11月26日：上班"),
    ],
)
async def test_whether_a_day_is_off_is_told_and_of_long_holidays_all_days(
    lin: Resident, chen: Resident, asks: str, told: str
) -> None:
    assert await lin.says(asks) == told
    assert (await chen.says(asks)).startswith(f"{told}\n工作日历\n")


async def test_it_is_told_while_a_report_is_open(lin: Resident) -> None:
    assert "填报 1-2 " in await lin.says("1-2 完成一半")
    assert (await lin.says("明天上班吗")).startswith("2019年11月26日：上班\n填报 1-2 ")
    await lin.presses("提交")


@pytest.mark.parametrize("said", ["明天放假", "节假日提醒吗", "周六还发提醒吗"])
async def test_when_reminders_come_is_told_otherwise(lin: Resident, said: str) -> None:
    assert (await lin.says(said)).startswith("每个工作日 9 点提醒您")
