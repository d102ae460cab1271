"""What hears updates, by polling or by webhook."""

from typing import Protocol

from telegram import Update

KINDS = (Update.MESSAGE, Update.EDITED_MESSAGE, Update.CALLBACK_QUERY, Update.MY_CHAT_MEMBER)
"""The kinds of update that the bot asks Telegram for."""


class Receiver(Protocol):
    """Hands over to the inbox what Telegram sends, from start to stop."""

    async def start(self) -> None:
        """Begin to receive."""

    async def stop(self) -> None:
        """Stop receiving."""
