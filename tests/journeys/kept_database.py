"""A database that one town after another uses, because opening one, preparing its statements and closing it take longer
than many journeys."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from data.store import Database, open_database

OF_ITS_OWN = "SELECT 1 FROM sqlite_temp_master WHERE type <> 'view'"
"""Finds what a town has added to the connection for itself."""
TOUCH = "PRAGMA user_version=0"
"""A write after which other connections forget every page that they have read."""


class LentDatabase(Database):
    """The kept connection, which a town may close for good; then nobody has the file open."""

    def __init__(self, connection: sqlite3.Connection, other: sqlite3.Connection) -> None:
        # Setting recursive_triggers, which it is already, would prepare every statement again.
        super().__init__(connection, recursive_triggers=False)
        self._other = other

    def close(self) -> None:
        """Close both connections to the file."""
        self._other.close()
        super().close()


class KeptDatabase:
    """A file and a connection to it that stay open, in a folder of their own."""

    def __init__(self, content: Callable[[], bytes]) -> None:
        """`content` returns the file as each town is to find it; it is called only if a town is built."""
        self._content = content
        self._connection: sqlite3.Connection | None = None
        self._other: sqlite3.Connection
        self._held: TemporaryDirectory[str]
        self._file: int

    @property
    def path(self) -> Path:
        """The path of the file."""
        return Path(self._held.name, "town.db")

    def renewed(self) -> Database:
        """Return the database as no town has used it yet."""
        if self.put_back(self._content()):
            self._remove_what_is_beside()
        else:
            self.close()
            self._open()
        assert self._connection is not None
        return LentDatabase(self._connection, self._other)

    def close(self) -> None:
        """Close the connection and remove the folder."""
        if self._connection is not None:
            LentDatabase(self._connection, self._other).close()
            os.close(self._file)
            self._held.cleanup()
            self._connection = None

    def _open(self) -> None:
        self._held = TemporaryDirectory()
        self.path.write_bytes(self._content())
        # Closing a file releases all locks of this process on it, so it is opened once and before SQLite locks it.
        self._file = os.open(self.path, os.O_RDWR)
        self._connection = open_database(self.path).conn
        self._other = sqlite3.connect(self.path, isolation_level=None)
        self._other.execute("PRAGMA synchronous=OFF")

    def put_back(self, content: bytes) -> bool:
        """Put content back below the connection. Return False if a town has closed it, has left it in the middle of
        something, or has added something of its own."""
        with suppress(sqlite3.ProgrammingError):
            connection = self._connection
            if connection is None or connection.in_transaction or connection.execute(OF_ITS_OWN).fetchall():
                return False
            [is_busy, *_] = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            if is_busy:
                return False
            os.pwrite(self._file, content, 0)
            os.ftruncate(self._file, len(content))
            self._other.execute(TOUCH)
            return True
        return False

    def _remove_what_is_beside(self) -> None:
        own = {self.path.name + ending for ending in ("", "-wal", "-shm")}
        for each in self.path.parent.iterdir():
            if each.name not in own:
                each.unlink()
