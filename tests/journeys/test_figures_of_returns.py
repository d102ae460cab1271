"""How people write the figures of a statistics return, and what becomes of each way."""

import pytest

from data.people.people import Role
from tests.journeys.returning import CASES, MOVED, VALUE, asks_for_returns, counted, freezes
from tests.journeys.town import Resident, Town


@pytest.fixture(autouse=True)
def october(town: Town, chen: Resident) -> None:
    """The return of October is open."""
    asks_for_returns(town, chen)


@pytest.fixture
def wang(town: Town) -> Resident:
    """A liaison of the customs who reads English."""
    return town.member(1031, "Wang", "武汉海关", Role.LIAISON, "en")


async def test_all_taken_is_shown_to_be_submitted_though_more_was_said(town: Town, lin: Resident) -> None:
    await lin.says("填报表")
    preview = await lin.says("立案5\n移送2\n案值35万元，另外罚没2万")
    assert "这份报表不要“罚没金额”" in preview and "请核对" in preview
    assert "提交" in lin.buttons() and "零报" not in lin.buttons()
    await lin.says("提交")
    assert counted(town, "市公安局") == {CASES: 5, MOVED: 2, VALUE: 35}


@pytest.mark.parametrize(
    ("said", "figures"),
    [
        ("立案数是三起 没移送 案值1200块", (3, 0, 0.12)),
        ("立案 12 移送没有 案值 二百六十万", (12, 0, 260)),
        ("立案5 移送2 案值3万5", (5, 2, 3.5)),
        ("立案5，移送报错了，应该是2，案值3", (5, 2, 3)),
        ("5 2 35", (5, 2, 35)),
        ("没有移送，立案不是5是6，案值0", (6, 0, 0)),
    ],
)
async def test_as_people_write_them(town: Town, lin: Resident, said: str, figures: tuple[float, float, float]) -> None:
    await lin.says("填报表")
    preview = await lin.says(said)
    assert "请核对" in preview and "没看懂" not in preview
    await lin.presses("提交")
    assert counted(town, "市公安局") == dict(zip((CASES, MOVED, VALUE), figures, strict=True))


async def test_in_english(town: Town, wang: Resident) -> None:
    await wang.says("/returns")
    await wang.presses("Fill in the return: 办案统计月报 Oct 2019")
    assert "not understood" not in await wang.says("we opened 14 cases, moved none")
    assert "Please check" in await wang.says("value: none")
    assert "· cases filed: 6" in await wang.says("6 cases not 5")
    await wang.says("submit")
    assert counted(town, "武汉海关") == {CASES: 6, MOVED: 0, VALUE: 0}


async def test_only_the_figure_below_nought_is_refused(lin: Resident) -> None:
    await lin.says("填报表")
    answer = await lin.says("立案 12 移送 2 案值 -3")
    assert "已记下：立案件数 12 件、移送公安件数 2 件。" in answer and "“案值”不能是负数" in answer
    assert "还差：案值" in answer


async def test_what_is_added_or_taken_off_is_reckoned(lin: Resident) -> None:
    await lin.says("填报表")
    await lin.says("立案3 移送1 案值1.2")
    assert "· 立案件数：4 件" in await lin.says("立案再加一件")
    assert "· 立案件数：2 件" in await lin.says("立案再减2件")


async def test_by_how_much_it_is_wrong_is_no_figure(lin: Resident) -> None:
    await lin.says("填报表")
    assert "“移送多写了2件”没看懂" in await lin.says("移送多写了2件")


async def test_who_submits_too_early_hears_what_is_missing(lin: Resident, wang: Resident) -> None:
    await lin.says("填报表")
    await lin.says("立案12")
    assert (await lin.says("提交")).startswith("还差：移送公安件数、案值。")
    await wang.says("填报表")
    assert (await wang.says("submit")).startswith("Still missing: cases filed, cases transferred")


async def test_a_first_filing_after_freezing_stands_beside_nothing(town: Town, chen: Resident, lin: Resident) -> None:
    freezes(town, chen)
    await lin.says("填报表")
    assert "列在原数旁边" not in await lin.presses("零报")
