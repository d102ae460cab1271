"""The Bot API methods that are implemented; each takes its parsed parameters and returns its JSON result."""

from bot.emulator.errors import ApiError, not_available
from bot.emulator.methods import callbacks, chats, commands, edits, messages, receiving, removal
from bot.emulator.methods.known import METHODS_NOT_DONE
from bot.emulator.parameters import METHODS_DONE as METHODS_DONE

__all__ = ["callbacks", "chats", "commands", "edits", "messages", "proper_name", "receiving", "removal"]

_NAMES = {name.lower(): name for name in (*METHODS_DONE, *METHODS_NOT_DONE)}


def proper_name(method: str) -> str:
    """Return a method's published name; case is ignored.

    Raises ApiError 404 for a name that Telegram does not know, and 400 for a method that is not implemented.
    """
    name = _NAMES.get(method.lower())
    if name is None:
        raise ApiError(404, "Not Found")
    if name not in METHODS_DONE:
        raise not_available("method")
    return name
