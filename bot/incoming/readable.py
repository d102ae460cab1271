"""Parsing of updates; what the library cannot read in a message is left out of it, so that the rest is not lost.

The library refuses a whole update if any object in it lacks a field that its Bot API requires, such as the poll that a
message replies to when it comes from a Bot API server of another version.
"""

from contextlib import suppress
from typing import Any

from telegram import Bot, Message, Update

MESSAGES = ("message", "edited_message")
NEEDED = ("message_id", "date", "chat", "from")


def parse_update(raw: dict[str, Any], bot: Bot) -> Update:
    """Return a raw update as the library has it. Raises what the library raises if it cannot be read even without the
    unreadable parts of its message."""
    try:
        return Update.de_json(raw, bot)
    except Exception:
        return Update.de_json({**raw, **_readable_messages(raw, bot)}, bot)


def _readable_messages(raw: dict[str, Any], bot: Bot) -> dict[str, Any]:
    found = {name: _readable(raw[name], bot) for name in MESSAGES if name in raw}
    query = raw.get("callback_query")
    if query and "message" in query:
        found["callback_query"] = {**query, "message": _readable(query["message"], bot)}
    return found


def _readable(message: dict[str, Any], bot: Bot) -> dict[str, Any]:
    """Return the message with those of its parts with which it can be read, and likewise the message it replies to."""
    kept = {name: message[name] for name in NEEDED if name in message}
    for name, part in message.items():
        fitting = _readable(part, bot) if name == "reply_to_message" else part
        with suppress(Exception):
            Message.de_json({**kept, name: fitting}, bot)
            kept[name] = fitting
    return kept
