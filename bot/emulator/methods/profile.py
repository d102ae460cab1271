"""The bot about itself: who it is, its name and descriptions, the menu button."""

from collections.abc import Callable

from bot.emulator.access import known_chat
from bot.emulator.api_json import bot_json
from bot.emulator.declared import method
from bot.emulator.errors import bad_request
from bot.emulator.methods.commands import read_language
from bot.emulator.records import Json
from bot.emulator.state import State

LIMITS = {"name": 64, "description": 512, "short_description": 120}
"""In characters (Bot API, setMyName and its sisters)."""


@method()
def get_me(state: State, _params: Json) -> Json:
    """Return the bot."""
    return bot_json(state)


@method("", "logOut", "close")
def farewell(_state: State, _params: Json) -> bool:
    """Accept logOut and close, which mean nothing to a server that serves one bot."""
    return True


@method("chat_id:i menu_button:o")
def set_chat_menu_button(state: State, params: Json) -> bool:
    """Set the button beside the input field, for a private chat or for all."""
    button = params.get("menu_button") or {"type": "default"}
    if button.get("type") not in {"default", "commands", "web_app"}:
        raise bad_request("can't parse menu button: unsupported menu button type")
    state.menu_buttons[_chat_id(state, params)] = button
    return True


@method("chat_id:i")
def get_chat_menu_button(state: State, params: Json) -> Json:
    """Return the button beside the input field."""
    everywhere = state.menu_buttons.get(None, {"type": "commands"})
    return state.menu_buttons.get(_chat_id(state, params), everywhere)


def _chat_id(state: State, params: Json) -> int | None:
    return known_chat(state, params).id if "chat_id" in params else None


def _setter(field: str) -> Callable[[State, Json], bool]:
    def put(state: State, params: Json) -> bool:
        value = str(params.get(field, ""))
        if len(value) > LIMITS[field]:
            raise bad_request(f"{field} is too long")
        state.profile[field, read_language(params)] = value
        return True

    return put


def _getter(field: str) -> Callable[[State, Json], Json]:
    def get(state: State, params: Json) -> Json:
        everywhere = state.profile.get((field, ""), "")
        return {field: state.profile.get((field, read_language(params)), "") or everywhere}

    return get


for _field in LIMITS:
    _name = _field.title().replace("_", "")
    method(f"{_field} language_code", f"setMy{_name}")(_setter(_field))
    method("language_code", f"getMy{_name}")(_getter(_field))
