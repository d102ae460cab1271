"""State of an embedded Telegram world, and the basic operations that change it."""

from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from bot.emulator.faults import Faults
from bot.emulator.files import Files
from bot.emulator.floods import Floods
from bot.emulator.menus import Menus
from bot.emulator.records import Call, CallbackQuery, Chat, Json, Message, Toast, User
from bot.emulator.updates import UpdateQueue

Listener = Callable[[Json], None]


class State:
    """Users, chats, files, the update queue and the bot's own settings.

    `now` is the world's clock (aware, UTC). Every change that people can see is passed to the listeners as an event: a
    dictionary with its name under "event".
    """

    def __init__(
        self, token: str, bot_username: str, now: Callable[[], datetime], bot_name: str = "联络员助手"
    ) -> None:
        self.token = token
        self.now = now
        self.bot = User(int(token.partition(":")[0]), bot_name, username=bot_username, is_bot=True)
        self.users: dict[int, User] = {}
        self.chats: dict[int, Chat] = {}
        self.files = Files()
        self.updates = UpdateQueue()
        self.faults = Faults()
        self.floods = Floods(now)
        self.menus = Menus()
        self.webhook: Json = {"url": ""}
        self.queries: dict[str, CallbackQuery] = {}
        self.answered: set[str] = set()
        self.toasts: list[Toast] = []
        self.actions: list[tuple[int, str]] = []
        self.calls: list[Call] = []
        self._listeners: list[Listener] = []

    def user(self, user_id: int) -> User:
        """Return a person or the bot. Raises KeyError for an unknown id."""
        return self.bot if user_id == self.bot.id else self.users[user_id]

    def chat(self, chat_id: int) -> Chat:
        """Return a chat. Raises KeyError if there is none."""
        return self.chats[chat_id]

    def menu(self, user_id: int, chat_id: int | None = None) -> list[dict[str, str]]:
        """Return the command menu that a person sees in a chat (None: the private one)."""
        chat = self.chat(user_id if chat_id is None else chat_id)
        user = self.user(user_id)
        is_admin = chat.members.get(user_id) in {"creator", "administrator"}
        return self.menus.seen(chat.id, chat.is_group, user_id, is_admin, (user.language_code or "")[:2])

    def on_change(self, listener: Listener) -> None:
        """Call `listener` with every event from now on."""
        self._listeners.append(listener)

    def emit(self, event: str, **values: Any) -> None:
        """Pass an event to the listeners."""
        for listener in self._listeners:
            listener({"event": event, **values})

    def post(self, chat: Chat, sender: User | None, **fields: Any) -> Message:
        """Add a new message to a chat."""
        chat.last_id += 1
        message = Message(chat.last_id, chat.id, sender, self.now(), **fields)
        chat.sent[message.message_id] = message
        self.emit("message", message=message)
        return message

    def change(self, message: Message, **fields: Any) -> Message:
        """Replace a message by an edited version of it."""
        changed = replace(message, **fields)
        self.chat(message.chat_id).sent[message.message_id] = changed
        self.emit("edit", message=changed)
        return changed

    def remove(self, message: Message) -> None:
        """Delete a message from its chat."""
        chat = self.chat(message.chat_id)
        del chat.sent[message.message_id]
        if message.message_id in chat.pinned:
            chat.pinned.remove(message.message_id)
        self.emit("delete", chat_id=chat.id, message_id=message.message_id)

    def show_toast(self, toast: Toast) -> None:
        """Show a person the answer to a button press."""
        self.toasts.append(toast)
        self.emit("toast", **asdict(toast))
