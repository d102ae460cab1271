"""Caches: of what took work to make, and of the buttons of a list as Telegram is told of them."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from telegram import InlineKeyboardMarkup

T = TypeVar("T")
MOST = 500


class VersionedCache:
    """A cache of the most recently used values, of MOST keys at most. Each value is checked against a version: of the
    facts that it was made from. A value of another version is made anew."""

    def __init__(self) -> None:
        self._made: OrderedDict[Hashable, tuple[Hashable, Any]] = OrderedDict()

    def get(self, key: Hashable, version: Hashable, make: Callable[[], T]) -> T:
        """The value of a key, if it was made from this version of the facts; else it is made now."""
        found = self._made.get(key)
        if found is None or found[0] != version:
            found = version, make()
            self._made[key] = found
            if len(self._made) > MOST:
                self._made.popitem(last=False)
        self._made.move_to_end(key)
        made: T = found[1]
        return made


class KeptKeyboard(InlineKeyboardMarkup):
    """Buttons that are shown again and again, written down for Telegram once: a keyboard never changes."""

    __slots__ = ("_written",)

    def __init__(self, keyboard: InlineKeyboardMarkup) -> None:
        """Keep these buttons."""
        super().__init__(keyboard.inline_keyboard)
        self._written = super().to_dict()

    def to_dict(self, recursive: bool = True) -> dict[str, Any]:
        """The buttons as Telegram is told of them."""
        return self._written if recursive else super().to_dict(recursive)
