"""Parsing Telegram's HTML into plain text and entities, with Telegram's own error messages.

The grammar and the error texts are those of TDLib's parse_html, which the Bot API server runs.
"""

import re
from dataclasses import dataclass, replace
from urllib.parse import parse_qs, urlsplit

from bot.emulator.errors import ApiError, bad_request
from bot.emulator.markup import Entity, utf16_length

_TYPES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "a": "text_link",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#[xX]([0-9a-fA-F]{1,8})|#([0-9]{1,8})|(lt|gt|amp|quot)(?![A-Za-z]));?")
_PLAIN = re.compile(r"[^<&]+")
_TOKEN = re.compile(r"[A-Za-z0-9.-]*")
_NAME = re.compile(r"[^\s=>/\"']*")
_SPACE = re.compile(r"\s*")
_WORD = re.compile(r"[^\s>]*")
_HOST = re.compile(r"[\w-]+(\.[\w-]+)+")


@dataclass(frozen=True, slots=True)
class _Open:
    tag: str
    attributes: dict[str, str]
    offset: int
    start: int


def parse_html(source: str) -> tuple[str, tuple[Entity, ...]]:
    """Return the plain text and the entities of `source`. Raises ApiError as Telegram does."""
    text, offset, position = "", 0, 0
    opened: list[_Open] = []
    entities: list[Entity] = []
    while position < len(source):
        if source.startswith("</", position):
            position = _close(source, position, opened, text, offset, entities)
        elif source[position] == "<":
            tag, attributes, position = _start_tag(source, position)
            opened.append(_Open(tag, attributes, offset, len(text)))
        else:
            plain = _PLAIN.match(source, position)
            words, position = (plain[0], plain.end()) if plain else _character(source, position)
            text += words
            offset += utf16_length(words)
    if opened:
        raise _wrong(f'Can\'t find end tag corresponding to start tag "{opened[-1].tag}"')
    return text, _tidy(entities)


def _character(source: str, position: int) -> tuple[str, int]:
    match = _REFERENCE.match(source, position)
    if not match:
        return source[position], position + 1
    if match[3]:
        return _NAMED[match[3]], match.end()
    code = int(match[1], 16) if match[1] else int(match[2])
    if not 0 < code < 0x10FFFF:
        return source[position], position + 1
    if 0xD800 <= code <= 0xDFFF:
        raise bad_request(
            "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched "
            "surrogate code units"
        )
    return chr(code), match.end()


def _start_tag(source: str, begin: int) -> tuple[str, dict[str, str], int]:
    word = _match(_WORD, source, begin + 1)
    at = _byte(source, begin)
    if word.end() == len(source):
        raise _wrong(f"Unclosed start tag at byte offset {at}")
    tag = word[0].lower()
    if tag not in _TYPES:
        raise _wrong(f'Unsupported start tag "{tag}" at byte offset {at}')
    attributes, end = _attributes(source, word.end(), tag, at)
    if tag == "span" and attributes.get("class") != "tg-spoiler":
        raise _wrong(f'Tag "span" must have class "tg-spoiler" at byte offset {at}')
    return tag, attributes, end


def _attributes(source: str, position: int, tag: str, at: int) -> tuple[dict[str, str], int]:
    attributes: dict[str, str] = {}
    while True:
        position = _match(_SPACE, source, position).end()
        if source[position : position + 1] == ">":
            return attributes, position + 1
        name = _match(_NAME, source, position)
        if not name[0]:
            raise _wrong(f'Empty attribute name in the tag "{tag}" at byte offset {at}')
        position = _match(_SPACE, source, name.end()).end()
        if source[position : position + 1] != "=":
            _more(source, position, f'Unclosed start tag "{tag}" at byte offset {at}')
            attributes[name[0]] = ""
            continue
        position = _match(_SPACE, source, position + 1).end()
        _more(source, position, f'Unclosed start tag "{tag}" at byte offset {at}')
        attributes[name[0]], position = _value(source, position)
        _more(source, position, f"Unclosed start tag at byte offset {at}")


def _value(source: str, position: int) -> tuple[str, int]:
    quote = source[position]
    if quote not in "\"'":
        token = _match(_TOKEN, source, position)
        following = source[token.end() : token.end() + 1]
        if not following.isspace() and following != ">":
            raise _wrong(f"Unexpected end of name token at byte offset {_byte(source, position)}")
        return token[0].lower(), token.end()
    value, position = "", position + 1
    while position < len(source) and source[position] != quote:
        character, position = _character(source, position)
        value += character
    return value, position + 1


def _close(source: str, begin: int, opened: list[_Open], text: str, offset: int, entities: list[Entity]) -> int:
    at = _byte(source, begin)
    if not opened:
        raise _wrong(f"Unexpected end tag at byte offset {at}")
    word = _match(_WORD, source, begin + 2)
    end = _match(_SPACE, source, word.end()).end()
    _more(source, end, f"Unclosed end tag at byte offset {at}")
    if source[end] != ">":
        raise _wrong(f"Unclosed end tag at byte offset {at}")
    start = opened.pop()
    found = word[0].lower()
    if found and found != start.tag:
        raise _wrong(f'Unmatched end tag at byte offset {at}, expected "</{start.tag}>", found "</{found}>"')
    if offset > start.offset and (entity := _entity(start, text, offset)):
        entities.append(entity)
    return end + 1


def _entity(start: _Open, text: str, offset: int) -> Entity | None:
    entity = Entity(_TYPES[start.tag], start.offset, offset - start.offset)
    attributes = start.attributes
    match start.tag:
        case "a":
            return _link(entity, attributes.get("href") or text[start.start :])
        case "blockquote" if "expandable" in attributes:
            return replace(entity, type="expandable_blockquote")
        case "code" if attributes.get("class", "").startswith("language-"):
            return replace(entity, language=attributes["class"].removeprefix("language-"))
        case "tg-emoji":
            return replace(entity, custom_emoji_id=attributes.get("emoji-id"))
        case "tg-time":
            return _moment(entity, attributes)
    return entity


def _link(entity: Entity, href: str) -> Entity | None:
    address = urlsplit(href)
    if address.scheme == "tg" and address.netloc == "user":
        who = parse_qs(address.query).get("id", [""])[0]
        return replace(entity, type="text_mention", user_id=int(who)) if who.isdigit() else None
    if address.scheme in {"http", "https", "tg", "ton"} and address.netloc:
        return replace(entity, url=href)
    return replace(entity, url=f"http://{href}") if not address.scheme and _HOST.match(href) else None


def _moment(entity: Entity, attributes: dict[str, str]) -> Entity | None:
    unix = attributes.get("unix", "")
    if not unix.isdigit():
        return None
    return replace(entity, unix_time=int(unix), date_time_format=attributes.get("format") or None)


def _tidy(entities: list[Entity]) -> tuple[Entity, ...]:
    """Return the entities sorted as Telegram does: a `code` gives its language to a `pre` of the same extent and has
    none otherwise, and nothing nests in `code` or `pre`."""
    languages = {(one.offset, one.length): one.language for one in entities if one.type == "code"}
    blocks = [replace(one, language=languages.get((one.offset, one.length))) for one in entities if one.type == "pre"]
    inline = [replace(one, language=None) for one in entities if one.type == "code" and not _inside(one, blocks)]
    rest = [one for one in entities if one.type not in {"code", "pre"} and not _inside(one, [*blocks, *inline])]
    return tuple(sorted([*blocks, *inline, *rest], key=lambda one: (one.offset, -one.length)))


def _inside(entity: Entity, others: list[Entity]) -> bool:
    return any(other.offset <= entity.offset and entity.end <= other.end for other in others)


def _match(pattern: re.Pattern[str], source: str, position: int) -> re.Match[str]:
    match = pattern.match(source, position)
    assert match is not None, "patterns here match the empty string"
    return match


def _more(source: str, position: int, otherwise: str) -> None:
    if position >= len(source):
        raise _wrong(otherwise)


def _byte(source: str, position: int) -> int:
    return len(source[:position].encode())


def _wrong(reason: str) -> ApiError:
    return bad_request(f"can't parse entities: {reason}")
