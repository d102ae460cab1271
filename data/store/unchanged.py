"""A cache of values read from the database, valid while nothing is written."""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from sqlite_utils import Database

T = TypeVar("T")
State = tuple[int, int]
"""The number of changes by this connection, and SQLite's counter of commits by others."""
MOST = 2_000
"""The most values carried over a write that does not count."""


class _Known:
    """The values cached for one state of a database."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.found: dict[Hashable, Any] = {}


_KNOWN: "WeakKeyDictionary[Database, _Known]" = WeakKeyDictionary()


def cached_until_changed(db: Database, of: Hashable, read: Callable[[], T]) -> T:
    """Return the cached value if no connection has written since it was read, otherwise read it.

    `of` must name everything that the value depends on; the value must never be modified.
    """
    state = _state(db)
    known = _KNOWN.get(db)
    if known is None or known.state != state:
        known = _KNOWN[db] = _Known(state)
    if of not in known.found:
        known.found[of] = read()
    found: T = known.found[of]
    return found


@contextmanager
def cache_left_valid(db: Database) -> Iterator[None]:
    """A context whose writes do not invalidate what `cached_until_changed` has cached."""
    known, before = _KNOWN.get(db), _state(db)
    yield
    after = _state(db)
    _, others_before = before
    _, others_after = after
    if known is not None and known.state == before and others_before == others_after and len(known.found) <= MOST:
        known.state = after


def forget_cached(db: Database) -> None:
    """Empty the cache after a rollback, which SQLite does not count as a change."""
    _KNOWN.pop(db, None)


def _state(db: Database) -> State:
    return db.conn.total_changes, db.conn.execute("PRAGMA data_version").fetchone()[0]
