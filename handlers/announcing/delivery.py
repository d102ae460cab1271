"""A broadcast or a nudge as it goes to one chat: a text, a file with words below it, or albums."""

from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from itertools import groupby
from typing import Any

from telegram import Bot, InlineKeyboardMarkup, InputMediaDocument, InputMediaPhoto, Message
from telegram.constants import ParseMode

from data.announcing.announcements import Announcement
from data.announcing.nudges import Nudged
from data.announcing.return_nudges import ReturnNudged
from data.reporting.attachments import Attachment
from handlers.announcing import keyboard
from handlers.announcing.texts import nudge, return_nudge, sent
from handlers.telegram import Html, Language, join, labels
from handlers.telegram.sending import send


@dataclass(slots=True)
class Progress:
    """How many parts of what goes out in several messages have `arrived`, and what hears of each that does. The part
    that is `uncertain` may have arrived before, where that is to be said."""

    arrived: int
    note: Callable[[int], None]
    uncertain: int = field(init=False)

    def __post_init__(self) -> None:
        self.uncertain = self.arrived

    def one_more(self) -> None:
        """One more part has arrived."""
        self._set(self.arrived + 1)

    def begin_anew(self) -> None:
        """Nothing is left of what had arrived."""
        self._set(0)

    def _set(self, arrived: int) -> None:
        self.arrived = arrived
        self.note(arrived)


async def deliver(
    bot: Bot,
    chat_id: int,
    announced: Announcement | Nudged | ReturnNudged,
    topic_id: int | None,
    today: date,
    language: Language,
    progress: Progress,
    *,
    repeated: bool,
) -> Message:
    """Send it, in a topic of a group where one is given; raises TelegramError. `repeated` when an earlier copy may have
    arrived."""
    chat = _Chat(bot, chat_id, topic_id)
    mark = labels.MAYBE_REPEATED(language) if repeated else Html("")
    if isinstance(announced, Nudged):
        text = join([mark, nudge.told(announced, language)])
        return await chat.write(text, keyboard.nudged(announced.tasks, language))
    if isinstance(announced, ReturnNudged):
        text = join([mark, return_nudge.told(announced, today, language)])
        return await chat.write(text, keyboard.nudged_returns(announced.returns, language))
    said = announced.broadcast.said
    text = join([mark, sent.notice(said, language)])
    buttons = keyboard.choices(announced.broadcast, language, announced.answered)
    if not said.files:
        return await chat.write(text, buttons)
    if len(said.files) == 1:
        return await chat.send_file(said.files[0], text, buttons)
    return await _send_albums(chat, said.files, text, mark, buttons, progress)


@dataclass(frozen=True, slots=True)
class _Chat:
    """Where it goes: a chat, or a topic of a group."""

    bot: Bot
    chat_id: int
    topic_id: int | None

    async def write(self, text: Html, buttons: InlineKeyboardMarkup | None) -> Message:
        """Send words alone."""
        return await send(self.bot, self.chat_id, text, buttons, self.topic_id)

    async def send_file(self, file: Attachment, text: Html, buttons: InlineKeyboardMarkup | None = None) -> Message:
        """Send a photo or document, with words below it."""
        send_file = self.bot.send_photo if file.kind == "photo" else self.bot.send_document
        return await send_file(
            self.chat_id,
            file.file_id,
            caption=text or None,
            reply_markup=buttons,
            parse_mode=ParseMode.HTML,
            message_thread_id=self.topic_id,
        )

    async def send_album(self, album: Sequence[Attachment], words: Html) -> Message:
        """Send files of a kind, with words below the first."""
        if len(album) == 1:
            return await self.send_file(album[0], words)
        kind = InputMediaPhoto if album[0].kind == "photo" else InputMediaDocument
        sent_album = await self.bot.send_media_group(
            self.chat_id,
            [kind(each.file_id) for each in album],
            caption=words or None,
            parse_mode=ParseMode.HTML,
            message_thread_id=self.topic_id,
        )
        return sent_album[0]


async def _send_albums(
    chat: _Chat,
    files: Sequence[Attachment],
    text: Html,
    mark: Html,
    buttons: InlineKeyboardMarkup | None,
    progress: Progress,
) -> Message:
    """Several files, those of a kind that follow one another together; the words stand below the first, and with
    buttons, which an album cannot have, in a message behind them. What has arrived before a failure is not sent again;
    the part that failed has the mark of what may have arrived."""
    parts: list[Callable[[], Coroutine[Any, Any, Message]]] = []
    for place, (_, album) in enumerate(groupby(files, key=lambda file: file.kind)):
        words = mark if place == progress.uncertain else Html("")
        words = text if place == 0 and buttons is None else words
        parts.append(partial(chat.send_album, list(album), words))
    if buttons is not None:
        parts.append(partial(chat.write, text, buttons))
    *before, last = parts
    for part in before[progress.arrived :]:
        await part()
        progress.one_more()
    return await last()
