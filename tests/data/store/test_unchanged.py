"""What has been read is read again after every change, by this connection or another, committed or rolled back."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from data.store import Database, inbox, open_database, transaction
from data.store.settings import read_setting, write_setting
from data.store.unchanged import MOST, cache_left_valid, cached_until_changed

NOW = datetime(2019, 11, 25, 1, tzinfo=UTC)


class Broken(Exception):
    pass


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    db = open_database(tmp_path / "x.db")
    write_setting(db, "username", "first")
    yield db
    db.close()


def read(db: Database, readings: list[str]) -> str:
    def again() -> str:
        row = db.fetch_one("SELECT value FROM settings WHERE name = 'username'")
        assert row is not None
        readings.append(row["value"])
        return str(row["value"])

    return cached_until_changed(db, "username", again)


def test_what_nobody_has_changed_is_read_once(db: Database) -> None:
    readings: list[str] = []
    assert [read(db, readings), read(db, readings)] == ["first", "first"]
    assert readings == ["first"]


def test_what_has_been_changed_is_read_again(db: Database) -> None:
    readings: list[str] = []
    read(db, readings)
    write_setting(db, "username", "second")
    assert read(db, readings) == "second"
    db.change("UPDATE settings SET value = 'third' WHERE name = 'username'")
    assert read(db, readings) == "third"


def test_what_another_connection_has_changed_is_read_again(db: Database, tmp_path: Path) -> None:
    readings: list[str] = []
    read(db, readings)
    other = open_database(tmp_path / "x.db")
    write_setting(other, "username", "second")
    other.close()
    assert read(db, readings) == "second"


@pytest.mark.parametrize("within_another", [False, True])
def test_what_is_taken_back_was_never_there(db: Database, within_another: bool) -> None:
    readings: list[str] = []

    def try_in_vain() -> None:
        with pytest.raises(Broken), transaction(db):
            write_setting(db, "username", "second")
            assert read(db, readings) == "second"
            raise Broken

    if within_another:
        with transaction(db):
            try_in_vain()
            assert read(db, readings) == "first"
    else:
        try_in_vain()
    assert read(db, readings) == "first"


def test_what_goes_wrong_is_tried_again(db: Database) -> None:
    def fail() -> str:
        raise Broken

    with pytest.raises(Broken):
        cached_until_changed(db, "username", fail)
    assert read(db, []) == "first"


def test_a_setting_is_told_as_it_is_now(db: Database) -> None:
    assert read_setting(db, "username") == "first"
    write_setting(db, "username", "second")
    assert read_setting(db, "username") == "second"


def test_what_comes_in_changes_nothing_that_is_known(db: Database) -> None:
    readings: list[str] = []
    read(db, readings)
    inbox.receive_updates(db, [inbox.Received(1, "{}")], NOW)
    assert read(db, readings) == "first"
    inbox.mark_updates_done(db, [1], NOW)
    assert read(db, readings) == "first"
    assert readings == ["first"]


def test_what_another_connection_has_changed_meanwhile_is_read_again(db: Database, tmp_path: Path) -> None:
    readings: list[str] = []
    read(db, readings)
    other = open_database(tmp_path / "x.db")
    with cache_left_valid(db):
        write_setting(other, "username", "second")
    other.close()
    assert read(db, readings) == "second"


def test_more_than_some_thousand_things_are_not_known_for_long(db: Database) -> None:
    readings: list[str] = []
    read(db, readings)
    for number in range(MOST):
        cached_until_changed(db, number, lambda: None)
    inbox.receive_updates(db, [inbox.Received(1, "{}")], NOW)
    read(db, readings)
    assert readings == ["first", "first"]
