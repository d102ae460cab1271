"""Methods for the command menus, by scope and language."""

import re

from bot.emulator.access import known_chat
from bot.emulator.errors import bad_request
from bot.emulator.menus import Commands, Scope
from bot.emulator.objects import check_object
from bot.emulator.parameters import method
from bot.emulator.records import Json
from bot.emulator.state import State

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_LANGUAGE = re.compile(r"([a-z]{2})?")
_EVERYWHERE = {"default", "all_private_chats", "all_group_chats", "all_chat_administrators"}
_IN_A_CHAT = {"chat", "chat_administrators", "chat_member"}


@method("commands*:l scope:o language_code")
def set_my_commands(state: State, params: Json) -> bool:
    """Set the menu of a scope and language."""
    commands = params["commands"]
    if len(commands) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    return _put(state, params, [_command(one) for one in commands])


@method("scope:o language_code")
def delete_my_commands(state: State, params: Json) -> bool:
    """Delete the menu of a scope and language, so that the next wider one shows."""
    return _put(state, params, [])


@method("scope:o language_code")
def get_my_commands(state: State, params: Json) -> Commands:
    """Return the menu of exactly this scope and language."""
    return state.menus.get(_scope(state, params), _language(params))


def _put(state: State, params: Json, commands: Commands) -> bool:
    state.menus.put(_scope(state, params), _language(params), commands)
    state.emit("menu")
    return True


def _command(value: Json) -> dict[str, str]:
    check_object("BotCommand", value)
    command, description = value["command"].strip().removeprefix("/"), value["description"].strip()
    if not _COMMAND.fullmatch(command):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(description) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": command, "description": description}


def _scope(state: State, params: Json) -> Scope:
    scope = params.get("scope") or {"type": "default"}
    kind = scope.get("type")
    if kind in _EVERYWHERE:
        return kind, None, None
    if kind not in _IN_A_CHAT:
        raise bad_request("unsupported scope type specified")
    chat = known_chat(state, scope)
    if kind != "chat" and chat.owner is not None:
        raise bad_request("can't use specified scope in private chats")
    if kind != "chat_member":
        return kind, chat.id, None
    if scope.get("user_id") not in state.users:
        raise bad_request("user not found")
    return kind, chat.id, scope["user_id"]


def _language(params: Json) -> str:
    language = str(params.get("language_code", ""))
    if not _LANGUAGE.fullmatch(language):
        raise bad_request("invalid language code specified")
    return language
