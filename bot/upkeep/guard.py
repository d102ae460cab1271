"""Guard against hangs. Code that hangs may hold the GIL, so that no Python thread runs; faulthandler's timer runs all
the same. It prints the traceback of every thread, which quotes nothing that people wrote, and ends the process for a
supervisor to start it again."""

import asyncio
import faulthandler
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

SECONDS = 30.0
TURNS_EVERY = 1.0
STDERR = 2


@asynccontextmanager
async def guarded() -> AsyncIterator[None]:
    """Context in which the process ends if the event loop does not run for SECONDS."""
    winding = asyncio.create_task(_postpone_end())
    try:
        yield
    finally:
        winding.cancel()
        await asyncio.gather(winding, return_exceptions=True)
        faulthandler.cancel_dump_traceback_later()


async def _postpone_end() -> None:
    while True:
        faulthandler.dump_traceback_later(SECONDS, exit=True, file=STDERR)
        await asyncio.sleep(min(TURNS_EVERY, SECONDS / 4))
