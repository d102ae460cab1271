"""A disk without room: people are told honestly, and nothing that they said is lost."""

import asyncio

import pytest

from data.errors.store import DiskFull
from tests.journeys.town import Resident, Town


def set_room(town: Town, pages: int) -> None:
    """Let the database have so many pages at most, or as many as it has already."""
    town.db.conn.execute(f"PRAGMA max_page_count = {pages}").fetchall()


async def test_what_was_said_while_there_was_no_room_waits_with_telegram_and_is_answered_later(
    town: Town, lin: Resident, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.incoming.polling.FIRST_PAUSE", 0.01)
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

    await lin.begins("1-2")
    await lin.presses("已完成")
    await lin.skips_to_the_preview()
    with monkeypatch.context() as full:
        full.setattr("handlers.reporting.dialog.submit", finds_no_room)
        answer = await lin.presses("提交")
    assert "服务器磁盘已满" in answer and "已提交" not in answer
    assert town.rows("SELECT * FROM reports") == []
    await lin.presses("提交")
    assert len(town.rows("SELECT * FROM reports")) == 1
