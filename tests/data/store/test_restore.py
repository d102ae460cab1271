"""Restoring a backup."""

import shutil
import stat
from pathlib import Path

import pytest

import data.store.restore
from data.errors.store import BackupDamaged, BackupUnreadable, DiskFull, NotABackup, SchemaTooNew
from data.people.people import Person
from data.store import Database, connect, open_database
from data.store.backups import back_up
from data.store.restore import restore_backup
from tests.data.conftest import NOW, dump, rows
from tests.data.store.other_files import damage, used_by_a_newer_release, what_is_in

UNITS = "SELECT name FROM units ORDER BY id"


@pytest.fixture
def backup(db: Database, path: Path, tmp_path: Path) -> Path:
    """A backup with one unit; the database has gained another since."""
    db.insert("units", name="市公安局")
    back_up(path, tmp_path / "backup.db")
    db.insert("units", name="市财政局")
    db.close()
    return tmp_path / "backup.db"


def units_in(file: Path) -> list[tuple[object, ...]]:
    opened = connect(file)
    found = rows(opened, UNITS)
    opened.close()
    return found


def test_a_restored_database_is_as_it_was_when_it_was_backed_up(path: Path, backup: Path) -> None:
    restore_backup(backup, path, NOW)
    assert units_in(path) == [("市公安局",)]


def test_the_database_before_is_kept_beside_it(path: Path, backup: Path) -> None:
    restored = restore_backup(backup, path, NOW)
    assert restored.kept == path.with_name("liaison.before-restore-20191125T010000Z.db")
    assert units_in(restored.kept) == [("市公安局",), ("市财政局",)]


def test_the_database_before_is_kept_with_what_a_killed_bot_left_in_its_wal(path: Path, backup: Path) -> None:
    killed = open_database(path)
    killed.insert("units", name="武汉海关")
    restored = restore_backup(backup, path, NOW)
    assert restored.kept is not None
    assert units_in(restored.kept) == [("市公安局",), ("市财政局",), ("武汉海关",)]
    assert units_in(path) == [("市公安局",)]
    killed.close()


def test_a_damaged_database_is_kept_byte_by_byte(path: Path, backup: Path) -> None:
    path.write_bytes(b"\xff" * 8192)
    restored = restore_backup(backup, path, NOW)
    assert restored.kept is not None and restored.kept.read_bytes() == b"\xff" * 8192
    assert units_in(path) == [("市公安局",)]


def test_a_database_that_is_gone_comes_back(path: Path, backup: Path) -> None:
    path.unlink()
    assert restore_backup(backup, path, NOW).kept is None
    assert units_in(path) == [("市公安局",)]


def test_the_backup_stays_as_it_is(path: Path, backup: Path) -> None:
    before = backup.read_bytes()
    restore_backup(backup, path, NOW)
    assert backup.read_bytes() == before


def test_what_is_kept_is_its_owners_alone_from_the_first_byte_on(
    path: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    modes: list[int] = []
    copy = shutil.copyfile

    def watched(source: Path, target: Path) -> Path:
        modes.append(stat.S_IMODE(target.stat().st_mode))
        return copy(source, target)

    path.chmod(0o644)
    monkeypatch.setattr(shutil, "copyfile", watched)
    restored = restore_backup(backup, path, NOW)
    assert restored.kept is not None
    assert {*modes, stat.S_IMODE(restored.kept.stat().st_mode)} == {0o600}


def test_a_restore_is_written_down(path: Path, backup: Path) -> None:
    restore_backup(backup, path, NOW)
    opened = connect(path)
    assert rows(opened, "SELECT at, action, subject, source FROM audit") == [
        ("2019-11-25T01:00:00+00:00", "restore", "backup.db", "liaison restore")
    ]
    opened.close()


def test_what_may_have_been_sent_since_is_in_doubt(db: Database, path: Path, tmp_path: Path) -> None:
    for state in ("pending", "sent"):
        db.insert("outbox", recipient="person", chat_id=1, day="2019-11-25", not_before="2019", state=state)
    back_up(path, tmp_path / "backup.db")
    db.close()
    restore_backup(tmp_path / "backup.db", path, NOW)
    opened = connect(path)
    assert rows(opened, "SELECT state, not_before FROM outbox ORDER BY id") == [
        ("uncertain", "2019-11-25T01:05:00+00:00"),
        ("sent", "2019"),
    ]
    opened.close()


@pytest.mark.usefixtures("plan")
def test_a_backup_that_cannot_be_used_changes_nothing(
    db: Database, path: Path, liaison: Person, tmp_path: Path
) -> None:
    newer, damaged, foreign = (tmp_path / name for name in ("newer.db", "damaged.db", "foreign.db"))
    for file in (newer, damaged):
        back_up(path, file)
    used = connect(newer)
    used_by_a_newer_release(used)
    used.close()
    damage(damaged)
    foreign.write_text(f"{liaison.name}\n" * 500)
    before = dump(db)
    refused = {newer: SchemaTooNew, damaged: BackupDamaged, foreign: NotABackup, tmp_path / "gone.db": BackupUnreadable}
    for file, why in refused.items():
        with pytest.raises(why):
            restore_backup(file, path, NOW)
    assert dump(db) == before
    assert [file.name for file in tmp_path.iterdir() if "restore" in file.name] == []


def test_a_restore_that_was_killed_leaves_nothing_to_the_next(path: Path, backup: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        path.with_name(f"liaison.db.restored{ending}").write_bytes(b"half done")
    restore_backup(backup, path, NOW)
    assert units_in(path) == [("市公安局",)]
    assert [file.name for file in path.parent.iterdir() if ".restored" in file.name] == []


def test_a_database_that_cannot_be_kept_is_not_replaced(
    path: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def half(source: Path, target: Path) -> None:
        target.write_bytes(source.read_bytes()[:100])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", half)
    before = what_is_in(path)
    with pytest.raises(DiskFull):
        restore_backup(backup, path, NOW)
    assert what_is_in(path) == before
    assert [file.name for file in path.parent.iterdir() if "before-restore" in file.name] == []


def test_a_restore_for_which_there_is_no_room_changes_nothing(
    path: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(data.store.restore, "put_in_place", no_room)
    before = what_is_in(path)
    with pytest.raises(DiskFull):
        restore_backup(backup, path, NOW)
    assert what_is_in(path) == before
