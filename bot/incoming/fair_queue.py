"""The queue of stored updates by person: each person has a share of what is in memory, so that somebody who sends
thousands holds up nobody else."""

from collections import Counter, OrderedDict, deque
from collections.abc import Mapping
from typing import Any

from bot.incoming.receiver import KINDS, is_id

MOST_AT_HAND, SHARE = 500, 8
"""How many updates are in memory at once, and how many of them may be one person's."""


class FairQueue:
    """The ids of updates that wait, in each person's order, and of those in memory ("at hand")."""

    def __init__(self) -> None:
        self._waiting: OrderedDict[int, deque[int]] = OrderedDict()
        self._at_hand: dict[int, int] = {}
        self._shares: Counter[int] = Counter()

    def add(self, whose: int, update_id: int) -> None:
        """Add an update behind those that the same person has sent before."""
        self._waiting.setdefault(whose, deque()).append(update_id)

    def take(self) -> list[int]:
        """Take the updates that may come into memory now, one of each person in turn."""
        taken = list[int]()
        while len(self._at_hand) < MOST_AT_HAND and (whose := self._next()) is not None:
            update_id = self._waiting[whose].popleft()
            self._waiting.move_to_end(whose)
            if not self._waiting[whose]:
                del self._waiting[whose]
            self._at_hand[update_id] = whose
            self._shares[whose] += 1
            taken.append(update_id)
        return taken

    def handled(self, update_id: int) -> None:
        """Note that an update is no longer in memory."""
        whose = self._at_hand.pop(update_id, None)
        if whose is not None:
            self._shares[whose] -= 1
            if not self._shares[whose]:
                del self._shares[whose]

    def _next(self) -> int | None:
        """Whoever waits and has not taken the whole share, and has had a turn longest ago."""
        return next((whose for whose in self._waiting if self._shares[whose] < SHARE), None)


def whose(update: Mapping[str, Any]) -> int:
    """The id of the person who made a raw update, or of its chat if there is no person."""
    content: dict[str, Any] = next((update[kind] for kind in KINDS if isinstance(update.get(kind), dict)), {})
    for owner in (content.get("from"), content.get("chat")):
        if isinstance(owner, dict) and is_id(owner.get("id")):
            return int(owner["id"])
    return 0
