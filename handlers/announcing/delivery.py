"""Sending one broadcast or nudge to one chat: as a text, a file with a caption, or albums."""

from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby
from typing import Any

from telegram import Bot, InlineKeyboardMarkup, Message
from telegram.constants import ParseMode

from data.announcing.coming_announcements import Announcement
from data.announcing.nudges import NudgeLetter
from data.reporting.attachments import Attachment
from handlers.announcing import keyboard
from handlers.announcing.texts import nudge, sent
from handlers.telegram.albums import send_files
from handlers.telegram.sending import send
from handlers.wording import NOTHING, Html, Language, join, labels


@dataclass(slots=True)
class DeliveryProgress:
    """How many parts of a delivery have `arrived`; `note` is called with every new count."""

    arrived: int
    note: Callable[[int], None]

    def count(self, arrived: int) -> None:
        """Count so many parts as arrived."""
        self.arrived = arrived
        self.note(arrived)


async def deliver(
    bot: Bot,
    chat_id: int,
    announced: Announcement | NudgeLetter,
    topic_id: int | None,
    today: date,
    language: Language,
    progress: DeliveryProgress,
    *,
    repeated: bool,
) -> Message:
    """Send a broadcast or nudge to a chat, or a topic in it, marked if `repeated`. Raises TelegramError."""
    mark = labels.repeated_mark(repeated, language)
    if isinstance(announced, NudgeLetter):
        text = join([mark, nudge.message(announced.asked, announced.words, today, language)])
        return await send(bot, chat_id, text, keyboard.below_nudge(announced.asked, language))
    broadcast = announced.broadcast
    text = join([mark, sent.broadcast_text(broadcast.said, language, asked_before=announced.asked_before)])
    buttons, files = keyboard.answer_choices(broadcast, language, announced.answered), broadcast.said.files
    if not files:
        return await send(bot, chat_id, text, buttons, topic_id)
    if len(files) == 1:
        return await _send_album(bot, chat_id, topic_id, files, text, reply_markup=buttons)
    return await _send_albums(bot, chat_id, topic_id, files, text, mark, buttons, progress)


async def _send_albums(
    bot: Bot,
    chat_id: int,
    topic_id: int | None,
    files: Sequence[Attachment],
    text: Html,
    mark: Html,
    buttons: InlineKeyboardMarkup | None,
    progress: DeliveryProgress,
) -> Message:
    """Send several files as albums, those of a kind together. The text is the caption of the first or, as albums
    cannot have buttons, a message below them. Parts that arrived before a failure are not sent again; the next one may
    have arrived, too, and has the `mark` of what was possibly sent before."""
    parts: list[Callable[[], Coroutine[Any, Any, Message]]] = []
    for place, (_, album) in enumerate(groupby(files, key=lambda file: file.kind)):
        words = mark if place == progress.arrived else NOTHING
        words = text if place == 0 and buttons is None else words
        parts.append(partial(_send_album, bot, chat_id, topic_id, list(album), words))
    if buttons is not None:
        parts.append(partial(send, bot, chat_id, text, buttons, topic_id))
    *before, last = parts
    for part in before[progress.arrived :]:
        await part()
        progress.count(progress.arrived + 1)
    return await last()


async def _send_album(
    bot: Bot, chat_id: int, topic_id: int | None, album: Sequence[Attachment], words: Html, **buttons: Any
) -> Message:
    ids, more = [each.file_id for each in album], {"parse_mode": ParseMode.HTML, "message_thread_id": topic_id}
    return (await send_files(bot, chat_id, album[0].kind, ids, words or None, **more, **buttons))[0]
