"""The whole contents of a database, read repeatedly at low cost."""

import sqlite3

from data.store import Database

TABLES = """SELECT name, sql LIKE 'CREATE TABLE%' AND name NOT LIKE 'sqlite%' FROM main.sqlite_master
WHERE type = 'table'"""
NOTES = """CREATE TEMP TRIGGER "{name} {deed}" AFTER {deed} ON main."{name}" BEGIN
    INSERT OR IGNORE INTO written VALUES ('{name}');
END"""


class Stored:
    """The rows of every table. Writes through the database's own connection are noted, and only tables that were
    written to are read again."""

    def __init__(self, db: Database) -> None:
        self.connection: sqlite3.Connection = db.conn
        self._rows: dict[str, list[tuple[object, ...]]] = {}
        self._others = self._changed_by_others()
        self._noted = {str(name): bool(noted) for name, noted in self._fetch(TABLES)}
        """For each table, whether it can have triggers; the others are read every time."""
        self.connection.execute("CREATE TEMP TABLE written (name TEXT PRIMARY KEY)")
        for name in (name for name, noted in self._noted.items() if noted):
            for deed in ("INSERT", "UPDATE", "DELETE"):
                self.connection.execute(NOTES.format(name=name, deed=deed))

    def rows(self, but: tuple[str, ...]) -> dict[str, list[tuple[object, ...]]]:
        """Return all rows by table, apart from the tables in `but`. Do not modify them."""
        if (others := self._changed_by_others()) != self._others:
            self._others = others
            self._rows.clear()
        for (name,) in self._fetch("SELECT name FROM written"):
            self._rows.pop(str(name), None)
        self.connection.execute("DELETE FROM written")
        return {name: self._of(name) for name in self._noted if name not in but}

    def _of(self, name: str) -> list[tuple[object, ...]]:
        if not self._noted[name]:
            return self._fetch(f"SELECT * FROM {name}")
        if name not in self._rows:
            self._rows[name] = self._fetch(f"SELECT * FROM {name}")
        return self._rows[name]

    def _changed_by_others(self) -> int:
        [(version,)] = self.connection.execute("PRAGMA data_version")
        return int(version)

    def _fetch(self, sql: str) -> list[tuple[object, ...]]:
        return self.connection.execute(sql).fetchall()
