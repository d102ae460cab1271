"""The running process: from the first call to Telegram to the last answer."""

import asyncio
import signal

from telegram import Update

from bot.assembly import build_application, introduce
from bot.clock import Clock
from bot.schedule import start_ticking
from bot.settings import Settings
from data.store import Database
from handlers.context import App

ALLOWED_UPDATES = [Update.MESSAGE, Update.CALLBACK_QUERY, Update.MY_CHAT_MEMBER]
FOR_EVER = -1


async def start_bot(app: App) -> None:
    """Reach Telegram, begin to poll, and let the clock tick. Raises InvalidToken."""
    await app.initialize()
    await introduce(app)
    assert app.updater is not None
    await app.updater.start_polling(allowed_updates=ALLOWED_UPDATES, bootstrap_retries=FOR_EVER)
    await app.start()
    start_ticking(app)


async def stop_bot(app: App) -> None:
    """Stop asking for updates, answer what has come in, and let go of everything."""
    if app.updater is not None and app.updater.running:
        await app.updater.stop()
    if app.running:
        await app.stop()
    await app.shutdown()


async def run_until_stopped(settings: Settings, db: Database, clock: Clock) -> None:
    """Run the bot until SIGINT or SIGTERM. Raises InvalidToken, and TelegramError when Telegram cannot be reached."""
    app = build_application(settings, db, clock.now)
    try:
        await start_bot(app)
        await stop_signal()
    finally:
        await stop_bot(app)


async def stop_signal() -> None:
    """Wait for SIGINT or SIGTERM."""
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for each in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(each, stopped.set)
    await stopped.wait()
