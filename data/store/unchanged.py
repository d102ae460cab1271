"""A cache of what was read, valid as long as nothing has been written."""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from sqlite_utils import Database

T = TypeVar("T")
State = tuple[int, int]
"""How many changes there have been: of this connection, and commits of others."""
MOST = 2_000
"""So many things stay known from one update to the next."""


class _Known:
    """What is known of a database in one state."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.found: dict[Hashable, Any] = {}


_KNOWN: "WeakKeyDictionary[Database, _Known]" = WeakKeyDictionary()


def unless_changed(db: Database, of: Hashable, read: Callable[[], T]) -> T:
    """What was read before, if nothing at all has been written since by any connection; otherwise it is read now.
    `of` names everything that it depends on, and the value must never be changed."""
    state = _state(db)
    known = _KNOWN.get(db)
    if known is None or known.state != state:
        known = _KNOWN[db] = _Known(state)
    if of not in known.found:
        known.found[of] = read()
    found: T = known.found[of]
    return found


@contextmanager
def beside_what_is_known(db: Database) -> Iterator[None]:
    """A context whose writes do not count for `unless_changed`: what was read before stays valid."""
    known, before = _KNOWN.get(db), _state(db)
    yield
    after = _state(db)
    _, others_before = before
    _, others_after = after
    if known is not None and known.state == before and others_before == others_after and len(known.found) <= MOST:
        known.state = after


def forget(db: Database) -> None:
    """Empty the cache, because a write was rolled back, which SQLite does not count as a change."""
    _KNOWN.pop(db, None)


def _state(db: Database) -> State:
    return db.conn.total_changes, db.conn.execute("PRAGMA data_version").fetchone()[0]
