"""A message that is edited while the report that it began is still open is read anew."""

import pytest

from tests.journeys.files_sent import sends_photo
from tests.journeys.killing import differences_by_kills
from tests.journeys.town import Resident, Town


async def _says(person: Resident, words: str) -> int:
    """Write words; return the number of their message."""
    message = person.town.world.say(person.id, words)
    await person.town.settle()
    return message.message_id


async def _edits(person: Resident, message: int, words: str) -> str:
    return await person.does(lambda: person.town.world.edit(person.id, person.id, message, words))


async def test_the_edited_report_is_shown_and_submitted(town: Town, lin: Resident) -> None:
    message = await _says(lin, "1-2 50% 查了三家 立案2件")
    shown = await _edits(lin, message, "1-2 60% 查了五家 立案3件，还有一家没去")
    assert "填报 1-2 " in shown and "进度：60%" in shown and "情况：60% 查了五家 立案3件，还有一家没去" in shown
    assert "立案件数 3 件" in shown and "三家" not in shown
    await lin.presses("提交")
    assert [(row["percent"], row["note"]) for row in town.rows("SELECT percent, note FROM reports")] == [
        (60, "60% 查了五家 立案3件，还有一家没去")
    ]


async def test_it_may_be_edited_again_and_its_task_changed(town: Town, lin: Resident) -> None:
    message = await _says(lin, "1-2 50%")
    await _edits(lin, message, "1-2 60%")
    assert "填报 2-3 " in await _edits(lin, message, "2-3 65%") and "进度：65%" in lin.sees()
    assert town.rows("SELECT percent FROM drafts") == [{"percent": 65}]


async def test_what_no_longer_stands_is_left_out(lin: Resident) -> None:
    message = await _says(lin, "1-2 受阻 没有经费")
    shown = await _edits(lin, message, "1-2 60%")
    assert "状态：进行中" in shown and "没有经费" not in shown


async def test_the_old_preview_has_no_buttons_left(town: Town, lin: Resident) -> None:
    message = await _says(lin, "1-2 50%")
    before = lin.last()
    await _edits(lin, message, "1-2 60%")
    assert not lin.message(before.message_id).buttons and lin.buttons()[0] == "提交"


@pytest.mark.parametrize("words", ["1-2 什么时候到期", "谢谢", "我的任务", "明天再报", "你好"])
async def test_an_edit_that_reports_nothing_leaves_what_stands(town: Town, lin: Resident, words: str) -> None:
    message = await _says(lin, "1-2 50%")
    assert await _edits(lin, message, words) == (
        "改这条消息，记下的不会跟着变：1-2 现在还是进行中 50%。要改，请直接再发一句，例如：改成60%。"
    )
    assert town.rows("SELECT percent FROM drafts") == [{"percent": 50}]


async def test_an_edited_correction_is_not_read_and_what_stands_is_said(lin: Resident) -> None:
    await lin.says("1-2 50%")
    message = await _says(lin, "改成60")
    assert "1-2 现在还是进行中 60%" in await _edits(lin, message, "改成65")


async def test_a_report_with_photos_stays_as_it_is(town: Town, lin: Resident) -> None:
    message = await _says(lin, "1-2 50%")
    await sends_photo(lin)
    assert await _edits(lin, message, "1-2 60%") == ""
    assert town.rows("SELECT percent FROM drafts") == [{"percent": 50}]


async def test_a_submitted_report_is_not_changed_by_an_edit(town: Town, lin: Resident) -> None:
    message = await _says(lin, "1-2 50%")
    await lin.presses("提交")
    assert (await _edits(lin, message, "1-2 60%")).startswith("改这条消息，记下的不会跟着变。请把改好的内容重新发一遍")
    assert [row["percent"] for row in town.rows("SELECT percent FROM reports")] == [50]
    assert town.rows("SELECT * FROM drafts") == []


async def test_wherever_the_bot_is_killed_the_next_process_reads_the_edit(town: Town, lin: Resident) -> None:
    message = await _says(lin, "1-2 50%")
    assert await differences_by_kills(town, lambda: _edits(lin, message, "1-2 60%")) == []


async def test_the_same_edit_delivered_twice_is_taken_once(town: Town, lin: Resident) -> None:
    message = await _says(lin, "1-2 50%")
    await _edits(lin, message, "1-2 60%")
    await town.restart_undone()
    assert town.rows("SELECT percent FROM drafts") == [{"percent": 60}]
    await lin.presses("提交")
    assert [row["percent"] for row in town.rows("SELECT percent FROM reports")] == [60]
