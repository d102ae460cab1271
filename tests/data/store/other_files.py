"""Database files that are damaged or of another release, and what is in a file."""

from pathlib import Path

from data.store import Database, connect
from tests.data.conftest import dump

NEXT_RELEASE = "m999_of_another_release"


def damage(file: Path) -> None:
    """Overwrite a page in the middle of the file."""
    with file.open("r+b") as opened:
        opened.seek(10 * 4096)
        opened.write(b"\xff" * 4096)


def used_by_a_newer_release(db: Database) -> None:
    db.insert("_sqlite_migrations", migration_set="liaison", name=NEXT_RELEASE, applied_at="2029")


def what_is_in(file: Path) -> list[str]:
    db = connect(file)
    held = dump(db)
    db.close()
    return held
