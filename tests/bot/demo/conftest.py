"""The demo without a browser."""

import sqlite3
from collections.abc import AsyncIterator, Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.clock import Clock
from bot.demo import opening
from bot.demo.demo_database import CLOCK, fill_database, keep_clock
from bot.demo.opening import DemoOptions, open_demo
from bot.demo.show import Show
from data.store import Database
from data.store.settings import read_setting
from data.times import day_of
from tests.bot.demo.visitor import Visitor


@pytest.fixture(autouse=True, scope="session")
def demos_filled_once() -> Iterator[None]:
    """Copy into each new demo what an earlier one was filled with; importing the plan takes longer than most tests."""
    filled: dict[tuple[bool, bool, date], sqlite3.Connection] = {}

    def fill_once(db: Database, clock: Clock, *, empty: bool, first_day: bool) -> None:
        wanted = empty, first_day, day_of(clock.now(), db.zone)
        is_new = read_setting(db, CLOCK) is None
        if is_new and wanted in filled:
            filled[wanted].backup(db.conn)
            keep_clock(db, clock)
            return
        fill_database(db, clock, empty=empty, first_day=first_day)
        if is_new:
            filled[wanted] = sqlite3.connect(":memory:")
            db.conn.backup(filled[wanted])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opening, "fill_database", fill_once)
        yield
    for connection in filled.values():
        connection.close()


@pytest.fixture
def wishes() -> DemoOptions:
    """Options of the demo: without reports."""
    return DemoOptions(port=0, empty=True)


@pytest.fixture
async def show(tmp_path: Path, wishes: DemoOptions) -> AsyncIterator[Show]:
    """The demo once everybody in it has been greeted."""
    async with open_demo(wishes, tmp_path / "demo.db") as show:
        await Visitor(show).greeted()
        yield show


@pytest.fixture
async def seeded(tmp_path: Path) -> AsyncIterator[Show]:
    """The demo with all its earlier reports."""
    async with open_demo(DemoOptions(port=0), tmp_path / "demo.db") as show:
        yield show


@pytest.fixture
async def visitor(show: Show) -> Visitor:
    return Visitor(show)
