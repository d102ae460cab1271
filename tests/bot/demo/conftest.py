"""The demo, opened without its page being looked at."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.demo.opening import Wishes, open_demo
from bot.demo.show import Show
from tests.bot.demo.visitor import Visitor

NEW = Wishes(port=0, empty=True)


@pytest.fixture
async def show(tmp_path: Path) -> AsyncIterator[Show]:
    """The demo without reports, when everybody in it has been greeted."""
    async with open_demo(NEW, tmp_path / "demo.db") as show:
        await Visitor(show).greeted()
        yield show


@pytest.fixture
async def visitor(show: Show) -> Visitor:
    return Visitor(show)
