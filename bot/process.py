"""The running process: from the first call to Telegram to the last answer."""

from telegram import Update

from bot.assembly import build_application
from bot.clock import Clock
from bot.schedule import start_ticking
from bot.settings import Settings
from data.store import Database

ALLOWED_UPDATES = [Update.MESSAGE, Update.CALLBACK_QUERY, Update.MY_CHAT_MEMBER]
FOR_EVER = -1


def run_bot(settings: Settings, db: Database, clock: Clock) -> None:
    """Run by polling until SIGINT or SIGTERM; what has come in is then still answered."""
    app = build_application(settings, db, clock.now)
    start_ticking(app)
    app.run_polling(allowed_updates=ALLOWED_UPDATES, bootstrap_retries=FOR_EVER)
