"""Removing lines from the digest in a chat as soon as they are dealt with."""

import logging
from typing import cast

from telegram import InlineKeyboardMarkup
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.incoming.order import OnePersonAtATime
from bot.outgoing.background import InBackground
from bot.outgoing.limiter import Limiter, sending_notices
from data.notices.digests import (
    StandingDigest,
    changed_units,
    mark_digests_checked,
    newest_digests,
    outdated_digest,
    store_lines_shown,
)
from handlers.notices.digest import present_digest
from handlers.telegram.context import App
from handlers.wording.wordings import language_of

log = logging.getLogger(__name__)


class DigestRedrawer(InBackground):
    """Edits the digests shown in chats when something has changed in their units."""

    def __init__(self, app: App, limiter: Limiter) -> None:
        super().__init__("a digest could not be redrawn")
        self._app, self._limiter = app, limiter

    def is_due(self) -> bool:
        """Return whether something has changed in any unit."""
        return bool(changed_units(self._app.bot_data.db))

    def begin(self) -> None:
        """Start redrawing if something has changed, unless already running."""
        if self._work is None and self.is_due():
            self._begin(self.redraw())

    async def redraw(self) -> None:
        """Redraw every digest that shows more lines than are left. If one fails, so that it is tried again next time,
        the others are redrawn all the same."""
        services = self._app.bot_data
        changed = changed_units(services.db)
        failures = list[str]()
        for chat_id, outbox_id in newest_digests(services.db, changed, services.now()).items():
            try:
                await self._redraw(chat_id, outbox_id)
            except TelegramError as error:
                failures.append(type(error).__name__)
        if failures:
            log.warning("%d digests could not be redrawn: %s", len(failures), failures[0])
        else:
            mark_digests_checked(services.db, changed)

    async def _redraw(self, chat_id: int, outbox_id: int) -> None:
        """Redraw one digest when its turn has come and no update of the person is being handled. A dialog opened in the
        digest's message in the meantime keeps it."""
        if self._outdated(outbox_id) is None:
            return
        await self._limiter.take_turn(chat_id)
        async with cast(OnePersonAtATime, self._app.update_processor).turn_of(chat_id):
            if (digest := self._outdated(outbox_id)) is not None:
                await self._show(digest)
                store_lines_shown(self._app.bot_data.db, digest)

    def _outdated(self, outbox_id: int) -> StandingDigest | None:
        services = self._app.bot_data
        return outdated_digest(services.db, outbox_id, services.now())

    async def _show(self, digest: StandingDigest) -> None:
        language = language_of(digest.said.person.language if digest.said.person else None, None)
        text, rows = present_digest(digest.said, digest.outbox_id, digest.day, language)
        try:
            with sending_notices(booked=True):
                await self._app.bot.edit_message_text(
                    text,
                    digest.chat_id,
                    digest.message_id,
                    parse_mode=ParseMode.HTML,
                    reply_markup=InlineKeyboardMarkup(rows) if rows else None,
                )
        except (BadRequest, Forbidden) as error:
            log.info("a digest stays as it is: %s", error.message)
