"""Trouble on demand: what the embedded server does to the bot's requests, to see how it takes it."""

from dataclasses import dataclass
from enum import StrEnum


class FaultKind(StrEnum):
    """What happens to a request. CUT_* and HANG close or hold the connection without a whole answer."""

    SLOW = "slow"
    TOO_MANY_REQUESTS = "429"
    SERVER_ERROR = "500"
    HANG = "hang"
    CUT_BEFORE = "cut_before"
    CUT_AFTER = "cut_after"


@dataclass(slots=True)
class Fault:
    """A trouble for the next `times` requests (None: until cleared) of `method`.

    `method` None means every method except getUpdates. `seconds` is how long SLOW waits, and the
    retry_after of TOO_MANY_REQUESTS (None: Telegram's answer without parameters).
    HANG never answers and applies nothing; CUT_BEFORE drops the connection before the request is
    applied, CUT_AFTER applies it and drops the connection in the middle of the answer.
    """

    kind: FaultKind
    method: str | None = None
    times: int | None = 1
    seconds: float | None = None

    def hits(self, method: str) -> bool:
        """Say whether a request of `method` meets this trouble."""
        return method == self.method if self.method else method != "getUpdates"


class Faults:
    """The troubles that are switched on."""

    def __init__(self) -> None:
        self.active: list[Fault] = []

    def add(
        self, kind: FaultKind, method: str | None = None, *, times: int | None = 1, seconds: float | None = None
    ) -> None:
        """Switch a trouble on; see Fault."""
        self.active.append(Fault(kind, method, times, seconds))

    def clear(self, kind: FaultKind | None = None) -> None:
        """Switch off one kind of trouble, or all."""
        self.active = [fault for fault in self.active if kind is not None and fault.kind != kind]

    def take(self, method: str) -> list[Fault]:
        """Return what a request of `method` meets now, and count it off: the slowness and one more."""
        hits = [fault for fault in self.active if fault.hits(method)]
        slow = [fault for fault in hits if fault.kind is FaultKind.SLOW]
        met = slow + [fault for fault in hits if fault.kind is not FaultKind.SLOW][:1]
        for fault in met:
            if fault.times is not None:
                fault.times -= 1
        self.active = [fault for fault in self.active if fault.times != 0]
        return met
