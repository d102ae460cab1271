"""Limit on stored updates from strangers: three an hour each."""

from datetime import date, datetime
from typing import Any

from bot.incoming.receiver import is_id
from data.people.people import who_is
from data.store import Database
from data.store.inbox import is_received
from handlers.telegram.rate import RateLimit

KEPT_AN_HOUR = 3
OF_THE_GROUP_ITSELF = ("migrate_to_chat_id", "migrate_from_chat_id")


def is_worth_storing(db: Database, update: dict[str, Any], patience: RateLimit, now: datetime, today: date) -> bool:
    """Return whether a raw update is worth storing; those of members, about a group itself, or without a sender always
    are. One that is stored already and comes again counts once."""
    who = sender_of(update) or _id_in(update.get("my_chat_member"), "from")
    if who is None or who_is(db, who, today) is not None or is_received(db, update["update_id"]):
        return True
    return patience.allows(who, now)


def sender_of(update: dict[str, Any]) -> int | None:
    """Return the id of the person who wrote a message or pressed a button; None for any other raw update."""
    content = _content(update)
    if isinstance(content, dict) and any(key in content for key in OF_THE_GROUP_ITSELF):
        return None
    return _id_in(content, "from")


def chat_of(update: dict[str, Any]) -> int | None:
    """Return the id of the chat in which a message was written or a button pressed; None for any other raw update."""
    content = _content(update)
    pressed = content.get("message") if isinstance(content, dict) else None
    return _id_in(pressed or content, "chat")


def _content(update: dict[str, Any]) -> object:
    return update.get("message") or update.get("edited_message") or update.get("callback_query")


def _id_in(content: object, name: str) -> int | None:
    owner = content.get(name) if isinstance(content, dict) else None
    found = owner.get("id") if isinstance(owner, dict) else None
    return found if is_id(found) else None
