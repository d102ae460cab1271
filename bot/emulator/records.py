"""Records of a Telegram world: users, chats, messages and their parts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.emulator.markup import Entity, to_html

Json = dict[str, Any]


@dataclass(slots=True)
class User:
    """A person or the bot. `role` is only a label for the page, by language."""

    id: int
    first_name: str
    language_code: str | None = None
    username: str | None = None
    phone: str | None = None
    is_bot: bool = False
    blocked: bool = False
    deactivated: bool = False
    role: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Button:
    """An inline button. `action` is the name of its only action field, `value` that field's content."""

    text: str
    action: str
    value: Any
    style: str | None = None
    icon: str | None = None

    @property
    def callback_data(self) -> str | None:
        """The data that the bot receives when the button is pressed, or None."""
        return str(self.value) if self.action == "callback_data" else None


Keyboard = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Media:
    """A photo or document in a message; sizes in bytes and pixels."""

    kind: str
    file_id: str
    name: str
    mime: str
    size: int
    width: int | None = None
    height: int | None = None
    thumbnail_id: str | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """A message in its present state. `text` is the caption if there is media.

    `reply_keyboard` is the ReplyKeyboardMarkup, ReplyKeyboardRemove or ForceReply as sent; `service` holds a service
    message's own fields (`new_chat_members` …), as on the wire.
    """

    message_id: int
    chat_id: int
    sender: User | None
    date: datetime
    text: str = ""
    entities: tuple[Entity, ...] = ()
    keyboard: Keyboard = ()
    reply_keyboard: Json | None = None
    edited: datetime | None = None
    media: Media | None = None
    media_group_id: str | None = None
    reply_to: int | None = None
    topic_id: int | None = None
    sender_chat_id: int | None = None
    forward_origin: Json | None = None
    contact: Json | None = None
    service: Json | None = None
    silent: bool = False
    protected: bool = False

    @property
    def html(self) -> str:
        """The text as HTML that is safe to show."""
        return to_html(self.text, self.entities)

    @property
    def buttons(self) -> tuple[Button, ...]:
        """The inline buttons, row by row."""
        return tuple(button for row in self.keyboard for button in row)


@dataclass(slots=True)
class Chat:
    """A private chat (whose id is its owner's id), group, supergroup or channel.

    `bot_status` is the bot's membership; None means it was never there (or was never started). A forum has `topics`,
    names by id, some of which may be in `closed_topics`.
    """

    id: int
    type: str
    title: str = ""
    owner: int | None = None
    members: dict[int, str] = field(default_factory=dict)
    bot_status: str | None = None
    migrated_to: int | None = None
    sent: dict[int, Message] = field(default_factory=dict)
    last_id: int = 0
    pinned: list[int] = field(default_factory=list)
    topics: dict[int, str] = field(default_factory=dict)
    closed_topics: set[int] = field(default_factory=set)

    @property
    def messages(self) -> tuple[Message, ...]:
        """The messages that have not been deleted, oldest first."""
        return tuple(self.sent.values())

    @property
    def has_bot(self) -> bool:
        """Whether the bot is in the chat, even if it may not write."""
        return self.bot_status in {"member", "administrator", "restricted"}

    @property
    def is_group(self) -> bool:
        """Whether the chat is a group or supergroup."""
        return self.type in {"group", "supergroup"}


@dataclass(frozen=True, slots=True)
class CallbackQuery:
    """A pressed button whose press awaits an answer."""

    id: str
    user_id: int
    chat_id: int
    message_id: int
    data: str
    date: datetime


@dataclass(frozen=True, slots=True)
class Toast:
    """What answerCallbackQuery showed to a person: a passing notification, or an alert to dismiss."""

    user_id: int
    chat_id: int
    text: str
    alert: bool
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Call:
    """A request of the bot, with its parameters as parsed."""

    method: str
    params: Json
