"""Lock that lets only one bot use a database: a locked file beside the database, which the system releases however the
process ends."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
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
    """Hold the lock of a database. Raises AlreadyRunning, or DatabaseUnusable if the lock file cannot be written.

    What fails leaves no lock file behind that was not there before.
    """
    place = lock_file(database)
    was_there = place.exists()
    with _held(place):
        try:
            yield
        except BaseException:
            if not was_there:
                with suppress(OSError):
                    place.unlink()
            raise


def is_locked(database: Path) -> bool:
    """Return whether a process, including this one, holds the lock of a database."""
    try:
        file = _opened(lock_file(database), 0)
    except FileNotFoundError:
        return False
    with file:
        return not _seized(file)


def lock_file(database: Path) -> Path:
    """Return the lock file of a database, whatever path leads to it."""
    file = database.resolve()
    return file.with_name(file.name + ".lock")


@contextmanager
def _held(place: Path) -> Iterator[None]:
    """Hold the lock of a file that is still in its place. One that its holder has deleted meanwhile would admit two
    processes, so the next is opened then."""
    while True:
        try:
            file = _opened(place, os.O_CREAT)
        except OSError as error:
            raise DatabaseUnusable(error.strerror or str(error)) from error
        with file:
            if not _seized(file):
                raise AlreadyRunning
            if _is_in(place, file):
                yield
                return


def _is_in(place: Path, file: IO[bytes]) -> bool:
    try:
        return os.path.samestat(place.stat(), os.fstat(file.fileno()))
    except FileNotFoundError:
        return False


def _opened(place: Path, flags: int) -> IO[bytes]:
    return os.fdopen(os.open(place, os.O_RDWR | flags, 0o600), "r+b")


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
