"""Updates that a process left undone, for one of them may be what ended it.

An update that ends the process whenever it is handled (a crash of a library, too much memory) would end every process
from then on, for it is handled again at every start. So each one that was left undone is counted while the bot works on
it: the count is written down before the work begins and taken back when it is over. What is then left of it is the
number of processes that ended in the midst of that work, and at three the update is laid aside. Whoever ended them, an
innocent one does not come to three:

- One suspect is worked on at a time, so that each end counts for one of them.
- While Telegram is waited for, which is nearly all the time that an update takes, nothing counts, and the next suspect
  may be worked on. What is left are some thousandths of a second; a `kill -9` or a power cut may fall into them once,
  but hardly three times for the same update.
- SIGTERM lets the work be finished, which takes the count back.

Nothing is written down for an update that no process has left undone, so that answers are not slower for it. The first
end is therefore not counted: an update ends four processes at most.
"""

from asyncio import Lock
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from contextvars import ContextVar

from data.errors import DatabaseUnusable
from data.store import Database, inbox

MOST_ENDS = 3


class Suspects:
    """Those that an earlier process left undone, and whose turn it is."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self.turn = Lock()
        self._ids: set[int] = set()

    def add(self, update_ids: Iterable[int]) -> None:
        """Some more."""
        self._ids.update(update_ids)

    @asynccontextmanager
    async def working_on(self, update_id: int) -> AsyncIterator[None]:
        """While the bot works on an update: it has the turn and is counted, if it is a suspect."""
        if update_id not in self._ids:
            yield
            return
        work = _Work(self, update_id)
        token = _WORK.set(work)
        try:
            await work.begin()
            yield
        finally:
            work.end()
            _WORK.reset(token)


@asynccontextmanager
async def waiting_for_telegram() -> AsyncIterator[None]:
    """While an update waits for Telegram: the turn is another's, and nothing is counted."""
    work = _WORK.get()
    if work is None:
        yield
        return
    work.end()
    try:
        yield
    finally:
        await work.begin()


class _Work:
    """The work on one suspect."""

    def __init__(self, suspects: Suspects, update_id: int) -> None:
        self._suspects, self._update_id = suspects, update_id
        self._has_turn = self._is_counted = False

    async def begin(self) -> None:
        self._has_turn = await self._suspects.turn.acquire()
        self._is_counted = self._is_counted or self._count(1)

    def end(self) -> None:
        if self._is_counted:
            self._is_counted = not self._count(-1)
        if self._has_turn:
            self._has_turn = False
            self._suspects.turn.release()

    def _count(self, by: int) -> bool:
        """Whether it could be written down; on a full disk it is handled all the same."""
        try:
            inbox.count_end(self._suspects.db, self._update_id, by)
        except DatabaseUnusable:
            return False
        return True


_WORK: ContextVar[_Work | None] = ContextVar("work", default=None)
