"""What polling and the webhook have in common, and what counts as an update."""

from collections.abc import Iterable
from typing import Any, Protocol

from telegram import Update

KINDS = (Update.MESSAGE, Update.EDITED_MESSAGE, Update.CALLBACK_QUERY, Update.MY_CHAT_MEMBER)
"""The kinds of update that the bot asks Telegram for."""


class Receiver(Protocol):
    """Passes updates from Telegram to the inbox."""

    async def start(self) -> None:
        """Start receiving."""

    async def stop(self) -> None:
        """Stop receiving."""


def is_id(value: object) -> bool:
    """Return whether `value` is an int that fits into a database column."""
    return type(value) is int and abs(value) < 1 << 63


def updates_in(answer: Iterable[object]) -> list[dict[str, Any]]:
    """Return the raw updates in an answer, leaving out items without a valid id. Raises ValueError if there are items
    but no update, and TypeError if `answer` cannot be iterated."""
    things = list(answer)
    found = [each for each in things if isinstance(each, dict) and is_id(each.get("update_id"))]
    if things and not found:
        raise ValueError
    return found
