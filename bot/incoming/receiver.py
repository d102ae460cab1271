"""What hears updates, by polling or by webhook, and what an update is at the least."""

from collections.abc import Iterable
from typing import Any, Protocol

from telegram import Update

KINDS = (Update.MESSAGE, Update.EDITED_MESSAGE, Update.CALLBACK_QUERY, Update.MY_CHAT_MEMBER)
"""The kinds of update that the bot asks Telegram for."""


class Receiver(Protocol):
    """Hands over to the inbox what Telegram sends, from start to stop."""

    async def start(self) -> None:
        """Begin to receive."""

    async def stop(self) -> None:
        """Stop receiving."""


def is_id(value: object) -> bool:
    """Whether something is a number that a database can hold."""
    return type(value) is int and abs(value) < 1 << 63


def updates_in(answer: Iterable[object]) -> list[dict[str, Any]]:
    """The raw updates of an answer; what stands among them and has no id is none, and holds up nothing. Raises
    TypeError or ValueError for an answer that says something, and no update."""
    things = list(answer)
    found = [each for each in things if isinstance(each, dict) and is_id(each.get("update_id"))]
    if things and not found:
        raise ValueError
    return found
