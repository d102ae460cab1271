"""Updates that an earlier process left undone, one of which may have ended it.

An update that ends the process (a crash in a library, too much memory, a hang that the guard ends) would end every
later process too, because it is handled again at each start. Therefore the updates in work are listed in a file until
they are handled. The next process counts one end for each update it finds there; at three the update is quarantined. An
innocent update hardly ever reaches three:

- Updates left undone are handled one at a time, so that each end counts for one of them.
- While an update waits for Telegram, which is nearly all of its time, it is not listed, and the next suspect may begin.
  A `kill -9` or power cut may hit the remaining milliseconds once, but hardly three times for the same update.
- SIGTERM lets the work finish.
"""

import os
import weakref
from asyncio import Lock
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, suppress
from contextvars import ContextVar
from pathlib import Path

MOST_ENDS = 3
SIZE = 4096
"""Bytes of the file, which is always written whole so that a full disk cannot refuse the write."""


class UpdatesInWork:
    """Ids of the updates being handled, kept in a file beside the database that outlives the process. `left` holds the
    ids that an earlier process left in it."""

    def __init__(self, database: Path) -> None:
        """Open the file, creating it if needed. Raises OSError."""
        self._file = os.open(database.with_name(database.name + ".work"), os.O_RDWR | os.O_CREAT, 0o600)
        weakref.finalize(self, os.close, self._file)
        self.left = [int(word) for word in os.read(self._file, SIZE).split() if word.isdigit()]
        self._ids: dict[int, None] = {}
        self._write()

    def begin(self, update_id: int) -> None:
        """Note that work on an update has begun."""
        self._ids[update_id] = None
        self._write()

    def end(self, update_id: int) -> None:
        """Note that work on an update has ended."""
        self._ids.pop(update_id, None)
        self._write()

    def _write(self) -> None:
        """Write the ids to the file; failures are ignored, since the update matters more."""
        text = " ".join(map(str, self._ids)).encode()[:SIZE].ljust(SIZE)
        with suppress(OSError):
            os.pwrite(self._file, text, 0)


class Suspects:
    """The updates that an earlier process left undone; they are handled one at a time."""

    def __init__(self, at_work: UpdatesInWork) -> None:
        self.at_work = at_work
        self.turn = Lock()
        self._ids: set[int] = set()

    def add(self, update_ids: Iterable[int]) -> None:
        """Add update ids to the suspects."""
        self._ids.update(update_ids)

    @asynccontextmanager
    async def working_on(self, update_id: int) -> AsyncIterator[None]:
        """Context in which an update is handled: it is listed in the file, and a suspect waits for its turn first."""
        work = _Work(self.at_work, update_id, self.turn if update_id in self._ids else None)
        token = _WORK.set(work)
        try:
            await work.begin()
            yield
        finally:
            work.end()
            work.is_over = True
            _WORK.reset(token)


@asynccontextmanager
async def waiting_for_telegram() -> AsyncIterator[None]:
    """Context that waits for Telegram: another suspect may be handled meanwhile, and an end is not counted."""
    work = _WORK.get()
    if work is None or work.is_over:
        yield
        return
    work.end()
    try:
        yield
    finally:
        await work.begin()


class _Work:
    """The handling of one update. `is_over` is set when it ends, though tasks it started may go on."""

    def __init__(self, at_work: UpdatesInWork, update_id: int, turn: Lock | None) -> None:
        self._at_work, self._update_id, self._turn = at_work, update_id, turn
        self._has_turn = self.is_over = False

    async def begin(self) -> None:
        if self._turn is not None and not self.is_over:
            self._has_turn = await self._turn.acquire()
        if self.is_over:
            self.end()
        else:
            self._at_work.begin(self._update_id)

    def end(self) -> None:
        self._at_work.end(self._update_id)
        if self._turn is not None and self._has_turn:
            self._has_turn = False
            self._turn.release()


_WORK: ContextVar[_Work | None] = ContextVar("work", default=None)
