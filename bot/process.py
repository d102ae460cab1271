"""Start, run and stop of the bot's process."""

import asyncio
import gc
import logging
import signal
from typing import cast

from telegram.error import InvalidToken, TelegramError

from bot.app import LiaisonBot, build_application, introduce
from bot.clock import Clock
from bot.incoming.order import OnePersonAtATime
from bot.settings import Settings
from bot.upkeep import guard
from bot.upkeep.health import touch_heart_file
from bot.upkeep.nightly import keep_backups
from bot.upkeep.watchdog import Pauses, watch_pulse
from data.notices.silences import end_silences
from data.standing.rows import ensure_rows
from data.store import Database

log = logging.getLogger(__name__)

GRACE = 8.0
"""Seconds that stopping waits for answers in progress; `docker stop` kills after ten."""


async def start_bot(app: LiaisonBot) -> None:
    """Connect to Telegram, replay unfinished updates, and start the receiver and the ticker; set the menus when all
    that is done. Raises TelegramError."""
    services = app.bot_data
    ensure_rows(services.db, services.now())
    services.words.current()
    await app.initialize()
    end_silences(services.db, services.now())
    await app.start()
    app.inbox.replay(app.suspects)
    await app.receiver.start()
    await app.ticker.start()
    await introduce(app)


async def stop_bot(app: LiaisonBot) -> None:
    """Stop receiving, let pending answers and messages finish, and close everything. What takes longer than GRACE
    seconds is cancelled and left to the next start, as after a kill."""
    await app.receiver.stop()
    app.inbox.close()
    try:
        async with asyncio.timeout(GRACE):
            await asyncio.gather(app.ticker.stop(), *([app.stop()] if app.running else []))
    except TimeoutError:
        log.warning("what is not answered yet is left to the next start")
        await cast(OnePersonAtATime, app.update_processor).break_off()
    finally:
        app.inbox.note_handled()
        await app.shutdown()
        for client in app.clients:
            await client.shutdown()


async def run_until_stopped(settings: Settings, db: Database, clock: Clock) -> None:
    """Run the bot until SIGINT or SIGTERM, under the guard against hangs. Raises BadSetting, InvalidToken, or NoUpdates
    if Telegram stays out of reach."""
    async with guard.guarded():
        await _run_until_stopped(settings, db, clock)


async def _run_until_stopped(settings: Settings, db: Database, clock: Clock) -> None:
    app = build_application(settings, db, clock.now)
    nights = keep_backups(settings, clock.now)
    heart = touch_heart_file(app, app.pulse, settings.database, asyncio.sleep)
    work = [_run(app), catch_stop_signals().wait(), watch_pulse(app.pulse, asyncio.sleep), nights, heart]
    tasks = [asyncio.create_task(each) for each in work]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for each in done:
            each.result()
    finally:
        for each in tasks:
            each.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await stop_bot(app)


def catch_stop_signals() -> asyncio.Event:
    """Return an event that SIGINT and SIGTERM set from now on, instead of ending the process."""
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for each in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(each, stopped.set)
    return stopped


def exempt_from_collection() -> None:
    """Exempt all present objects from garbage collection: they last as long as the process, and checking them again and
    again would take a tenth of the time of every answer."""
    gc.collect()
    gc.freeze()


async def _run(app: LiaisonBot) -> None:
    """Start the bot, trying again until Telegram can be reached, then let it run."""
    pauses = Pauses(app.pulse)
    while not app.running:
        try:
            await start_bot(app)
        except InvalidToken:
            raise
        except TelegramError as error:
            log.warning("Telegram cannot be reached yet: %s: %s", type(error).__name__, error)
            await asyncio.sleep(pauses.after(error))
    exempt_from_collection()
    log.info("@%s is running", app.bot.username)
    await asyncio.Event().wait()
