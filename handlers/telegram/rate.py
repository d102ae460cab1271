"""Limits on how often somebody is answered."""

from collections import OrderedDict, deque
from datetime import datetime, timedelta

MOST_PEOPLE = 10_000


class RateLimit:
    """Allows each id `most` answers within a span of time; the ids that were quiet longest are forgotten."""

    def __init__(self, most: int, span: timedelta) -> None:
        self._most = most
        self._span = span
        self._answered: OrderedDict[int, deque[datetime]] = OrderedDict()

    def allows(self, who: int, now: datetime) -> bool:
        """Count one more answer, and return whether it is allowed."""
        answered = self._answered.setdefault(who, deque(maxlen=self._most))
        self._answered.move_to_end(who)
        if len(self._answered) > MOST_PEOPLE:
            self._answered.popitem(last=False)
        if len(answered) == self._most and timedelta(0) <= now - answered[0] < self._span:
            return False
        answered.append(now)
        return True
