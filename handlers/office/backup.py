"""The /backup command: a checked backup on the bot's machine; nothing of it is sent."""

import asyncio

from telegram import Update

from data.store import path_of
from data.store.backups import back_up_when_asked
from handlers.office.texts.backups import backed_up
from handlers.telegram import Context, answer


async def backup_command(update: Update, context: Context) -> None:
    """Make a backup and tell the coordinator what it holds and where it is."""
    made = await asyncio.to_thread(back_up_when_asked, path_of(context.db), context.now, context.zone)
    await answer(update, context, backed_up(*made, context.language))
