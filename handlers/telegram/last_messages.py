"""The newest message of each chat, as far as it is known: from before the start, and from what came or went since."""

from collections import OrderedDict
from collections.abc import Mapping

from telegram import Message

MOST_CHATS = 10_000


class Newest:
    """The newest message of each chat; the chats that were quiet for longest are forgotten."""

    def __init__(self, known: Mapping[int, int] | None = None) -> None:
        self._ids = OrderedDict(known or {})

    def note(self, message: Message) -> None:
        """Note a message that came or went."""
        chat_id = message.chat.id
        self._ids[chat_id] = max(message.message_id, self._ids.get(chat_id, 0))
        self._ids.move_to_end(chat_id)
        if len(self._ids) > MOST_CHATS:
            self._ids.popitem(last=False)

    def has_newer(self, chat_id: int, message_id: int) -> bool:
        """Whether there is a newer message in the chat than this one."""
        return self._ids.get(chat_id, 0) > message_id
