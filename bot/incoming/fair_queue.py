"""Queue of stored updates by person. Each person has a limited share of memory, so that one who sends thousands delays
nobody else."""

from collections import Counter, OrderedDict, deque
from collections.abc import Mapping
from typing import Any

from bot.incoming.receiver import KINDS, is_id

MOST_AT_HAND, SHARE = 500, 8
"""The number of updates held in memory at once, and how many of them may belong to one person."""


class FairQueue:
    """Ids of the waiting updates, in order for each person, and of those held in memory ("at hand")."""

    def __init__(self) -> None:
        self._waiting: OrderedDict[int, deque[int]] = OrderedDict()
        self._at_hand: dict[int, int] = {}
        self._shares: Counter[int] = Counter()

    def add(self, whose: int, update_id: int) -> None:
        """Queue an update behind the earlier ones of the same person."""
        self._waiting.setdefault(whose, deque()).append(update_id)

    def take(self) -> list[int]:
        """Remove and return the updates that may be loaded into memory now, taking one from each person in turn."""
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
        """Return the person whose turn was longest ago, among those who have updates waiting and part of their share
        left, or None."""
        return next((whose for whose in self._waiting if self._shares[whose] < SHARE), None)


def owner_of(update: Mapping[str, Any]) -> int:
    """Return the id of the person who made a raw update, else of its chat, else 0."""
    content: dict[str, Any] = next((update[kind] for kind in KINDS if isinstance(update.get(kind), dict)), {})
    for owner in (content.get("from"), content.get("chat")):
        if isinstance(owner, dict) and is_id(owner.get("id")):
            return int(owner["id"])
    return 0
