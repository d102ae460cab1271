"""Work that is done in the background, one piece at a time."""

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any

log = logging.getLogger(__name__)


class InBackground:
    """Base of what works in the background. A failure is logged, and what is due is done when it is begun again."""

    def __init__(self, failed: str) -> None:
        """`failed` is what the log says of a failure."""
        self._failed = failed
        self._work: asyncio.Task[None] | None = None

    async def finish(self) -> None:
        """Wait for the work to end. Raises its failure."""
        if self._work is not None:
            await self._work

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        self._work = asyncio.create_task(work)
        self._work.add_done_callback(self._note_end)

    def _note_end(self, task: asyncio.Task[None]) -> None:
        self._work = None
        if not task.cancelled() and (failure := task.exception()) is not None:
            log.error(self._failed, exc_info=failure)
