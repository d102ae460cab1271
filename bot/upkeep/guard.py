"""The guard against a hang. What hangs may hold Python's lock, so that no thread of Python runs either; the timer of
faulthandler runs all the same: it logs where every thread stands, without a word of what was written, and ends the
process, for a supervisor to start it again."""

import asyncio
import faulthandler
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

SECONDS = 30.0
TURNS_EVERY = 1.0
STDERR = 2


@asynccontextmanager
async def guarded(seconds: float) -> AsyncIterator[None]:
    """End the process when the event loop has not come round for so many seconds."""
    winding = asyncio.create_task(_wind(seconds))
    try:
        yield
    finally:
        winding.cancel()
        await asyncio.gather(winding, return_exceptions=True)
        faulthandler.cancel_dump_traceback_later()


async def _wind(seconds: float) -> None:
    """Put the end off again and again, as long as the event loop turns."""
    while True:
        faulthandler.dump_traceback_later(seconds, exit=True, file=STDERR)
        await asyncio.sleep(min(TURNS_EVERY, seconds / 4))
