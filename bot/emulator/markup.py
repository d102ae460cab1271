"""Message entities: UTF-16 arithmetic, detection in plain text, and conversion to safe HTML.

Offsets and lengths count UTF-16 code units (Bot API, MessageEntity).
"""

import html
import re
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise, takewhile
from urllib.parse import urlsplit

_FOUND = re.compile(
    r"(?P<url>https?://[^\s<>\"，。；、）]+)"
    r"|(?P<email>\b[\w.+-]+@[\w-]+\.[\w.-]*\w)"
    r"|(?<![\w/@])(?P<bot_command>/[A-Za-z0-9_]{1,32}(?:@[A-Za-z]\w{2,31})?)(?![\w/])"
    r"|(?<![\w/])(?P<mention>@[A-Za-z][A-Za-z0-9_]{3,31})\b"
    r"|(?<![\w/])(?P<hashtag>#[^\W\d]\w*)"
)
_TAGS = {
    "bold": ("<b>", "</b>"),
    "italic": ("<i>", "</i>"),
    "underline": ("<u>", "</u>"),
    "strikethrough": ("<s>", "</s>"),
    "spoiler": ('<span class="tg-spoiler">', "</span>"),
    "code": ("<code>", "</code>"),
    "pre": ("<pre>", "</pre>"),
    "blockquote": ("<blockquote>", "</blockquote>"),
    "expandable_blockquote": ("<blockquote expandable>", "</blockquote>"),
}
_SHOWN_SCHEMES = {"http", "https", "tg", "mailto"}


@dataclass(frozen=True, slots=True)
class Entity:
    """A marked stretch of a text; the optional fields belong to the types that have them in the Bot API."""

    type: str
    offset: int
    length: int
    url: str | None = None
    language: str | None = None
    user_id: int | None = None
    custom_emoji_id: str | None = None
    unix_time: int | None = None
    date_time_format: str | None = None

    @property
    def end(self) -> int:
        """The offset of the first code unit after the stretch."""
        return self.offset + self.length


def utf16_length(text: str) -> int:
    """Return the length of `text` in UTF-16 code units, Telegram's measure of length."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def utf16_slice(text: str, start: int, end: int) -> str:
    """Return the part of `text` between two UTF-16 offsets."""
    return _slice(text.encode("utf-16-le"), start, end)


def _slice(encoded: bytes, start: int, end: int) -> str:
    return encoded[start * 2 : end * 2].decode("utf-16-le", "ignore")


def find_entities(text: str, taken: Iterable[Entity] = ()) -> tuple[Entity, ...]:
    """Return `taken` and the links, commands, mentions … that Telegram detects in `text`."""
    marked = tuple(taken)
    closed = [entity for entity in marked if entity.type in {"code", "pre", "text_link", "text_mention"}]
    found, read, offset = list[Entity](), 0, 0
    for match in _FOUND.finditer(text):
        offset += utf16_length(text[read : match.start()])
        found.append(Entity(match.lastgroup or "", offset, utf16_length(match[0])))
        read, offset = match.end(), found[-1].end
    free = [one for one in found if not any(one.offset < other.end and other.offset < one.end for other in closed)]
    return tuple(sorted((*marked, *free), key=lambda entity: (entity.offset, -entity.length)))


def to_html(text: str, entities: Iterable[Entity]) -> str:
    """Return `text` with its entities as HTML, everything else escaped. Entities that cross are closed and reopened, so
    that the tags always nest."""
    marked = deque(sorted(entities, key=lambda entity: (entity.offset, -entity.length)))
    encoded = text.encode("utf-16-le")
    edges = {edge for entity in marked for edge in (entity.offset, entity.end)}
    parts: list[str] = []
    current: list[Entity] = []
    for start, end in pairwise(sorted({0, utf16_length(text), *edges})):
        wanted = [entity for entity in current if entity.end > start]
        while marked and marked[0].offset <= start:
            wanted.append(marked.popleft())
        kept = sum(1 for _ in takewhile(lambda pair: pair[0] is pair[1], zip(current, wanted, strict=False)))
        parts += [_tags(entity, encoded)[1] for entity in reversed(current[kept:])]
        parts += [_tags(entity, encoded)[0] for entity in wanted[kept:]]
        parts.append(html.escape(_slice(encoded, start, end)))
        current = wanted
    return "".join([*parts, *(_tags(entity, encoded)[1] for entity in reversed(current))])


def _tags(entity: Entity, encoded: bytes) -> tuple[str, str]:
    if entity.type == "pre" and entity.language:
        return f'<pre><code class="language-{html.escape(entity.language)}">', "</code></pre>"
    if entity.type in {"text_link", "url", "email"}:
        covered = _slice(encoded, entity.offset, entity.end)
        target = entity.url or (f"mailto:{covered}" if entity.type == "email" else covered)
        if urlsplit(target).scheme in _SHOWN_SCHEMES:
            return f'<a href="{html.escape(target)}">', "</a>"
    return _TAGS.get(entity.type, ("", ""))
