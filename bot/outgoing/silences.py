"""Silences that Telegram asks for with a 429: towards the chat that was told, and towards all if a second one is."""

import logging
from collections.abc import Callable, Mapping
from math import ceil, inf

log = logging.getLogger(__name__)

LONG = 30.0
"""In seconds: a longer silence is one that an answer does not wait out, and that the office and the log are told of."""
Place = int | tuple[str, bool]
"""Where a silence is kept: a chat, or else a method without one, with whether anybody waits for the call."""
Noted = Callable[[float, Mapping[int, float]], None]
"""Takes the seconds of silence left towards all, and those towards each chat, whenever a long silence begins."""


class Silences:
    """How long to be silent, and towards whom.

    Telegram does not say which of its limits was hit. It was the one for all if another chat is told to wait, too,
    though its own limit does not explain it; then all wait for as long as both.
    """

    def __init__(self, monotonic: Callable[[], float], noted: Noted) -> None:
        """`monotonic` returns seconds on a clock that never goes back."""
        self._monotonic, self._noted = monotonic, noted
        self._until: dict[Place, float] = {}
        self._until_for_all = -inf

    def left(self, place: Place) -> float:
        """Return the seconds of silence left towards a place; zero or less if none."""
        until = max(self._until.get(place, -inf), self._until_for_all if isinstance(place, int) else -inf)
        return until - self._monotonic()

    def left_for_all(self) -> float:
        """Return the seconds of silence left towards all; zero or less if none."""
        return self._until_for_all - self._monotonic()

    def chats(self) -> dict[int, float]:
        """Return the chats with a silence of their own, each with the seconds left."""
        now = self._monotonic()
        self._until = {place: until for place, until in self._until.items() if until > now}
        return {place: until - now for place, until in self._until.items() if isinstance(place, int)}

    def begin(self, place: Place, seconds: float, *, explained: bool) -> None:
        """Begin a silence towards a place; `explained` if the chat's own limit explains the 429."""
        until = self._monotonic() + seconds
        others = [until for chat, until in self.chats().items() if chat != place]
        if until > self._until.get(place, -inf):
            self._until[place] = until
            _tell(place, seconds)
        if isinstance(place, int) and not explained and others:
            self._begin_for_all(min(seconds, max(others)))
        if isinstance(place, int) and seconds > LONG:
            self._noted(max(self.left_for_all(), 0), self.chats())

    def _begin_for_all(self, seconds: float) -> None:
        if (until := self._monotonic() + seconds) > self._until_for_all:
            self._until_for_all = until
            _tell("everybody", seconds)


def _tell(whom: object, seconds: float) -> None:
    level = logging.WARNING if seconds > LONG else logging.INFO
    name = f"calls of {whom[0]}" if isinstance(whom, tuple) else whom
    log.log(level, "Telegram asks for %d seconds of silence towards %s", ceil(seconds), name)
