"""The file that lists the updates in work outlives the process; suspects are handled one at a time, and updates that
wait for Telegram are not listed."""

import asyncio
import os
from pathlib import Path

import pytest

from bot.incoming.suspects import Suspects, UpdatesInWork, waiting_for_telegram

ONE, OTHER = 7, 8


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "x.db"


@pytest.fixture
def suspects(database: Path) -> Suspects:
    suspects = Suspects(UpdatesInWork(database))
    suspects.add([ONE, OTHER])
    return suspects


def counted(database: Path) -> list[int]:
    """Return for each update how often an end of the process now would be counted against it."""
    words = database.with_name("x.db.work").read_text().split()
    return [words.count(str(each)) for each in (ONE, OTHER)]


async def test_a_suspect_is_counted_while_it_is_worked_on(database: Path, suspects: Suspects) -> None:
    async with suspects.working_on(ONE):
        assert counted(database) == [1, 0]
    assert counted(database) == [0, 0]


async def test_nothing_counts_while_telegram_is_waited_for(database: Path, suspects: Suspects) -> None:
    async with suspects.working_on(ONE):
        async with waiting_for_telegram():
            assert counted(database) == [0, 0]
        assert counted(database) == [1, 0]
    assert counted(database) == [0, 0]


async def test_suspects_are_worked_on_one_at_a_time(database: Path, suspects: Suspects) -> None:
    seen: list[list[int]] = []

    async def work(update_id: int) -> None:
        async with suspects.working_on(update_id):
            for _ in range(3):
                await asyncio.sleep(0)
                seen.append(counted(database))

    await asyncio.gather(work(ONE), work(OTHER))
    assert seen == [[1, 0]] * 3 + [[0, 1]] * 3


async def test_while_one_waits_for_telegram_the_next_is_worked_on(database: Path, suspects: Suspects) -> None:
    answered = asyncio.Event()

    async def asks() -> None:
        async with suspects.working_on(ONE), waiting_for_telegram():
            await answered.wait()

    asking = asyncio.create_task(asks())
    await asyncio.sleep(0)
    async with asyncio.timeout(5), suspects.working_on(OTHER):
        assert counted(database) == [0, 1]
        answered.set()
        await asyncio.sleep(0)
        assert counted(database) == [0, 1]
    await asking
    assert counted(database) == [0, 0]


@pytest.mark.parametrize("waits_for_its_turn", [True, False])
async def test_one_that_is_broken_off_in_good_order_is_not_counted(
    database: Path, suspects: Suspects, waits_for_its_turn: bool
) -> None:
    async def work() -> None:
        async with suspects.working_on(ONE):
            await asyncio.Event().wait()

    if waits_for_its_turn:
        await suspects.turn.acquire()
    working = asyncio.create_task(work())
    await asyncio.sleep(0)
    working.cancel()
    await asyncio.gather(working, return_exceptions=True)
    assert counted(database) == [0, 0]
    assert suspects.turn.locked() is waits_for_its_turn


async def test_what_is_new_is_written_down_before_the_work_begins_and_waits_for_no_turn(
    database: Path, suspects: Suspects
) -> None:
    new = 9
    async with suspects.working_on(ONE), asyncio.timeout(5), suspects.working_on(new):
        assert UpdatesInWork(database).left == [ONE, new]


async def test_what_goes_on_beside_an_update_that_is_handled_counts_for_nothing(
    database: Path, suspects: Suspects
) -> None:
    handled = asyncio.Event()

    async def beside() -> None:
        await handled.wait()
        async with waiting_for_telegram():
            pass

    async with suspects.working_on(ONE):
        going_on = asyncio.create_task(beside())
    handled.set()
    await going_on
    assert counted(database) == [0, 0]
    assert not suspects.turn.locked()


async def test_what_gets_the_turn_when_its_update_is_handled_gives_it_back(suspects: Suspects) -> None:
    answered = asyncio.Event()

    async def beside() -> None:
        async with waiting_for_telegram():
            await answered.wait()

    async with suspects.working_on(ONE):
        going_on = asyncio.create_task(beside())
        await asyncio.sleep(0)
        await suspects.turn.acquire()
        answered.set()
        await asyncio.sleep(0)
    suspects.turn.release()
    await going_on
    assert not suspects.turn.locked()


def test_what_was_left_at_work_is_read_once(database: Path) -> None:
    UpdatesInWork(database).begin(ONE)
    assert UpdatesInWork(database).left == [ONE]
    assert UpdatesInWork(database).left == []


async def test_an_update_that_cannot_be_written_down_is_worked_on_all_the_same(
    database: Path, suspects: Suspects, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int, content: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    async with suspects.working_on(ONE), waiting_for_telegram():
        pass
    monkeypatch.undo()
    async with suspects.working_on(OTHER):
        assert counted(database) == [0, 1]
