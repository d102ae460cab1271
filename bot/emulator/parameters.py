"""Which parameters the methods take, and how they are read from a request.

Facts from the published Bot API description. A parameter is written `name`, `name*` when required,
and `name:kind`: i integer, b boolean, c chat id, f file, l JSON array, o JSON object; else a string.
A name that is not listed is refused: the real server ignores it, and a slip stays hidden.
"""

import json
from collections.abc import Mapping

from bot.emulator.errors import bad_request, not_available
from bot.emulator.files import Upload
from bot.emulator.records import Json

_PLACED = (
    "chat_id*:c message_thread_id:i direct_messages_topic_id:i disable_notification:b "
    "protect_content:b allow_paid_broadcast:b message_effect_id reply_parameters:o "
)
_REPLIED = _PLACED + "suggested_post_parameters:o reply_markup:o "
_SENT = "business_connection_id " + _REPLIED
_CAPTION = "caption parse_mode caption_entities:l "
_EDITED = "business_connection_id chat_id:c message_id:i inline_message_id reply_markup:o "
_COPIED = "from_chat_id*:c message_id*:i video_start_timestamp:i "

METHODS: dict[str, str] = {
    "getMe": "",
    "logOut": "",
    "close": "",
    "getUpdates": "offset:i limit:i timeout:i allowed_updates:l",
    "setWebhook": "url* certificate:f ip_address max_connections:i allowed_updates:l drop_pending_updates:b "
    "secret_token",
    "deleteWebhook": "drop_pending_updates:b",
    "getWebhookInfo": "",
    "sendMessage": _SENT + "text* parse_mode entities:l link_preview_options:o",
    "sendPhoto": _SENT + _CAPTION + "photo*:f show_caption_above_media:b has_spoiler:b",
    "sendDocument": _SENT + _CAPTION + "document*:f thumbnail:f disable_content_type_detection:b",
    "sendVideo": _SENT + _CAPTION + "video*:f duration:i width:i height:i thumbnail:f cover:f "
    "start_timestamp:i show_caption_above_media:b has_spoiler:b supports_streaming:b",
    "sendMediaGroup": "business_connection_id " + _PLACED + "media*:l",
    "sendChatAction": "business_connection_id chat_id*:c message_thread_id:i action*",
    "forwardMessage": _COPIED + "chat_id*:c message_thread_id:i direct_messages_topic_id:i "
    "disable_notification:b protect_content:b message_effect_id suggested_post_parameters:o",
    "copyMessage": _REPLIED + _COPIED + _CAPTION + "show_caption_above_media:b",
    "editMessageText": _EDITED + "text parse_mode entities:l link_preview_options:o rich_message:o",
    "editMessageCaption": _EDITED + _CAPTION + "show_caption_above_media:b",
    "editMessageMedia": _EDITED + "media*:o",
    "editMessageReplyMarkup": _EDITED,
    "deleteMessage": "chat_id*:c message_id*:i",
    "deleteMessages": "chat_id*:c message_ids*:l",
    "answerCallbackQuery": "callback_query_id* text show_alert:b url cache_time:i",
    "getFile": "file_id*",
    "setMessageReaction": "chat_id*:c message_id*:i reaction:l is_big:b",
    "pinChatMessage": "business_connection_id chat_id*:c message_id*:i disable_notification:b",
    "unpinChatMessage": "business_connection_id chat_id*:c message_id:i",
    "unpinAllChatMessages": "chat_id*:c",
    "getChat": "chat_id*:c",
    "getChatMember": "chat_id*:c user_id*:i",
    "getChatAdministrators": "chat_id*:c return_bots:b",
    "getChatMemberCount": "chat_id*:c",
    "leaveChat": "chat_id*:c",
    "setMyCommands": "commands*:l scope:o language_code",
    "getMyCommands": "scope:o language_code",
    "deleteMyCommands": "scope:o language_code",
    "setMyName": "name language_code",
    "getMyName": "language_code",
    "setMyDescription": "description language_code",
    "getMyDescription": "language_code",
    "setMyShortDescription": "short_description language_code",
    "getMyShortDescription": "language_code",
    "setChatMenuButton": "chat_id:i menu_button:o",
    "getChatMenuButton": "chat_id:i",
}

_NOT_DONE = (
    "business_connection_id direct_messages_topic_id allow_paid_broadcast message_effect_id "
    "suggested_post_parameters inline_message_id rich_message certificate thumbnail cover"
)
"""Parameters Telegram knows and this server does not act upon."""


def declared(method: str) -> dict[str, tuple[bool, str]]:
    """Return a method's parameters: name → whether it is required, and its kind ("" is a string)."""
    parameters = {}
    for word in METHODS[method].split():
        name, _, kind = word.partition(":")
        parameters[name.removesuffix("*")] = name.endswith("*"), kind
    return parameters


def read_parameters(method: str, given: Mapping[str, object], uploads: Mapping[str, Upload]) -> Json:
    """Return the parameters of a request in their own types; raises ApiError for what is wrong. `given` are form fields
    (strings) or the members of a JSON body. Files and `attach://` references to them become Upload."""
    known = declared(method)
    read: Json = {}
    for name, value in given.items():
        if name not in known:
            raise bad_request(f'unknown parameter "{name}" of {method}')
        if name in _NOT_DONE.split():
            raise not_available(f"parameter {name}")
        read[name] = _attached(_read(name, known[name][1], value), uploads)
    read |= {name: upload for name, upload in uploads.items() if known.get(name, (False, ""))[1] == "f"}
    for name, (required, _) in known.items():
        if required and name not in read:
            raise _missing(name)
    return read


def _missing(name: str) -> Exception:
    if name == "text":
        return bad_request("message text is empty")
    return bad_request(f"{name} is empty" if name == "chat_id" else f'parameter "{name}" is required')


def _read(name: str, kind: str, value: object) -> object:
    match kind:
        case "i":
            return _integer(name, value)
        case "b":
            return str(value).lower() in {"true", "1", "yes"}
        case "c":
            return _integer(name, value) if str(value).lstrip("-").isdigit() else str(value)
        case "l" | "o":
            return _json(name, value, list if kind == "l" else dict)
    return value if isinstance(value, str) else json.dumps(value)


def _integer(name: str, value: object) -> int:
    try:
        return int(str(value))
    except ValueError:
        raise bad_request(f'parameter "{name}" must be an integer') from None


def _json(name: str, value: object, kind: type) -> object:
    try:
        parsed: object = json.loads(value) if isinstance(value, str) else value
    except ValueError:
        raise bad_request(f"can't parse {name} JSON object") from None
    if not isinstance(parsed, kind):
        raise bad_request(f"object expected as {name}" if kind is dict else f"array expected as {name}")
    return parsed


def _attached(value: object, uploads: Mapping[str, Upload]) -> object:
    match value:
        case list():
            return [_attached(one, uploads) for one in value]
        case dict():
            return {name: _attached(one, uploads) for name, one in value.items()}
        case str() if value.startswith("attach://"):
            name = value.removeprefix("attach://")
            if name not in uploads:
                raise bad_request("wrong file identifier/HTTP URL specified")
            return uploads[name]
    return value
