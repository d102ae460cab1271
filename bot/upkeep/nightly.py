"""Every night a backup, checked before it counts; and day and night a look at the room that is left on the disk."""

import asyncio
import logging
import shutil
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import datetime

from bot.settings import Settings
from data.errors import Refusal
from data.health.examination import examine_disk
from data.health.findings import Level
from data.store.backups import backup_folder, nightly_backup

log = logging.getLogger(__name__)

LOOK_EVERY_SECONDS = 600


async def keep_backups(
    settings: Settings, now: Callable[[], datetime], sleep: Callable[[float], Awaitable[object]]
) -> None:
    """Make the night's backup whenever one is due, as long as the process runs; a failure is logged, tried again. Less
    than 200 MB on the disk are logged, too."""
    while True:
        with suppress(OSError):
            warn_of_little_room(shutil.disk_usage(settings.database.absolute().parent).free)
        await back_up_tonight(settings, now())
        await sleep(LOOK_EVERY_SECONDS)


def warn_of_little_room(free: int) -> None:
    """Log that there is little room on the disk, when so few bytes are `free`."""
    if examine_disk(free).level is Level.WRONG:
        log.warning("only %d MB are free on the disk", free // 1_048_576)


async def back_up_tonight(settings: Settings, now: datetime) -> None:
    """One look: make the backup if it is due, in a thread, so that nobody waits for it."""
    folder = backup_folder(settings.database)
    try:
        made = await asyncio.to_thread(nightly_backup, settings.database, folder, now, settings.zone)
    except (Refusal, OSError) as error:
        log.error("the nightly backup failed: %s", type(error).__name__)
        return
    if made is not None:
        log.info("backup made: %s", made.name)
