"""Look-up of the chat or message that a call names, and whether the bot may use it."""

from bot.emulator.errors import bad_request, forbidden
from bot.emulator.records import Chat, Json, Message
from bot.emulator.state import State

_KIND = {"group": "group chat", "supergroup": "supergroup chat", "channel": "channel chat"}


def known_chat(state: State, params: Json, name: str = "chat_id") -> Chat:
    """Return the chat that a call names. Raises ApiError if the bot has never met it or the group was upgraded."""
    chat = state.chats.get(params.get(name, 0))
    if chat is None or (chat.bot_status is None and chat.owner is None):
        raise bad_request("chat not found")
    if chat.migrated_to:
        reason = "group chat was upgraded to a supergroup chat"
        raise bad_request(reason, migrate_to_chat_id=chat.migrated_to)
    return chat


def writable_chat(state: State, params: Json) -> Chat:
    """Return the chat that a call names. Raises ApiError if the bot may not write in it."""
    chat = known_chat(state, params)
    if chat.owner is not None:
        _check_private(state, chat)
    else:
        _check_group(chat)
    if chat.bot_status == "restricted":
        raise bad_request("not enough rights to send text messages to the chat")
    return chat


def member_chat(state: State, params: Json) -> Chat:
    """Return the group or channel that a call names. Raises ApiError if the bot is not in it."""
    chat = known_chat(state, params)
    if chat.owner is None:
        _check_group(chat)
    return chat


def message_to(state: State, params: Json, deed: str, chat: Chat | None = None) -> Message:
    """Return the message that a call names. `deed` completes Telegram's error "message to … not found"."""
    chat = chat or writable_chat(state, params)
    message = chat.sent.get(params.get("message_id", 0))
    if message is None:
        raise bad_request(f"message to {deed} not found")
    return message


def editable_message(state: State, params: Json) -> Message:
    """Return the message that a call names. Raises ApiError if the bot may not edit it."""
    message = message_to(state, params, "edit")
    own = message.sender is state.bot or state.chat(message.chat_id).type == "channel"
    if not own or message.service or message.forward_origin or message.reply_keyboard:
        raise bad_request("message can't be edited")
    return message


def _check_private(state: State, chat: Chat) -> None:
    user = state.user(chat.id)
    if user.deactivated:
        raise forbidden("user is deactivated")
    if user.blocked:
        raise forbidden("bot was blocked by the user")
    if chat.bot_status is None:
        raise forbidden("bot can't initiate conversation with a user")


def _check_group(chat: Chat) -> None:
    if chat.bot_status == "kicked":
        raise forbidden(f"bot was kicked from the {_KIND[chat.type]}")
    if chat.bot_status == "left":
        raise forbidden(f"bot is not a member of the {_KIND[chat.type]}")
