"""Updates that may have ended a process are counted while they are worked on, one at a time, and at no other moment."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.incoming.suspects import Suspects, waiting_for_telegram
from data.store import Database, fetch_all, open_database
from data.store.inbox import Received, receive
from tests.journeys.town import OPENING

ONE, OTHER = 7, 8


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    db = open_database(tmp_path / "x.db")
    receive(db, [Received(ONE, "{}"), Received(OTHER, "{}")], OPENING)
    yield db
    db.close()


@pytest.fixture
def suspects(db: Database) -> Suspects:
    suspects = Suspects(db)
    suspects.add([ONE, OTHER])
    return suspects


def counted(db: Database) -> list[int]:
    """For each update, how many processes would have ended in it if this one ended now."""
    return [row["ends"] for row in fetch_all(db, "SELECT ends FROM inbox ORDER BY update_id")]


async def test_a_suspect_is_counted_while_it_is_worked_on(db: Database, suspects: Suspects) -> None:
    async with suspects.working_on(ONE):
        assert counted(db) == [1, 0]
        assert not db.conn.in_transaction
    assert counted(db) == [0, 0]


async def test_nothing_counts_while_telegram_is_waited_for(db: Database, suspects: Suspects) -> None:
    async with suspects.working_on(ONE):
        async with waiting_for_telegram():
            assert counted(db) == [0, 0]
        assert counted(db) == [1, 0]
    assert counted(db) == [0, 0]


async def test_suspects_are_worked_on_one_at_a_time(db: Database, suspects: Suspects) -> None:
    seen: list[list[int]] = []

    async def work(update_id: int) -> None:
        async with suspects.working_on(update_id):
            for _ in range(3):
                await asyncio.sleep(0)
                seen.append(counted(db))

    await asyncio.gather(work(ONE), work(OTHER))
    assert seen == [[1, 0]] * 3 + [[0, 1]] * 3


async def test_while_one_waits_for_telegram_the_next_is_worked_on(db: Database, suspects: Suspects) -> None:
    answered = asyncio.Event()

    async def asks() -> None:
        async with suspects.working_on(ONE), waiting_for_telegram():
            await answered.wait()

    asking = asyncio.create_task(asks())
    await asyncio.sleep(0)
    async with asyncio.timeout(5), suspects.working_on(OTHER):
        assert counted(db) == [0, 1]
        answered.set()
        await asyncio.sleep(0)
        assert counted(db) == [0, 1]
    await asking
    assert counted(db) == [0, 0]


@pytest.mark.parametrize("waits_for_its_turn", [True, False])
async def test_one_that_is_broken_off_in_good_order_is_not_counted(
    db: Database, suspects: Suspects, waits_for_its_turn: bool
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
    assert counted(db) == [0, 0]
    assert suspects.turn.locked() is waits_for_its_turn


async def test_for_what_no_process_has_left_undone_nothing_is_written(db: Database) -> None:
    writes: list[str] = []
    db.conn.set_trace_callback(writes.append)
    async with Suspects(db).working_on(ONE), waiting_for_telegram():
        pass
    assert writes == []


async def test_a_count_that_could_not_be_taken_back_is_not_added_to(db: Database, suspects: Suspects) -> None:
    async with suspects.working_on(ONE):
        db.conn.execute("PRAGMA query_only = ON").fetchall()
        async with waiting_for_telegram():
            db.conn.execute("PRAGMA query_only = OFF").fetchall()
        assert counted(db) == [1, 0]
    assert counted(db) == [0, 0]


async def test_a_suspect_that_cannot_be_counted_is_worked_on_all_the_same(db: Database, suspects: Suspects) -> None:
    db.conn.execute("PRAGMA query_only = ON").fetchall()
    async with suspects.working_on(ONE), waiting_for_telegram():
        pass
    db.conn.execute("PRAGMA query_only = OFF").fetchall()
    async with suspects.working_on(OTHER):
        assert counted(db) == [0, 1]
