"""Backups of the database, on request and every night. Only a checked copy counts as a backup."""

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from data.errors import unless
from data.errors.store import DatabaseMissing, FileTaken
from data.patterns import Pattern
from data.store.copies import Contents, companions, open_existing, unwritable, write_copy
from data.store.queries import Database
from data.store.settings import Retention, retention

HOUR = 3
_DATED = Pattern(r"-\d{4}-\d{2}-\d{2}\.db")
_ASKED_FOR = Pattern(r"-\d{4}-\d{2}-\d{2}-asked\.db")


def back_up(database: Path, file: Path) -> Contents:
    """Write a checked backup to a new file; the bot may be running.

    Raises DatabaseMissing, FileTaken, and what data.store.copies.write_copy raises; no file is left then.
    """
    _must_exist(database)
    for taken in filter(Path.exists, (file, *companions(file))):
        raise FileTaken(str(taken))
    return write_copy(database, file)


def nightly_backup(database: Path, folder: Path, now: datetime, zone: ZoneInfo) -> Path | None:
    """Make today's backup, from 03:00 in the zone, and delete old ones. Returns None if it is too early or it exists.

    Opens the database anew, so that it can run in a thread. The newest 14, or as many as the office has set, are kept,
    so that a long pause or a wrong clock cannot remove them all. Those dated later than today, which a wrong clock has
    left, neither count nor are deleted. Raises as back_up does, and then deletes none.
    """
    local = now.astimezone(zone)
    file = folder / f"{database.stem}-{local.date()}.db"
    if local.hour < HOUR or file.exists():
        return None
    _must_exist(database)
    folder.mkdir(mode=0o700, exist_ok=True)
    write_copy(database, file)
    nights, most = nights_until(local.date(), nightly_backups(database, folder)), _how_many(file)
    asked_for = (each for each in _backups(database, folder, _ASKED_FOR) if each.name < nights[:most][-1].stem)
    for old in (*nights[most:], *asked_for):
        old.unlink(missing_ok=True)
    return file


def back_up_when_asked(database: Path, now: datetime, zone: ZoneInfo) -> tuple[Path, Contents]:
    """Make a checked backup beside the nightly ones, replacing an earlier one of the same day.

    It is kept as long as the nightly backup of its day. Raises as back_up does.
    """
    _must_exist(database)
    folder = backup_folder(database)
    file = folder / f"{database.stem}-{now.astimezone(zone).date()}-asked.db"
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise unwritable(error, file) from error
    return file, write_copy(database, file)


def nightly_backups(database: Path, folder: Path) -> list[Path]:
    """Return the nightly backups, newest first. A file whose name is like theirs but holds no date is none."""
    return [file for file in _backups(database, folder, _DATED) if unless(ValueError, night_of, file)]


def nights_until(day: date, nights: Iterable[Path]) -> list[Path]:
    """Return those nightly backups that are dated `day` or earlier."""
    return [file for file in nights if night_of(file) <= day]


def night_of(backup: Path) -> date:
    """Return the day in the name of a nightly backup."""
    return date.fromisoformat(backup.stem[-len("2019-11-25") :])


def _backups(database: Path, folder: Path, names: Pattern) -> list[Path]:
    of_it = (file for file in folder.glob("*.db") if file.name.startswith(f"{database.stem}-"))
    return sorted((file for file in of_it if names.fullmatch(file.name[len(database.stem) :])), reverse=True)


def backup_folder(database: Path) -> Path:
    """Return the folder of the nightly backups, which is beside the database."""
    return database.with_name("backups")


def _how_many(backup: Path) -> int:
    """Return how many backups to keep, as set in the newest one."""
    db = Database(open_existing(backup, "ro"))
    try:
        return retention(db, Retention.BACKUPS)
    finally:
        db.close()


def _must_exist(database: Path) -> None:
    if not database.exists():
        raise DatabaseMissing(str(database))
