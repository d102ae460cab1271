"""What took work to make, kept for as long as it holds."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from telegram import InlineKeyboardMarkup

T = TypeVar("T")
MOST = 500


class Kept:
    """Things by what they are of, each with the version of the facts that it was made from; what was not asked for for
    longest is forgotten."""

    def __init__(self) -> None:
        self._made: OrderedDict[Hashable, tuple[Hashable, Any]] = OrderedDict()

    def get(self, of: Hashable, version: Hashable, make: Callable[[], T]) -> T:
        """What was made of something, if the facts are still of this version; else it is made now."""
        found = self._made.get(of)
        if found is None or found[0] != version:
            found = version, make()
            self._made[of] = found
            if len(self._made) > MOST:
                self._made.popitem(last=False)
        self._made.move_to_end(of)
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
