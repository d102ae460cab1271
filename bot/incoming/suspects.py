"""Updates that a process left undone, for one of them may be what ended it.

An update that ends the process whenever it is handled (a crash of a library, too much memory, a hang that the guard
ends) would end every process from then on, for it is handled again at every start. So what is being worked on stands in
a file from before the work begins until it is over. What a process leaves there has been worked on when it ended: the
next one counts that, and at three the update is laid aside. Whoever ended the processes, an innocent update does not
come to three:

- What a process has left undone is suspect: it is worked on one at a time, so that each end counts for one of them.
- While Telegram is waited for, which is nearly all the time that an update takes, nothing counts, and the next suspect
  may be worked on. What is left are some thousandths of a second; a `kill -9` or a power cut may fall into them once,
  but hardly three times for the same update.
- SIGTERM lets the work be finished.
"""

import os
import weakref
from asyncio import Lock
from collections.abc import Iterable
from contextlib import AbstractAsyncContextManager, nullcontext, suppress
from contextvars import ContextVar, Token
from pathlib import Path

MOST_ENDS = 3
SIZE = 4096
"""Bytes of the file, written whole each time, so that a full disk cannot refuse them."""


class AtWork:
    """The ids of the updates in work, in a file beside the database that survives the end of the process. `left` is
    what an earlier process left there."""

    def __init__(self, database: Path) -> None:
        """Open the file, which is made where there is none. Raises OSError."""
        self._file = os.open(database.with_name(database.name + ".work"), os.O_RDWR | os.O_CREAT, 0o600)
        weakref.finalize(self, os.close, self._file)
        self.left = [int(word) for word in os.read(self._file, SIZE).split() if word.isdigit()]
        self._ids: dict[int, None] = {}
        self._write()

    def begin(self, update_id: int) -> None:
        """Note that an update is being worked on."""
        self._ids[update_id] = None
        self._write()

    def end(self, update_id: int) -> None:
        """Note that an update is no longer worked on."""
        self._ids.pop(update_id, None)
        self._write()

    def _write(self) -> None:
        """Write the ids down. Where that fails the work goes on all the same."""
        text = " ".join(map(str, self._ids)).encode()[:SIZE].ljust(SIZE)
        with suppress(OSError):
            os.pwrite(self._file, text, 0)


class Suspects:
    """The updates that an earlier process left undone, worked on one at a time."""

    def __init__(self, at_work: AtWork) -> None:
        self.at_work = at_work
        self.turn = Lock()
        self._ids: set[int] = set()

    def add(self, update_ids: Iterable[int]) -> None:
        """Add more suspects."""
        self._ids.update(update_ids)

    def working_on(self, update_id: int) -> "_Work":
        """A context for working on an update: it is noted in the file, and a suspect waits for its turn."""
        return _Work(self.at_work, update_id, self.turn if update_id in self._ids else None)


def waiting_for_telegram() -> AbstractAsyncContextManager[None]:
    """A context for waiting for Telegram: another suspect may be worked on, and the end of the process does not
    count."""
    work = _WORK.get()
    return nullcontext() if work is None or work.is_over else _Wait(work)


class _Work:
    """The work on one update; what the update has begun beside it may go on when the work `is_over`."""

    def __init__(self, at_work: AtWork, update_id: int, turn: Lock | None) -> None:
        self._at_work, self._update_id, self._turn = at_work, update_id, turn
        self._has_turn = self.is_over = False
        self._token: Token[_Work | None]

    async def __aenter__(self) -> None:
        self._token = _WORK.set(self)
        try:
            await self.begin()
        except BaseException:
            self._leave()
            raise

    async def __aexit__(self, *failure: object) -> None:
        self._leave()

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

    def _leave(self) -> None:
        self.end()
        self.is_over = True
        _WORK.reset(self._token)


class _Wait:
    """The time in which a work stands still."""

    def __init__(self, work: _Work) -> None:
        self._work = work

    async def __aenter__(self) -> None:
        self._work.end()

    async def __aexit__(self, *failure: object) -> None:
        await self._work.begin()


_WORK: ContextVar[_Work | None] = ContextVar("work", default=None)
