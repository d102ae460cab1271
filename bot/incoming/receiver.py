"""What every receiver of updates has in common, and what counts as an update."""

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
    """Whether something is a whole number that fits into the database."""
    return type(value) is int and abs(value) < 1 << 63


def updates_in(answer: Iterable[object]) -> list[dict[str, Any]]:
    """The raw updates of an answer, without anything that has no id. Raises TypeError or ValueError for an answer
    that holds something, but no update."""
    things = list(answer)
    found = [each for each in things if isinstance(each, dict) and is_id(each.get("update_id"))]
    if things and not found:
        raise ValueError
    return found
