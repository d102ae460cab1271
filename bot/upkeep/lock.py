"""One bot to a database: a lock beside the file, which the system releases when the process ends, however it ends."""

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
    """Hold the lock of a database. Raises AlreadyRunning, and DatabaseUnusable where nothing can be written there."""
    try:
        file = _opened(database)
    except OSError as error:
        raise DatabaseUnusable(error.strerror or str(error)) from error
    with file:
        if not _seized(file):
            raise AlreadyRunning
        yield


def held(database: Path) -> bool:
    """Whether a process, this one included, holds the lock of a database."""
    if not lock_file(database).exists():
        return False
    with _opened(database) as file:
        return not _seized(file)


def lock_file(database: Path) -> Path:
    """The file that is locked, whichever way leads to the database. It stays when the lock is released, for removing it
    could let two in."""
    file = database.resolve()
    return file.with_name(file.name + ".lock")


def _opened(database: Path) -> IO[bytes]:
    return os.fdopen(os.open(lock_file(database), os.O_RDWR | os.O_CREAT, 0o600), "r+b")


def _seized(file: IO[bytes]) -> bool:
    """Take the lock, which closing the file gives back; False when somebody has it."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
