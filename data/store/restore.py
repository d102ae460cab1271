"""Restoring a backup. The former database is kept beside the new one."""

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from data.errors.store import BackupIsTheDatabase, DatabaseUnusable, FileTaken
from data.store import connect
from data.store.audit import record
from data.store.copies import Contents, companions, put_in_place, remove_database, sync_to_disk, unwritable, write_copy
from data.store.database import schema_change
from data.store.migrations import migrations
from data.times import HOLD


@dataclass(frozen=True, slots=True)
class Restored:
    """What the database holds now, and the path of the former one, None if there was none."""

    contents: Contents
    kept: Path | None


def restore_backup(file: Path, database: Path, now: datetime) -> Restored:
    """Replace the database with a checked copy of a backup, its schema updated. The caller must hold the database's
    lock.

    A crash leaves one database or the other. Raises what data.store.copies.write_copy raises, FileTaken,
    BackupIsTheDatabase and DatabaseUnusable; the database is then as it was.
    """
    if database.exists() and file.exists() and file.samefile(database):
        raise BackupIsTheDatabase(str(file))
    fresh = database.with_name(database.name + ".restored")
    try:
        remove_database(fresh)
        contents = write_copy(file, fresh)
        _make_ready(fresh, file.name, now)
        kept = _set_aside(database, now)
        for companion in companions(database):
            companion.unlink(missing_ok=True)
        put_in_place(fresh, database)
    except OSError as error:
        raise unwritable(error, database) from error
    finally:
        with suppress(OSError):
            remove_database(fresh)
    return Restored(contents, kept)


def _make_ready(fresh: Path, source: str, now: datetime) -> None:
    """Update the schema, hold unsent messages, and record the restore."""
    try:
        with closing(connect(fresh)) as db:
            with schema_change(db):
                migrations.apply(db)
                # what the backup has as unsent may have been sent since: it goes out later, as a repetition
                doubt = "UPDATE outbox SET state = 'uncertain', not_before = ?, error = 'restored'"
                db.change(f"{doubt} WHERE state = 'pending'", [now + HOLD])
                record(db, now, "restore", source, source="liaison restore")
            db.conn.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.Error as error:
        raise DatabaseUnusable(str(error)) from error


def _set_aside(database: Path, now: datetime) -> Path | None:
    """Copy the database and its companions to a dated name and return it, None if there is no database.

    The files are copied as they are, because the database may be damaged. Nobody may have it open.
    """
    if not database.exists():
        return None
    kept = database.with_name(f"{database.stem}.before-restore-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}.db")
    if kept.exists():
        raise FileTaken(str(kept))
    try:
        for part, copy in zip((database, *companions(database)), (kept, *companions(kept)), strict=True):
            if part.exists() and part.stat().st_size:
                os.close(os.open(copy, os.O_CREAT | os.O_EXCL, 0o600))
                shutil.copyfile(part, copy)
                sync_to_disk(copy)
    except OSError:
        remove_database(kept)
        raise
    return kept
