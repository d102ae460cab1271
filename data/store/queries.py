"""Functions for every query and change of the database."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from sqlite_utils import Database

from data.errors.store import DatabaseBusy, DatabaseUnusable, DiskFull

T = TypeVar("T")
Row = dict[str, Any]
Parameters = Sequence[object] | Mapping[str, object]

HINDRANCES: Mapping[int | None, type[DatabaseUnusable]] = {
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_BUSY: DatabaseBusy,
}
"""The errors, by SQLite's code, that keep it from writing and pass by themselves."""
NORMAL = 1
"""SQLite's `synchronous` value at which the write-ahead log is flushed to disk only at checkpoints."""


def fetch_all(db: Database, sql: str, parameters: Parameters = ()) -> list[Row]:
    """Return every row of a query."""
    cursor = db.conn.execute(sql, parameters)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, values, strict=True)) for values in cursor.fetchall()]


def fetch_one(db: Database, sql: str, parameters: Parameters = ()) -> Row | None:
    """Return the first row of a query, or None."""
    return next(iter(fetch_all(db, sql, parameters)), None)


def fetch_row(
    db: Database, sql: str, parameters: Parameters = (), missing: Exception | type[Exception] = LookupError
) -> Row:
    """Return the first row of a query. Raises the `missing` error if there is none."""
    return first_of(fetch_all(db, sql, parameters), missing)


def first_of(found: Sequence[T], missing: Exception | type[Exception]) -> T:
    """Return the first item found. Raises the `missing` error if there is none."""
    if not found:
        raise missing
    return found[0]


def fetch_number(db: Database, sql: str, parameters: Parameters = ()) -> int | None:
    """Return the integer in the first column of a query's first row, or None."""
    value = next(iter(fetch_column(db, sql, parameters)), None)
    return None if value is None else int(value)


def fetch_text(db: Database, sql: str, parameters: Parameters = ()) -> str | None:
    """Return the text in the first column of a query's first row, or None."""
    value = next(iter(fetch_column(db, sql, parameters)), None)
    return None if value is None else str(value)


def fetch_column(db: Database, sql: str, parameters: Parameters = ()) -> list[Any]:
    """Return the first column of every row of a query."""
    return [value for value, *_ in db.conn.execute(sql, parameters).fetchall()]


def exists(db: Database, sql: str, parameters: Parameters = ()) -> bool:
    """Return whether a query finds any row."""
    return bool(fetch_number(db, f"SELECT EXISTS ({sql})", parameters))


def change(db: Database, sql: str, parameters: Parameters = ()) -> int:
    """Run one INSERT, UPDATE or DELETE and return how many rows it changed."""
    with disk_errors_translated():
        return db.conn.execute(sql, parameters).rowcount


def change_soon(db: Database, sql: str, parameters: Parameters = ()) -> int:
    """Run a change that need not wait for the disk, because it is made again if a power cut undoes it.

    It survives the end of the process and reaches the disk with the next change that waits. Within a transaction it is
    part of that. Returns how many rows it changed.
    """
    if db.conn.in_transaction:
        return change(db, sql, parameters)
    [before] = db.conn.execute("PRAGMA synchronous").fetchone()
    db.conn.execute(f"PRAGMA synchronous={min(before, NORMAL)}")
    try:
        return change(db, sql, parameters)
    finally:
        db.conn.execute(f"PRAGMA synchronous={before}")


def update(db: Database, table: str, row_id: int, **values: object) -> None:
    """Set values in the row of a table with this id."""
    assigned = ", ".join(f"{name} = :{name}" for name in values)
    change(db, f"UPDATE {table} SET {assigned} WHERE id = :id", {**values, "id": row_id})


def put(db: Database, table: str, key: Sequence[str], **values: object) -> None:
    """Insert a row, or update the row with the same values in the key columns."""
    columns, places = ", ".join(values), ", ".join(f":{name}" for name in values)
    others = ", ".join(f"{name} = excluded.{name}" for name in values if name not in key)
    sql = f"INSERT INTO {table} ({columns}) VALUES ({places}) ON CONFLICT ({', '.join(key)}) DO UPDATE SET {others}"
    change(db, sql, values)


def insert(db: Database, table: str, **values: object) -> int:
    """Insert a row and return its rowid."""
    columns = ", ".join(values)
    places = ", ".join(f":{name}" for name in values)
    with disk_errors_translated():
        return db.conn.execute(f"INSERT INTO {table} ({columns}) VALUES ({places})", values).lastrowid or 0


def sql_among(column: str, ids: Iterable[int] | None) -> str:
    """Return an SQL condition, starting with AND, that a column holds one of these ids; empty if `ids` is None.

    Meant for a limit that may be absent. Values that are always given are a list as one parameter:
    `IN (SELECT value FROM json_each(?))`.
    """
    return "" if ids is None else f" AND {column} IN ({', '.join(str(int(each)) for each in ids)})"


@contextmanager
def disk_errors_translated() -> Iterator[None]:
    """Raise DiskFull instead of SQLite's error if the disk is full, DatabaseBusy if another program holds the database.

    Other errors pass unchanged.
    """
    try:
        yield
    except sqlite3.OperationalError as error:
        named = HINDRANCES.get(getattr(error, "sqlite_errorcode", None))
        if named is None:
            raise
        raise named(str(error)) from error
