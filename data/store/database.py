"""Opening the SQLite file, updating its schema, and transactions."""

import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from data.errors.store import (
    DatabaseDamaged,
    DatabaseForeign,
    DatabaseReadOnly,
    DatabaseUnusable,
    DiskFull,
    NotABackup,
    SchemaOlder,
)
from data.store.copies import VANISHING, check_ours, damage_in_plain_words, write_copy, write_new
from data.store.migrations import migrations
from data.store.queries import PRIMARY_CODE, USUAL_ZONE, Database, disk_errors_translated
from data.store.records import as_json
from data.store.unchanged import forget_cached
from data.times import stored

sqlite3.register_adapter(datetime, stored)
sqlite3.register_adapter(date, date.isoformat)
for kind in (list, tuple, dict):
    sqlite3.register_adapter(kind, as_json)

IN_MEMORY = ":memory:"
BY_CODE: Mapping[int, type[DatabaseUnusable]] = {
    sqlite3.SQLITE_READONLY: DatabaseReadOnly,
    sqlite3.SQLITE_CORRUPT: DatabaseDamaged,
}
"""The errors by SQLite's primary code, beside those that pass by themselves."""
FILE_OF_CONNECTION = "SELECT file FROM pragma_database_list WHERE name = 'main'"
STATEMENTS = 1_000
"""How many prepared statements a connection keeps, as preparing one often takes longer than running it."""
PRAGMAS = ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA busy_timeout=5000", "PRAGMA foreign_keys=ON")


def open_database(path: Path | str, zone: ZoneInfo = USUAL_ZONE) -> Database:
    """Open the database, readable only by its owner, and update its schema. The caller must hold its lock.

    Raises DatabaseUnusable if the file cannot be opened or written or is no database, SchemaTooNew if a newer release
    has used it, and what data.store.copies.write_copy raises if the schema has to change.
    """
    return _opened(path, zone, _bring_up_to_date)


def open_beside_the_bot(path: Path, zone: ZoneInfo, *, to_write: bool = False) -> Database:
    """Open the database of a bot that may be running.

    If there is none, an empty one in memory is opened, which `keep` can write to its file. One that may not be written
    is opened to be read, and so is one on a full disk unless it is opened `to_write`. Raises as open_database does, and
    SchemaOlder, because only the bot updates the schema.
    """
    if not path.exists() and path.absolute().parent.is_dir():
        return open_database(IN_MEMORY, zone)
    if path.exists() and not _may_write(path):
        return _opened_to_read(path, zone)
    try:
        return _opened(path, zone, _create_if_empty)
    except DiskFull:
        if to_write:
            raise
        return _opened_to_read(path, zone)


def is_only_read(db: Database) -> bool:
    """Return whether a connection may only read its file."""
    return bool(db.fetch_number("PRAGMA query_only"))


def keep(db: Database, path: Path) -> None:
    """Write a database that open_beside_the_bot has opened in memory to its file; any other is in its file already.

    Raises DatabaseBusy if another process has made one meanwhile, and what data.store.copies.write_new raises.
    """
    if not db.fetch_text(FILE_OF_CONNECTION):
        write_new(db.conn, path.resolve())


def _may_write(path: Path) -> bool:
    """Return whether SQLite can write the file, and the log that it keeps beside it."""
    return os.access(path, os.W_OK) and os.access(path.resolve().parent, os.W_OK)


def _opened_to_read(path: Path, zone: ZoneInfo) -> Database:
    """Open a file without writing anything, even beside it. One without a log beside it is in nobody's use."""
    file = path.resolve()
    log = file.with_name(f"{file.name}-wal")
    alone = "" if log.exists() and log.stat().st_size else "&immutable=1"
    with sqlite_errors_translated():
        db = Database(sqlite3.connect(f"{file.as_uri()}?mode=ro{alone}", uri=True, isolation_level=None))
        db.zone = zone
        with _closed_on_failure(db):
            _check_ours(db, path)
            if pending := migrations.pending(db):
                raise SchemaOlder(pending[0].name)
            db.conn.execute("PRAGMA query_only=ON")
    return db


@contextmanager
def _closed_on_failure(connection: sqlite3.Connection | Database) -> Iterator[None]:
    try:
        yield
    except BaseException:
        connection.close()
        raise


def _opened(path: Path | str, zone: ZoneInfo, prepare: Callable[[Database, Path], None]) -> Database:
    before = os.umask(0o077)
    try:
        with sqlite_errors_translated():
            db = connect(path, zone)
            with _closed_on_failure(db):
                prepare(db, Path(path))
    finally:
        os.umask(before)
    return db


def connect(path: Path | str, zone: ZoneInfo = USUAL_ZONE) -> Database:
    """Open a connection with the pragmas that every connection needs, leaving the schema alone.

    Days and moments given as parameters are stored as in data.times; lists, tuples and dictionaries as JSON.
    """
    connection = sqlite3.connect(str(path), isolation_level=None, cached_statements=STATEMENTS)
    with _closed_on_failure(connection), damage_in_plain_words():
        for pragma in PRAGMAS:
            connection.execute(pragma).fetchall()
    db = Database(connection)
    db.zone = zone
    return db


def vanishing_copy(db: Database) -> Database:
    """Return a copy of a database that vanishes when it is closed; writing to it holds up nobody."""
    copy = connect(VANISHING, db.zone)
    with _closed_on_failure(copy):
        db.conn.backup(copy.conn)
    return copy


def path_of(db: Database) -> Path:
    """Return the path of a connection's file."""
    file = db.fetch_text(FILE_OF_CONNECTION)
    assert file
    return Path(file)


@contextmanager
def snapshot(path: Path, zone: ZoneInfo) -> Iterator[Database]:
    """Open a read-only connection of its own for long reading in a thread; it sees the file as at its first read."""
    db = connect(path, zone)
    try:
        db.conn.execute("PRAGMA query_only=ON")
        db.conn.execute("BEGIN")
        yield db
    finally:
        db.close()


def _check_ours(db: Database, path: Path) -> None:
    """Raise DatabaseForeign for another program's database, SchemaTooNew for one of a newer release."""
    try:
        if db.table_names():
            check_ours(db.conn)
    except NotABackup:
        raise DatabaseForeign(str(path)) from None


def _bring_up_to_date(db: Database, path: Path) -> None:
    """Run all pending migrations or none, after copying the database beside itself."""
    _check_ours(db, path)
    if not migrations.pending(db):
        return
    with schema_change(db):
        pending = migrations.pending(db)
        if pending and db.table_names():
            write_copy(path, path.with_name(f"{path.stem}.before-{pending[0].name}.db"))
        migrations.apply(db)


def _create_if_empty(db: Database, path: Path) -> None:
    """Create the schema in an empty file. Raises SchemaOlder if a database lacks a migration."""
    _check_ours(db, path)
    if not (pending := migrations.pending(db)):
        return
    with schema_change(db):
        if migrations.pending(db) and db.table_names():
            raise SchemaOlder(pending[0].name)
        migrations.apply(db)


@contextmanager
def transaction(db: Database) -> Iterator[None]:
    """Run a transaction that takes the write lock at once, so that reading and then writing cannot fail midway.

    Nested in another transaction it becomes a part of it. Nothing may be awaited inside.
    """
    try:
        if db.conn.in_transaction:
            with db.atomic():
                yield
            return
        with disk_errors_translated():
            db.conn.execute("BEGIN IMMEDIATE")
            try:
                yield
                db.conn.commit()
            except BaseException:
                db.conn.rollback()
                raise
    except BaseException:
        forget_cached(db)
        raise


class _TrialOver(Exception):
    """Raised to roll a trial back."""


@contextmanager
def trial(db: Database) -> Iterator[None]:
    """Run a transaction and roll it back, to see what would change."""
    with suppress(_TrialOver), transaction(db):
        yield
        raise _TrialOver


@contextmanager
def schema_change(db: Database) -> Iterator[None]:
    """Run a transaction in which a table may be replaced although others refer to its rows.

    Raises sqlite3.IntegrityError if it would add dangling references.
    """
    db.conn.execute("PRAGMA foreign_keys=OFF")
    try:
        with transaction(db):
            before = len(db.fetch_all("PRAGMA foreign_key_check"))
            yield
            if len(db.fetch_all("PRAGMA foreign_key_check")) > before:
                raise sqlite3.IntegrityError("rows would refer to what is not there")
    finally:
        db.conn.execute("PRAGMA foreign_keys=ON")


@contextmanager
def sqlite_errors_translated() -> Iterator[None]:
    """Turn every SQLite error into DatabaseUnusable or the subclass in BY_CODE."""
    try:
        with disk_errors_translated():
            yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & PRIMARY_CODE
        raise BY_CODE.get(code, DatabaseUnusable)(str(error)) from error
