"""The Bot API methods that are done here: each reads its parameters and returns its JSON result."""

from bot.emulator.errors import ApiError, not_available
from bot.emulator.methods import callbacks, chats, commands, edits, messages, receiving, removal
from bot.emulator.methods.known import NOT_DONE
from bot.emulator.parameters import DONE

__all__ = [
    "DONE",
    "callbacks",
    "chats",
    "commands",
    "edits",
    "messages",
    "proper_name",
    "receiving",
    "removal",
]

_NAMES = {name.lower(): name for name in (*DONE, *NOT_DONE)}


def proper_name(method: str) -> str:
    """Return a method's name as published (case does not matter in a request).

    Raises ApiError 404 for a name Telegram does not know, 400 for one that is not done here.
    """
    name = _NAMES.get(method.lower())
    if name is None:
        raise ApiError(404, "Not Found")
    if name not in DONE:
        raise not_available("method")
    return name
