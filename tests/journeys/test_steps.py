"""Steps: a unit divides its part of a task, ticks off what is done, and its next report begins from that."""

from datetime import date

from data.people.people import who_is
from data.standing.assignments import assignments
from data.steps.changes import StepLine, add_steps
from tests.journeys.town import ZONE, Resident, Town


def has_step(town: Town, person: Resident, code: str, words: str, due: str) -> None:
    """A step that somebody has written for themself."""
    who = who_is(town.db, person.id, town.today())
    assert who is not None
    [mine] = assignments(town.db, town.today(), ZONE, who.speaks_for, code)
    line = StepLine(words, date.fromisoformat(due), "", None)
    add_steps(town.db, who, mine.id or 0, [line], f"test:{words}", town.clock.now(), ZONE, "")


async def test_a_step_stands_in_the_digest_and_is_ticked_off_by_one_press(town: Town, lin: Resident) -> None:
    has_step(town, lin, "1-2", "印发方案", "2019-11-26")
    await town.move_to("2019-11-25 09:00")
    assert "分解步骤\n▫️ 1-2 印发方案 · 还有1天" in lin.sees()
    digest = lin.last()
    assert "✓ 1-2 印发方案" in lin.buttons()
    assert await lin.presses("✓ 1-2 印发方案") == "✅ 1-2 印发方案：已完成。"
    assert "印发方案" not in next(each.text for each in lin.messages() if each.message_id == digest.message_id)
    heard = len(lin.heard())
    await town.move_to("2019-11-26 09:00")
    assert len(lin.heard()) == heard


async def test_a_step_that_was_ticked_off_is_taken_back_by_a_press(town: Town, lin: Resident) -> None:
    has_step(town, lin, "1-2", "印发方案", "2019-11-26")
    await town.move_to("2019-11-25 09:00")
    await lin.presses("✓ 1-2 印发方案")
    assert await lin.presses("撤销") == "▫️ 1-2 印发方案：改回未完成。"
    await town.move_to("2019-11-26 09:00")
    assert lin.sees() == "您好，市公安局有 1 项任务请留意：\n\n分解步骤\n▫️ 1-2 印发方案 · 今天到期"


async def test_a_step_stands_below_the_tasks_on_whichever_page_that_is(town: Town, zhou: Resident) -> None:
    has_step(town, zhou, "29-7", "检查20家", "2019-12-04")
    await town.move_to("2019-11-26 09:00")
    await town.move_to("2019-12-03 09:00")
    assert "▫️ 29-7 检查20家 · 还有1天" in await zhou.presses("下一页")
    assert await zhou.presses("✓ 29-7 检查20家") == "✅ 29-7 检查20家：已完成。"
