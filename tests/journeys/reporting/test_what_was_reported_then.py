"""A sentence without a code goes on from what was reported on a day that it names (昨天那个又抓了2个)."""

import pytest

from tests.journeys.reporting.reports_stored import reports_stored
from tests.journeys.town import Resident, Town


@pytest.mark.parametrize(
    "said", ["昨天那个又抓了2个", "昨天报的那个 又抓了2个", "周一那项也抓了2个", "对了昨天说的那个，又抓了2个"]
)
async def test_what_was_reported_on_that_day_is_reported_on_anew(town: Town, zhou: Resident, said: str) -> None:
    await zhou.says("1-8完成60%，立案12件", "提交")
    await town.move_to("2019-11-26 09:00")
    shown = await zhou.says(said)
    assert shown.startswith(f"已记下：\n情况：{said}\n统计数据：抓获人数 2 人\n\n填报 1-8 ")
    await zhou.presses("沿用上次", "提交")
    assert [row[:3] for row in reports_stored(town)] == [("1-8", "in_progress", 60)] * 2


async def test_a_part_of_today_is_named_as_well(zhou: Resident) -> None:
    await zhou.says("1-8完成60%", "提交")
    assert "捣毁窝点数 1 个\n\n填报 1-8 " in await zhou.says("上午那个任务又端了一个窝点")


async def test_which_of_several_is_meant_is_asked(town: Town, zhou: Resident) -> None:
    await zhou.says("1-8 60%\n1-9 40%", "全部提交")
    await town.move_to("2019-11-26 09:00")
    assert (await zhou.says("昨天那个又抓了2个")).startswith("您指的是哪一项？")
    assert zhou.buttons() == ["1-8", "1-9", "取消"]
    assert "情况：昨天那个又抓了2个\n统计数据：抓获人数 2 人" in await zhou.presses("1-9")


async def test_what_was_added_since_is_kept_though_it_counts_nothing(town: Town, zhou: Resident) -> None:
    await zhou.says("1-8完成60%", "提交")
    await town.move_to("2019-11-26 09:00")
    assert "情况：昨天那个还去了东湖\n\n填报 1-8 " in await zhou.says("昨天那个还去了东湖")


@pytest.mark.parametrize("said", ["前天那个又抓了2个", "昨天那个窝点抓了3个人"])
async def test_what_was_not_reported_then_is_asked_about(town: Town, zhou: Resident, said: str) -> None:
    await zhou.says("1-8完成60%，立案12件", "提交")
    await town.move_to("2019-11-26 09:00")
    assert "刚才说的是哪一项的进展？" in await zhou.says(said)


async def test_a_number_put_right_is_of_the_report_of_then(town: Town, zhou: Resident) -> None:
    await zhou.says("1-8完成60%，立案12件", "提交")
    await town.move_to("2019-11-26 09:00")
    assert "立案件数 12 件 → 13 件" in await zhou.says("昨天报的那个立案应该是13件")
