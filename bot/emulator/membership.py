"""People, groups and channels, who belongs to which, and how the bot enters and leaves them."""

from collections.abc import Iterable, Mapping

from bot.emulator.api_json import message_json, moved_json, user_json
from bot.emulator.records import Chat, Json, User
from bot.emulator.state import State

GROUP_ANONYMOUS_BOT = 1087968824
TELEGRAM = 777000
"""Senders that Telegram uses where there is no person: for anonymous admins and posts of a linked channel."""


class Places(State):
    """The part of the world that knows who may talk to whom."""

    def add_user(
        self,
        id: int,
        first_name: str,
        language_code: str = "zh-hans",
        username: str | None = None,
        phone: str | None = None,
        role: Mapping[str, str] | None = None,
    ) -> User:
        """Add a person with an empty private chat, in which the bot may not write before `start`."""
        user = self.users[id] = User(id, first_name, language_code, username, phone, role=role)
        self._add_chat(Chat(id, "private", first_name, owner=id, members={id: "member"}))
        return user

    def add_group(self, id: int, title: str, members: Iterable[int], supergroup: bool = False) -> Chat:
        """Add a group without the bot, owned by the first member. Group ids are negative."""
        people = dict.fromkeys(members, "member")
        people |= dict.fromkeys(list(people)[:1], "creator")
        return self._add_chat(Chat(id, "supergroup" if supergroup else "group", title, members=people))

    def add_topic(self, chat_id: int, topic_id: int, name: str) -> None:
        """Add a topic to a supergroup, which makes it a forum."""
        self.chat(chat_id).topics[topic_id] = name

    def close_topic(self, chat_id: int, topic_id: int) -> None:
        """Close a topic of a forum: its messages stay, but no more can be sent to it."""
        self.chat(chat_id).closed_topics.add(topic_id)

    def delete_topic(self, chat_id: int, topic_id: int) -> None:
        """Delete a topic of a forum together with its messages."""
        chat = self.chat(chat_id)
        del chat.topics[topic_id]
        for message in [each for each in chat.messages if each.topic_id == topic_id]:
            self.remove(message)

    def add_channel(self, id: int, title: str) -> Chat:
        """Add a channel in which the bot is an administrator."""
        return self._add_chat(Chat(id, "channel", title, bot_status="administrator"))

    def add_bot_to_group(self, user_id: int, chat_id: int, status: str = "member") -> None:
        """Let a person add the bot to a group, or change its status there to administrator or restricted."""
        chat = self.chat(chat_id)
        joins = not chat.has_bot
        self._move_bot(user_id, chat, status)
        if joins:
            self._announce(chat, self.user(user_id), _joined(user_json(self.bot)))

    def remove_bot(self, user_id: int, chat_id: int) -> None:
        """Let a person remove the bot from a group; it only hears about its own new status."""
        chat = self.chat(chat_id)
        self.post(chat, self.user(user_id), service={"left_chat_member": user_json(self.bot)})
        self._move_bot(user_id, chat, "kicked")

    def join(self, user_id: int, chat_id: int) -> None:
        """Let a person join a group."""
        chat = self.chat(chat_id)
        self._move_member(chat, user_id, "member")
        self._announce(chat, self.user(user_id), _joined(user_json(self.user(user_id))))

    def leave(self, user_id: int, chat_id: int) -> None:
        """Let a person leave a group."""
        chat = self.chat(chat_id)
        self._move_member(chat, user_id, "left")
        self._announce(chat, self.user(user_id), {"left_chat_member": user_json(self.user(user_id))})

    def block(self, user_id: int) -> None:
        """Let a person block the bot."""
        self.user(user_id).blocked = True
        self._move_bot(user_id, self.chat(user_id), "kicked")

    def unblock(self, user_id: int) -> None:
        """Let a person unblock the bot."""
        self.user(user_id).blocked = False
        self._move_bot(user_id, self.chat(user_id), "member")

    def deactivate(self, user_id: int) -> None:
        """Delete a person's account; the bot learns of it only by trying to write."""
        self.user(user_id).deactivated = True

    def upgrade_group(self, chat_id: int, told: Iterable[str] = ("joined", "to", "from")) -> int:
        """Turn a group into a supergroup on behalf of its owner, and return the new id. The bot is sent the updates in
        `told`, in that order: that it is in the new group (`joined`), and the service messages of the old (`to`) and
        the new one (`from`). It never hears that it has left the old one (tdlib/telegram-bot-api #266)."""
        old = self.chat(chat_id)
        if old.type != "group" or old.migrated_to:
            raise ValueError(f"chat {chat_id} is no basic group")
        new_id = -1_000_000_000_000 + chat_id
        status = old.bot_status or "left"
        new = Chat(new_id, "supergroup", old.title, members=dict(old.members), bot_status=old.bot_status)
        self._add_chat(new)
        old.migrated_to = new_id
        owner = self.user(next(iter(old.members)))
        for each in told:
            if each == "joined" and status != "left":
                self.updates.push("my_chat_member", moved_json(self, new, owner.id, self.bot.id, "left", status))
            elif each == "to":
                self._announce(old, owner, {"migrate_to_chat_id": new_id})
            elif each == "from":
                self._announce(new, owner, {"migrate_from_chat_id": chat_id})
        self.emit("chat", chat=old)
        return new_id

    def _announce(self, chat: Chat, sender: User, service: Json) -> None:
        message = self.post(chat, sender, service=service)
        if chat.has_bot:
            self.updates.push("message", message_json(self, message))

    def _move_bot(self, user_id: int, chat: Chat, status: str) -> None:
        old, chat.bot_status = chat.bot_status or "left", status
        if old != status:
            self.updates.push("my_chat_member", moved_json(self, chat, user_id, self.bot.id, old, status))
        self.emit("chat", chat=chat)

    def _move_member(self, chat: Chat, user_id: int, status: str) -> None:
        old = chat.members.get(user_id, "left")
        chat.members[user_id] = status
        if status == "left":
            del chat.members[user_id]
        if chat.bot_status == "administrator":
            self.updates.push("chat_member", moved_json(self, chat, user_id, user_id, old, status))
        self.emit("chat", chat=chat)

    def _add_chat(self, chat: Chat) -> Chat:
        self.chats[chat.id] = chat
        self.emit("chat", chat=chat)
        return chat


def _joined(user: Json) -> Json:
    return {"new_chat_members": [user], "new_chat_member": user, "new_chat_participant": user}
