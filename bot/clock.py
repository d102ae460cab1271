"""The only place that reads the clock."""

from datetime import UTC, datetime, timedelta


class Clock:
    """The real time, or for rehearsals a time that started elsewhere and runs on from there."""

    def __init__(self, start: datetime | None = None) -> None:
        """`start`: the moment that it is to be now; None for the real time."""
        self._ahead = start - datetime.now(UTC) if start else timedelta()

    def now(self) -> datetime:
        """The present moment, in UTC."""
        return datetime.now(UTC) + self._ahead

    def move_to(self, moment: datetime) -> None:
        """Let it be another moment now; the clock runs on from there."""
        self._ahead = moment - datetime.now(UTC)
