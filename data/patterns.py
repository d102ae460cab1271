"""Patterns for what people write: RE2, which takes time linear in a text's length, whatever the text.

Without look-arounds and back references; `\\d`, `\\w` and `\\b` know ASCII only; `(?i)` in front ignores case.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import re2


def escape(words: str) -> str:
    """Return the pattern of just these words."""
    escaped: str = re2.escape(words)
    return escaped


class Match:
    """Where a pattern was found; groups by number or name, None for one that took no part."""

    __slots__ = ("_found", "_names", "_places")

    def __init__(self, found: Any, names: Mapping[str, int], places: _Places) -> None:
        self._found, self._names, self._places = found, names, places

    def __getitem__(self, group: int | str) -> Any:
        start, end = self._bytes_of(group)
        return None if start < 0 else self._places.encoded[start:end].decode()

    @property
    def string(self) -> str:
        """The text that was searched."""
        return self._places.encoded.decode()

    def start(self, group: int | str = 0) -> int:
        """Return where a group begins, -1 for one that took no part."""
        start, _ = self._bytes_of(group)
        return self._places.of(start) if start >= 0 else -1

    def end(self, group: int | str = 0) -> int:
        """Return where a group ends, -1 for one that took no part."""
        start, end = self._bytes_of(group)
        return self._places.of(end) if start >= 0 else -1

    def span(self, group: int | str = 0) -> tuple[int, int]:
        """Return where a group begins and ends, -1 twice for one that took no part."""
        start, end = self._bytes_of(group)
        return (self._places.of(start), self._places.of(end)) if start >= 0 else (-1, -1)

    def last_group(self) -> int:
        """Return the number of the outermost group that took part last, 0 for none."""
        return int(self._found.lastindex or 0)

    def groups(self) -> dict[str, str]:
        """Return the named groups that took part, none of them empty."""
        return {name: said for name in self._names if (said := self[name])}

    def _bytes_of(self, group: int | str) -> tuple[int, int]:
        start, end = self._found.span(self._names[group] if isinstance(group, str) else group)
        return start, end


class Pattern:
    """A pattern, compiled once; used like one of the standard library."""

    __slots__ = ("_compiled", "_may_find_nothing", "_names", "source")

    def __init__(self, pattern: str) -> None:
        self.source, self._compiled = pattern, re2.compile(pattern)
        self._names: dict[str, int] = self._compiled.groupindex
        self._may_find_nothing = self._compiled.fullmatch(b"") is not None

    def search(self, text: str) -> Match | None:
        """Return the first match anywhere in the text."""
        return self._match(self._compiled.search, text)

    def match(self, text: str) -> Match | None:
        """Return the match at the text's beginning."""
        return self._match(self._compiled.match, text)

    def fullmatch(self, text: str) -> Match | None:
        """Return the match of the whole text."""
        return self._match(self._compiled.fullmatch, text)

    def finditer(self, text: str) -> Iterator[Match]:
        """Return all matches, one behind the other."""
        encoded = _encoded(text)
        first = self._compiled.search(encoded)
        return self._from(first, encoded, len(text)) if first else iter(())

    def sub(self, put: str | Callable[[Match], str], text: str) -> str:
        """Return the text with `put` (which may refer to groups as \\1) in place of each match."""
        parts, done, sound = list[str](), 0, _encoded(text).decode()
        for found in self.finditer(sound):
            start, end = found.span()
            parts += [sound[done:start], put(found) if callable(put) else _filled(put, found)]
            done = end
        return "".join([*parts, sound[done:]])

    def _from(self, found: Any, encoded: bytes, length: int) -> Iterator[Match]:
        """Yield a match and those behind it; RE2's own finditer finds nothing (`$`) twice at one place."""
        places, end = _Places(encoded, length), len(encoded)
        while found:
            start, behind = found.span()
            if not (self._may_find_nothing and places.are_within_one(start, behind)):
                yield Match(found, self._names, places)
            at = max(start + 1, behind)
            found = self._compiled.search(encoded, at) if at <= end else None

    def _match(self, way: Callable[[bytes], Any], text: str) -> Match | None:
        encoded = _encoded(text)
        found = way(encoded)
        return Match(found, self._names, _Places(encoded, len(text))) if found else None


def any_of(patterns: Iterable[Pattern]) -> Pattern:
    """Return the one pattern that is found wherever any of these is: one look instead of many."""
    return Pattern("|".join(f"(?:{_NAME_OF_A_GROUP.sub('(?:', each.source)})" for each in patterns))


_NAME_OF_A_GROUP = Pattern(r"\(\?P<\w+>")


class _Places:
    """The places in a text of those in its UTF-8, which is what is searched: each counted on from the one before."""

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

    def are_within_one(self, start: int, end: int) -> bool:
        """Say whether what was found is nothing, between the bytes of one character."""
        return start == end < len(self.encoded) and 0x80 <= self.encoded[start] < 0xC0


def groups_in(pattern: bytes, content: bytes) -> Iterator[tuple[bytes, ...]]:
    """The groups of each match of a pattern in bytes."""
    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    return (found.groups() for found in re2.compile(pattern, options).finditer(content))


def _filled(template: str, found: Match) -> str:
    first, *parts = template.split("\\")
    return first + "".join(f"{found[int(part[0])] or ''}{part[1:]}" for part in parts)


def _encoded(text: str) -> bytes:
    """The text in UTF-8, which cannot hold halves of characters: a question mark stands for each."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        return text.encode(errors="replace")
