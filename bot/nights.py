"""Every night a backup, checked before it counts."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime

from bot.settings import Settings
from data.backups import backup_folder, nightly_backup
from data.errors import Refusal

log = logging.getLogger(__name__)

LOOK_EVERY_SECONDS = 600


async def keep_backups(
    settings: Settings, now: Callable[[], datetime], sleep: Callable[[float], Awaitable[object]]
) -> None:
    """Make the night's backup whenever one is due, as long as the process runs; a failure is logged, tried again."""
    while True:
        await back_up_tonight(settings, now())
        await sleep(LOOK_EVERY_SECONDS)


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
