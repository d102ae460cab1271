"""The SQLite file: permissions, constraints, transactions, migrations, and refusals to open it."""

import os
import sqlite3
import stat
from contextlib import closing
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import sqlite_utils
from sqlite_utils import Migrations

import data.store.database
from data.errors.store import DatabaseBusy, DatabaseUnusable, DiskFull, NotABackup
from data.store import Database, connect, is_only_read, open_beside_the_bot, open_database, transaction
from tests.conftest import PRAGMAS
from tests.data.conftest import rows

UNITS = "SELECT name FROM units ORDER BY id"
ORPHAN = "INSERT INTO assignments (task_id, unit_id) VALUES (7, 7)"


class Halt(Exception):
    """Something went wrong in the middle."""


def test_the_database_and_its_companions_are_readable_by_their_owner_alone(db: Database, path: Path) -> None:
    db.insert("units", name="市公安局")
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    assert modes == {"liaison.db": 0o600, "liaison.db-wal": 0o600, "liaison.db-shm": 0o600}


def test_opening_leaves_the_umask_as_it_was(path: Path) -> None:
    before = os.umask(0o027)
    open_database(path).close()
    assert os.umask(before) == 0o027


@pytest.mark.parametrize(
    ("pragma", "value"), [("journal_mode", "wal"), ("synchronous", 2), ("busy_timeout", 5000), ("foreign_keys", 1)]
)
def test_every_connection_has_the_pragmas(
    path: Path, monkeypatch: pytest.MonkeyPatch, pragma: str, value: object
) -> None:
    monkeypatch.setattr(data.store.database, "PRAGMAS", PRAGMAS)
    first, another = open_database(path), connect(path)
    assert [rows(each, f"PRAGMA {pragma}") for each in (first, another)] == [[(value,)]] * 2
    first.close()
    another.close()


def test_what_need_not_wait_for_the_disk_is_stored_and_what_comes_after_waits_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(data.store.database, "PRAGMAS", PRAGMAS)
    db = open_database(path)
    waited = list[object]()
    db.conn.create_function("waits", 0, lambda: waited.append(rows(db, "PRAGMA synchronous")))
    assert db.change_soon("INSERT INTO units (name) VALUES (ifnull(waits(), '市公安局'))") == 1
    with pytest.raises(sqlite3.IntegrityError):
        db.change_soon(ORPHAN)
    assert waited == [[(1,)]] and rows(db, "PRAGMA synchronous") == [(2,)]
    with pytest.raises(Halt), transaction(db):
        assert db.change_soon("UPDATE units SET name = '市商务局'") == 1
        raise Halt
    assert rows(db, UNITS) == [("市公安局",)]
    db.close()


def test_an_orphan_is_refused(db: Database) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        db.change(ORPHAN)


@pytest.mark.parametrize(
    ("table", "values"),
    [
        ("people", {"telegram_id": "tausend", "name": "甲", "created_at": "2019"}),
        ("planned_days", {"day": b"2019", "planned_at": "2019"}),
        ("people", {"name": "甲", "language": "fr", "created_at": "2019"}),
        ("memberships", {"person_id": 1, "role": "liaison", "unit_id": None}),
        ("outbox", {"recipient": "person", "chat_id": 1, "day": "2019", "not_before": "2019", "state": "lost"}),
    ],
)
def test_a_value_that_cannot_be_is_refused(db: Database, table: str, values: dict[str, object]) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=r"cannot store|CHECK"):
        db.insert(table, **values)


def test_every_table_of_ours_is_strict(db: Database) -> None:
    loose = """SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE '%sqlite%'
        AND type NOT IN ('virtual', 'shadow')"""
    assert rows(db, loose) == []


def test_a_failed_transaction_leaves_nothing(db: Database) -> None:
    with pytest.raises(Halt), transaction(db):
        db.insert("units", name="市公安局")
        raise Halt
    assert rows(db, UNITS) == []


def test_a_transaction_that_cannot_be_committed_leaves_nothing_and_the_next_one_holds(db: Database, path: Path) -> None:
    with pytest.raises(sqlite3.IntegrityError), transaction(db):
        db.conn.execute("PRAGMA defer_foreign_keys = ON")
        db.change(ORPHAN)
    with transaction(db):
        db.insert("units", name="市公安局")
    another = connect(path)
    assert rows(another, UNITS) == [("市公安局",)]
    another.close()


def test_a_failure_inside_is_undone_without_the_rest_when_it_is_caught(db: Database) -> None:
    with transaction(db):
        db.insert("units", name="市公安局")
        with pytest.raises(Halt), transaction(db):
            db.insert("units", name="市财政局")
            raise Halt
    assert rows(db, UNITS) == [("市公安局",)]


def test_a_failure_outside_undoes_what_was_finished_inside(db: Database) -> None:
    with pytest.raises(Halt), transaction(db):
        with transaction(db):
            db.insert("units", name="市公安局")
        raise Halt
    assert rows(db, UNITS) == []


def test_who_reads_first_and_writes_then_holds_the_lock_from_the_start(db: Database, path: Path) -> None:
    another = connect(path)
    another.conn.execute("PRAGMA busy_timeout=0")
    with transaction(db):
        db.fetch_all(UNITS)
        with pytest.raises(DatabaseBusy, match="locked"), transaction(another):
            pass
    another.close()


def test_what_was_stored_is_there_after_opening_again(db: Database, path: Path) -> None:
    db.insert("units", name="市公安局")
    db.close()
    again = open_database(path)
    assert rows(again, UNITS) == [("市公安局",)]
    again.close()


def test_a_migration_that_fails_leaves_the_old_schema_whole(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = Migrations("liaison")

    @broken()
    def m001(db: sqlite_utils.Database) -> None:
        db.conn.execute("CREATE TABLE half (x TEXT) STRICT")
        db.conn.execute("CREATE TABLE half (x TEXT) STRICT")

    monkeypatch.setattr(data.store.database, "migrations", broken)
    with pytest.raises(DatabaseUnusable, match="half"):
        open_database(path)
    left = connect(path)
    assert rows(left, "SELECT name FROM sqlite_master") == []
    left.close()


def test_a_file_that_is_no_database_is_refused_and_left_alone(path: Path) -> None:
    path.write_text("任务,单位\n" * 100)
    with pytest.raises(DatabaseUnusable, match="not a database"):
        open_database(path)
    assert path.read_text() == "任务,单位\n" * 100


def test_a_database_of_another_program_is_refused_and_left_alone(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE of_another_program (id INTEGER)")
    for opened in (open_database, partial(open_beside_the_bot, zone=ZoneInfo("Asia/Shanghai"))):
        with pytest.raises(NotABackup):
            opened(path)
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("of_another_program",)]


def test_a_database_on_a_full_disk_is_opened_to_be_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_database(path).close()

    def full(*args: object) -> Database:
        raise DiskFull("database or disk is full")

    monkeypatch.setattr(data.store.database, "_opened", full)
    with closing(open_beside_the_bot(path, ZoneInfo("Asia/Shanghai"))) as opened:
        assert is_only_read(opened)
    with pytest.raises(DiskFull):
        open_beside_the_bot(path, ZoneInfo("Asia/Shanghai"), to_write=True)


def test_a_database_in_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnusable, match="unable to open"):
        open_database(tmp_path / "nowhere" / "liaison.db")


def test_one_row_is_asked_for_and_there_is_none(db: Database) -> None:
    assert db.fetch_one(UNITS) is None
