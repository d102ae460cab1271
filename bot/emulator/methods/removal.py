"""Methods that delete, pin and unpin messages."""

from datetime import timedelta

from bot.emulator.access import message_to, writable_chat
from bot.emulator.api_json import message_json
from bot.emulator.errors import bad_request
from bot.emulator.parameters import method
from bot.emulator.records import Chat, Json, Message
from bot.emulator.state import State

DELETABLE = timedelta(hours=48)
"""How long after sending a message can be deleted (Bot API, deleteMessage)."""


@method("chat_id*:c message_id*:i")
def delete_message(state: State, params: Json) -> bool:
    """Delete a message."""
    chat = writable_chat(state, params)
    message = message_to(state, params, "delete", chat)
    _check_deletable(state, chat, message)
    state.remove(message)
    return True


@method("chat_id*:c message_ids*:l")
def delete_messages(state: State, params: Json) -> bool:
    """Delete up to 100 messages; missing ones are skipped."""
    chat, wanted = writable_chat(state, params), params["message_ids"]
    if not 1 <= len(wanted) <= 100:
        raise bad_request("too many message identifiers specified" if wanted else "message_ids is empty")
    messages = [chat.sent[message_id] for message_id in wanted if message_id in chat.sent]
    for message in messages:
        _check_deletable(state, chat, message)
    for message in messages:
        state.remove(message)
    return True


@method("business_connection_id chat_id*:c message_id*:i disable_notification:b")
def pin_chat_message(state: State, params: Json) -> bool:
    """Pin a message in its chat, which posts a service message."""
    chat = _pinnable_chat(state, params)
    message = message_to(state, params, "pin", chat)
    if message.message_id not in chat.pinned:
        chat.pinned.append(message.message_id)
        pinned = message_json(state, message, with_reply=False)
        state.post(chat, state.bot, service={"pinned_message": pinned})
    return True


@method("business_connection_id chat_id*:c message_id:i")
def unpin_chat_message(state: State, params: Json) -> bool:
    """Unpin a message, or by default the one pinned last."""
    chat = _pinnable_chat(state, params)
    message_id = params.get("message_id", chat.pinned[-1] if chat.pinned else 0)
    if message_id not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(message_id)
    state.emit("chat", chat=chat)
    return True


def _check_deletable(state: State, chat: Chat, message: Message) -> None:
    if chat.type != "private" and message.sender is not state.bot and chat.bot_status != "administrator":
        raise bad_request("message can't be deleted")
    if state.now() - message.date > DELETABLE:
        raise bad_request("message can't be deleted for everyone")


def _pinnable_chat(state: State, params: Json) -> Chat:
    chat = writable_chat(state, params)
    if chat.owner is None and chat.bot_status != "administrator":
        raise bad_request("not enough rights to manage pinned messages in the chat")
    return chat
