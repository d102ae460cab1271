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


@pytest.mark.parametrize(
    ("said", "part"),
    [
        ("抓获17人（含上月5人）", "含上月5人"),
        ("抓获17人，其中10月5人", "其中10月5人"),
        ("抓获17人（包括上个月抓的5人），捣毁窝点4个", "包括上个月抓的5人"),
    ],
)
async def test_a_part_of_a_figure_that_is_of_an_earlier_month_is_pointed_out(
    lin: Resident, said: str, part: str
) -> None:
    preview = await lin.says(f"18-1 {said}")
    assert f"“抓获17人”里有以前的（{part}），按“抓获人数 17 人”计；只计本期新增的，请直接发数。" in preview
    assert "不计入统计" not in preview
    assert "抓获人数 12 人" in await lin.says("抓获12人")


@pytest.mark.parametrize("said", ["抓获17人（含在逃5人）", "抓获17人，其中主犯5人", "抓获17人，上月抓获5人"])
async def test_any_other_part_is_not(lin: Resident, said: str) -> None:
    assert "里有以前的" not in await lin.says(f"18-1 {said}") and "抓获人数 17 人" in lin.sees()


@pytest.mark.parametrize("said", ["刚才1-2那个立案3件是10月的 不该算11月", "刚才1-2报的立案3件是10月的"])
async def test_what_was_just_reported_counts_in_this_month_though_it_is_of_an_earlier_one(
    lin: Resident, said: str
) -> None:
    await lin.submits("1-2 立案3件 60%")
    assert await lin.says(said) == "10月的数按填报日期计入本月。" and "更正" in lin.buttons()
    assert "没找到要更正的立案件数" in await lin.says("上个月立案应该是5件")
