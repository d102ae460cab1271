"""Caches of computed values and of serialised keyboards."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from telegram import InlineKeyboardMarkup

T = TypeVar("T")
MOST = 500


class VersionedCache:
    """A cache of the MOST recently used values. Each value is stored with the version of the facts it was made from,
    and made again when that changes."""

    def __init__(self) -> None:
        self._made: OrderedDict[Hashable, tuple[Hashable, Any]] = OrderedDict()

    def get(self, key: Hashable, version: Hashable, make: Callable[[], T]) -> T:
        """Return the value of `key`, calling `make` unless it is stored with this `version`."""
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
    """A keyboard that is sent again and again, and therefore serialised only once."""

    __slots__ = ("_written",)

    def __init__(self, keyboard: InlineKeyboardMarkup) -> None:
        """Copy the buttons of `keyboard`."""
        super().__init__(keyboard.inline_keyboard)
        self._written = super().to_dict()

    def to_dict(self, recursive: bool = True) -> dict[str, Any]:
        """Return the keyboard as sent to Telegram."""
        return self._written if recursive else super().to_dict(recursive)
