"""Figures said to be of a past month count in the month of the report, and the preview says so."""

import pytest

from tests.journeys.town import Resident

LATE = "的数按填报日期计入本月。"


@pytest.mark.parametrize(
    ("sentence", "month"),
    [
        ("补报10月的：1-2 立案7起 80%", "10月"),
        ("1-2 85% 10月立案9起，破案3起", "10月"),
        ("1-2 85% in October 16 cases filed", "October"),
    ],
)
async def test_late_figures_are_said_to_count_in_this_month(lin: Resident, sentence: str, month: str) -> None:
    shown = await lin.says(sentence)
    assert f"{month}{LATE}" in shown and "立案件数" in shown
    assert (await lin.presses("提交")).startswith("已提交 ✓")


@pytest.mark.parametrize(
    "sentence",
    [
        "1-2 85% 11月立案13起",
        "1-2 85% 这个月立案13起",
        "1-2 85%，9月开展了检查，立案14起",
        "1-2 85% 自10月以来立案15起",
        "1-2 85% 立案17起，10月底已移送",
        "1-2 85% 10月召开了会议",
    ],
)
async def test_figures_of_this_month_or_beside_another_day_are_not(lin: Resident, sentence: str) -> None:
    shown = await lin.says(sentence)
    assert "请核对" in shown and LATE not in shown
