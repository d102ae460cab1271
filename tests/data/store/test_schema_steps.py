"""What earlier releases have stored, after the schema has been brought up to date: no row is lost on the way, not even
where a table that others refer to is made anew."""

import sqlite3
from collections.abc import Mapping
from pathlib import Path

import pytest

from data.store import Database, connect, insert, open_database
from data.store.database import schema_change
from tests.data.conftest import rows
from tests.fixtures import RELEASES, database

TABLES = """SELECT name FROM pragma_table_list
    WHERE schema = 'main' AND type = 'table' AND name NOT LIKE '%sqlite%' ORDER BY name"""
MADE_OTHERWISE = {"plan", "drafts", "bundles", "questions"}
"""Tables whose rows stand in others now; tests/journeys/test_carried_over.py finds what they held."""
KEPT_ELSEWHERE = {
    ("assignments", "due"),
    ("assignments", "extended"),
    ("attachments", "content"),
    ("group_chats", "unit_id"),
}
"""Columns whose values stand in other tables now."""
TAUGHT_SINCE = {("indicators", "aliases"), ("indicators", "position")}
"""What steps have changed on purpose: more words by which a figure is known, and their order."""

Content = Mapping[str, tuple[tuple[str, ...], list[tuple[object, ...]]]]


def content(db: Database) -> Content:
    """The columns and the rows of every table."""
    found: dict[str, tuple[tuple[str, ...], list[tuple[object, ...]]]] = {}
    for (table,) in rows(db, TABLES):
        cursor = db.conn.execute(f'SELECT * FROM "{table}"')
        found[str(table)] = (tuple(column[0] for column in cursor.description), cursor.fetchall())
    return found


def part(of: Content, table: str, columns: list[str]) -> set[tuple[object, ...]]:
    """Some columns of all rows of a table."""
    names, found = of[table]
    return {tuple(row[names.index(column)] for column in columns) for row in found}


@pytest.fixture(params=RELEASES)
def old(path: Path, request: pytest.FixtureRequest) -> Content:
    """What a release has left behind; its file lies at `path`."""
    path.write_bytes(database(request.param))
    left = connect(path)
    found = content(left)
    left.close()
    return found


def test_every_row_that_a_release_has_left_is_there_after_all_steps(old: Content, path: Path) -> None:
    db = open_database(path)
    now = content(db)
    assert sum(len(found) for _, found in old.values()) > 300
    assert set(old) - set(now) <= MADE_OTHERWISE
    for table in set(old) & set(now):
        columns = old[table][0]
        gone = {(table, column) for column in columns if column not in now[table][0]}
        assert gone <= KEPT_ELSEWHERE, table
        same = [column for column in columns if (table, column) not in gone | TAUGHT_SINCE]
        assert part(old, table, same) - part(now, table, same) == set(), table
    assert rows(db, "PRAGMA integrity_check") == [("ok",)] and rows(db, "PRAGMA foreign_key_check") == []
    assert rows(db, "PRAGMA foreign_keys") == [(1,)]
    db.close()


def family(path: Path) -> Database:
    """A table that two others refer to: what belongs to a row of it goes with it, or forgets it."""
    db = connect(path)
    db.conn.execute("CREATE TABLE homes (id INTEGER PRIMARY KEY, name TEXT) STRICT")
    db.conn.execute("CREATE TABLE pets (home_id INTEGER REFERENCES homes (id) ON DELETE CASCADE) STRICT")
    db.conn.execute("CREATE TABLE guests (home_id INTEGER REFERENCES homes (id) ON DELETE SET NULL) STRICT")
    insert(db, "homes", id=1, name="汉口")
    insert(db, "pets", home_id=1)
    insert(db, "guests", home_id=1)
    return db


def made_anew(db: Database, condition: str) -> None:
    """Make the table anew with those of its rows that meet a condition."""
    db.conn.execute("CREATE TABLE new_homes (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT")
    db.conn.execute(f"INSERT INTO new_homes SELECT id, name FROM homes WHERE {condition}")
    db.conn.execute("DROP TABLE homes")
    db.conn.execute("ALTER TABLE new_homes RENAME TO homes")


def test_a_table_that_others_refer_to_can_be_made_anew(path: Path) -> None:
    db = family(path)
    with schema_change(db):
        made_anew(db, "true")
    assert [rows(db, f"SELECT home_id FROM {table}") for table in ("pets", "guests")] == [[(1,)], [(1,)]]
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        insert(db, "pets", home_id=2)
    db.close()


def test_a_change_of_the_schema_that_would_lose_what_others_refer_to_is_refused_whole(path: Path) -> None:
    db = family(path)
    with pytest.raises(sqlite3.IntegrityError, match="not there"), schema_change(db):
        made_anew(db, "false")
    assert [rows(db, f"SELECT count(*) FROM {table}") for table in ("homes", "pets", "guests")] == [[(1,)]] * 3
    assert rows(db, "PRAGMA foreign_keys") == [(1,)]
    db.close()
