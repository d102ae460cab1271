"""A broadcast or a nudge as it goes to one chat: a text, or a file with words below it."""

from datetime import date

from telegram import Bot, Message
from telegram.constants import ParseMode

from data.announcing.announcements import Announcement
from data.announcing.nudges import Nudged
from data.announcing.return_nudges import ReturnNudged
from handlers.announcing import keyboard
from handlers.announcing.texts import nudge, return_nudge, sent
from handlers.telegram import labels
from handlers.telegram.sending import send
from handlers.telegram.wording import Html, Language, join


async def deliver(
    bot: Bot,
    chat_id: int,
    announced: Announcement | Nudged | ReturnNudged,
    topic_id: int | None,
    today: date,
    language: Language,
    *,
    repeated: bool,
) -> Message:
    """Send it, in a topic of a group where one is given; raises TelegramError. `repeated` when an earlier copy may have
    arrived."""
    mark = labels.MAYBE_REPEATED(language) if repeated else Html("")
    if isinstance(announced, Nudged):
        text = join([mark, nudge.told(announced, language)])
        return await send(bot, chat_id, text, keyboard.nudged(announced.tasks, language))
    if isinstance(announced, ReturnNudged):
        text = join([mark, return_nudge.told(announced, today, language)])
        return await send(bot, chat_id, text, keyboard.nudged_returns(announced.returns, language))
    return await _deliver_broadcast(bot, chat_id, topic_id, announced, mark, language)


async def _deliver_broadcast(
    bot: Bot, chat_id: int, topic_id: int | None, announced: Announcement, mark: Html, language: Language
) -> Message:
    broadcast = announced.broadcast
    text = join([mark, sent.notice(broadcast.said, language)])
    buttons, file = keyboard.choices(broadcast, language, announced.answered), broadcast.said.file
    if file is None:
        return await send(bot, chat_id, text, buttons, topic_id)
    send_file = bot.send_photo if file.kind == "photo" else bot.send_document
    return await send_file(
        chat_id,
        file.file_id,
        caption=text,
        reply_markup=buttons,
        parse_mode=ParseMode.HTML,
        message_thread_id=topic_id,
    )
