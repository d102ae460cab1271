"""People's acts in an embedded Telegram world: writing, pressing buttons, sending files, sharing contacts.

Every act is synchronous and queues its update at once. An act that Telegram's own apps would not allow (pressing a
button that is not there, writing nothing or while blocking the bot) raises ValueError and changes nothing.
"""

import re
from collections.abc import Iterable
from typing import Any

from bot.emulator.api_json import FORWARDED, message_json, origin_json, query_json
from bot.emulator.files import Upload
from bot.emulator.limits import CAPTION_LENGTH, TEXT_LENGTH
from bot.emulator.markup import find_entities, utf16_length, utf16_slice
from bot.emulator.membership import GROUP_ANONYMOUS_BOT, TELEGRAM, Places
from bot.emulator.records import CallbackQuery, Chat, Message, User

_PAYLOAD = re.compile(r"[\w-]{0,64}", re.ASCII)
"""What a link can carry (Bot API, "Deep linking")."""


class World(Places):
    """The whole world: its State, the Places in it and people's acts."""

    def say(
        self,
        user_id: int,
        text: str,
        chat_id: int | None = None,
        reply_to: int | None = None,
        topic_id: int | None = None,
    ) -> Message:
        """Let a person write. `chat_id` None means the private chat with the bot; `topic_id` is a topic of a forum."""
        chat = self._open_chat(user_id, chat_id)
        if not text:
            raise ValueError("a message has a text")
        _check_text(text, TEXT_LENGTH)
        return self._send(chat, self.user(user_id), text, reply_to=reply_to, topic_id=topic_id)

    def start(self, user_id: int, payload: str = "") -> Message:
        """Press Start, with the payload of a link if given; this also unblocks the bot."""
        if not _PAYLOAD.fullmatch(payload):
            raise ValueError("a link carries at most 64 letters, digits, - and _")
        if self.user(user_id).blocked:
            self.unblock(user_id)
        return self.say(user_id, f"/start {payload}".rstrip())

    def press(self, user_id: int, chat_id: int, message_id: int, data: str, *, forged: bool = False) -> str:
        """Press an inline button and return the query's id; with `forged`, the button need not exist."""
        chat = self._open_chat(user_id, chat_id)
        message = chat.sent.get(message_id)
        shown = [button.callback_data for button in message.buttons] if message else []
        if data not in shown and not forged:
            raise ValueError(f"message {message_id} has no button with data {data!r}, only {shown}")
        query = CallbackQuery(str(4_000_000_000 + len(self.queries)), user_id, chat_id, message_id, data, self.now())
        self.queries[query.id] = query
        self.updates.push("callback_query", query_json(self, query))
        return query.id

    def edit(self, user_id: int, chat_id: int, message_id: int, text: str) -> Message:
        """Let a person edit the text or caption of their own message."""
        message = self.chat(chat_id).sent[message_id]
        if message.sender is not self.user(user_id):
            raise ValueError("people edit only their own messages")
        _check_text(text, CAPTION_LENGTH if message.media else TEXT_LENGTH)
        changed = self.change(message, text=text, entities=find_entities(text), edited=self.now())
        self._deliver("edited_message", changed)
        return changed

    def send_photo(self, user_id: int, content: bytes, caption: str = "", chat_id: int | None = None) -> Message:
        """Send a picture."""
        return self.send_album(user_id, [Upload("photo.jpg", content)], caption, chat_id, as_photos=True)[0]

    def send_document(
        self,
        user_id: int,
        name: str,
        content: bytes,
        mime: str | None = None,
        caption: str = "",
        chat_id: int | None = None,
    ) -> Message:
        """Send a file."""
        return self.send_album(user_id, [Upload(name, content, mime)], caption, chat_id)[0]

    def send_album(
        self,
        user_id: int,
        uploads: Iterable[Upload],
        caption: str = "",
        chat_id: int | None = None,
        *,
        as_photos: bool = False,
    ) -> list[Message]:
        """Send one or more files; several become an album, whose first message has the caption."""
        chat, sender = self._open_chat(user_id, chat_id), self.user(user_id)
        _check_text(caption, CAPTION_LENGTH)
        kind = "photo" if as_photos else "document"
        kept = [self.files.keep(kind, upload) for upload in uploads]
        album = f"album-{chat.id}-{chat.last_id + 1}" if len(kept) > 1 else None
        captions = [caption] + [""] * (len(kept) - 1)
        return [
            self._send(chat, sender, text, media=media, media_group_id=album)
            for media, text in zip(kept, captions, strict=True)
        ]

    def share_contact(self, user_id: int, of_user: int | None = None, phone: str | None = None) -> Message:
        """Share a person's own phone number (as the request_contact button does) or another person's contact."""
        user = self.user(of_user or user_id)
        number = phone or user.phone
        if not number:
            raise ValueError(f"{user.first_name} has no phone")
        contact = {"phone_number": number, "first_name": user.first_name, "user_id": user.id}
        return self._send(self._open_chat(user_id, None), self.user(user_id), contact=contact)

    def forward(self, user_id: int, chat_id: int, message_id: int, to_chat: int | None = None) -> Message:
        """Forward a message that the person sees to another chat."""
        original = self.chat(chat_id).sent[message_id]
        origin = origin_json(self, original)
        content: dict[str, Any] = {name: getattr(original, name) for name in FORWARDED}
        return self._send(self._open_chat(user_id, to_chat), self.user(user_id), forward_origin=origin, **content)

    def post_in_channel(self, chat_id: int, text: str) -> Message:
        """Post in a channel in the channel's name."""
        return self._send(self.chat(chat_id), None, text, sender_chat_id=chat_id)

    def anonymous_admin_says(self, chat_id: int, text: str) -> Message:
        """Write in a group as an anonymous administrator."""
        stand_in = User(GROUP_ANONYMOUS_BOT, "Group", username="GroupAnonymousBot", is_bot=True)
        return self._send(self.chat(chat_id), stand_in, text, sender_chat_id=chat_id)

    def linked_channel_says(self, chat_id: int, channel_id: int, text: str) -> Message:
        """Forward a channel's post to its discussion group, as Telegram does automatically."""
        return self._send(self.chat(chat_id), User(TELEGRAM, "Telegram"), text, sender_chat_id=channel_id)

    def _open_chat(self, user_id: int, chat_id: int | None) -> Chat:
        chat = self.chat(user_id if chat_id is None else chat_id)
        if user_id not in chat.members:
            raise ValueError(f"{self.user(user_id).first_name} is not in chat {chat.id}")
        if chat.owner is not None and self.user(user_id).blocked:
            raise ValueError(f"{self.user(user_id).first_name} blocks the bot")
        if chat.migrated_to:
            raise ValueError(f"chat {chat.id} is now {chat.migrated_to}")
        if chat.owner is not None and chat.bot_status is None:
            chat.bot_status = "member"
        return chat

    def _send(self, chat: Chat, sender: User | None, text: str = "", **fields: Any) -> Message:
        message = self.post(chat, sender, **{"text": text, "entities": find_entities(text), **fields})
        self._deliver("channel_post" if chat.type == "channel" else "message", message)
        return message

    def _deliver(self, kind: str, message: Message) -> None:
        if self._bot_sees(message):
            self.updates.push(kind, message_json(self, message))

    def _bot_sees(self, message: Message) -> bool:
        """Return whether the bot receives a message. In a group, unless an administrator, it is in privacy mode: it
        receives only commands that may be meant for it, mentions of it and replies to it (Bot API, "Privacy mode")."""
        chat = self.chat(message.chat_id)
        if not chat.is_group or chat.bot_status == "administrator":
            return chat.has_bot
        replied = chat.sent.get(message.reply_to) if message.reply_to else None
        return chat.has_bot and ((replied is not None and replied.sender is self.bot) or self._addresses_bot(message))

    def _addresses_bot(self, message: Message) -> bool:
        name = f"@{self.bot.username}".lower()
        for entity in message.entities:
            covered = utf16_slice(message.text, entity.offset, entity.end).lower()
            if entity.type == "bot_command" and entity.offset == 0 and ("@" not in covered or covered.endswith(name)):
                return True
            if entity.type == "mention" and covered == name:
                return True
        return False


def _check_text(text: str, most: int) -> None:
    """Raise ValueError for a text that has half a character or more than `most` UTF-16 code units."""
    text.encode()
    if utf16_length(text) > most:
        raise ValueError(f"a text has at most {most} characters")
