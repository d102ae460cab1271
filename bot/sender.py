"""Sending what waits in the outbox: one claimed message at a time, and every failure by its name."""

import logging
from datetime import timedelta

import httpx
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from data import outbox
from data.groups import move_group
from data.outbox import Claimed, Content
from data.reminders import Audience, Rule
from data.tasks import urgency
from handlers import keyboards
from handlers.context import App
from handlers.texts import notices as texts
from handlers.texts.wording import Html, Language, language_of

log = logging.getLogger(__name__)

RETRY = timedelta(seconds=30)
NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)


async def send_waiting(app: App) -> int:
    """Send everything that is due. Returns how many messages went out."""
    sent = 0
    while (claimed := outbox.claim(app.bot_data.db, app.bot_data.now())) is not None:
        sent += await send_one(app, claimed)
    return sent


async def send_one(app: App, claimed: Claimed) -> bool:
    """Send a claimed message as it reads now, and write down what became of it. True when it arrived."""
    services = app.bot_data
    said = outbox.content(services.db, claimed, services.now(), services.zone)
    if said is None:
        return False
    try:
        message_id = await _deliver(app, claimed, said)
    except TelegramError as error:
        _write_down(app, claimed, error)
        return False
    outbox.mark_sent(services.db, claimed, message_id, services.now())
    return True


async def _deliver(app: App, claimed: Claimed, said: Content) -> int:
    language: Language = language_of(said.person.language if said.person else None, None)
    group = sorted((entry.assignment for entry in said.entries), key=urgency)
    if claimed.audience is Audience.GROUP:
        text, keyboard = texts.group_list(group, language, claimed.repeated), None
    else:
        text = texts.digest(said, language, claimed.repeated)
        own = {entry.assignment.id for entry in said.entries if entry.rule is not Rule.NO_LIAISON}
        keyboard = keyboards.notice([each for each in group if each.id in own], language)
    message = await app.bot.send_message(claimed.chat_id, Html(text), parse_mode="HTML", reply_markup=keyboard)
    return message.message_id


def _write_down(app: App, claimed: Claimed, error: TelegramError) -> None:
    """What a failure means for the message: surely not sent, never to be sent, or uncertain (reliability C3)."""
    db, now, name = app.bot_data.db, app.bot_data.now(), type(error).__name__
    log.warning("notice %s to %s: %s", claimed.id, claimed.chat_id, name)
    match error:
        case RetryAfter():
            wait = error.retry_after
            seconds = wait if isinstance(wait, timedelta) else timedelta(seconds=wait)
            outbox.mark_unsent(db, claimed, now + seconds, name)
        case ChatMigrated():
            move_group(db, claimed.chat_id, error.new_chat_id)
            outbox.mark_unsent(db, claimed, now, name)
        case Forbidden() | BadRequest() | InvalidToken():
            outbox.mark_dead(db, claimed, name)
        case NetworkError() if isinstance(error.__cause__, NOT_SENT) or "Too Many Requests" in error.message:
            outbox.mark_unsent(db, claimed, now + RETRY, name)
        case _:
            outbox.mark_uncertain(db, claimed, now, name)
