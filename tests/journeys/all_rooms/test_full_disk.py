"""A full disk, or one that fails: people are told so, and nothing that they said is lost."""

import asyncio
from resource import RLIMIT_FSIZE, getrlimit, setrlimit
from typing import Any

import pytest

from data.errors.store import DiskFull
from data.reporting.withdrawals import submit_and_withdraw
from data.store import Database
from tests.journeys.town import Resident, Town


def set_room(town: Town, pages: int) -> None:
    """Limit the database to this many pages, but not below its present size."""
    town.db.conn.execute(f"PRAGMA max_page_count = {pages}").fetchall()


async def test_what_was_said_while_there_was_no_room_waits_with_telegram_and_is_answered_later(
    town: Town, lin: Resident, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.upkeep.watchdog.FIRST_PAUSE", 0.01)
    await lin.says("/help")
    set_room(town, 1)
    town.world.say(lin.id, "我的任务" + "\n" * 4000)
    async with asyncio.timeout(10):
        while "恢复后会自动处理，不用重发" not in lin.sees():
            await asyncio.sleep(0.01)
    set_room(town, 1_000_000)
    await town.settle()
    assert lin.sees().startswith("共 8 项")
    assert sum("不用重发" in text for text in lin.heard()) == 1


async def test_a_report_for_which_there_is_no_room_is_not_said_to_be_stored(
    town: Town, lin: Resident, monkeypatch: pytest.MonkeyPatch
) -> None:
    def finds_no_room(*args: object) -> None:
        raise DiskFull("database or disk is full")

    await lin.begins("1-2", "已完成")
    await lin.skips_to_the_preview()
    with monkeypatch.context() as full:
        full.setattr("handlers.reporting.dialog.submit_and_withdraw", finds_no_room)
        answer = await lin.presses("提交")
    assert "服务器磁盘已满" in answer and "已提交" not in answer
    assert town.rows("SELECT * FROM reports") == []
    await lin.presses("提交")
    assert len(town.rows("SELECT * FROM reports")) == 1


@pytest.mark.parametrize("asked_again", [True, False], ids=["the question comes back", "nothing can be noted"])
async def test_a_press_that_ends_a_dialog_without_a_check_ends_it_once_there_is_room(
    town: Town, lin: Resident, monkeypatch: pytest.MonkeyPatch, asked_again: bool
) -> None:
    def finds_no_room(*args: object) -> None:
        raise DiskFull("database or disk is full")

    await lin.begins("1-2", "进行中")
    await town.move_to("2019-11-26 09:30")
    assert "您是想…？" in await lin.says("45")
    question = lin.last()
    with monkeypatch.context() as full:
        full.setattr("handlers.dialog.ending.dialogs.end_dialog", finds_no_room)
        if not asked_again:
            full.setattr("handlers.dialog.message.with_open_question", finds_no_room)
        assert "服务器磁盘已满" in await lin.presses("接着填")
    assert not asked_again or ("您是想…？" in lin.last().text and lin.buttons()[0].startswith("接着填"))
    assert "做了哪些工作" in await lin.presses("接着填", on=question)
    assert town.rows("SELECT percent FROM drafts") == [{"percent": 45}]


async def test_a_disk_that_refuses_every_write_is_named_and_the_report_can_be_submitted_again(
    town: Town, lin: Resident, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*args: Any) -> Any:
        usual = getrlimit(RLIMIT_FSIZE)
        setrlimit(RLIMIT_FSIZE, (0, usual[1]))
        try:
            return submit_and_withdraw(*args)
        finally:
            setrlimit(RLIMIT_FSIZE, usual)

    await lin.begins("1-2", "已完成")
    await lin.skips_to_the_preview()
    with monkeypatch.context() as failing:
        failing.setattr("handlers.reporting.dialog.submit_and_withdraw", refused)
        assert "服务器磁盘读写出错，没有保存" in await lin.presses("提交")
    assert town.rows("SELECT * FROM reports") == []
    await lin.presses("提交")
    assert len(town.rows("SELECT * FROM reports")) == 1


async def test_a_report_stored_just_before_the_disk_fails_is_said_to_be_stored_and_nothing_else(
    town: Town, lin: Resident, monkeypatch: pytest.MonkeyPatch
) -> None:
    def finds_no_room_to_note_the_message(db: Database, sql: str, parameters: Any) -> int:
        if "shown_for" in sql:
            raise DiskFull("database or disk is full")
        return db.change(sql, parameters)

    await lin.begins("1-2", "已完成")
    await lin.skips_to_the_preview()
    before = len(lin.heard())
    with monkeypatch.context() as full:
        full.setattr(Database, "change_soon", finds_no_room_to_note_the_message)
        assert (await lin.presses("提交")).startswith("已提交 ✓")
    assert len(lin.heard()) == before and len(town.rows("SELECT * FROM reports")) == 1
    assert "提交" not in lin.buttons()
