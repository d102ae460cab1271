from pathlib import Path
from typing import IO

import pytest

from bot.upkeep import lock
from bot.upkeep.lock import AlreadyRunning, is_locked, lock_file, locked
from data.errors.store import DatabaseUnusable


def test_a_second_bot_on_the_same_database_is_refused(tmp_path: Path) -> None:
    with locked(tmp_path / "x.db"), pytest.raises(AlreadyRunning), locked(tmp_path / "x.db"):
        raise AssertionError("two bots run")


def test_a_link_to_a_database_is_the_same_database(tmp_path: Path) -> None:
    (tmp_path / "x.db").touch()
    (tmp_path / "y.db").symlink_to(tmp_path / "x.db")
    with locked(tmp_path / "x.db"), pytest.raises(AlreadyRunning), locked(tmp_path / "y.db"):
        raise AssertionError("two bots run")


def test_another_database_can_have_a_bot_of_its_own(tmp_path: Path) -> None:
    with locked(tmp_path / "x.db"), locked(tmp_path / "y.db"):
        assert is_locked(tmp_path / "x.db") and is_locked(tmp_path / "y.db")


def test_a_lock_that_was_given_back_can_be_taken_again(tmp_path: Path) -> None:
    with locked(tmp_path / "x.db"):
        assert is_locked(tmp_path / "x.db")
    assert not is_locked(tmp_path / "x.db")
    with locked(tmp_path / "x.db"):
        assert is_locked(tmp_path / "x.db")


def test_asking_leaves_nothing_behind(tmp_path: Path) -> None:
    assert not is_locked(tmp_path / "x.db")
    assert list(tmp_path.iterdir()) == []


def test_the_lock_is_its_owners_alone(tmp_path: Path) -> None:
    with locked(tmp_path / "x.db"):
        assert lock_file(tmp_path / "x.db").stat().st_mode & 0o777 == 0o600


def test_a_folder_that_is_not_there_is_a_problem_of_the_database(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnusable), locked(tmp_path / "nowhere" / "x.db"):
        raise AssertionError("locked nothing")


def test_what_fails_leaves_no_lock_file_that_was_not_there(tmp_path: Path) -> None:
    with pytest.raises(LookupError), locked(tmp_path / "x.db"):
        raise LookupError
    assert list(tmp_path.iterdir()) == []
    with locked(tmp_path / "x.db"):
        pass
    with pytest.raises(LookupError), locked(tmp_path / "x.db"):
        raise LookupError
    assert list(tmp_path.iterdir()) == [lock_file(tmp_path / "x.db")]


def test_a_lock_file_deleted_while_it_was_being_taken_admits_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = list[IO[bytes]]()

    def opened_just_before_its_holder_deletes_it(place: Path, flags: int) -> IO[bytes]:
        file = opened(place, flags)
        if not before:
            place.unlink()
        before.append(file)
        return file

    opened = lock._opened
    monkeypatch.setattr(lock, "_opened", opened_just_before_its_holder_deletes_it)
    with locked(tmp_path / "x.db"):
        assert is_locked(tmp_path / "x.db")
