"""The demo on an office's first day: from nothing to the first summary."""

import re
from pathlib import Path

import pytest

from bot.demo.cast import COORDINATOR_ID, GROUP_ID
from bot.demo.opening import DemoOptions, open_demo
from bot.demo.routes import send_plan
from bot.demo.show import Show
from data.plan.plan import known_plan
from tests.bot.demo.visitor import Visitor

NEW = DemoOptions(port=0, first_day=True)
LIN = 1002
LINK = re.compile(r"start=([\w-]{43})")


@pytest.fixture
def wishes() -> DemoOptions:
    return NEW


async def test_there_is_no_plan_and_nobody_but_the_coordinator(show: Show, visitor: Visitor) -> None:
    assert known_plan(show.bot.db) is None
    assert show.bot.db.fetch_all("SELECT name FROM people") == [{"name": "陈主任"}]
    await visitor.hears(COORDINATOR_ID, "1. 把任务表文件发到这里")
    assert show.world.user(LIN).role == {"zh": "市公安局 · 还没登记", "en": "市公安局 · not registered yet"}
    assert show.world.chat(GROUP_ID).bot_status is None


async def test_the_tour_leads_to_the_first_summary(show: Show, visitor: Visitor) -> None:
    assert [step["id"] for step in show.tour.shown()] == ["plan", "invite", "bind", "report", "summary"]
    await send_plan(show, {})
    await visitor.presses(COORDINATOR_ID, "wuhan-2019-2020")
    await visitor.hears(COORDINATOR_ID, "是哪天印发的")
    visitor.says(COORDINATOR_ID, "10月24日")
    await visitor.presses(COORDINATOR_ID, "确认导入")
    await visitor.ticked("plan")
    visitor.says(COORDINATOR_ID, "/invite 市公安局")
    link = LINK.search((await visitor.hears(COORDINATOR_ID, "只能用一次")).text)
    assert link is not None
    visitor.says(LIN, f"/start {link[1]}")
    await visitor.ticked("invite")
    assert show.world.user(LIN).role == {"zh": "市公安局 · 联络员", "en": "市公安局 · liaison"}
    show.world.add_bot_to_group(COORDINATOR_ID, GROUP_ID)
    visitor.says(COORDINATOR_ID, "/bind", GROUP_ID)
    await visitor.ticked("bind")
    visitor.says(LIN, "1-2 完成30%，立案3件")
    await visitor.presses(LIN, "提交")
    await visitor.ticked("report")
    visitor.says(COORDINATOR_ID, "/summary")
    await visitor.ticked("summary")


async def test_a_first_day_that_is_kept_goes_on_without_being_filled(tmp_path: Path) -> None:
    async with open_demo(NEW, tmp_path / "demo.db"):
        pass
    async with open_demo(DemoOptions(port=0), tmp_path / "demo.db") as show:
        assert known_plan(show.bot.db) is None
        assert show.world.chat(GROUP_ID).bot_status is None
