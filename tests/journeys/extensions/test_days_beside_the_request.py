"""A day that only tells why more time is needed is not the day that is asked for."""

import pytest

from tests.journeys.town import Resident


@pytest.mark.parametrize(
    ("said", "reason"),
    [("1-2能不能缓缓 这两天去外省了", "这两天去外省了"), ("1-2想延期 下周去外省出差", "下周去外省出差")],
)
async def test_a_day_in_the_reason_is_kept_there(lin: Resident, said: str, reason: str) -> None:
    asked = await lin.says(said)
    assert asked.startswith("申请延期 1-2") and "延到哪一天？" in asked
    shown = await lin.says("到3月底")
    assert f"申请延到：2020年3月31日\n原因和进展：{reason}" in shown


async def test_a_day_that_is_asked_for_but_too_early_is_refused(lin: Resident) -> None:
    assert (await lin.says("1-2想延期到下周五")).startswith("请发晚于2020年2月29日的日期。")
