"""What can no longer be withdrawn or corrected says so, and has no button for it."""

import pytest

from bot.emulator.records import Message
from tests.journeys.town import Resident, Town


def _words(message: Message) -> list[str]:
    return [button.text for button in message.buttons]


async def _two_reported(lin: Resident) -> Message:
    await lin.says("1-2 进行中 20%\n2-3 进行中 30%")
    await lin.presses("全部提交")
    return lin.last()


async def test_of_several_reports_one_that_was_corrected_says_so_once_its_button_is_pressed(
    town: Town, lin: Resident
) -> None:
    bundle = await _two_reported(lin)
    await lin.presses("更正 2-3", on=bundle)
    await lin.presses("修改", "进度", "75%", "提交")
    answer = await lin.presses("撤回 2-3", on=bundle)
    assert "这份填报已审核、已更正或之后又有新的填报，不能再改。" in answer
    shown = lin.message(bundle.message_id)
    assert " · 已更正\n" in f"{shown.text}\n"
    assert _words(shown) == ["撤回 1-2", "更正 1-2"]
    assert len(town.rows("SELECT * FROM reports WHERE withdrawn_at IS NULL")) == 3


@pytest.mark.parametrize("words", ["撤回", "更正"])
async def test_a_report_that_was_followed_by_another_loses_its_buttons_when_they_are_pressed(
    lin: Resident, words: str
) -> None:
    await lin.reports("1-2", "进行中", "40")
    first = lin.last()
    await lin.submits("1-2 60%")
    assert "不能再改" in await lin.presses(words, on=first)
    assert _words(lin.message(first.message_id)) == []


async def test_a_correction_that_is_given_up_offers_nothing_that_a_colleague_has_overtaken(
    lin: Resident, wang: Resident
) -> None:
    await lin.reports("1-2", "进行中", "40")
    await lin.presses("更正")
    await wang.submits("1-2 60%")
    assert "已取消更正，原来的填报不变。" in await lin.presses("取消", "不要了")
    assert lin.buttons() == []


async def test_what_is_closed_is_not_to_be_reported_once_more(lin: Resident, chen: Resident) -> None:
    await lin.submits("1-2 已完成")
    undo = lin.last().buttons[0].callback_data or ""
    await chen.reviews("通过")
    assert (await lin.forges(undo)).startswith(
        "这份填报已审核、已更正或之后又有新的填报，不能再改。有误请另报一次；已办结的请与办公室联系。"
    )
    assert "已审核的，或之后又有新填报的，不能撤回" in await lin.says("撤回")
