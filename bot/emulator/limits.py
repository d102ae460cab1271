"""Checks on every text and caption: length, markup, emptiness."""

from dataclasses import replace

from bot.emulator.entities import parse_html
from bot.emulator.errors import bad_request, not_available
from bot.emulator.markup import Entity, find_entities, utf16_length
from bot.emulator.objects import check_object
from bot.emulator.records import Json

TEXT_LENGTH = 4096
CAPTION_LENGTH = 1024
"""Limits in UTF-16 code units after the markup is removed (Bot API, sendMessage and sendPhoto)."""

Formatted = tuple[str, tuple[Entity, ...]]
_CLEANED = dict.fromkeys([*range(9), 11, 12, *range(14, 32)], " ") | dict.fromkeys([13, *range(0x2028, 0x202F)])
"""Telegram's replacements: control characters become spaces; carriage returns, line separators and direction marks are
removed."""


def read_text(params: Json) -> Formatted:
    """Return `text` with its entities. Raises ApiError if it is empty, too long or badly marked up."""
    if not params.get("text"):
        raise bad_request("message text is empty")
    text, entities = _formatted(params["text"], params.get("parse_mode"), params.get("entities"))
    if not text:
        raise bad_request("text must be non-empty")
    if utf16_length(text) > TEXT_LENGTH:
        raise bad_request("message is too long")
    return text, entities


def read_caption(params: Json) -> Formatted:
    """Return `caption` with its entities; both may be empty. Raises ApiError if it is too long or badly marked up."""
    source, marked = params.get("caption") or "", params.get("caption_entities")
    text, entities = _formatted(source, params.get("parse_mode"), marked)
    if utf16_length(text) > CAPTION_LENGTH:
        raise bad_request("message caption is too long")
    return text, entities


def _formatted(source: str, parse_mode: str | None, marked: list[Json] | None) -> Formatted:
    source = source.translate(_CLEANED)
    match (parse_mode or "").lower():
        case "html":
            text, entities = parse_html(source)
        case "":
            text, entities = source, tuple(_entity(one, source) for one in marked or ())
        case "markdown" | "markdownv2":
            raise not_available(f"parse_mode {parse_mode}")
        case _:
            raise bad_request("unsupported parse_mode")
    text, entities = _trimmed(text, entities)
    return text, find_entities(text, entities)


def _entity(value: Json, text: str) -> Entity:
    check_object("MessageEntity", value)
    fields = {name: one for name, one in value.items() if name != "user"}
    entity = Entity(**fields, user_id=(value.get("user") or {}).get("id"))
    if entity.offset < 0 or entity.length <= 0 or entity.end > utf16_length(text):
        raise bad_request("message entity is out of the text")
    return entity


def _trimmed(text: str, entities: tuple[Entity, ...]) -> Formatted:
    """Strip white space from both ends, as Telegram does, and fit the entities to the result."""
    shift = utf16_length(text) - utf16_length(text.lstrip())
    stripped = text.strip()
    end = utf16_length(stripped)
    kept = []
    for entity in entities:
        start, stop = max(0, entity.offset - shift), min(end, entity.end - shift)
        if stop > start:
            kept.append(replace(entity, offset=start, length=stop - start))
    return stripped, tuple(kept)
