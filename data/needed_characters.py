"""Characters without which a pattern matches nowhere, so that most patterns need not be searched for in most texts."""

from collections.abc import Set as AbstractSet

Needed = AbstractSet[str] | None
"""None stands for no characters in particular."""
_FEW = 100
"""The most characters of a class that are told apart."""
_KINDS = {"d": "0123456789", "s": "\t\n\f\r ", "n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v"}
_NONE_IN_PARTICULAR = "bBAzDSwWC"
"""What stands, behind a backslash, for a place or for very many characters."""
_THIRD_FORMS = {"k": "\u212a", "s": "\u017f"}
"""What RE2 takes for a letter if its case does not matter, besides that letter in both cases."""


def needed_characters(pattern: str) -> Needed:
    """Return characters of which every match of an RE2 pattern has at least one, or None."""
    return _Source(pattern).alternatives()


class _Source:
    """The source of a pattern, read from left to right."""

    def __init__(self, pattern: str) -> None:
        self._left, self._any_case = list(reversed(pattern)), False

    def alternatives(self) -> Needed:
        """Read to the end of a group, and return what its alternatives need, taken together."""
        any_case, found = self._any_case, [self._sequence()]
        while self._next_is("|"):
            found.append(self._sequence())
        self._any_case = any_case
        return None if None in found else frozenset[str]().union(*(each for each in found if each))

    def _sequence(self) -> Needed:
        """Read an alternative, and return what that part of it needs that needs the fewest characters."""
        best: Needed = None
        while self._left and self._left[-1] not in "|)":
            needed = self._item()
            if not self._may_be_missing() and needed is not None and (best is None or len(needed) < len(best)):
                best = needed
        return best

    def _may_be_missing(self) -> bool:
        """Read how often an item is repeated, and return whether that may be never."""
        if not self._left or self._left[-1] not in "?*+{":
            return False
        sign = self._left.pop()
        missing = sign in "?*" or (sign == "{" and self._up_to("}")[0] in "0,")
        self._next_is("?")
        return missing

    def _item(self) -> Needed:
        if self._next_is("("):
            return self._group()
        if self._next_is("["):
            return self._in_any_case(self._class())
        return self._in_any_case(self._char("^$."))

    def _group(self) -> Needed:
        any_case = self._any_case
        if self._next_is("?"):
            if self._next_is("P"):
                self._up_to(">")
            else:
                flags = self._up_to(":)")
                self._any_case = any_case or "i" in flags
                if flags.endswith(")"):
                    return None
        found = self.alternatives()
        self._left.pop()
        self._any_case = any_case
        return found

    def _class(self) -> Needed:
        """Read a class, and return its characters, or None if it names those that it has not, or very many."""
        all_but, found, is_first = self._next_is("^"), list[Needed](), True
        while is_first or not self._next_is("]"):
            one, is_first = self._char(), False
            if self._left[-1] == "-" and self._left[-2] != "]":
                self._left.pop()
                first, last = (ord(char) for each in (one, self._char()) for char in each or ())
                one = set(map(chr, range(first, last + 1))) if last - first < _FEW else None
            found.append(one)
        listed = frozenset[str]().union(*(each for each in found if each))
        return None if all_but or None in found or len(listed) > _FEW else listed

    def _char(self, signs: str = "") -> Needed:
        """Return the characters that one sign stands for."""
        char = self._left.pop()
        if char in signs:
            return None
        if char != "\\":
            return {char}
        kind = self._left.pop()
        if kind in "pP":
            self._up_to("}" if self._left[-1] == "{" else self._left[-1])
        if kind == "x":
            code = self._up_to("}")[1:-1] if self._left[-1] == "{" else self._left.pop() + self._left.pop()
            return {chr(int(code, 16))}
        return None if kind in _NONE_IN_PARTICULAR + "pP" else set(_KINDS.get(kind, kind))

    def _in_any_case(self, found: Needed) -> Needed:
        if found is None or not self._any_case:
            return found
        if any(not char.isascii() and char.lower() != char.upper() for char in found):
            return None
        return {
            form for char in found for form in (char, char.lower(), char.upper(), *_THIRD_FORMS.get(char.lower(), ""))
        }

    def _next_is(self, sign: str) -> bool:
        """Read a sign if it is the next one, and return whether it is."""
        if self._left[-1:] != [sign]:
            return False
        self._left.pop()
        return True

    def _up_to(self, ends: str) -> str:
        """Read up to the first of `ends`, and return what was read."""
        read = self._left.pop()
        while read[-1] not in ends:
            read += self._left.pop()
        return read
