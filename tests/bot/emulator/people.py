"""The people of the small world in these tests, and its clock."""

import asyncio
import struct
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

TOKEN = "7:secret"
ANN, BOB = 1001, 1002
GROUP, CHANNEL = -4001, -1_000_000_005_001


class Clock:
    """The world's clock, moved by hand."""

    def __init__(self) -> None:
        self.time = datetime(2019, 11, 25, 1, tzinfo=UTC)

    def now(self) -> datetime:
        return self.time

    def pass_by(self, **units: float) -> None:
        self.time += timedelta(**units)


async def until(condition: Callable[[], object]) -> None:
    """Let the event loop run until a condition holds."""
    while not condition():
        await asyncio.sleep(0)


def png(width: int, height: int) -> bytes:
    """Return the beginning of a PNG of that size, which is all that these tests read."""
    return b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR" + struct.pack(">II", width, height) + bytes(8)
