import asyncio
import logging
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.demo.stage import demo_settings
from bot.nights import back_up_tonight, keep_backups
from data.store import open_database
from tests.journeys.town import ZONE

FOUR_IN_THE_MORNING = datetime(2019, 11, 24, 20, tzinfo=UTC)


async def test_one_backup_a_night_lies_beside_the_database(tmp_path: Path) -> None:
    database = tmp_path / "town.db"
    open_database(database).close()
    settings = demo_settings("", database, ZONE)
    for _ in range(2):
        await back_up_tonight(settings, FOUR_IN_THE_MORNING)
    assert [file.name for file in (tmp_path / "backups").iterdir()] == ["town-2019-11-25.db"]


async def test_a_backup_that_fails_is_logged_and_ends_nothing(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.ERROR, "bot.nights")
    looks = 0

    async def sleep(seconds: float) -> None:
        nonlocal looks
        looks += 1
        if looks == 2:
            raise asyncio.CancelledError

    settings = demo_settings("", tmp_path / "missing.db", ZONE)
    with pytest.raises(asyncio.CancelledError):
        await keep_backups(settings, lambda: FOUR_IN_THE_MORNING, sleep)
    assert [record.message for record in caplog.records] == ["the nightly backup failed: DatabaseMissing"] * 2
