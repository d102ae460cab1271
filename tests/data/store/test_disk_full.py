"""A full disk as SQLite reports it: a database that may not grow fails in the same way, with the same code."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import data.store.database
from data.errors.store import DatabaseUnusable, DiskFull
from data.plan.plan import known_plan
from data.store import Database, connect, open_database, transaction
from tests.data.conftest import Line, bring_in, dump, rows

ROOMY = 1_000_000


@pytest.fixture
def full(db: Database) -> Iterator[Database]:
    """A database with one unit and no room for another page."""
    db.insert("units", name="市公安局")
    set_room(db, 1)
    yield db


def set_room(db: Database, pages: int) -> None:
    """Limit the database to this many pages, but not below its present size."""
    db.conn.execute(f"PRAGMA max_page_count = {pages}").fetchall()


def fill(db: Database) -> None:
    """Write until there is no room left."""
    for number in range(10_000):
        db.insert("units", name=f"{number}" + "市" * 500)


def test_a_full_disk_is_told_from_a_mistake(full: Database) -> None:
    with pytest.raises(DiskFull, match="full"):
        fill(full)
    with pytest.raises(DiskFull):
        full.change("UPDATE units SET name = name || ?", ["市" * 90_000])


def test_who_expects_an_unusable_database_hears_of_a_full_disk_too(full: Database) -> None:
    with pytest.raises(DatabaseUnusable):
        fill(full)


def test_what_does_not_fit_is_not_stored_by_half(full: Database) -> None:
    before = dump(full)
    with pytest.raises(DiskFull), transaction(full):
        fill(full)
    assert dump(full) == before


def test_an_import_for_which_there_is_no_room_leaves_no_plan(full: Database) -> None:
    with pytest.raises(DiskFull):
        bring_in(full, *(Line(f"第{number}项" + "措施" * 2_000) for number in range(50)))
    assert known_plan(full) is None


def test_a_full_database_stays_whole_and_readable(full: Database, path: Path) -> None:
    with pytest.raises(DiskFull), transaction(full):
        fill(full)
    another = connect(path)
    assert another.fetch_one("PRAGMA integrity_check") == {"integrity_check": "ok"}
    assert rows(another, "SELECT name FROM units") == [("市公安局",)]
    another.close()


def test_a_full_database_can_be_opened(full: Database, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    full.close()
    monkeypatch.setattr(data.store.database, "PRAGMAS", (*data.store.database.PRAGMAS, "PRAGMA max_page_count = 1"))
    opened = open_database(path)
    assert rows(opened, "SELECT name FROM units") == [("市公安局",)]
    opened.close()


def test_a_new_database_for_which_there_is_no_room_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data.store.database, "PRAGMAS", (*data.store.database.PRAGMAS, "PRAGMA max_page_count = 5"))
    with pytest.raises(DiskFull):
        open_database(path)


def test_once_there_is_room_again_all_goes_on(full: Database) -> None:
    with pytest.raises(DiskFull), transaction(full):
        fill(full)
    set_room(full, ROOMY)
    full.insert("units", name="市" * 9_000)
    assert len(rows(full, "SELECT name FROM units")) == 2
