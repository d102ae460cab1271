"""Sending of one message claimed from the outbox, with each kind of failure told apart."""

import logging
from collections.abc import Coroutine, Sequence
from contextlib import suppress
from datetime import timedelta
from typing import Any

from telegram import Message
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.outgoing.client import NOT_SENT
from bot.outgoing.group_posts import language_in, post_in_group, post_in_topic
from bot.outgoing.limiter import sending_notices
from data.announcing.coming_announcements import Announcement, announcement
from data.announcing.nudges import NudgeLetter, nudge_letter
from data.letters import Letter
from data.notices import outbox
from data.notices.contents import Content, content_to_send
from data.notices.digests import content_of_sent_digest, previous_digest
from data.notices.groups import move_group
from data.notices.letter_contents import Correspondence, correspondence
from data.notices.outbox import Claimed
from data.notices.rules import Audience
from data.notices.unreachable import give_up_on
from data.people.last_shown import keep_last_shown
from data.people.people import Person
from data.store import transaction
from data.summary.regular_summaries import SummaryLetter, summary_letter
from handlers.announcing.delivery import DeliveryProgress, deliver
from handlers.notices.letters import letter_message
from handlers.notices.morning import entry_name, morning_message
from handlers.notices.texts.digest import replaced
from handlers.summary.views import summary_message
from handlers.telegram.context import App
from handlers.telegram.sending import Keyboard, send
from handlers.telegram.unanswered import retry_seconds
from handlers.wording import Html, Language, join, labels
from handlers.wording.wordings import language_of

log = logging.getLogger(__name__)

Said = Content | list[Correspondence] | Announcement | NudgeLetter | SummaryLetter
"""The possible contents of a message."""
RETRY = timedelta(seconds=30)
ROOM = 3500
"""The most characters of several letters joined in one message."""
UNREACHABLE = ("blocked by the user", "user is deactivated", "bot was kicked", "chat not found")
"""Telegram's errors for a user who cannot be reached any more; other errors 403 may have another cause."""


async def send_one(app: App, claimed: Claimed) -> bool:
    """Send a claimed message whose turn is booked, store the outcome, and return whether it arrived. Raises
    InvalidToken, after which nothing more can be sent."""
    services = app.bot_data
    said = _content_at_claim(app, claimed)
    if said is None:
        return False
    try:
        with sending_notices(booked=True):
            message_id = await _deliver(app, claimed, said)
    except TelegramError as error:
        _store_failure(app, claimed, error)
        if isinstance(error, InvalidToken):
            raise
        return False
    with transaction(services.db):
        outbox.mark_sent(services.db, claimed, message_id, services.now())
        shown = services.last_messages.to_keep
        keep_last_shown(services.db, {each: shown[each] for each in shown if each == claimed.chat_id})
    return True


def _content_at_claim(app: App, claimed: Claimed) -> Said | None:
    """Return the content of a message as of its claim; None if nothing in it still applies."""
    services = app.bot_data
    match claimed.letter:
        case None:
            return content_to_send(services.db, claimed, claimed.at)
        case Letter.BROADCAST:
            return announcement(services.db, claimed, claimed.at)
        case Letter.NUDGE:
            return nudge_letter(services.db, claimed, claimed.at)
        case Letter.SUMMARY:
            return summary_letter(services.db, claimed, claimed.at)
        case _:
            return _letters(app, claimed)


def _letters(app: App, claimed: Claimed) -> list[Correspondence] | None:
    """Return a letter and the ones joined to it that still apply. If the letter itself does not, release the others and
    return None."""
    first, *others = [correspondence(app.bot_data.db, each, claimed.at) for each in (claimed, *claimed.beside)]
    if first is None:
        outbox.release(app.bot_data.db, claimed)
        return None
    return [first, *(each for each in others if each)]


async def _deliver(app: App, claimed: Claimed, said: Said) -> int:
    match said:
        case Announcement() | NudgeLetter():
            return await _deliver_in_parts(app, claimed, said)
        case list():
            return await _deliver_letter(app, claimed, said)
        case SummaryLetter():
            return await _deliver_summary(app, claimed, said)
        case _:
            return await _deliver_notice(app, claimed, said)


async def _deliver_in_parts(app: App, claimed: Claimed, said: Announcement | NudgeLetter) -> int:
    """Send what may be several messages; parts that arrived in an earlier attempt are not sent again."""
    db, today, language = app.bot_data.db, app.bot_data.today(), _language(app, claimed, said.person)
    progress = DeliveryProgress(claimed.parts_sent, lambda parts: outbox.note_parts(db, claimed, parts))

    async def post(topic: int | None) -> Message:
        return await deliver(
            app.bot, claimed.chat_id, said, topic, today, language, progress, repeated=claimed.repeated
        )

    sent = await post_in_topic(app, claimed.chat_id, post, lambda: progress.count(0))
    app.bot_data.last_messages.note(sent)
    return sent.message_id


def _language(app: App, claimed: Claimed, person: Person | None) -> Language:
    return language_of(person.language, None) if person else language_in(app, claimed.chat_id)


async def _deliver_notice(app: App, claimed: Claimed, said: Content) -> int:
    if claimed.audience is Audience.GROUP:
        return await post_in_group(app, claimed, said.entries, said.today)
    language = _language(app, claimed, said.person)
    text, keyboard = morning_message(said, claimed, language)
    return await _send(app, claimed, text, keyboard)


def shrink_replaced_digest(app: App, claimed: Claimed) -> Coroutine[Any, Any, None] | None:
    """Return a coroutine that shrinks the digest before a newly arrived one to a line without buttons; None if there is
    no such digest. Its turn must be booked. Failures are ignored."""
    services = app.bot_data
    before = previous_digest(services.db, claimed.id, claimed.chat_id, services.now())
    if before is None:
        return None
    said = content_of_sent_digest(services.db, claimed.id, claimed.chat_id, services.now())
    language = language_of(said.person.language if said.person else None, None)
    now = {entry_name(entry, language) for entry in said.entries}
    named = {entry_name(entry, language): entry.rule for entry in before.entries}
    left = [(rule, name) for name, rule in named.items() if name not in now]
    text = replaced(before, left, language, said.today)
    return _edit(app, claimed.chat_id, before.message_id, text)


async def _edit(app: App, chat_id: int, message_id: int, text: Html) -> None:
    with suppress(TelegramError), sending_notices(booked=True):
        await app.bot.edit_message_text(text, chat_id, message_id, parse_mode=ParseMode.HTML)


async def _deliver_letter(app: App, claimed: Claimed, said: Sequence[Correspondence]) -> int:
    language = language_of(said[0].person.language, None)
    text, keyboard = letter_message(said, language, claimed.repeated)
    if len(said) > 1 and len(text) > ROOM:
        outbox.release(app.bot_data.db, claimed)
        text, keyboard = letter_message(said[:1], language, claimed.repeated)
    return await _send(app, claimed, text, keyboard)


async def _deliver_summary(app: App, claimed: Claimed, said: SummaryLetter) -> int:
    language = _language(app, claimed, said.person)
    words, keyboard = summary_message(said, language)
    text = join([labels.repeated_mark(claimed.repeated, language), words])
    return await _send(app, claimed, text, keyboard)


async def _send(app: App, claimed: Claimed, text: Html, keyboard: Keyboard) -> int:
    sent = await post_in_topic(
        app, claimed.chat_id, lambda topic: send(app.bot, claimed.chat_id, text, keyboard, topic)
    )
    app.bot_data.last_messages.note(sent)
    return sent.message_id


def _store_failure(app: App, claimed: Claimed, error: TelegramError) -> None:
    """Store what a failure means for the message: not sent, never to be sent, or uncertain."""
    db, now, name = app.bot_data.db, app.bot_data.now(), type(error).__name__
    log.warning("notice %s to %s: %s", claimed.id, claimed.chat_id, name)
    match error:
        case RetryAfter():
            outbox.mark_unsent(db, claimed, now + timedelta(seconds=retry_seconds(error.retry_after)), name)
        case ChatMigrated():
            move_group(db, claimed.chat_id, error.new_chat_id)
            outbox.mark_unsent(db, claimed, now, name)
        case Forbidden() | BadRequest() if any(words in error.message.lower() for words in UNREACHABLE):
            give_up_on(db, claimed, outbox.UNREACHABLE, now)
        case Forbidden() | BadRequest():
            outbox.mark_dead(db, claimed, outbox.REFUSED)
        case InvalidToken():
            outbox.mark_unsent(db, claimed, now + RETRY, name)
        case NetworkError() if isinstance(error.__cause__, NOT_SENT) or "Too Many Requests" in error.message:
            outbox.mark_unsent(db, claimed, now + RETRY, name)
        case _:
            outbox.mark_uncertain(db, claimed, now, name)
