"""Faults on demand, which disturb the bot's requests to test how it copes."""

from dataclasses import dataclass
from enum import StrEnum


class FaultKind(StrEnum):
    """What happens to a request. CUT_* and HANG end or hold the connection without a complete answer."""

    SLOW = "slow"
    TOO_MANY_REQUESTS = "429"
    SERVER_ERROR = "500"
    HANG = "hang"
    CUT_BEFORE = "cut_before"
    CUT_AFTER = "cut_after"


@dataclass(slots=True)
class Fault:
    """A fault for the next `times` requests (None: until cleared) of `method`.

    `method` None means every method except getUpdates. `seconds` is how long SLOW waits, and the retry_after of
    TOO_MANY_REQUESTS (None: Telegram's answer without parameters). HANG never answers and applies nothing; CUT_BEFORE
    drops the connection before the request is applied, CUT_AFTER applies it and drops the connection in the middle of
    the answer.
    """

    kind: FaultKind
    method: str | None = None
    times: int | None = 1
    seconds: float | None = None

    def hits(self, method: str) -> bool:
        """Return whether this fault applies to a request of `method`."""
        return method == self.method if self.method else method != "getUpdates"


class Faults:
    """The active faults."""

    def __init__(self) -> None:
        self.active: list[Fault] = []

    def add(
        self, kind: FaultKind, method: str | None = None, *, times: int | None = 1, seconds: float | None = None
    ) -> None:
        """Activate a fault; see Fault for the arguments."""
        self.active.append(Fault(kind, method, times, seconds))

    def clear(self, kind: FaultKind | None = None) -> None:
        """Deactivate the faults of one kind, or all."""
        self.active = [fault for fault in self.active if kind is not None and fault.kind != kind]

    def take(self, method: str) -> list[Fault]:
        """Return the faults that apply to a request of `method`, and count them off: all SLOW ones and one other."""
        hits = [fault for fault in self.active if fault.hits(method)]
        slow = [fault for fault in hits if fault.kind is FaultKind.SLOW]
        met = slow + [fault for fault in hits if fault.kind is not FaultKind.SLOW][:1]
        for fault in met:
            if fault.times is not None:
                fault.times -= 1
        self.active = [fault for fault in self.active if fault.times != 0]
        return met
