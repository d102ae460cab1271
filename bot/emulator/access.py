"""Look-up of the chat or message that a call names, and whether the bot may use it."""

from bot.emulator.errors import ApiError, bad_request, forbidden
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
    reason = _private_obstacle(state, chat) if chat.owner is not None else _group_obstacle(chat)
    if reason:
        raise reason
    if chat.bot_status == "restricted":
        raise bad_request("not enough rights to send text messages to the chat")
    return chat


def member_chat(state: State, params: Json) -> Chat:
    """Return the group or channel that a call names. Raises ApiError if the bot is not in it."""
    chat = known_chat(state, params)
    if chat.owner is None and (obstacle := _group_obstacle(chat)):
        raise obstacle
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


def _private_obstacle(state: State, chat: Chat) -> ApiError | None:
    user = state.user(chat.id)
    if user.deactivated:
        return forbidden("user is deactivated")
    if user.blocked:
        return forbidden("bot was blocked by the user")
    if chat.bot_status is None:
        return forbidden("bot can't initiate conversation with a user")
    return None


def _group_obstacle(chat: Chat) -> ApiError | None:
    match chat.bot_status:
        case "kicked":
            return forbidden(f"bot was kicked from the {_KIND[chat.type]}")
        case "left":
            return forbidden(f"bot is not a member of the {_KIND[chat.type]}")
    return None
