"""Validation of reply_markup, the keyboards that a bot may attach to a message."""

from urllib.parse import urlsplit

from bot.emulator.errors import ApiError, bad_request, not_available
from bot.emulator.objects import OBJECTS, check_object
from bot.emulator.records import Button, Json, Keyboard

MOST_BUTTONS = 100
MOST_IN_A_ROW = 8
"""Telegram's limits, as in PTB's InlineKeyboardMarkupLimit."""
DATA_BYTES = 64
COPIED_CHARACTERS = 256
_STYLES = {None, "danger", "success", "primary"}
_LOOKS = {"text", "icon_custom_emoji_id", "style"}
_PRIVATE_ONLY = {"request_contact", "request_location", "request_poll", "request_users", "request_chat"}


def read_markup(markup: Json | None, *, private: bool) -> tuple[Keyboard, Json | None]:
    """Return the inline keyboard of a markup, and its reply keyboard (or the removal of one, or ForceReply)."""
    if not markup:
        return (), None
    if "inline_keyboard" in markup:
        return read_keyboard(markup), None
    for field, kind in _REPLY_KINDS.items():
        if field in markup:
            check_object(kind, markup)
            if field == "keyboard":
                _check_reply_rows(markup, private=private)
            return (), markup
    raise bad_request("object expected as reply markup")


def read_keyboard(markup: Json | None) -> Keyboard:
    """Return the rows of an InlineKeyboardMarkup. Raises ApiError if Telegram would refuse it."""
    if not markup:
        return ()
    if "inline_keyboard" not in markup:
        raise bad_request("inline keyboard expected")
    check_object("InlineKeyboardMarkup", markup)
    rows = _rows(markup["inline_keyboard"])
    return tuple(tuple(_button(button) for button in row) for row in rows if row)


_REPLY_KINDS = {
    "keyboard": "ReplyKeyboardMarkup",
    "remove_keyboard": "ReplyKeyboardRemove",
    "force_reply": "ForceReply",
}


def _rows(value: object) -> list[list[object]]:
    if not isinstance(value, list) or not all(isinstance(row, list) for row in value):
        raise bad_request("array of arrays expected as keyboard")
    if sum(map(len, value)) > MOST_BUTTONS or any(len(row) > MOST_IN_A_ROW for row in value):
        raise bad_request("reply markup is too long")
    return value


def _button(value: object) -> Button:
    try:
        check_object("InlineKeyboardButton", value)
        assert isinstance(value, dict)
        text, style = value["text"], value.get("style")
        _check_look(text, style)
        action = _action(value)
    except ApiError as error:
        reason = error.description.removeprefix("Bad Request: ")
        raise bad_request(f"can't parse inline keyboard button: {reason}") from None
    _check_action(action, value[action])
    return Button(text, action, value[action], style, value.get("icon_custom_emoji_id"))


def _check_look(text: object, style: object) -> None:
    if not isinstance(text, str):
        raise bad_request('Field "text" must be of type String')
    if not text.strip():
        raise bad_request("Button text must be non-empty")
    if style not in _STYLES:
        raise bad_request("Invalid button style specified")


def _action(button: Json) -> str:
    actions = [name for name in OBJECTS["InlineKeyboardButton"].split() if name in button and name not in _LOOKS]
    if not actions or button[actions[0]] == "":
        raise bad_request("Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise bad_request(f"exactly one action is allowed, found {', '.join(actions)}")
    return actions[0]


def _check_action(action: str, value: object) -> None:
    match action:
        case "callback_data":
            if not isinstance(value, str) or len(value.encode()) > DATA_BYTES:
                raise bad_request("BUTTON_DATA_INVALID")
        case "url":
            address = urlsplit(str(value))
            if address.scheme not in {"http", "https", "tg"} or not address.netloc:
                raise bad_request(f"inline keyboard button URL '{value}' is invalid: Wrong HTTP URL")
        case "copy_text":
            check_object("CopyTextButton", value)
            if not isinstance(value, dict) or not 1 <= len(value["text"]) <= COPIED_CHARACTERS:
                raise bad_request("BUTTON_COPY_TEXT_INVALID")
        case _:
            raise not_available(f"button action {action}")


def _check_reply_rows(markup: Json, *, private: bool) -> None:
    buttons = [button for row in _rows(markup["keyboard"]) for button in row]
    if not buttons:
        raise bad_request("reply keyboard must be non-empty")
    if len(markup.get("input_field_placeholder") or "x") > 64:
        raise bad_request("input field placeholder is too long")
    for button in buttons:
        if isinstance(button, str):
            continue
        check_object("KeyboardButton", button)
        assert isinstance(button, dict)
        _check_look(button["text"], button.get("style"))
        if not private and _PRIVATE_ONLY & button.keys():
            raise bad_request("can't request contact in a group: phone number can be requested in private chats only")
