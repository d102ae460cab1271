"""Is the bot alive? What has last been seen to work, and the watchdog that ends a process which only seems to run."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from telegram.error import InvalidToken

TICK_SECONDS = 30.0
"""The longest time between two ticks: what a use-case of another process puts into the outbox is found by then."""
PATIENCE_SECONDS = 90
LOOK_EVERY_SECONDS = 5


class NoUpdates(Exception):
    """Telegram has not answered for too long."""


@dataclass
class Pulse:
    """When something last worked, in seconds of a clock that only goes forward; None for what is not done at all.

    `polled`: Telegram has answered getUpdates, or knows where to call."""

    monotonic: Callable[[], float]
    polled: float | None = None
    ticked: float | None = None
    delivered: float | None = None
    token_refused: bool = False

    def feel_poll(self) -> None:
        """Telegram has answered getUpdates, or knows where to call."""
        self.polled = self.monotonic()

    def feel_tick(self) -> None:
        """The schedule has run."""
        self.ticked = self.monotonic()

    def feel_delivery(self) -> None:
        """A notice has arrived."""
        self.delivered = self.monotonic()

    @property
    def delivers(self) -> bool:
        """Whether a notice has arrived within the last 90 seconds."""
        return self.delivered is not None and self.since(self.delivered) <= PATIENCE_SECONDS

    def since(self, moment: float | None) -> float:
        """How many seconds ago a moment was; 0 for what is not done at all."""
        return 0 if moment is None else self.monotonic() - moment


def look(pulse: Pulse) -> None:
    """Raises NoUpdates when Telegram has not answered for 90 seconds, InvalidToken when the token is refused."""
    if pulse.since(pulse.polled) > PATIENCE_SECONDS:
        raise NoUpdates
    if pulse.token_refused:
        raise InvalidToken


async def watch(pulse: Pulse, sleep: Callable[[float], Awaitable[object]]) -> None:
    """Look again and again, until something is wrong; raises as `look` does."""
    while True:
        look(pulse)
        await sleep(LOOK_EVERY_SECONDS)
