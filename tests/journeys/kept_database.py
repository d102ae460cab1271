"""A database that one town after another uses, because opening one, preparing its statements and closing it take longer
than many journeys."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from data.store import Database, open_database

OF_ITS_OWN = "SELECT 1 FROM sqlite_temp_master WHERE type <> 'view'"
"""Finds what a town has added to the connection for itself."""
NO_INDEX = bytes(96)
"""The header of an index of the log as SQLite takes it to be damaged. It then forgets every page that it has read."""


class LentDatabase(Database):
    """The kept connection, with nothing of an earlier town."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        # Setting recursive_triggers, which it is already, would prepare every statement again.
        super().__init__(connection, recursive_triggers=False)


class KeptDatabase:
    """A file and a connection to it that stay open, in a folder of their own."""

    def __init__(self, content: Callable[[], bytes]) -> None:
        """`content` returns the file as each town is to find it; it is called only if a town is built."""
        self._content = content
        self._connection: sqlite3.Connection | None = None
        self._held: TemporaryDirectory[str]
        self._file: int
        self._index: int

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
        return LentDatabase(self._connection)

    def close(self) -> None:
        """Close everything and remove the folder."""
        if self._connection is not None:
            self._connection.close()
            os.close(self._file)
            os.close(self._index)
            self._held.cleanup()
            self._connection = None

    def _open(self) -> None:
        self._held = TemporaryDirectory()
        self.path.write_bytes(self._content())
        # Closing a file releases all locks of this process on it, so both stay open as long as the connection.
        self._file = os.open(self.path, os.O_RDWR)
        self._connection = open_database(self.path).conn
        self._index = os.open(self.path.with_name(self.path.name + "-shm"), os.O_RDWR)

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
            os.pwrite(self._index, NO_INDEX, 0)
            return True
        return False

    def _remove_what_is_beside(self) -> None:
        own = {self.path.name + ending for ending in ("", "-wal", "-shm")}
        for each in self.path.parent.iterdir():
            if each.is_dir():
                shutil.rmtree(each)
            elif each.name not in own:
                each.unlink()
