"""Progress of a broadcast, shown to its sender in one message that finally names those it has missed."""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from math import inf

from telegram import InlineKeyboardMarkup
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.outgoing.background import InBackground
from data.announcing.broadcasts import Broadcast, broadcasts_under_way, finish_broadcast, show_progress_in
from data.announcing.outcome import outcome
from data.people.people import Person, person_by_id
from handlers.announcing import keyboard
from handlers.announcing.texts import sent
from handlers.telegram.context import App
from handlers.telegram.sending import send
from handlers.wording import Html
from handlers.wording.wordings import language_of

log = logging.getLogger(__name__)

EVERY = 3.0
"""Seconds between two updates of the message; a chat takes one message a second, and answers come first."""


class ProgressUpdater(InBackground):
    """Checks every few seconds how far broadcasts are, and updates the messages that show it."""

    def __init__(self, app: App, monotonic: Callable[[], float]) -> None:
        super().__init__("the progress of a broadcast could not be shown")
        self._app, self._monotonic = app, monotonic
        self._looked_at = -inf
        self._said: dict[int, Html] = {}

    def begin(self) -> None:
        """Start an update if one is due."""
        if self.until_next() <= 0:
            self._begin(self.show())

    def until_next(self) -> float:
        """Return the seconds until the next update is due; infinite if one is under way, whose end wakes the ticker, or
        if no broadcast is being sent."""
        if self._work is not None or not broadcasts_under_way(self._app.bot_data.db):
            return inf
        return max(self._looked_at + EVERY - self._monotonic(), 0)

    async def show(self) -> None:
        """Show how far each broadcast is."""
        self._looked_at = self._monotonic()
        for broadcast in broadcasts_under_way(self._app.bot_data.db):
            try:
                await self._show(broadcast)
            except TelegramError as error:
                log.warning("progress of broadcast %s: %s", broadcast.id, type(error).__name__)

    async def _show(self, broadcast: Broadcast) -> None:
        db, now = self._app.bot_data.db, outcome(self._app.bot_data.db, broadcast)
        sender = person_by_id(db, broadcast.person_id) if broadcast.person_id else None
        if sender is not None and sender.telegram_id:
            language = language_of(sender.language, None)
            text = sent.progress(broadcast, now, language)
            buttons = keyboard.progress(broadcast, now, language)
            if self._said.get(broadcast.id) != text:
                with suppress(Forbidden, BadRequest):  # a sender who has blocked the bot does not see the end
                    await self._tell(broadcast, sender, text, buttons, anew=now.over)
                self._said[broadcast.id] = text
        if now.over:
            finish_broadcast(db, broadcast.id, self._app.bot_data.now())
            self._said.pop(broadcast.id, None)

    async def _tell(
        self, broadcast: Broadcast, sender: Person, text: Html, buttons: InlineKeyboardMarkup, *, anew: bool
    ) -> None:
        """Edit the message that shows the progress. Send a new one if the message is gone, or if `anew` and newer
        messages stand below it."""
        chat_id, message_id = sender.telegram_id or 0, broadcast.message_id
        chat = self._app.bot_data.last_messages.in_chat(chat_id)
        below = anew and message_id is not None and chat.has_newer(message_id)
        if message_id is not None and not below:
            try:
                await self._app.bot.edit_message_text(
                    text, chat_id, message_id, parse_mode=ParseMode.HTML, reply_markup=buttons
                )
                return
            except BadRequest as error:
                if "not modified" in error.message:
                    return
        message = await send(self._app.bot, chat_id, text, buttons)
        self._app.bot_data.last_messages.note(message)
        show_progress_in(self._app.bot_data.db, broadcast.id, message.message_id)
        if below and message_id is not None:
            await self._app.bot.edit_message_reply_markup(chat_id, message_id)

    def _note_end(self, task: asyncio.Task[None]) -> None:
        super()._note_end(task)
        self._app.bot_data.woken.set()
