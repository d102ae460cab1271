"""Declaration of Bot API methods by the functions that implement them, and parsing of their parameters.

    @method("chat_id*:c user_id*:i")
    def get_chat_member(state: State, params: Json) -> Json: ...

declares getChatMember with the parameters of the published description. A parameter is written `name`, or `name*` if
required, with its kind after a colon: i integer, b boolean, c chat id, f file, l JSON array, o JSON object; without a
kind it is a string. Undeclared names are refused: the real server ignores them, which would hide a mistake.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from bot.emulator.errors import bad_request, not_available
from bot.emulator.files import Upload
from bot.emulator.records import Json

Method = Callable[..., Any]
"""Takes the state and the parameters of a call, and returns its JSON result or an awaitable for it."""
Done = TypeVar("Done", bound=Method)

METHODS: dict[str, str] = {}
"""The parameters of each implemented method."""
METHODS_DONE: dict[str, Method] = {}


def method(parameters: str = "") -> Callable[[Done], Done]:
    """Declare the Bot API method named like the decorated function."""

    def declare(done: Done) -> Done:
        first, *others = done.__name__.split("_")
        name = "".join([first, *map(str.title, others)])
        METHODS[name], METHODS_DONE[name] = parameters, done
        return done

    return declare


_NOT_DONE = (
    "business_connection_id direct_messages_topic_id allow_paid_broadcast message_effect_id "
    "suggested_post_parameters inline_message_id rich_message certificate thumbnail cover"
)
"""Parameters that Telegram knows and this server does not support."""


def declared(method: str) -> dict[str, tuple[bool, str]]:
    """Return a method's parameters as name → (whether it is required, its kind); "" stands for a string."""
    parameters = {}
    for word in METHODS[method].split():
        name, _, kind = word.partition(":")
        parameters[name.removesuffix("*")] = name.endswith("*"), kind
    return parameters


def read_parameters(method: str, given: Mapping[str, object], uploads: Mapping[str, Upload]) -> Json:
    """Return the parameters of a request in their declared types. `given` holds form fields (strings) or the members of
    a JSON body. Files and `attach://` references to them become Upload. Raises ApiError for anything invalid."""
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
