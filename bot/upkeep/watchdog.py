"""Watchdog that ends a process which only seems to run, and the record of when its parts last worked."""

from collections.abc import Callable
from dataclasses import dataclass
from math import inf

from telegram.error import InvalidToken, RetryAfter

from bot.clock import Sleep
from handlers.telegram.unanswered import retry_seconds

TICK_SECONDS = 30.0
"""The longest time between two ticks, within which messages put into the outbox by another process are found."""
PATIENCE_SECONDS = 90
LOOK_EVERY_SECONDS = 5
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 30.0
"""Seconds to wait before Telegram is called again after a failure: at first, and at most, as they grow."""


class NoUpdates(Exception):
    """Telegram has not answered for too long."""


@dataclass
class Pulse:
    """When each part last worked, in seconds of a monotonic clock; None for parts that are not in use. `polled`:
    Telegram has answered getUpdates or confirmed the webhook. `silent_until`: Telegram has asked with a 429 not to be
    called before then, so that a new process would only be told the same."""

    monotonic: Callable[[], float]
    polled: float | None = None
    ticked: float | None = None
    delivered: float | None = None
    silent_until: float = -inf
    token_refused: bool = False

    def feel_poll(self) -> None:
        """Note that Telegram has answered getUpdates or confirmed the webhook."""
        self.polled = self.monotonic()

    def keep_silence(self, error: Exception) -> float:
        """Return for how many seconds an error asks for silence, and note it; 0 for any error but a 429. Note, too, if
        it refuses the token."""
        self.token_refused |= isinstance(error, InvalidToken)
        wished = retry_seconds(error.retry_after) if isinstance(error, RetryAfter) else 0
        if wished:
            self.silent_until = self.monotonic() + wished
        return wished

    def feel_tick(self) -> None:
        """Note that the ticker has run."""
        self.ticked = self.monotonic()

    def feel_delivery(self) -> None:
        """Note that a notice has arrived."""
        self.delivered = self.monotonic()

    @property
    def delivers(self) -> bool:
        """Whether a notice has arrived within the last 90 seconds."""
        return self.delivered is not None and self.since(self.delivered) <= PATIENCE_SECONDS

    def since(self, moment: float | None) -> float:
        """Return how many seconds ago `moment` was; 0 if it is None."""
        return 0 if moment is None else self.monotonic() - moment


class Pauses:
    """The pauses between attempts to reach Telegram that fail, each longer than the one before."""

    def __init__(self, pulse: Pulse) -> None:
        self._pulse, self._next = pulse, FIRST_PAUSE

    def after(self, error: Exception) -> float:
        """Return how many seconds to wait after an error: as it asks, or the next pause."""
        pause, self._next = self._next, min(self._next * 1.5, LONGEST_PAUSE)
        return self._pulse.keep_silence(error) or pause


def check_pulse(pulse: Pulse) -> None:
    """Check the pulse. Raises NoUpdates if Telegram has not answered for 90 seconds outside of a silence that it has
    asked for, and InvalidToken if the token is refused."""
    if min(pulse.since(pulse.polled), pulse.since(pulse.silent_until)) > PATIENCE_SECONDS:
        raise NoUpdates
    if pulse.token_refused:
        raise InvalidToken


async def watch_pulse(pulse: Pulse, sleep: Sleep) -> None:
    """Check the pulse every few seconds until something is wrong. Raises as `check_pulse` does."""
    while True:
        check_pulse(pulse)
        await sleep(LOOK_EVERY_SECONDS)
