"""Conversion of records to the JSON that the chat page shows."""

import html

from bot.emulator.api_json import keyboard_json
from bot.emulator.records import Chat, Json, Media, Message, User
from bot.emulator.state import State

SHOWN = 200
"""How many of a chat's latest messages are included."""


def state_json(state: State) -> Json:
    """Return the whole world as the page needs it."""
    return {
        "bot": {"id": state.bot.id, "name": state.bot.first_name, "username": state.bot.username},
        "users": [user_json(user) for user in state.users.values()],
        "chats": [chat_json(state, chat, with_messages=True) for chat in state.chats.values()],
        "clock": None,
        "faults": active_faults(state),
        "extra": {},
    }


def active_faults(state: State) -> dict[str, bool]:
    """Return the kinds of faults that are active."""
    return {fault.kind.value: True for fault in state.faults.active}


def user_json(user: User) -> Json:
    """Return a person as the page shows them."""
    plain = {name: getattr(user, name) for name in ("id", "username", "blocked", "phone", "role")}
    return {**plain, "name": user.first_name, "language": user.language_code}


def chat_json(state: State, chat: Chat, *, with_messages: bool = False) -> Json:
    """Return a chat with its menu, and with its latest messages if `with_messages`."""
    plain = ("id", "type", "title", "owner", "bot_status", "migrated_to", "pinned")
    shown = {
        **{name: getattr(chat, name) for name in plain},
        "members": list(chat.members),
        "blocked": chat.owner is not None and state.user(chat.owner).blocked,
        "menu": menu_json(state, chat),
    }
    if with_messages:
        shown["messages"] = [message_json(state, message) for message in chat.messages[-SHOWN:]]
    return shown


def menu_json(state: State, chat: Chat) -> list[dict[str, str]]:
    """Return the command menu of a chat as its owner, or a group's first member, sees it."""
    viewer = next(iter(chat.members), None)
    return state.menu(viewer, chat.id) if viewer is not None else []


def message_json(state: State, message: Message) -> Json:
    """Return a message as the page shows it."""
    chat = state.chat(message.chat_id)
    replied = chat.sent.get(message.reply_to) if message.reply_to else None
    return {
        "message_id": message.message_id,
        "chat_id": message.chat_id,
        "from": _sender(state, message),
        "date": message.date.isoformat(),
        "edited": message.edited is not None,
        "html": html.escape(_contact(message)) or message.html,
        "text": _contact(message) or message.text,
        "reply_to": _quote(state, replied) if replied else None,
        "forwarded": message.forward_origin is not None,
        "keyboard": _keyboard(message),
        "reply_keyboard": _reply_keyboard(message),
        "media": [_media(message.media)] if message.media else [],
        "album": message.media_group_id,
        "contact": message.contact,
        "service": service_line(message),
        "silent": message.silent,
    }


def _sender(state: State, message: Message) -> Json:
    if message.sender_chat_id or message.sender is None:
        chat = state.chat(message.sender_chat_id or message.chat_id)
        return {"id": chat.id, "name": chat.title, "is_bot": False}
    sender = message.sender
    return {"id": sender.id, "name": sender.first_name, "is_bot": sender.is_bot}


def _contact(message: Message) -> str:
    contact = message.contact
    return f"📱 {contact['first_name']} {contact['phone_number']}" if contact else ""


def _quote(state: State, message: Message) -> Json:
    media = message.media.name if message.media else ""
    shown = message.text or media
    return {"message_id": message.message_id, "from": _sender(state, message), "text": shown}


def _keyboard(message: Message) -> list[list[Json]] | None:
    rows = keyboard_json(message.keyboard)
    for row in rows:
        for button in row:
            if "copy_text" in button:
                button["copy_text"] = button["copy_text"]["text"]
    return rows or None


def _reply_keyboard(message: Message) -> Json | str | None:
    markup = message.reply_keyboard
    if not markup:
        return None
    placeholder = markup.get("input_field_placeholder")
    if "keyboard" not in markup:
        return "remove" if "remove_keyboard" in markup else {"rows": [], "placeholder": placeholder}
    rows = [[{"text": button} if isinstance(button, str) else button for button in row] for row in markup["keyboard"]]
    once = markup.get("one_time_keyboard", False)
    return {"rows": rows, "placeholder": placeholder, "one_time": once}


def _media(media: Media) -> Json:
    shown = ("kind", "file_id", "name", "size", "mime", "width", "height")
    return {name: getattr(media, name) for name in shown}


def service_line(message: Message) -> dict[str, str] | None:
    """Return the text of a service message in Chinese and English; None for any other message."""
    service = message.service
    if not service:
        return None
    actor = message.sender.first_name if message.sender else ""
    match service:
        case {"new_chat_members": [user]}:
            return _both(f"{_name(user)} 加入了群组", f"{_name(user)} joined the group")
        case {"left_chat_member": user}:
            return _both(f"{_name(user)} 离开了群组", f"{_name(user)} left the group")
        case {"pinned_message": _}:
            return _both(f"{actor} 置顶了一条消息", f"{actor} pinned a message")
        case {"migrate_to_chat_id": _} | {"migrate_from_chat_id": _}:
            return _both("本群已升级为超级群组", "This group was upgraded to a supergroup")
    kind = next(iter(service))
    return _both(kind, kind)


def _name(user: Json) -> str:
    return str(user["first_name"])


def _both(zh: str, en: str) -> dict[str, str]:
    return {"zh": zh, "en": en}
