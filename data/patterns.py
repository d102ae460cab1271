"""Regular expressions for what people write, by RE2: matching takes time linear in the length of the text.

RE2 has no look-arounds and no back references; `\\d`, `\\w` and `\\b` are ASCII only; a leading `(?i)` ignores case.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain
from typing import Any

import re2


def escape(words: str) -> str:
    """Return the pattern that matches `words` literally."""
    escaped: str = re2.escape(words)
    return escaped


class Match:
    """A match of a `Pattern`. A group is given by number or name; one that took no part is None and at -1."""

    __slots__ = ("_found", "_names", "_places", "encoded_span")

    def __init__(self, found: Any, names: Mapping[str, int], places: _Places) -> None:
        self._found, self._names, self._places = found, names, places
        self.encoded_span: tuple[int, int] = found.span()

    def __getitem__(self, group: int | str) -> Any:
        start, end = self._bytes_of(group)
        return None if start < 0 else self._places.encoded[start:end].decode()

    @property
    def string(self) -> str:
        """The text that was searched."""
        return self._places.encoded.decode()

    def start(self, group: int | str = 0) -> int:
        """Return where `group` begins, or -1 if it took no part."""
        start, _ = self._bytes_of(group)
        return self._places.of(start) if start >= 0 else -1

    def end(self, group: int | str = 0) -> int:
        """Return where `group` ends, or -1 if it took no part."""
        start, end = self._bytes_of(group)
        return self._places.of(end) if start >= 0 else -1

    def span(self, group: int | str = 0) -> tuple[int, int]:
        """Return where `group` begins and ends, or (-1, -1) if it took no part."""
        start, end = self._bytes_of(group)
        return (self._places.of(start), self._places.of(end)) if start >= 0 else (-1, -1)

    def last_group(self) -> int:
        """Return the number of the last outermost group that took part, or 0 if none did."""
        return int(self._found.lastindex or 0)

    def groups(self) -> dict[str, str]:
        """Return the named groups that matched something, by name."""
        return {name: said for name in self._names if (said := self[name])}

    def parts(self) -> dict[str, str]:
        """Return what `groups` does, by names without a trailing _, which only sets two groups of one name apart."""
        return {name.rstrip("_"): said for name, said in self.groups().items()}

    def _bytes_of(self, group: int | str) -> tuple[int, int]:
        if group == 0:
            return self.encoded_span
        start, end = self._found.span(self._names[group] if isinstance(group, str) else group)
        return start, end


class Pattern:
    """A compiled pattern, used like one of the standard library's `re`."""

    __slots__ = ("_compiled", "_names", "source")

    def __init__(self, pattern: str) -> None:
        self.source, self._compiled = pattern, re2.compile(pattern)
        self._names: dict[str, int] = self._compiled.groupindex

    def search(self, text: str) -> Match | None:
        """Return the first match anywhere in `text`, or None."""
        return self._match(self._compiled.search, text)

    def match(self, text: str) -> Match | None:
        """Return the match at the beginning of `text`, or None."""
        return self._match(self._compiled.match, text)

    def fullmatch(self, text: str) -> Match | None:
        """Return the match of the whole of `text`, or None."""
        return self._match(self._compiled.fullmatch, text)

    def finditer(self, text: str) -> Iterator[Match]:
        """Return an iterator over all matches in `text` that do not overlap, from left to right."""
        encoded = _encoded(text)
        found = self._compiled.finditer(encoded)
        first = next(found, None)
        return self._matches(chain((first,), found), encoded, len(text)) if first else iter(())

    def sub(self, put: str | Callable[[Match], str], text: str) -> str:
        """Return `text` with each match replaced by `put`, a function of the match or a template with groups as \\1."""
        parts, done, sound = list[str](), 0, _encoded(text).decode()
        for found in self.finditer(sound):
            start, end = found.span()
            parts += [sound[done:start], put(found) if callable(put) else _filled(put, found)]
            done = end
        return "".join([*parts, sound[done:]])

    def _matches(self, found: Iterable[Any], encoded: bytes, length: int) -> Iterator[Match]:
        """Yield what was `found`. RE2 also finds an empty match between the bytes of a character, and `$` twice."""
        places, before = _Places(encoded, length), None
        for each in found:
            match = Match(each, self._names, places)
            start, end = match.encoded_span
            if start == end and (start == before or places.is_within_one(start)):
                continue
            before = start if start == end else None
            yield match

    def _match(self, way: Callable[[bytes], Any], text: str) -> Match | None:
        encoded = _encoded(text)
        found = way(encoded)
        return Match(found, self._names, _Places(encoded, len(text))) if found else None


def any_of(patterns: Iterable[Pattern]) -> Pattern:
    """Return one pattern that matches wherever any of `patterns` does; it has none of their named groups."""
    return Pattern("|".join(f"(?:{_NAME_OF_A_GROUP.sub('(?:', each.source)})" for each in patterns))


_NAME_OF_A_GROUP = Pattern(r"\(\?P<\w+>")


class _Places:
    """The characters of a text by their offsets in its UTF-8 encoding, which is what RE2 searches.

    Each is counted on from the one looked up before, so that a search stays linear.
    """

    __slots__ = ("_byte", "_place", "_plain", "encoded")

    def __init__(self, encoded: bytes, length: int) -> None:
        self.encoded, self._plain = encoded, len(encoded) == length
        self._byte = self._place = 0

    def of(self, byte: int) -> int:
        if self._plain:
            return byte
        if byte >= self._byte:
            self._place += len(self.encoded[self._byte : byte].decode())
        else:
            self._place -= len(self.encoded[byte : self._byte].decode())
        self._byte = byte
        return self._place

    def is_within_one(self, byte: int) -> bool:
        """Return whether `byte` lies between the bytes of one character."""
        return byte < len(self.encoded) and 0x80 <= self.encoded[byte] < 0xC0


def groups_in(pattern: bytes, content: bytes) -> Iterator[tuple[bytes, ...]]:
    """Yield the groups of each match of a bytes pattern in `content`."""
    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    return (found.groups() for found in re2.compile(pattern, options).finditer(content))


def _filled(template: str, found: Match) -> str:
    first, *parts = template.split("\\")
    return first + "".join(f"{found[int(part[0])] or ''}{part[1:]}" for part in parts)


@lru_cache(maxsize=8)
def _encoded(text: str) -> bytes:
    """Return `text` in UTF-8, with a question mark for each lone surrogate."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        return text.encode(errors="replace")
