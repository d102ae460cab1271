"""A round of a statistics return as pictures or as a workbook, made beside the conversation and sent."""

import asyncio

from telegram import InputFile, InputMediaPhoto, Update

from data.exports.pictures.return_picture import return_picture
from data.exports.round_comparison import comparison_workbook, file_name
from data.returns.comparison import Comparison, comparison
from handlers.returns.texts import rounds as texts
from handlers.telegram.context import Context
from handlers.telegram.wording import plain

MOST_IN_AN_ALBUM = 10


async def send_picture(update: Update, context: Context, round_id: int) -> None:
    """The table of a round as pictures. Raises StaleButton."""
    assert update.effective_chat is not None
    found = comparison(context.db, round_id, context.today, context.zone)
    pictures = await asyncio.to_thread(return_picture, found, context.zone, context.language)
    caption, chat_id = _caption(context, found), update.effective_chat.id
    if len(pictures) == 1:
        context.bot_data.newest.note(await context.bot.send_photo(chat_id, pictures[0], caption=caption))
        return
    for start in range(0, len(pictures), MOST_IN_AN_ALBUM):
        album = [InputMediaPhoto(each) for each in pictures[start : start + MOST_IN_AN_ALBUM]]
        sent = await context.bot.send_media_group(chat_id, album, caption=caption)
        context.bot_data.newest.note(sent[-1])


async def send_workbook(update: Update, context: Context, round_id: int) -> None:
    """A round as a workbook. Raises StaleButton."""
    assert update.effective_chat is not None
    found = comparison(context.db, round_id, context.today, context.zone)
    content = await asyncio.to_thread(comparison_workbook, found, context.zone, context.language)
    file = InputFile(content, file_name(found.table.round, "xlsx", context.language))
    sent = await context.bot.send_document(update.effective_chat.id, file, caption=_caption(context, found))
    context.bot_data.newest.note(sent)


def _caption(context: Context, found: Comparison) -> str:
    return plain(texts.caption(found.found, context.today, context.language))
