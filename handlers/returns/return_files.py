"""A round of a statistics return as pictures or as a workbook, made beside the conversation and sent."""

import asyncio

from telegram import InputFile, Update

from data.exports.pictures.return_picture import return_picture
from data.exports.round_comparison import comparison_workbook, file_name
from data.returns.comparison import Comparison, comparison
from handlers.returns.texts import rounds as texts
from handlers.telegram.albums import MOST_IN_AN_ALBUM, send_album
from handlers.telegram.context import Context
from handlers.telegram.keyboards import in_rows
from handlers.telegram.wording import plain


async def send_picture(update: Update, context: Context, round_id: int) -> None:
    """The table of a round as pictures. Raises StaleButton."""
    assert update.effective_chat is not None
    found = comparison(context.db, round_id, context.today, context.zone)
    pictures = await asyncio.to_thread(return_picture, found, context.zone, context.language)
    for album in in_rows(pictures, MOST_IN_AN_ALBUM):
        await send_album(context, update.effective_chat.id, "photo", album, _caption(context, found))


async def send_workbook(update: Update, context: Context, round_id: int) -> None:
    """A round as a workbook. Raises StaleButton."""
    assert update.effective_chat is not None
    found = comparison(context.db, round_id, context.today, context.zone)
    content = await asyncio.to_thread(comparison_workbook, found, context.zone, context.language)
    file = InputFile(content, file_name(found.table.round, "xlsx", context.language))
    await send_album(context, update.effective_chat.id, "document", [file], _caption(context, found))


def _caption(context: Context, found: Comparison) -> str:
    return plain(texts.caption(found.found, context.today, context.language))
