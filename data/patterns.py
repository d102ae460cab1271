"""Regular expressions for what people write, by RE2: matching takes time linear in the length of the text.

RE2 has no look-arounds and no back references; `\\d`, `\\w` and `\\b` are ASCII only; a leading `(?i)` ignores case.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

import re2
from re2 import _re2 as engine  # most searches take less time than re2's own wrapper around them

_ANYWHERE, _AT_START, _WHOLE = (
    getattr(engine.RE2.Anchor, name) for name in ("UNANCHORED", "ANCHOR_START", "ANCHOR_BOTH")
)


def escape(words: str) -> str:
    """Return the pattern that matches `words` literally."""
    escaped: str = re2.escape(words)
    return escaped


class Match:
    """A match of a `Pattern`. A group is given by number or name; one that took no part is None and at -1."""

    __slots__ = ("_names", "bytes", "searched")

    def __init__(self, groups: Sequence[tuple[int, int]], names: Mapping[str, int], searched: _Searched) -> None:
        self.bytes, self._names, self.searched = groups, names, searched

    def __getitem__(self, group: int | str) -> Any:
        start, end = self._bytes_of(group)
        return None if start < 0 else self.searched.encoded[start:end].decode()

    @property
    def string(self) -> str:
        """The text that was searched."""
        return self.searched.encoded.decode()

    def start(self, group: int | str = 0) -> int:
        """Return where `group` begins, or -1 if it took no part."""
        return self._place(self._bytes_of(group)[0])

    def end(self, group: int | str = 0) -> int:
        """Return where `group` ends, or -1 if it took no part."""
        return self._place(self._bytes_of(group)[1])

    def span(self, group: int | str = 0) -> tuple[int, int]:
        """Return where `group` begins and ends, or (-1, -1) if it took no part."""
        start, end = self._bytes_of(group)
        return self._place(start), self._place(end)

    def _bytes_of(self, group: int | str) -> tuple[int, int]:
        return self.bytes[self._names[group] if isinstance(group, str) else group]

    def _place(self, byte: int) -> int:
        return byte if byte < 0 or self.searched.is_plain else self.searched.place(byte)

    def last_group(self) -> int:
        """Return the number of the last outermost group that took part, or 0 if none did."""
        ends = [end for _, end in self.bytes[1:]]
        last = max(ends, default=-1)
        return ends.index(last) + 1 if last >= 0 else 0

    def groups(self) -> dict[str, str]:
        """Return the named groups that matched something, by name."""
        return {name: said for name in self._names if (said := self[name])}

    def parts(self) -> dict[str, str]:
        """Return what `groups` does, by names without a trailing _, which only sets two groups of one name apart."""
        return {name.rstrip("_"): said for name, said in self.groups().items()}


class Pattern:
    """A compiled pattern, used like one of the standard library's `re`."""

    __slots__ = ("_find", "_names", "source")

    def __init__(self, pattern: str) -> None:
        compiled = engine.RE2(pattern.encode(), re2.Options())
        if not compiled.ok():
            raise re2.error(compiled.error())
        self.source, self._find = pattern, compiled.Match
        self._names = {name.decode(): group for name, group in compiled.NamedCapturingGroups()}

    def search(self, text: str) -> Match | None:
        """Return the first match anywhere in `text`, or None."""
        return self._match(_ANYWHERE, text)

    def match(self, text: str) -> Match | None:
        """Return the match at the beginning of `text`, or None."""
        return self._match(_AT_START, text)

    def fullmatch(self, text: str) -> Match | None:
        """Return the match of the whole of `text`, or None."""
        return self._match(_WHOLE, text)

    def match_where(self, other: Match) -> Match | None:
        """Return the match that begins where a match of another pattern does, or None."""
        searched = other.searched
        found = self._find(_AT_START, searched.encoded, other.bytes[0][0], searched.size)
        return Match(found, self._names, searched) if found[0][0] >= 0 else None

    def finditer(self, text: str) -> Iterator[Match]:
        """Return an iterator over all matches in `text` that do not overlap, from left to right."""
        searched = _searched(text)
        found = self._find(_ANYWHERE, searched.encoded, 0, searched.size)
        return self._matches(found, searched) if found[0][0] >= 0 else iter(())

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return the places of all matches in `text` that do not overlap, from left to right."""
        return [found.span() for found in self.finditer(text)]

    def sub(self, put: str | Callable[[Match], str], text: str) -> str:
        """Return `text` with each match replaced by `put`, a function of the match or a template with groups as \\1."""
        parts, done, sound = list[str](), 0, _searched(text).encoded.decode()
        for found in self.finditer(sound):
            start, end = found.span()
            parts += [sound[done:start], put(found) if callable(put) else _filled(put, found)]
            done = end
        return "".join([*parts, sound[done:]])

    def _matches(self, found: Sequence[tuple[int, int]], searched: _Searched) -> Iterator[Match]:
        """Yield the match `found` and all after it, without empty ones between the bytes of a character."""
        find, names = self._find, self._names
        start, end = found[0]
        while start >= 0:
            if start < end or not searched.is_within_one(start):
                yield Match(found, names, searched)
            begin = end + (start == end)
            if begin > searched.size:
                break
            found = find(_ANYWHERE, searched.encoded, begin, searched.size)
            start, end = found[0]

    def _match(self, anchor: Any, text: str) -> Match | None:
        searched = _searched(text)
        found = self._find(anchor, searched.encoded, 0, searched.size)
        return Match(found, self._names, searched) if found[0][0] >= 0 else None


def any_of(patterns: Iterable[Pattern]) -> Pattern:
    """Return one pattern that matches wherever any of `patterns` does; it has none of their named groups."""
    return Pattern("|".join(f"(?:{_NAME_OF_A_GROUP.sub('(?:', each.source)})" for each in patterns))


_NAME_OF_A_GROUP = Pattern(r"\(\?P<\w+>")


_AT_ONCE = 16
"""The most patterns that are looked for in one pass; of more, RE2 has too little memory to keep what it learns."""


class PatternSet:
    """Several patterns, of which a few passes over a text, no longer than for one pattern, tell which it has."""

    def __init__(self, sources: Iterable[str]) -> None:
        listed = [*sources]
        parts = [(*listed[at : at + _AT_ONCE], "") for at in range(0, len(listed), _AT_ONCE)]
        self._parts = [(_set_of(each).Match, each) for each in parts]

    def found_in(self, text: str) -> set[str]:
        """Return the sources of the patterns that match anywhere in `text`, with all those of a pass for which RE2 had
        too little memory.

        The last pattern of a pass is empty and matches everywhere, so that nothing is found only then.
        """
        encoded, found = _searched(text).encoded, set[str]()
        for find, sources in self._parts:
            found.update([sources[number] for number in find(encoded)] or sources)
        found.discard("")
        return found


def _set_of(sources: Iterable[str]) -> Any:
    together = engine.Set(_ANYWHERE, re2.Options())
    for each in sources:
        together.Add(each.encode())
    if not together.Compile():
        raise re2.error("too many patterns for one set")
    return together


class _Searched:
    """A text in UTF-8, which is what RE2 searches; it is `plain` if every character is one byte.

    The place of a character is counted on from the one looked up before, so that a search stays linear. That one is
    kept as a pair, because threads may look up places in the same text.
    """

    __slots__ = ("_last", "encoded", "is_plain", "size")

    def __init__(self, encoded: bytes, is_plain: bool) -> None:
        self.encoded, self.size, self.is_plain = encoded, len(encoded), is_plain
        self._last = (0, 0)

    def place(self, byte: int) -> int:
        """Return which character begins at `byte`."""
        last, place = self._last
        if byte >= last:
            place += len(self.encoded[last:byte].decode())
        else:
            place -= len(self.encoded[byte:last].decode())
        self._last = (byte, place)
        return place

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
def _searched(text: str) -> _Searched:
    """Return `text` in UTF-8, with a question mark for each lone surrogate."""
    try:
        encoded = text.encode()
    except UnicodeEncodeError:
        return _searched(text.encode(errors="replace").decode())
    return _Searched(encoded, text.isascii())
