"""The only place that reads the clock."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

Sleep = Callable[[float], Awaitable[object]]
"""What waits so many seconds; tests wait for none."""


class Clock:
    """The real time or, for rehearsals, a time that was set once and runs on from there."""

    def __init__(self, start: datetime | None = None) -> None:
        """`start` is the moment to begin at; None means the real time."""
        self._ahead = start - datetime.now(UTC) if start else timedelta()

    def now(self) -> datetime:
        """Return the present moment in UTC."""
        return datetime.now(UTC) + self._ahead

    def move_to(self, moment: datetime) -> None:
        """Set the clock to `moment`, from where it runs on."""
        self._ahead = moment - datetime.now(UTC)
