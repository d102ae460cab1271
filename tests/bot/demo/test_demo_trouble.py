from bot.demo.cast import GROUP_ID
from bot.demo.show import Show
from bot.emulator import FaultKind
from tests.bot.demo.visitor import Visitor

LIN = 1002


async def test_a_report_half_written_survives_a_kill(show: Show, visitor: Visitor) -> None:
    visitor.says(LIN, "1-2")
    await visitor.presses(LIN, "报进展")
    await visitor.presses(LIN, "进行中")
    await visitor.hears(LIN, "百分之几")
    await show.bot.kill()
    await show.bot.start()
    visitor.says(LIN, "80")
    await visitor.hears(LIN, "做了哪些工作")


async def test_what_is_said_while_the_bot_is_down_is_answered_once_it_is_back(show: Show, visitor: Visitor) -> None:
    await show.bot.kill()
    visitor.says(LIN, "我的任务")
    await show.bot.start()
    await visitor.hears(LIN, "共 8 项")


async def test_what_is_being_answered_when_the_bot_is_killed_is_answered_by_the_next(
    show: Show, visitor: Visitor
) -> None:
    show.world.faults.add(FaultKind.HANG, "sendMessage")
    visitor.says(LIN, "我的任务")
    await visitor.called("sendMessage", LIN)
    await show.bot.kill()
    assert visitor.heard(LIN, "共 8 项") == []
    await show.bot.start()
    await visitor.hears(LIN, "共 8 项")
    assert len(visitor.heard(LIN, "共 8 项")) == 1


async def test_a_bot_started_in_trouble_comes_up_when_the_trouble_is_over(show: Show, visitor: Visitor) -> None:
    await show.bot.kill()
    show.world.faults.add(FaultKind.SERVER_ERROR, times=2)
    await show.bot.start()
    visitor.says(LIN, "我的任务")
    await visitor.hears(LIN, "共 8 项")


async def test_nothing_of_a_killed_bot_goes_on(show: Show) -> None:
    await show.bot.kill()
    calls = len(show.world.calls)
    assert await show.bot.tick() == 0
    assert len(show.world.calls) == calls


async def test_a_group_that_became_a_supergroup_goes_on_hearing(show: Show, visitor: Visitor) -> None:
    new = show.world.upgrade_group(GROUP_ID)
    visitor.says(1001, "/deadlines", new)
    await visitor.hears(new, "本周")
