"""Backups while the bot writes, nightly ones, and the one before a schema migration."""

import errno
import sqlite3
import stat
from datetime import timedelta
from pathlib import Path

import pytest
import sqlite_utils
from sqlite_utils import Migrations

import data.store.copies
import data.store.database
from data.errors.store import (
    BackupDamaged,
    BackupUnreadable,
    BackupUnwritable,
    DatabaseMissing,
    DatabaseUnusable,
    DiskFull,
    FileTaken,
    NotABackup,
    SchemaTooNew,
)
from data.people.people import Person
from data.store import Database, connect, open_database, transaction
from data.store.backups import back_up, back_up_when_asked, backup_folder, nightly_backup, nightly_backups
from data.store.copies import Contents, check_copy
from data.store.migrations import migrations
from data.store.settings import Retention, write_setting
from tests.data.conftest import ZONE, at, dump, report, rows
from tests.data.store.other_files import NEXT_RELEASE, damage, used_by_a_newer_release, what_is_in

UNITS = "SELECT name FROM units ORDER BY id"


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    return tmp_path / "backup.db"


@pytest.fixture
def nights(tmp_path: Path) -> Path:
    return tmp_path / "backups"


@pytest.mark.usefixtures("plan", "liaison")
def test_a_backup_holds_all_that_the_database_does(db: Database, path: Path, backup: Path) -> None:
    report(db, "1-1", "in_progress", "2019-11-25", 40)
    contents = back_up(path, backup)
    assert contents == Contents(tasks=4, people=1, reports=1, size=backup.stat().st_size)
    assert what_is_in(backup) == dump(db)


def test_a_backup_made_during_a_transaction_has_what_was_committed_before(
    db: Database, path: Path, backup: Path
) -> None:
    db.insert("units", name="市公安局")
    with transaction(db):
        db.insert("units", name="市财政局")
        back_up(path, backup)
    copy = connect(backup)
    assert rows(copy, UNITS) == [("市公安局",)]
    copy.close()


def test_a_backup_is_one_file_that_only_its_owner_can_read(db: Database, path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    db.insert("units", name="市公安局")
    back_up(path, folder / "backup.db")
    assert {file.name: stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()} == {"backup.db": 0o600}


@pytest.mark.usefixtures("db")
def test_a_backup_never_writes_over_a_file(path: Path, backup: Path) -> None:
    backup.write_text("任务总结")
    with pytest.raises(FileTaken):
        back_up(path, backup)
    assert backup.read_text() == "任务总结"


@pytest.mark.usefixtures("db")
def test_a_backup_does_not_take_over_what_another_file_has_left(path: Path, backup: Path) -> None:
    left = backup.with_name("backup.db-wal")
    left.write_bytes(b"of another database")
    with pytest.raises(FileTaken, match="db-wal"):
        back_up(path, backup)


@pytest.mark.usefixtures("db")
def test_a_backup_into_a_folder_that_is_not_there_is_refused(path: Path, tmp_path: Path) -> None:
    with pytest.raises(BackupUnwritable, match="No such file"):
        back_up(path, tmp_path / "nowhere" / "backup.db")


def test_without_a_database_there_is_nothing_to_back_up(path: Path, backup: Path) -> None:
    with pytest.raises(DatabaseMissing):
        back_up(path, backup)
    assert not path.exists() and not backup.exists()


@pytest.mark.usefixtures("plan")
def test_a_damaged_database_gives_no_backup(db: Database, path: Path, backup: Path) -> None:
    db.close()
    damage(path)
    with pytest.raises(BackupDamaged):
        back_up(path, backup)
    assert [file.name for file in path.parent.iterdir() if "backup" in file.name] == []


@pytest.mark.usefixtures("db")
def test_a_backup_for_which_there_is_no_room_leaves_nothing(
    path: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(data.store.copies, "put_in_place", no_room)
    with pytest.raises(DiskFull):
        back_up(path, backup)
    assert [file.name for file in path.parent.iterdir() if "backup" in file.name] == []


@pytest.mark.usefixtures("plan")
def test_a_copy_whose_pages_are_damaged_does_not_count(path: Path, backup: Path) -> None:
    back_up(path, backup)
    damage(backup)
    with pytest.raises(BackupDamaged):
        check_copy(backup)


def test_what_is_no_database_of_ours_does_not_count(backup: Path) -> None:
    backup.write_text("任务,单位\n" * 100)
    with pytest.raises(NotABackup):
        check_copy(backup)
    backup.unlink()
    other = sqlite3.connect(backup)
    other.execute("CREATE TABLE recipes (name TEXT)")
    other.close()
    with pytest.raises(NotABackup):
        check_copy(backup)


def test_a_copy_that_is_not_there_is_named(backup: Path) -> None:
    with pytest.raises(BackupUnreadable):
        check_copy(backup)


def test_a_copy_of_a_newer_release_is_refused(db: Database, path: Path, backup: Path) -> None:
    used_by_a_newer_release(db)
    with pytest.raises(SchemaTooNew, match=NEXT_RELEASE):
        back_up(path, backup)


@pytest.mark.usefixtures("db")
def test_the_night_leaves_a_backup_at_three_and_only_one(path: Path, nights: Path) -> None:
    moments = ["2019-11-25 02:59", "2019-11-25 03:00", "2019-11-25 03:01", "2019-11-25 23:59"]
    made = [nightly_backup(path, nights, at(moment), ZONE) for moment in moments]
    assert made == [None, nights / "liaison-2019-11-25.db", None, None]
    assert check_copy(nights / "liaison-2019-11-25.db").tasks == 0


@pytest.mark.usefixtures("db")
def test_a_bot_that_was_off_at_night_backs_up_when_it_is_on(path: Path, nights: Path) -> None:
    assert nightly_backup(path, nights, at("2019-11-25 14:20"), ZONE) == nights / "liaison-2019-11-25.db"


@pytest.mark.usefixtures("db")
def test_fourteen_nights_are_kept(path: Path, nights: Path) -> None:
    three = at("2019-11-01 03:00")
    for night in range(20):
        nightly_backup(path, nights, three + timedelta(days=night), ZONE)
    days = [file.name for file in nightly_backups(path, nights)]
    assert days == [f"liaison-2019-11-{day:02}.db" for day in range(20, 6, -1)]


@pytest.mark.usefixtures("db")
def test_neither_a_long_pause_nor_a_wrong_clock_takes_the_kept_nights_away(path: Path, nights: Path) -> None:
    for moment in ("2019-11-01 03:00", "2019-11-02 03:00", "2099-01-01 03:00"):
        nightly_backup(path, nights, at(moment), ZONE)
    assert len(nightly_backups(path, nights)) == 3


@pytest.mark.usefixtures("db")
def test_nights_that_a_wrong_clock_has_dated_ahead_neither_count_nor_go(path: Path, nights: Path) -> None:
    nights.mkdir()
    for day in range(1, 15):
        (nights / f"liaison-2030-01-{day:02}.db").touch()
    for day in range(1, 17):
        made = nightly_backup(path, nights, at(f"2019-11-{day:02} 03:00"), ZONE)
        assert made is not None and made.exists()
        assert nightly_backup(path, nights, at(f"2019-11-{day:02} 04:00"), ZONE) is None
    kept = [file.name for file in nightly_backups(path, nights)]
    assert len(kept) == 28 and kept[-1] == "liaison-2019-11-03.db"


@pytest.mark.usefixtures("db")
def test_a_file_with_a_day_that_there_is_not_is_no_backup_and_keeps_none_from_being_made(
    path: Path, nights: Path
) -> None:
    nights.mkdir()
    other = nights / "liaison-2019-13-45.db"
    other.touch()
    assert nightly_backup(path, nights, at("2019-11-25 03:00"), ZONE) == nights / "liaison-2019-11-25.db"
    assert nightly_backups(path, nights) == [nights / "liaison-2019-11-25.db"] and other.exists()


@pytest.mark.usefixtures("plan")
def test_a_backup_that_was_asked_for_goes_with_the_nights_of_its_day(path: Path, nights: Path) -> None:
    asked = [back_up_when_asked(path, at(moment), ZONE)[0] for moment in ("2019-11-03 10:00", "2019-11-03 16:00")]
    assert asked == [backup_folder(path) / "liaison-2019-11-03-asked.db"] * 2
    assert check_copy(asked[0]).tasks > 0
    for night, left in ((16, True), (17, False)):
        for day in range(1, night + 1):
            nightly_backup(path, backup_folder(path), at(f"2019-11-{day:02} 03:00"), ZONE)
        assert asked[0].exists() is left


@pytest.mark.usefixtures("db")
def test_what_else_lies_in_the_folder_stays(path: Path, nights: Path) -> None:
    nights.mkdir()
    others = {"rehearsal-2019-01-01.db", "liaison-before-the-move.db"}
    for name in others:
        (nights / name).touch()
    for night in range(20):
        nightly_backup(path, nights, at("2019-11-01 03:00") + timedelta(days=night), ZONE)
    assert others <= {file.name for file in nights.iterdir()}


@pytest.mark.usefixtures("plan")
def test_a_night_without_a_backup_takes_no_older_one_away(db: Database, path: Path, nights: Path) -> None:
    for night in range(14):
        nightly_backup(path, nights, at("2019-11-01 03:00") + timedelta(days=night), ZONE)
    db.close()
    damage(path)
    with pytest.raises(BackupDamaged):
        nightly_backup(path, nights, at("2019-11-15 03:00"), ZONE)
    assert sorted(file.name for file in nights.iterdir()) == [f"liaison-2019-11-{day:02}.db" for day in range(1, 15)]


def released(*steps: str) -> Migrations:
    """Return this release's migrations followed by `steps`, each of which adds a table; one named "mistake" fails."""
    further = Migrations("liaison")
    with_all = Database(memory=True)
    for known in migrations.pending(with_all):
        further(name=known.name)(known.fn)
    with_all.close()
    for step in steps:

        @further(name=step)
        def add(db: sqlite_utils.Database, step: str = step) -> None:
            db.conn.execute(f"CREATE TABLE {step} (x TEXT) STRICT")
            if step == "mistake":
                db.conn.execute("CREATE TABLE mistake (x TEXT) STRICT")

    return further


@pytest.mark.usefixtures("plan")
def test_before_the_schema_changes_a_copy_lies_beside_the_database(
    db: Database, path: Path, liaison: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = dump(db)
    db.close()
    monkeypatch.setattr(data.store.database, "migrations", released("novelty"))
    open_database(path).close()
    assert what_is_in(path.with_name("liaison.before-novelty.db")) == before
    changed = connect(path)
    assert (
        rows(changed, "SELECT name FROM people") == [(liaison.name,)] and rows(changed, "SELECT * FROM novelty") == []
    )
    changed.close()


@pytest.mark.usefixtures("plan")
def test_a_change_of_the_schema_that_fails_leaves_the_old_one_whole(
    db: Database, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = dump(db)
    db.close()
    monkeypatch.setattr(data.store.database, "migrations", released("novelty", "mistake"))
    with pytest.raises(DatabaseUnusable, match="mistake"):
        open_database(path)
    assert what_is_in(path) == before == what_is_in(path.with_name("liaison.before-novelty.db"))


@pytest.mark.usefixtures("plan")
def test_without_a_copy_the_schema_does_not_change(db: Database, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = dump(db)
    db.close()

    def no_room(*_: object) -> None:
        raise DiskFull("database or disk is full")

    monkeypatch.setattr(data.store.database, "migrations", released("novelty"))
    monkeypatch.setattr(data.store.database, "write_copy", no_room)
    with pytest.raises(DiskFull):
        open_database(path)
    assert what_is_in(path) == before


def test_a_new_database_and_one_that_is_up_to_date_are_not_copied(db: Database, path: Path) -> None:
    open_database(path).close()
    db.close()
    assert [file.name for file in path.parent.iterdir()] == ["liaison.db"]


def test_a_database_of_a_newer_release_is_not_opened(db: Database, path: Path) -> None:
    used_by_a_newer_release(db)
    before = dump(db)
    with pytest.raises(SchemaTooNew, match=NEXT_RELEASE):
        open_database(path)
    assert dump(db) == before


def test_a_database_of_another_program_is_left_alone(path: Path) -> None:
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE recipes (name TEXT)")
    other.close()
    with pytest.raises(NotABackup):
        open_database(path)
    assert what_is_in(path) == ["BEGIN TRANSACTION;", "CREATE TABLE recipes (name TEXT);", "COMMIT;"]


def test_as_many_nights_are_kept_as_the_office_has_set(db: Database, path: Path, nights: Path) -> None:
    write_setting(db, Retention.BACKUPS, "7")
    three = at("2019-11-25 03:00")
    for night in range(9):
        nightly_backup(path, nights, three + timedelta(days=night), ZONE)
    assert len(nightly_backups(path, nights)) == 7
