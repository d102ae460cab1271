"""A broadcast as it goes to one chat: a text, or a file with words below it."""

from telegram import Bot, Message
from telegram.constants import ParseMode

from data.announcing.announcements import Announcement
from handlers.announcing import keyboard
from handlers.announcing.texts import sent
from handlers.telegram import labels
from handlers.telegram.sending import send
from handlers.telegram.wording import Html, join, language_of


async def deliver(bot: Bot, chat_id: int, announcement: Announcement, *, repeated: bool) -> Message:
    """Send it; raises TelegramError. `repeated` when an earlier copy may have arrived."""
    broadcast = announcement.broadcast
    language = language_of(announcement.person.language if announcement.person else None, None)
    mark = labels.MAYBE_REPEATED(language) if repeated else Html("")
    text = join([mark, sent.notice(broadcast.said, language)])
    buttons, file = keyboard.choices(broadcast, language, announcement.answered), broadcast.said.file
    if file is None:
        return await send(bot, chat_id, text, buttons)
    if file.kind == "photo":
        return await bot.send_photo(chat_id, file.file_id, text, reply_markup=buttons, parse_mode=ParseMode.HTML)
    return await bot.send_document(chat_id, file.file_id, text, reply_markup=buttons, parse_mode=ParseMode.HTML)
