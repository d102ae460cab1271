"""What has been read is not read again as long as nothing has changed."""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from sqlite_utils import Database

T = TypeVar("T")


class _Known:
    """What is known of a database in one state: after so many changes of its own and of others."""

    def __init__(self, state: tuple[int, int]) -> None:
        self.state = state
        self.found: dict[Hashable, Any] = {}


_KNOWN: "WeakKeyDictionary[Database, _Known]" = WeakKeyDictionary()


def unless_changed(db: Database, of: Hashable, read: Callable[[], T]) -> T:
    """What was read of something, if nothing at all has been written since, by whatever connection; else it is read
    now. What it is `of` names all that it depends on, and what is read must never be changed."""
    state = (db.conn.total_changes, db.conn.execute("PRAGMA data_version").fetchone()[0])
    known = _KNOWN.get(db)
    if known is None or known.state != state:
        known = _KNOWN[db] = _Known(state)
    if of not in known.found:
        known.found[of] = read()
    found: T = known.found[of]
    return found


def forget(db: Database) -> None:
    """Know nothing more: what was written has been taken back, which SQLite counts as no change."""
    _KNOWN.pop(db, None)
