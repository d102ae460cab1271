import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from telegram import Chat, Message, Update, User

from bot.incoming.order import AT_ONCE, OnePersonAtATime
from bot.incoming.suspects import Suspects, UpdatesInWork
from tests.journeys.town import OPENING

ANN, BOB = 1001, 1002


def _update(update_id: int, user_id: int) -> Update:
    message = Message(update_id, OPENING, Chat(user_id, "private"), from_user=User(user_id, "x", False))
    return Update(update_id, message=message)


@pytest.fixture
def done() -> list[int]:
    return []


@pytest.fixture
def begin(done: list[int], tmp_path: Path) -> Callable[[int, int, Awaitable[object]], "asyncio.Task[None]"]:
    """A function that hands over an update of a person."""
    processor = OnePersonAtATime(done.append, Suspects(UpdatesInWork(tmp_path / "x.db")))

    def hand_over(update_id: int, user_id: int, work: Awaitable[object]) -> "asyncio.Task[None]":
        return asyncio.create_task(processor.do_process_update(_update(update_id, user_id), work))

    return hand_over


async def test_one_persons_updates_are_handled_in_order(
    begin: Callable[..., "asyncio.Task[None]"], done: list[int]
) -> None:
    gate = asyncio.Event()
    tasks = [begin(1, ANN, gate.wait()), *(begin(number, ANN, asyncio.sleep(0)) for number in (2, 3, 4))]
    await asyncio.sleep(0)
    assert done == []
    gate.set()
    await asyncio.gather(*tasks)
    assert done == [1, 2, 3, 4]


async def test_nobody_waits_for_somebody_else(begin: Callable[..., "asyncio.Task[None]"], done: list[int]) -> None:
    gate = asyncio.Event()
    slow = begin(1, ANN, gate.wait())
    await begin(2, BOB, asyncio.sleep(0))
    assert done == [2]
    gate.set()
    await slow
    assert done == [2, 1]


async def test_however_much_of_one_person_waits_others_are_handled(tmp_path: Path, done: list[int]) -> None:
    processor = OnePersonAtATime(done.append, Suspects(UpdatesInWork(tmp_path / "x.db")))
    gate = asyncio.Event()
    waiting = [
        asyncio.create_task(processor.process_update(_update(number, ANN), gate.wait()))
        for number in range(1, 3 * AT_ONCE)
    ]
    await asyncio.sleep(0)
    async with asyncio.timeout(5):
        await processor.process_update(_update(999, BOB), asyncio.sleep(0))
    assert done == [999]
    gate.set()
    await asyncio.gather(*waiting)


async def test_a_failure_does_not_hold_up_what_comes_after_it(
    begin: Callable[..., "asyncio.Task[None]"], done: list[int]
) -> None:
    async def fails() -> None:
        raise RuntimeError

    first, second = begin(1, ANN, fails()), begin(2, ANN, asyncio.sleep(0))
    with pytest.raises(RuntimeError):
        await first
    await second
    assert 2 in done
