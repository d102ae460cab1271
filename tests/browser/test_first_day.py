"""An office's first day on a phone-sized page: from an empty database to the first summary, by clicks alone."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.demo.cast import COORDINATOR_ID, GROUP_ID
from bot.demo.opening import DemoOptions, open_demo
from tests.bot.demo.visitor import Visitor
from tests.browser.chromium import Tab, open_tab
from tests.browser.walker import PANE, Walker

PHONE = {"width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": True}
INVITATION = f"[...{PANE}.querySelectorAll('.messages a')].filter((one) => one.href.includes('start=')).at(-1)"


@pytest.fixture
async def tab(devtools: str, tmp_path: Path) -> AsyncIterator[Tab]:
    async with open_demo(DemoOptions(port=0, first_day=True), tmp_path / "demo.db") as show:
        await Visitor(show).greeted()
        tab = await open_tab(devtools, f"{show.url}/")
        await tab.call("Emulation.setDeviceMetricsOverride", **PHONE)
        await tab.sees("document.querySelector('.chat')")
        yield tab
        await tab.close()
        assert tab.complaints == []


async def test_the_tour_of_the_first_day_is_walked_by_clicks(tab: Tab) -> None:
    walker = Walker(tab)
    await walker.presses_above("导览")
    await walker.takes_up("把任务表文件发给机器人")
    await tab.clicks("document.querySelector('#tour header button')")
    await tab.run(f"location.hash = '#{COORDINATOR_ID}.{COORDINATOR_ID}'")
    await walker.presses("wuhan-2019-2020")
    await walker.sees("是哪天印发的")
    await walker.says("10月24日")
    await walker.presses("确认导入")
    await walker.sees("已导入")

    await walker.presses_above("导览")
    await walker.takes_up("/invite 市公安局")
    await walker.sends()
    await tab.clicks(INVITATION)
    await tab.clicks("[...document.querySelectorAll('dialog .popup-item')].find((one) => /林警官/.test(one.innerText))")
    await walker.sees("您已登记为：市公安局联络员")
    await tab.sees(f"{PANE}.querySelector('.pane-subtitle').textContent === '市公安局 · 联络员'")

    await tab.run(f"location.hash = '#{GROUP_ID}.{COORDINATOR_ID}'")
    await tab.clicks(f"{PANE}?.querySelector('.pane-head [aria-label=更多]')")
    await walker.presses_above("把机器人拉进群")
    await walker.sees("大家好")
    await walker.says("/bind")
    await walker.sees("本群已绑定")

    await walker.presses_above("导览")
    await walker.takes_up("林警官一句话报进展")
    await walker.sends()
    await walker.presses("提交")
    await walker.sees("已提交")

    await walker.presses_above("导览")
    await walker.takes_up("/summary")
    await walker.sends()
    await walker.sees("进行中 1")
    await walker.sees_ticked("/summary")
