"""With several returns at once, the one that is meant is found by its title, its period or its figures."""

import pytest

from tests.journeys.resident import Resident
from tests.journeys.town import Town

pytestmark = pytest.mark.usefixtures("two_returns")

ONCE = "双11专项统计表"


@pytest.fixture
async def two_returns(town: Town, asked: Resident, lin: Resident) -> None:
    """A monthly return of cases, value and arrests, and one on 11 November of cases and value only."""
    await town.after(_asks_again, asked)


async def _asks_again(asked: Resident) -> None:
    await asked.says(f"新建报表 {ONCE}，立案、案值，公安局、农业局、商务局、海关报，只报一次，12月10日截止")
    await asked.presses("跳过", "今天", "确认建立")


@pytest.mark.parametrize("sentence", ["双11那个零报", "双11那份表我们零报"])
async def test_a_nil_return_is_of_the_one_whose_title_is_said(lin: Resident, sentence: str) -> None:
    shown = await lin.says(sentence)
    assert ONCE in shown and "零报" in shown and "提交" in lin.buttons()
    assert "已提交 ✓" in await lin.presses("提交")


async def test_the_monthly_one_is_opened_by_its_period(lin: Resident) -> None:
    shown = await lin.says("填月报")
    assert "统计月报" in shown and ONCE not in shown
    assert "抓获人数：7 人" in await lin.says("立案12 案值35.5 抓获7")


async def test_figures_below_the_list_are_of_the_return_that_asks_for_all_of_them(
    lin: Resident, wang: Resident
) -> None:
    await lin.says("报表")
    assert ONCE in await lin.says("立案12 案值35.5")
    await wang.says("/returns")
    shown = await wang.says("cases filed 4, value 3.5, arrests 2")
    assert ONCE not in shown and "Submit" in wang.buttons()


async def test_figures_of_either_are_asked_about(lin: Resident) -> None:
    await lin.says("报表")
    assert "这些数字是哪份报表的？" in await lin.says("立案12")
    assert len([each for each in lin.buttons() if each.startswith("填报表")]) == 2


async def test_what_was_filed_is_corrected_by_its_name(lin: Resident) -> None:
    await lin.says("月报 立案12 案值35.5 抓获2")
    await lin.presses("提交")
    assert "· 立案件数：13 件（原 12）" in await lin.says("月报立案填错了 是13")


async def test_what_was_wrong_in_one_filed_before_is_found_by_its_title_or_offered(town: Town, lin: Resident) -> None:
    await lin.says("月报 立案12 案值35.5 抓获2", "提交", f"{ONCE} 立案5 案值3", "提交")
    await town.move_to("2019-12-03 15:00")
    corrected = await lin.says("双11那个报错了 立案3")
    assert ONCE in corrected and "· 立案件数：3 件（原 5）" in corrected
    await lin.says("取消", "不要了")
    assert "这些数字是哪份报表的？" in await lin.says("立案报错了 是31")
    assert [each[:2] for each in lin.buttons()] == ["更正", "更正"]
    assert "· 抓获人数：3 人（原 2）" in await lin.says("抓获填错了，应该是3人")
    await lin.says("取消", "不要了", "1-2 60% 立案8件", "提交")
    assert (await lin.says("立案报错了 是31")).startswith("填报 1-2")


async def test_a_nudge_without_a_name_offers_each(town: Town, asked: Resident) -> None:
    await asked.says("催报表")
    nudges = [each for each in asked.buttons() if each.startswith("催办")]
    assert len(nudges) == 2
    await asked.presses(nudges[1])
    assert ONCE in asked.heard()[-1]


async def test_who_has_not_filed_is_answered_and_nudged_for_that_return(asked: Resident) -> None:
    for said in ("谁没报月报", "哪些单位没报月报"):
        assert "还没报（4）" in await asked.says(said) and "还没报过进展" not in asked.sees()
    assert "尽快报送统计报表" in await asked.says("催没交的")


async def test_who_has_not_filed_is_answered_by_the_title(asked: Resident) -> None:
    assert ONCE in await asked.says("双11的报表谁没报")
