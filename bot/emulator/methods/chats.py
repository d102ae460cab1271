"""Methods about the bot itself, chats and their members."""

from bot.emulator.access import known_chat, member_chat
from bot.emulator.api_json import bot_json, chat_json, member_json, message_json, moved_json
from bot.emulator.errors import bad_request
from bot.emulator.parameters import method
from bot.emulator.records import Json
from bot.emulator.state import State

_GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")


@method()
def get_me(state: State, _params: Json) -> Json:
    """Return the User object of the bot."""
    return bot_json(state)


@method("chat_id*:c")
def get_chat(state: State, params: Json) -> Json:
    """Return a ChatFullInfo object."""
    chat = member_chat(state, params)
    pinned = chat.sent.get(chat.pinned[-1]) if chat.pinned else None
    shown = {"pinned_message": message_json(state, pinned, with_reply=False)} if pinned else {}
    return (
        chat_json(state, chat)
        | {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": dict.fromkeys(_GIFTS, False)}
        | shown
    )


@method("chat_id*:c user_id*:i")
def get_chat_member(state: State, params: Json) -> Json:
    """Return the status of a person in a chat; "left" if they are not in it."""
    chat, user_id = member_chat(state, params), params["user_id"]
    if user_id == state.bot.id:
        return member_json(state, user_id, chat.bot_status or "left")
    if user_id not in state.users:
        raise bad_request("invalid user_id specified")
    return member_json(state, user_id, chat.members.get(user_id, "left"))


@method("chat_id*:c return_bots:b")
def get_chat_administrators(state: State, params: Json) -> list[Json]:
    """Return the owner and the administrators, without other bots."""
    chat = member_chat(state, params)
    if chat.owner is not None:
        raise bad_request("there are no administrators in the private chat")
    everyone = chat.members | {state.bot.id: chat.bot_status or "left"}
    leading = {"creator", "administrator"}
    return [member_json(state, who, status) for who, status in everyone.items() if status in leading]


@method("chat_id*:c")
def get_chat_member_count(state: State, params: Json) -> int:
    """Return the number of members of a chat, including the bot."""
    return len(member_chat(state, params).members) + 1


@method("chat_id*:c")
def leave_chat(state: State, params: Json) -> bool:
    """Leave a group or channel."""
    chat = known_chat(state, params)
    if chat.owner is not None:
        raise bad_request("chat member status can't be changed in private chats")
    member_chat(state, params)
    old, chat.bot_status = chat.bot_status or "member", "left"
    moved = moved_json(state, chat, state.bot.id, state.bot.id, old, "left")
    state.updates.push("my_chat_member", moved)
    state.emit("chat", chat=chat)
    return True
