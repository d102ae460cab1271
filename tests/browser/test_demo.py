"""The demo as people meet it: the page in a browser and the real bot behind it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.demo.opening import DemoOptions, open_demo
from bot.demo.show import Show
from tests.bot.demo.visitor import Visitor
from tests.browser.chromium import Tab, open_tab
from tests.browser.walker import Walker

LIN = 1002


@pytest.fixture
async def show(tmp_path: Path) -> AsyncIterator[Show]:
    async with open_demo(DemoOptions(port=0), tmp_path / "demo.db") as show:
        await Visitor(show).greeted()
        yield show


@pytest.fixture
async def demo_tab(devtools: str, show: Show) -> AsyncIterator[Tab]:
    tab = await open_tab(devtools, f"{show.url}/#{LIN}")
    await tab.sees("document.querySelector('.pane .message')")
    yield tab
    await tab.close()
    assert tab.complaints == []


@pytest.fixture
def walker(demo_tab: Tab) -> Walker:
    return Walker(demo_tab)


async def test_a_liaison_asks_reports_with_a_picture_and_submits(show: Show, walker: Walker) -> None:
    await walker.takes_up("林警官")
    await walker.sends()
    await walker.sees("共 8 项")
    await walker.sees_ticked("林警官")
    await walker.presses("1-2")
    await walker.presses("报进展")
    await walker.presses("进行中")
    await walker.sees("百分之几")
    await walker.says("80")
    await walker.sees("做了哪些工作")
    await walker.says("会同市监部门上门核查")
    await walker.sees("本期有统计数据吗")
    await walker.presses("跳过")
    await walker.sees("佐证")
    await walker.sends_a_picture("现场照片")
    await walker.tab.sees("document.querySelector('.pane .message.out .picture')")
    await walker.presses("下一步")
    await walker.sees("请核对")
    await walker.presses("提交")
    await walker.sees("已提交")
    [report] = show.bot.db.fetch_all("SELECT percent, note FROM reports ORDER BY id DESC LIMIT 1")
    assert report == {"percent": 80, "note": "会同市监部门上门核查"}
    [photo] = show.bot.db.fetch_all(
        "SELECT kind FROM attachments WHERE report_id IS NOT NULL AND report_id = (SELECT max(id) FROM reports)"
    )
    assert photo == {"kind": "photo"}


async def test_a_report_in_one_line_is_looked_over_and_ticked_off(walker: Walker) -> None:
    await walker.takes_up("郑科长")
    await walker.sends()
    await walker.sees("立案件数")
    await walker.presses("提交")
    await walker.sees("已提交")
    await walker.sees_ticked("2-7")


async def test_the_clock_brings_the_notices_to_liaison_and_group(walker: Walker) -> None:
    await walker.takes_up("把时间拨到")
    await walker.tab.sees("document.querySelector('.clock-time').innerText === '09:00'")
    await walker.sees_ticked("把时间拨到")
    await walker.opens("周科长")
    await walker.sees("29-7")
    await walker.opens("打假联络员群")
    await walker.sees("本周")


async def test_an_hour_and_a_day_pass_at_a_press(walker: Walker) -> None:
    await walker.presses_above("+1 小时")
    await walker.tab.sees("document.querySelector('.clock-time').innerText === '09:00'")
    await walker.tab.sees("document.querySelector('.clock').ariaBusy !== 'true'")
    await walker.presses_above("+1 天")
    await walker.tab.sees("document.querySelector('.clock-day').innerText.includes('11月26日')")


async def test_the_group_asks_for_the_week(walker: Walker) -> None:
    await walker.takes_up("/deadlines")
    await walker.sends()
    await walker.sees("本周")
    await walker.sees_ticked("/deadlines")


async def test_a_new_judge_is_let_in_by_the_phone_number(walker: Walker) -> None:
    await walker.takes_up("赵法官")
    await walker.sends()
    await walker.presses_below("发送我的手机号")
    await walker.sees("市法院联络员")
    await walker.sees_ticked("赵法官")


async def test_the_coordinator_sees_the_state_of_the_plan(walker: Walker) -> None:
    await walker.takes_up("/summary")
    await walker.sends()
    await walker.sees("分到单位共 255 项")
    await walker.sees("受阻 1")
    await walker.sees_ticked("/summary")


async def test_a_reload_and_a_kill_in_the_middle_of_a_report_lose_nothing(walker: Walker) -> None:
    await walker.says("1-2")
    await walker.presses("报进展")
    await walker.presses("进行中")
    await walker.sees("百分之几")
    await walker.reloads()
    await walker.takes_up("强行终止")
    await walker.sees_ticked("强行终止")
    await walker.says("80")
    await walker.sees("做了哪些工作")


async def test_a_trouble_is_switched_on_and_off_in_the_page(show: Show, walker: Walker) -> None:
    await walker.presses_above("故障开关")
    switch = "document.querySelectorAll('.switch input')[2]"
    await walker.tab.sees(switch)
    await walker.tab.run(f"{switch}.click()")
    await walker.tab.sees("document.querySelector('.top-button .badge')?.textContent === '1'")
    assert [fault.kind for fault in show.world.faults.active] == ["500"]
    await walker.tab.run(f"{switch}.click()")
    await walker.tab.sees("document.querySelector('.top-button .badge').hidden")
    assert show.world.faults.active == []


async def test_two_pages_show_the_same(devtools: str, show: Show, walker: Walker) -> None:
    other = await open_tab(devtools, f"{show.url}/#{LIN}")
    await walker.says("我的任务")
    await Walker(other).sees("共 8 项")
    await Walker(other).sees_ticked("林警官")
    await other.close()


async def test_what_cannot_be_done_is_said_in_the_pages_language(walker: Walker) -> None:
    await walker.tab.run(
        "import('/static/app/api.js').then(({ post }) => post('/demo/clock', { to: '2019-11-01T09:00:00+08:00' }))"
    )
    await walker.tab.sees("document.querySelector('.toast')?.textContent.includes('时钟只能往前拨')")
    assert len(walker.tab.complaints) == 1 and "400" in walker.tab.complaints.pop()
