"""Lock that lets only one bot use a database: a locked file beside the database, which the system releases however the
process ends."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from data.errors.store import DatabaseUnusable

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class AlreadyRunning(Exception):
    """Another process holds the lock of this database."""


@contextmanager
def locked(database: Path) -> Iterator[None]:
    """Hold the lock of a database. Raises AlreadyRunning, or DatabaseUnusable if the lock file cannot be written."""
    try:
        file = _opened(database)
    except OSError as error:
        raise DatabaseUnusable(error.strerror or str(error)) from error
    with file:
        if not _seized(file):
            raise AlreadyRunning
        yield


def is_locked(database: Path) -> bool:
    """Return whether a process, including this one, holds the lock of a database."""
    if not lock_file(database).exists():
        return False
    with _opened(database) as file:
        return not _seized(file)


def lock_file(database: Path) -> Path:
    """Return the lock file of a database, whatever path leads to it. It is never deleted, because that could admit two
    processes."""
    file = database.resolve()
    return file.with_name(file.name + ".lock")


def _opened(database: Path) -> IO[bytes]:
    return os.fdopen(os.open(lock_file(database), os.O_RDWR | os.O_CREAT, 0o600), "r+b")


def _seized(file: IO[bytes]) -> bool:
    """Take the lock, which closing the file releases. Return False if another process has it."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
