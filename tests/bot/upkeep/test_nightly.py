import asyncio
import logging
import stat
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread, current_thread, main_thread
from types import SimpleNamespace
from typing import Any

import pytest

from bot.demo.demo_bot import demo_settings
from bot.upkeep.nightly import back_up_tonight, check_for_backup, keep_backups
from data.health.examination import LEAST_FREE
from data.store import open_database, transaction
from data.store.backups import nightly_backup
from tests.journeys.town import ZONE

FOUR_IN_THE_MORNING = datetime(2019, 11, 24, 20, tzinfo=UTC)


async def test_one_backup_a_night_lies_beside_the_database(tmp_path: Path) -> None:
    database = tmp_path / "town.db"
    open_database(database).close()
    settings = demo_settings("", database, ZONE)
    for _ in range(2):
        await back_up_tonight(settings, FOUR_IN_THE_MORNING)
    assert [file.name for file in (tmp_path / "backups").iterdir()] == ["town-2019-11-25.db"]


async def test_the_backup_keeps_nobody_waiting_and_does_not_see_what_is_half_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = tmp_path / "town.db"
    db = open_database(database)
    db.insert("units", name="市公安局")
    threads: list[Thread] = []

    def noting(*args: Any) -> Path | None:
        threads.append(current_thread())
        return nightly_backup(*args)

    monkeypatch.setattr("bot.upkeep.nightly.nightly_backup", noting)
    with suppress(ZeroDivisionError), transaction(db):
        db.insert("units", name="市财政局")
        await back_up_tonight(demo_settings("", database, ZONE), FOUR_IN_THE_MORNING)
        raise ZeroDivisionError
    assert threads and main_thread() not in threads
    backup = open_database(tmp_path / "backups" / "town-2019-11-25.db")
    assert [each.fetch_all("SELECT name FROM units") for each in (db, backup)] == [[{"name": "市公安局"}]] * 2
    backup.close()
    db.close()


async def test_a_backup_that_fails_for_whatever_reason_is_logged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(*args: Any) -> Path | None:
        raise ZeroDivisionError

    monkeypatch.setattr("bot.upkeep.nightly.nightly_backup", fails)
    await back_up_tonight(demo_settings("", tmp_path / "town.db", ZONE), FOUR_IN_THE_MORNING)
    assert "the nightly backup failed" in caplog.text and "ZeroDivisionError" in caplog.text


async def test_the_backups_are_their_owners_alone(tmp_path: Path) -> None:
    database = tmp_path / "town.db"
    open_database(database).close()
    await back_up_tonight(demo_settings("", database, ZONE), FOUR_IN_THE_MORNING)
    assert stat.S_IMODE((tmp_path / "backups").stat().st_mode) == 0o700


@pytest.mark.parametrize(("free", "said"), [(LEAST_FREE - 1, ["only 199 MB are free on the disk"]), (LEAST_FREE, [])])
async def test_a_disk_with_little_room_is_warned_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, free: int, said: list[str]
) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda folder: SimpleNamespace(free=free))
    open_database(tmp_path / "town.db").close()
    await check_for_backup(demo_settings("", tmp_path / "town.db", ZONE), lambda: FOUR_IN_THE_MORNING)
    assert [record.message for record in caplog.records if record.levelno == logging.WARNING] == said


async def test_a_backup_that_fails_is_logged_and_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.ERROR, "bot.upkeep.nightly")
    monkeypatch.setattr("bot.upkeep.nightly.LOOK_EVERY_SECONDS", 0.01)
    looks, twice = 0, asyncio.Event()

    def now() -> datetime:
        nonlocal looks
        looks += 1
        if looks == 3:
            twice.set()
        return FOUR_IN_THE_MORNING

    keeping = asyncio.create_task(keep_backups(demo_settings("", tmp_path / "missing.db", ZONE), now))
    await asyncio.wait_for(twice.wait(), 10)
    keeping.cancel()
    await asyncio.gather(keeping, return_exceptions=True)
    failures = [record.message for record in caplog.records if record.name == "bot.upkeep.nightly"]
    assert set(failures) == {"the nightly backup failed: DatabaseMissing"}
    assert len(failures) >= 2
