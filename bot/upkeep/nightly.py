"""Nightly backups, each checked before it counts, and a regular check of free disk space."""

import asyncio
import logging
import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.settings import Settings
from data.errors import Refusal
from data.health.examination import examine_disk
from data.health.findings import Level
from data.store.backups import backup_folder, nightly_backup

log = logging.getLogger(__name__)

LOOK_EVERY_SECONDS = 600.0


async def keep_backups(settings: Settings, now: Callable[[], datetime]) -> None:
    """Check for a due backup now and every ten minutes. A late check is still made, but only one at a time."""
    await check_for_backup(settings, now)
    scheduler = AsyncIOScheduler(timezone=UTC)
    scheduler.add_job(
        check_for_backup,
        "interval",
        (settings, now),
        seconds=LOOK_EVERY_SECONDS,
        misfire_grace_time=None,
        coalesce=True,
    )
    scheduler.start()
    try:
        await asyncio.Event().wait()
    finally:
        scheduler.shutdown(wait=False)


async def check_for_backup(settings: Settings, now: Callable[[], datetime]) -> None:
    """Make the night's backup if one is due; a failure is logged and retried next time. Also warn of low disk space."""
    with suppress(OSError):
        free = shutil.disk_usage(settings.database.absolute().parent).free
        if examine_disk(free).code.level is Level.WRONG:
            log.warning("only %d MB are free on the disk", free // 1_048_576)
    await back_up_tonight(settings, now())


async def back_up_tonight(settings: Settings, now: datetime) -> None:
    """Make the night's backup in a thread if it is due."""
    folder = backup_folder(settings.database)
    try:
        made = await asyncio.to_thread(nightly_backup, settings.database, folder, now, settings.zone)
    except (Refusal, OSError) as error:
        log.error("the nightly backup failed: %s", type(error).__name__)
        return
    except Exception:
        log.exception("the nightly backup failed")
        return
    if made is not None:
        log.info("backup made: %s", made.name)
