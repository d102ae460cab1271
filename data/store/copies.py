"""Copies of an SQLite file that are made while others write to it and checked before they count."""

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from data.errors import Refusal, needed
from data.errors.store import (
    BackupDamaged,
    BackupUnreadable,
    BackupUnwritable,
    DatabaseBusy,
    DatabaseUnusable,
    DiskFull,
    NotABackup,
    SchemaTooNew,
)
from data.store.migrations import migrations

PART = ".part"
COMPANIONS = ("-wal", "-shm", "-journal")
"""The suffixes of files that SQLite puts beside a database; left over, they would be taken for another one's."""
VANISHING = ""
"""SQLite's name for a temporary database, which is put on disk if large."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a copy holds: numbers of rows, and its size in bytes."""

    tasks: int
    people: int
    reports: int
    size: int


def write_copy(database: Path, file: Path) -> Contents:
    """Write a checked copy of a database to a file readable only by its owner, replacing an earlier one.

    It uses SQLite's backup API, because `cp` can tear a file that is being written. The copy gets its name only once it
    is checked and on disk. Raises BackupUnwritable, and what check_copy raises.
    """
    try:
        with closing(open_existing(database, "rw")) as source, part_of(file) as part:
            contents = _write_checked(source, part)
            put_in_place(part, file)
    except sqlite3.DatabaseError as error:
        raise _refusal_for(error, database) from error
    return contents


def write_new(source: sqlite3.Connection, file: Path) -> None:
    """Write a database that is only in memory to a new file readable only by its owner, checked as write_copy does.

    Raises DatabaseBusy if the file is there by now, and what write_copy raises.
    """
    try:
        with part_of(file) as part:
            _write_checked(source, part)
            if file.exists():
                raise DatabaseBusy(str(file))
            put_in_place(part, file)
    except sqlite3.DatabaseError as error:
        raise _refusal_for(error, file) from error


@contextmanager
def part_of(file: Path) -> Iterator[Path]:
    """Provide an empty file beside `file`, readable only by its owner; what is left of it is deleted."""
    part = file.with_name(file.name + PART)
    try:
        remove_database(part)
        os.close(os.open(part, os.O_CREAT | os.O_EXCL, 0o600))
        yield part
    except OSError as error:
        raise unwritable(error, file) from error
    finally:
        with suppress(OSError):
            remove_database(part)


def _write_checked(source: sqlite3.Connection, part: Path) -> Contents:
    with closing(sqlite3.connect(part)) as target, damage_in_plain_words():
        source.backup(target)
        target.execute("PRAGMA journal_mode=DELETE")
    return check_copy(part)


@contextmanager
def damage_in_plain_words() -> Iterator[None]:
    """Raise SQLite's error for a damaged database instead of UnicodeDecodeError, with which Python fails if the message
    quotes a damaged schema."""
    try:
        yield
    except UnicodeDecodeError as error:
        damaged = sqlite3.DatabaseError("malformed database schema")
        damaged.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise damaged from error


def check_copy(file: Path) -> Contents:
    """Restore a copy into a temporary database, check it there and return its contents; the file is only read.

    Raises BackupUnreadable, NotABackup, BackupDamaged, SchemaTooNew, DiskFull, and DatabaseUnusable for other SQLite
    errors.
    """
    try:
        size = file.stat().st_size
        with closing(sqlite3.connect(VANISHING)) as restored:
            with closing(open_existing(file, "ro")) as source:
                source.backup(restored)
            check_whole(restored)
            check_ours(restored)
            tasks, people, reports = (count_rows(restored, table) for table in ("tasks", "people", "reports"))
    except OSError as error:
        raise BackupUnreadable(str(file), str(error.strerror)) from error
    except sqlite3.DatabaseError as error:
        raise _refusal_for(error, file) from error
    return Contents(tasks, people, reports, size)


def open_existing(file: Path, mode: str) -> sqlite3.Connection:
    """Open a connection to an existing file; `mode` is 'ro' or 'rw'."""
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode={mode}", uri=True)


def check_whole(connection: sqlite3.Connection) -> None:
    """Raise BackupDamaged, with SQLite's message, if the database is damaged."""
    with damage_in_plain_words():
        [found] = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if found != "ok":
        raise BackupDamaged(found.splitlines()[-1])


def check_ours(connection: sqlite3.Connection) -> None:
    """Raise NotABackup for another program's database, SchemaTooNew for one of a newer release."""
    applied = needed(migrations.applied(Database(connection)), NotABackup)
    with closing(Database(memory=True)) as empty:
        known = {step.name for step in migrations.pending(empty)}
    for step in applied:
        if step.name not in known:
            raise SchemaTooNew(step.name)


def count_rows(connection: sqlite3.Connection, table: str) -> int:
    """Return the number of rows in a table."""
    [number] = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    return int(number)


def put_in_place(part: Path, file: Path) -> None:
    """Rename a finished file so that a power cut leaves either the old file or the new one."""
    sync_to_disk(part)
    part.replace(file)
    sync_to_disk(file.parent)


def companions(file: Path) -> list[Path]:
    """Return the paths of the files that SQLite may put beside a database file."""
    return [file.with_name(file.name + ending) for ending in COMPANIONS]


def remove_database(file: Path) -> None:
    """Delete a database file and its companions, where they exist."""
    for each in (*companions(file), file):
        each.unlink(missing_ok=True)


def sync_to_disk(path: Path) -> None:
    """Wait until a file or folder is on disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def unwritable(error: OSError, file: Path) -> Refusal:
    """Return the refusal for a file that could not be written."""
    reason = error.strerror or str(error)
    return DiskFull(reason) if error.errno == errno.ENOSPC else BackupUnwritable(str(file), reason)


def _refusal_for(error: sqlite3.DatabaseError, file: Path) -> Refusal:
    match getattr(error, "sqlite_errorcode", 0) & 0xFF:
        case sqlite3.SQLITE_FULL:
            return DiskFull(str(error))
        case sqlite3.SQLITE_NOTADB:
            return NotABackup()
        case sqlite3.SQLITE_CORRUPT:
            return BackupDamaged(str(error))
        case sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM | sqlite3.SQLITE_IOERR:
            return BackupUnreadable(str(file), str(error))
    return DatabaseUnusable(str(error))
