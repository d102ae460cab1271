"""Sending one broadcast or nudge to one chat: as a text, a file with a caption, or albums."""

from collections.abc import Callable, Coroutine, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from itertools import groupby
from typing import Any

from telegram import Bot, InlineKeyboardMarkup, InputMediaDocument, InputMediaPhoto, Message
from telegram.constants import ParseMode

from data.announcing.coming_announcements import Announcement
from data.announcing.nudges import NudgeLetter
from data.reporting.attachments import Attachment
from handlers.announcing import keyboard
from handlers.announcing.texts import nudge, sent
from handlers.telegram import Html, Language, join, labels
from handlers.telegram.sending import send


@dataclass(slots=True)
class DeliveryProgress:
    """How many parts of a delivery have `arrived`; `note` is called with every new count. The part with index
    `uncertain` may already have arrived in an earlier attempt, and is marked as such."""

    arrived: int
    note: Callable[[int], None]
    uncertain: int = field(init=False)

    def __post_init__(self) -> None:
        self.uncertain = self.arrived

    def one_more(self) -> None:
        """Count one more part as arrived."""
        self._set(self.arrived + 1)

    def begin_anew(self) -> None:
        """Count no part as arrived."""
        self._set(0)

    def _set(self, arrived: int) -> None:
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
    """Send a broadcast or nudge to a chat, or to a topic in it. `repeated` marks it as possibly sent before. Raises
    TelegramError."""
    mark = labels.MAYBE_REPEATED(language) if repeated else Html("")
    if isinstance(announced, NudgeLetter):
        text = join([mark, nudge.message(announced.asked, announced.words, today, language)])
        return await send(bot, chat_id, text, keyboard.below_nudge(announced.asked, language))
    broadcast = announced.broadcast
    text = join([mark, sent.broadcast_text(broadcast.said, language)])
    buttons, files = keyboard.answer_choices(broadcast, announced.answered), broadcast.said.files
    if not files:
        return await send(bot, chat_id, text, buttons, topic_id)
    if len(files) == 1:
        return await _send_file(bot, chat_id, topic_id, files[0], text, buttons)
    return await _send_albums(bot, chat_id, topic_id, files, text, mark, buttons, progress)


async def _send_file(
    bot: Bot, chat_id: int, topic_id: int | None, file: Attachment, text: Html, buttons: InlineKeyboardMarkup | None
) -> Message:
    send_file = bot.send_photo if file.kind == "photo" else bot.send_document
    return await send_file(
        chat_id,
        file.file_id,
        caption=text or None,
        reply_markup=buttons,
        parse_mode=ParseMode.HTML,
        message_thread_id=topic_id,
    )


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
    cannot have buttons, a message below them. Parts that arrived before a failure are not sent again; the one that
    failed is marked as possibly sent before."""
    parts: list[Callable[[], Coroutine[Any, Any, Message]]] = []
    for place, album in enumerate(_albums(files)):
        words = mark if place == progress.uncertain else Html("")
        words = text if place == 0 and buttons is None else words
        parts.append(partial(_send_album, bot, chat_id, topic_id, album, words))
    if buttons is not None:
        parts.append(partial(send, bot, chat_id, text, buttons, topic_id))
    *before, last = parts
    for part in before[progress.arrived :]:
        await part()
        progress.one_more()
    return await last()


async def _send_album(
    bot: Bot, chat_id: int, topic_id: int | None, album: Sequence[Attachment], words: Html
) -> Message:
    if len(album) == 1:
        return await _send_file(bot, chat_id, topic_id, album[0], words, None)
    ids = [each.file_id for each in album]
    photos = [InputMediaPhoto(each) for each in ids] if album[0].kind == "photo" else None
    sent_album = await bot.send_media_group(
        chat_id,
        photos or [InputMediaDocument(each) for each in ids],
        caption=words or None,
        parse_mode=ParseMode.HTML,
        message_thread_id=topic_id,
    )
    return sent_album[0]


def _albums(files: Sequence[Attachment]) -> Iterator[Sequence[Attachment]]:
    """Yield runs of consecutive files of the same kind."""
    for _, album in groupby(files, key=lambda file: file.kind):
        yield list(album)
