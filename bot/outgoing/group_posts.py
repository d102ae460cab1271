"""Posts in groups: sent to the group's topic; one that repeats the last post changes that one instead."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import date

from telegram import Message
from telegram.constants import ParseMode
from telegram.error import BadRequest

from data.notices.groups import bound_group, forget_topic
from data.notices.messages import last_post, note_post
from data.notices.outbox import Claimed
from data.notices.rules import Entry, Rule
from handlers.notices.texts.group_posts import NO_CHANGE, group_post
from handlers.telegram.context import App
from handlers.telegram.sending import TOPIC_CLOSED, is_topic_gone, send
from handlers.wording import Html, Language, day_text, join
from handlers.wording.wordings import language_of


async def post_in_group(app: App, claimed: Claimed, entries: Sequence[Entry], today: date) -> int:
    """Post `entries` in a group or, if the last post of the kind has the same text, mark that one as unchanged. Return
    the message id. Raises TelegramError."""
    db, language = app.bot_data.db, language_in(app, claimed.chat_id)
    text = group_post(entries, language)
    kind = "list" if any(entry.rule is Rule.GROUP_DIGEST for entry in entries) else "day"
    before = last_post(db, claimed.chat_id, kind)
    if (
        before is not None
        and before[0] == text
        and await _mark_unchanged(
            app, claimed.chat_id, before[1], join([text, NO_CHANGE(language, day=day_text(today, language, today))])
        )
    ):
        return before[1]
    shown = group_post(entries, language, claimed.repeated)
    sent = await post_in_topic(
        app, claimed.chat_id, lambda topic: send(app.bot, claimed.chat_id, shown, topic_id=topic)
    )
    note_post(db, claimed.chat_id, kind, text, sent.message_id)
    return sent.message_id


async def post_in_topic(
    app: App,
    chat_id: int,
    post: Callable[[int | None], Awaitable[Message]],
    gone_with_it: Callable[[], None] = lambda: None,
) -> Message:
    """Call `post` with the topic that the group is bound to. If the topic is closed or gone, unbind it and post in the
    group as a whole; if it was deleted with its posts, call `gone_with_it` first."""
    group = bound_group(app.bot_data.db, chat_id)
    topic = group.topic_id if group else None
    try:
        return await post(topic)
    except BadRequest as error:
        if topic is None or not is_topic_gone(error):
            raise
        if TOPIC_CLOSED not in error.message.lower():
            gone_with_it()
    forget_topic(app.bot_data.db, chat_id)
    return await post(None)


def language_in(app: App, chat_id: int) -> Language:
    """Return the language of a bound group."""
    group = bound_group(app.bot_data.db, chat_id)
    return language_of(group.language if group else None, None)


async def _mark_unchanged(app: App, chat_id: int, message_id: int, text: Html) -> bool:
    """Edit the last post to say that nothing has changed. Return False if it cannot be edited."""
    try:
        await app.bot.edit_message_text(text, chat_id, message_id, parse_mode=ParseMode.HTML)
    except BadRequest as error:
        return "not modified" in error.message
    return True
