"""Leaving out a period of a statistics return: with a reason, shown to the units, undone, asked for again."""

import pytest

from tests.journeys.town import Resident, Town

WHY = "并到下一期一起报"


@pytest.mark.parametrize(
    ("said", "period"),
    [
        (f"11月月报作废，{WHY}", "11月"),
        (f"11月的月报不用报了，{WHY}", "11月"),
        (f"月报这期不报了，{WHY}", "11月"),
        (f"12月月报先不报，{WHY}", "12月"),
        (f"月报下一期不报，{WHY}", "12月"),
        (f"skip the monthly return for november, {WHY}", "11月"),
    ],
)
async def test_a_period_is_left_out_in_a_sentence(town: Town, asked: Resident, said: str, period: str) -> None:
    assert (await asked.says(said)).startswith(f"《统计月报》{period}不用报了？原因：{WHY}\n")
    assert town.rows("SELECT * FROM periods_left_out") == []
    assert await asked.says("确认") == f"《统计月报》{period}不用报了。"
    assert f"不报的期：{period}（{WHY}）" in await asked.presses("报表设置")


async def test_which_period_and_why_are_asked_where_that_is_not_said(town: Town, asked: Resident) -> None:
    assert (await asked.says("月报停一个月")).startswith("《统计月报》哪一期不用报？")
    assert asked.buttons()[:3] == ["11月", "12月", "2020年1月"]
    assert (await asked.presses("12月")).startswith("《统计月报》12月为什么不报？")
    await asked.says(WHY)
    await asked.presses("确认不报")
    await town.move_to("2020-01-02 09:05")
    assert (await asked.says("/returns")).startswith("统计月报 · 2019年11月")
    assert [row["first"] for row in town.rows("SELECT first FROM return_rounds")] == ["2019-11-01"]
    await town.move_to("2020-02-03 09:05")
    assert (await asked.says("/returns")).startswith("统计月报 · 1月")


async def test_units_are_asked_no_more_and_read_why(town: Town, asked: Resident, lin: Resident) -> None:
    await lin.says("填报表")
    await asked.says("/returns")
    await asked.presses("本期不报")
    await asked.says(WHY)
    await asked.presses("确认不报")
    assert "这一期不用报" in await lin.says("立案3 案值2 抓获1")
    assert f"《统计月报》这一期不用报：{WHY}" in await lin.says("11月月报 立案3")
    assert (await lin.says("填报表")).startswith("现在没有要填的统计报表")
    await town.move_to("2019-12-03 09:05")
    assert not any("统计月报" in each for each in lin.heard()[-2:] if "1-2" in each)
    page = await asked.says("/returns")
    assert page.startswith(f"统计月报 · 11月\n本期不报：{WHY}") and "还没报" not in page
    assert not any(each.startswith("催办") for each in asked.buttons())


async def test_it_is_taken_back_and_asked_for_again(asked: Resident, lin: Resident) -> None:
    assert "统计报表某期不报：统计月报（2019-11）" in await asked.says(f"11月月报作废，{WHY}", "确认", "撤销")
    await asked.presses("撤销")
    assert "还没报（4）" in await asked.says("/returns")
    await asked.says(f"11月月报作废，{WHY}", "确认", "11月的月报还是要报")
    assert "还没报（4）" in await asked.presses("11月照常报")
    assert "案值：2 万元" in await lin.says("月报 立案3 案值2 抓获1")
    assert "统计报表某期照常报 统计月报 · 2019-11" in await asked.says("/audit")


async def test_what_was_filed_stays_and_is_not_compared_with(town: Town, asked: Resident, lin: Resident) -> None:
    await lin.says("月报 立案3 案值2 抓获1", "提交")
    assert "已报的 1 家留着可查，不计入比较。" in await asked.says(f"11月月报作废，{WHY}")
    await asked.says("确认")
    await town.move_to("2020-01-02 09:05")
    await lin.says("月报 立案5 案值4 抓获2", "提交")
    page = await asked.says("/returns")
    assert page.startswith("统计月报 · 2019年12月") and "立案件数 5 件\n" in page and "合计（" not in page


async def test_what_is_left_out_already_is_shown(asked: Resident) -> None:
    assert f"不报的期：11月（{WHY}）" in await asked.says(f"11月月报作废，{WHY}", "确认", "11月的月报不用报了")
    assert "11月照常报" in asked.buttons()


async def test_who_only_looks_on_leaves_nothing_out(town: Town, asked: Resident, gu: Resident, lin: Resident) -> None:
    await gu.says("11月月报作废")
    assert "确认不报" not in gu.buttons() and "本期不报" not in gu.buttons()
    await lin.says("11月月报作废")
    assert town.rows("SELECT * FROM periods_left_out") == []
