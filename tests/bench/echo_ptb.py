"""A minimal echo bot on python-telegram-bot."""

import os
from typing import Any

from telegram import Update
from telegram.ext import Application, MessageHandler, filters


async def echo(update: Update, context: Any) -> None:
    """Repeat the message."""
    assert update.message is not None and update.message.text is not None
    await update.message.reply_text(update.message.text)


def main() -> None:
    """Poll until the process is ended."""
    root = f"{os.environ['TELEGRAM_API_URL']}/bot"
    app = Application.builder().token(os.environ["TELEGRAM_BOT_TOKEN"]).base_url(root).build()
    app.add_handler(MessageHandler(filters.TEXT, echo))
    app.run_polling()


if __name__ == "__main__":
    main()
