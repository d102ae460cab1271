"""Methods that edit a message's text, caption, media or keyboard."""

from typing import Any

from bot.emulator.access import editable_message
from bot.emulator.api_json import message_json
from bot.emulator.errors import bad_request
from bot.emulator.keyboards import read_keyboard
from bot.emulator.limits import read_caption, read_text
from bot.emulator.methods.messages import CAPTION, read_media
from bot.emulator.parameters import method
from bot.emulator.records import Json, Message
from bot.emulator.state import State

EDITED = "business_connection_id chat_id:c message_id:i inline_message_id reply_markup:o "
_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a "
    "current content and reply markup of the message"
)


@method(EDITED + "text parse_mode entities:l link_preview_options:o rich_message:o")
def edit_message_text(state: State, params: Json) -> Json:
    """Replace the text and the keyboard."""
    message = editable_message(state, params)
    if message.media:
        raise bad_request("there is no text in the message to edit")
    text, entities = read_text(params)
    return _change(state, message, params, text=text, entities=entities)


@method(EDITED + CAPTION + "show_caption_above_media:b")
def edit_message_caption(state: State, params: Json) -> Json:
    """Replace the caption and the keyboard."""
    message = editable_message(state, params)
    if not message.media:
        raise bad_request("there is no caption in the message to edit")
    text, entities = read_caption(params)
    return _change(state, message, params, text=text, entities=entities)


@method(EDITED + "media*:o")
def edit_message_media(state: State, params: Json) -> Json:
    """Replace the file, its caption and the keyboard."""
    message = editable_message(state, params)
    return _change(state, message, params, **read_media(state, params["media"]))


@method(EDITED)
def edit_message_reply_markup(state: State, params: Json) -> Json:
    """Replace or remove the keyboard."""
    return _change(state, editable_message(state, params), params)


def _change(state: State, message: Message, params: Json, **content: Any) -> Json:
    content["keyboard"] = read_keyboard(params.get("reply_markup"))
    if all(getattr(message, name) == value for name, value in content.items()):
        raise bad_request(_NOT_MODIFIED)
    edited = message.edited if content.keys() == {"keyboard"} else state.now()
    return message_json(state, state.change(message, edited=edited, **content))
