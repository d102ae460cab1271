"""Patterns for what people write: RE2, which takes time linear in a text's length, whatever the text.

Without look-arounds and back references; `\\d`, `\\w` and `\\b` know ASCII only; `(?i)` in front ignores case.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import re2


def escape(words: str) -> str:
    """Return the pattern of just these words."""
    escaped: str = re2.escape(words)
    return escaped


class Match:
    """Where a pattern was found; groups by number or name, None for one that took no part."""

    __slots__ = ("_found", "_names", "string")

    def __init__(self, found: Any, names: dict[str, int], string: str) -> None:
        self._found, self._names, self.string = found, names, string

    def __getitem__(self, group: int | str) -> Any:
        return self._found[self._number(group)]

    def start(self, group: int | str = 0) -> int:
        """Return where a group begins, -1 for one that took no part."""
        return self.span(group)[0]

    def end(self, group: int | str = 0) -> int:
        """Return where a group ends, -1 for one that took no part."""
        return self.span(group)[1]

    def span(self, group: int | str = 0) -> tuple[int, int]:
        """Return where a group begins and ends, -1 twice for one that took no part."""
        start, end = self._found.span(self._number(group))
        return start, end

    def last_group(self) -> int:
        """Return the number of the outermost group that took part last."""
        return int(self._found.lastindex or 0)

    def groups(self) -> dict[str, str]:
        """Return the named groups that took part, none of them empty."""
        return {name: text for name, number in self._names.items() if (text := self._found[number])}

    def _number(self, group: int | str) -> int:
        return self._names[group] if isinstance(group, str) else group


class Pattern:
    """A pattern, compiled once; used like one of the standard library."""

    __slots__ = ("_compiled", "_names")

    def __init__(self, pattern: str) -> None:
        self._compiled = re2.compile(pattern)
        self._names: dict[str, int] = self._compiled.groupindex

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
        sound = _sound(text)
        return (Match(found, self._names, sound) for found in self._compiled.finditer(sound))

    def sub(self, put: str | Callable[[Match], str], text: str) -> str:
        """Return the text with `put` (which may refer to groups as \\1) in place of each match."""
        parts, done, sound = list[str](), 0, _sound(text)
        for found in self.finditer(sound):
            parts += [sound[done : found.start()], put(found) if callable(put) else _filled(put, found)]
            done = found.end()
        return "".join([*parts, sound[done:]])

    def _match(self, way: Callable[[str], Any], text: str) -> Match | None:
        sound = _sound(text)
        found = way(sound)
        return Match(found, self._names, sound) if found else None


def groups_in(pattern: bytes, content: bytes) -> Iterator[tuple[bytes, ...]]:
    """The groups of each match of a pattern in bytes."""
    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    return (found.groups() for found in re2.compile(pattern, options).finditer(content))


def _filled(template: str, found: Match) -> str:
    first, *parts = template.split("\\")
    return first + "".join(f"{found[int(part[0])] or ''}{part[1:]}" for part in parts)


def _sound(text: str) -> str:
    """The text without halves of characters, which no UTF-8 can hold; as long as before."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode(errors="replace").decode()
    return text
