"""Every query and change of the database."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import sqlite_utils

from data.errors.store import DatabaseBusy, DatabaseUnusable, DiskFails, DiskFull
from data.store.records import D, in_zone, record_of
from data.times import moment

Row = dict[str, Any]
Parameters = Sequence[object] | Mapping[str, object]

PRIMARY_CODE = 0xFF
"""The bits of an extended error code of SQLite that hold the primary one."""
HINDRANCES: Mapping[int, type[DatabaseUnusable]] = {
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_IOERR: DiskFails,
    sqlite3.SQLITE_BUSY: DatabaseBusy,
}
"""The errors, by SQLite's primary code, that keep it from writing and may pass by themselves."""
NORMAL = 1
"""SQLite's `synchronous` value at which the write-ahead log is flushed to disk only at checkpoints."""
USUAL_ZONE = ZoneInfo("Asia/Shanghai")


class Database(sqlite_utils.Database):
    """A connection to the file, with the time zone in which days begin and end."""

    zone = USUAL_ZONE

    def fetch_all(self, sql: str, parameters: Parameters = ()) -> list[Row]:
        """Return every row of a query."""
        cursor = self.conn.execute(sql, parameters)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, values, strict=True)) for values in cursor.fetchall()]

    def fetch_one(self, sql: str, parameters: Parameters = ()) -> Row | None:
        """Return the first row of a query, or None."""
        return next(iter(self.fetch_all(sql, parameters)), None)

    def fetch_row(
        self, sql: str, parameters: Parameters = (), missing: Exception | type[Exception] = LookupError
    ) -> Row:
        """Return the first row of a query. Raises the `missing` error if there is none."""
        if (row := self.fetch_one(sql, parameters)) is None:
            raise missing
        return row

    def fetch_number(self, sql: str, parameters: Parameters = ()) -> int | None:
        """Return the integer in the first column of a query's first row, or None."""
        value = next(iter(self.fetch_column(sql, parameters)), None)
        return None if value is None else int(value)

    def fetch_text(self, sql: str, parameters: Parameters = ()) -> str | None:
        """Return the text in the first column of a query's first row, or None."""
        value = next(iter(self.fetch_column(sql, parameters)), None)
        return None if value is None else str(value)

    def fetch_column(self, sql: str, parameters: Parameters = ()) -> list[Any]:
        """Return the first column of every row of a query."""
        return [value for value, *_ in self.conn.execute(sql, parameters).fetchall()]

    def record(self, kind: type[D], row: Mapping[str, Any], **given: Any) -> D:
        """Build a dataclass from a row as record_of does, with its moments in the zone of the database."""
        return in_zone(record_of(kind, row, **given), self.zone)

    def moment(self, text: str) -> datetime:
        """Return the moment that a stored text stands for, in the zone of the database."""
        return moment(text).astimezone(self.zone)

    def exists(self, sql: str, parameters: Parameters = ()) -> bool:
        """Return whether a query finds any row."""
        return bool(self.fetch_number(f"SELECT EXISTS ({sql})", parameters))

    def change(self, sql: str, parameters: Parameters = ()) -> int:
        """Run one INSERT, UPDATE or DELETE and return how many rows it changed."""
        with disk_errors_translated():
            return self.conn.execute(sql, parameters).rowcount

    def change_soon(self, sql: str, parameters: Parameters = ()) -> int:
        """Run a change that need not wait for the disk, because it is made again if a power cut undoes it.

        It survives the end of the process and reaches the disk with the next change that waits. Within a transaction it
        is part of that. Returns how many rows it changed.
        """
        if self.conn.in_transaction:
            return self.change(sql, parameters)
        [before] = self.conn.execute("PRAGMA synchronous").fetchone()
        self.conn.execute(f"PRAGMA synchronous={min(before, NORMAL)}")
        try:
            return self.change(sql, parameters)
        finally:
            self.conn.execute(f"PRAGMA synchronous={before}")

    def update(self, table: str, row_id: int, **values: object) -> None:
        """Set values in the row of a table with this id."""
        assigned = ", ".join(f"{name} = :{name}" for name in values)
        self.change(f"UPDATE {table} SET {assigned} WHERE id = :id", {**values, "id": row_id})

    def put(self, table: str, key: Sequence[str], **values: object) -> None:
        """Insert a row, or update the row with the same values in the key columns."""
        columns, places = ", ".join(values), ", ".join(f":{name}" for name in values)
        others = ", ".join(f"{name} = excluded.{name}" for name in values if name not in key)
        sql = f"INSERT INTO {table} ({columns}) VALUES ({places}) ON CONFLICT ({', '.join(key)}) DO UPDATE SET {others}"
        self.change(sql, values)

    def insert(self, table: str, **values: object) -> int:
        """Insert a row and return its rowid."""
        columns = ", ".join(values)
        places = ", ".join(f":{name}" for name in values)
        with disk_errors_translated():
            return self.conn.execute(f"INSERT INTO {table} ({columns}) VALUES ({places})", values).lastrowid or 0


def sql_among(column: str, ids: Iterable[int] | None) -> str:
    """Return an SQL condition, starting with AND, that a column holds one of these ids; empty if `ids` is None.

    Meant for a limit that may be absent. Values that are always given are a list as one parameter:
    `IN (SELECT value FROM json_each(?))`.
    """
    return "" if ids is None else f" AND {column} IN ({', '.join(str(int(each)) for each in ids)})"


def sql_in_sections(sections: Collection[str] | None, column: str = "section") -> str:
    """Return an SQL condition, starting with AND, that a column is one of `:sections`; empty if that is None."""
    return "" if sections is None else f" AND {column} IN (SELECT value FROM json_each(:sections))"


@contextmanager
def disk_errors_translated() -> Iterator[None]:
    """Raise DiskFull instead of SQLite's error if the disk is full, DiskFails if it cannot be written or read, and
    DatabaseBusy if another program holds the database. Other errors pass unchanged."""
    try:
        yield
    except sqlite3.OperationalError as error:
        named = HINDRANCES.get(getattr(error, "sqlite_errorcode", 0) & PRIMARY_CODE)
        if named is None:
            raise
        raise named(str(error)) from error
