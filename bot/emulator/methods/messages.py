"""Methods that send: texts, files, albums, copies, forwards, "typing …"."""

from typing import Any

from bot.emulator.access import known_chat, message_to, writable_chat
from bot.emulator.api_json import FORWARDED, message_json, origin_json
from bot.emulator.errors import bad_request
from bot.emulator.files import Upload
from bot.emulator.keyboards import read_markup
from bot.emulator.limits import read_caption, read_text
from bot.emulator.objects import check_object
from bot.emulator.parameters import method
from bot.emulator.records import Chat, Json, Media, Message
from bot.emulator.state import State

_ACTIONS = (
    "typing upload_photo record_video upload_video record_voice upload_voice upload_document choose_sticker "
    "find_location record_video_note upload_video_note"
)
PLACED = (
    "chat_id*:c message_thread_id:i direct_messages_topic_id:i disable_notification:b "
    "protect_content:b allow_paid_broadcast:b message_effect_id reply_parameters:o "
)
REPLIED = PLACED + "suggested_post_parameters:o reply_markup:o "
SENT = "business_connection_id " + REPLIED
CAPTION = "caption parse_mode caption_entities:l "
COPIED = "from_chat_id*:c message_id*:i video_start_timestamp:i "
MEDIA_OBJECTS = {"photo": "InputMediaPhoto", "document": "InputMediaDocument"}


@method(SENT + "text* parse_mode entities:l link_preview_options:o")
def send_message(state: State, params: Json) -> Json:
    """Send a text."""
    chat = writable_chat(state, params)
    text, entities = read_text(params)
    if options := params.get("link_preview_options"):
        check_object("LinkPreviewOptions", options)
    return message_json(state, _post(state, chat, params, text=text, entities=entities))


@method(SENT + CAPTION + "photo*:f show_caption_above_media:b has_spoiler:b")
def send_photo(state: State, params: Json) -> Json:
    """Send a photo."""
    return _send_media(state, params, "photo")


@method(SENT + CAPTION + "document*:f thumbnail:f disable_content_type_detection:b")
def send_document(state: State, params: Json) -> Json:
    """Send a file."""
    return _send_media(state, params, "document")


@method("business_connection_id " + PLACED + "media*:l")
def send_media_group(state: State, params: Json) -> list[Json]:
    """Send an album of 2 to 10 files; documents do not mix with pictures."""
    chat, items = writable_chat(state, params), params["media"]
    if not 2 <= len(items) <= 10:
        raise bad_request("wrong number of messages in the media group: 2-10 expected")
    kinds = {item.get("type") for item in items}
    if "document" in kinds and len(kinds) > 1:
        raise bad_request("document can't be mixed with other media types")
    album = f"album-{chat.id}-{chat.last_id + 1}"
    contents = [read_media(state, item) | {"media_group_id": album} for item in items]
    return [message_json(state, _post(state, chat, params, **content)) for content in contents]


@method(REPLIED + COPIED + CAPTION + "show_caption_above_media:b")
def copy_message(state: State, params: Json) -> Json:
    """Send a copy of a message as the bot's own."""
    chat = writable_chat(state, params)
    original = message_to(state, params, "copy", known_chat(state, params, "from_chat_id"))
    content = _content(original, "copied")
    if original.media and "caption" in params:
        content["text"], content["entities"] = read_caption(params)
    return {"message_id": _post(state, chat, params, **content).message_id}


@method(
    COPIED + "chat_id*:c message_thread_id:i direct_messages_topic_id:i "
    "disable_notification:b protect_content:b message_effect_id suggested_post_parameters:o"
)
def forward_message(state: State, params: Json) -> Json:
    """Forward a message."""
    chat = writable_chat(state, params)
    original = message_to(state, params, "forward", known_chat(state, params, "from_chat_id"))
    content = _content(original, "forwarded") | {"forward_origin": origin_json(state, original)}
    return message_json(state, _post(state, chat, params, **content))


@method("business_connection_id chat_id*:c message_thread_id:i action*")
def send_chat_action(state: State, params: Json) -> bool:
    """Show that the bot is busy."""
    chat = writable_chat(state, params)
    if params["action"] not in _ACTIONS.split():
        raise bad_request("wrong parameter action in request")
    state.actions.append((chat.id, params["action"]))
    state.emit("typing", chat_id=chat.id, action=params["action"])
    return True


def read_media(state: State, item: Json) -> Json:
    """Return the message fields of an InputMedia object."""
    kind = item.get("type", "")
    if kind not in MEDIA_OBJECTS:
        raise bad_request(f"can't parse InputMedia: media type {kind} is not available in the embedded server")
    check_object(MEDIA_OBJECTS[kind], item)
    text, entities = read_caption(item)
    return {"text": text, "entities": entities, "media": _media(state, kind, item["media"])}


def _send_media(state: State, params: Json, kind: str) -> Json:
    chat = writable_chat(state, params)
    text, entities = read_caption(params)
    media = _media(state, kind, params[kind])
    return message_json(state, _post(state, chat, params, text=text, entities=entities, media=media))


def _media(state: State, kind: str, source: str | Upload) -> Media:
    if isinstance(source, Upload):
        return state.files.keep(kind, source)
    if source.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    media = state.files.get(source).media
    if media.kind != kind:
        raise bad_request(f"can't use file of type {media.kind.title()} as {kind.title()}")
    return media


def _content(message: Message, done: str) -> Json:
    if message.service or message.protected:
        raise bad_request(f"message can't be {done}")
    return {name: getattr(message, name) for name in FORWARDED}


def _topic(chat: Chat, params: Json) -> int | None:
    """Return the id of the forum topic for a message, or None. Raises ApiError if it is closed or unknown."""
    topic_id: int | None = params.get("message_thread_id")
    if topic_id is not None and topic_id not in chat.topics:
        raise bad_request("message thread not found")
    if topic_id in chat.closed_topics:
        raise bad_request("TOPIC_CLOSED")
    return topic_id


def _post(state: State, chat: Chat, params: Json, **content: Any) -> Message:
    keyboard, reply_keyboard = read_markup(params.get("reply_markup"), private=chat.owner is not None)
    return state.post(
        chat,
        None if chat.type == "channel" else state.bot,
        sender_chat_id=chat.id if chat.type == "channel" else None,
        keyboard=keyboard,
        reply_keyboard=reply_keyboard,
        reply_to=_reply_to(chat, params.get("reply_parameters")),
        topic_id=_topic(chat, params),
        silent=params.get("disable_notification", False),
        protected=params.get("protect_content", False),
        **content,
    )


def _reply_to(chat: Chat, reply: Json | None) -> int | None:
    if not reply:
        return None
    check_object("ReplyParameters", reply)
    message = chat.sent.get(reply["message_id"])
    if message is None and not reply.get("allow_sending_without_reply"):
        raise bad_request("message to be replied not found")
    if message and reply.get("quote", "") not in message.text:
        raise bad_request("QUOTE_TEXT_INVALID")
    return message.message_id if message else None
