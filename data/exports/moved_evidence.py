"""Evidence of former plans, moved out of the database into a folder. What is moved stays known by its name, size and
digest, and the database knows where it lies."""

import hashlib
import os
import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from data.errors.store import DatabaseUnusable
from data.exports.archive import evidence_place, safe_name
from data.exports.tables import as_csv
from data.exports.texts import Language
from data.exports.texts import files as words
from data.reporting.attachments import stored_content
from data.store import Database, Row, audit, change, fetch_all, transaction
from data.store.copies import PART, put_in_place, sync, unwritable
from data.times import moment

SOURCE = "liaison evidence move"

SENT = """SELECT attachments.id, attachments.name, digest, evidence.size, moved_to, units.name AS unit,
    coalesce(reported_at, sent_at) AS at, coalesce(code, '') AS code, coalesce(tasks.title, information.title) AS title,
    plans.title AS plan, plans.ended_at IS NOT NULL AS is_over
    FROM attachments JOIN evidence USING (digest)
    LEFT JOIN reports ON reports.id = report_id LEFT JOIN assignments ON assignments.id = assignment_id
    LEFT JOIN tasks ON tasks.id = task_id LEFT JOIN information ON information.id = information_id
    LEFT JOIN plans ON plans.id = coalesce(tasks.plan_id, information.plan_id)
    LEFT JOIN units ON units.id = coalesce(assignments.unit_id, information.unit_id)"""
"""Each file, and what it was sent with: a report on a task, or work information, which has no code."""


@dataclass(frozen=True, slots=True)
class Moved:
    """How many files were moved, their bytes, and whether the database has become smaller by them."""

    files: int
    size: int
    shrunk: bool


def move_evidence(db: Database, folder: Path, now: datetime, language: Language) -> Moved:
    """Move the evidence that belongs to former plans alone into a folder, with an index of all that lies there.

    A file's bytes leave the database when they are on the disk and have been read back; what was interrupted goes on
    where it stopped. Nobody else may write to the database. Raises BackupUnwritable and DiskFull.
    """
    files = size = 0
    try:
        _make(folder)
        for row in _of_former_plans(db):
            place = folder / safe_name(row["plan"]) / _place(row, db.zone, language)
            _write(place, stored_content(db, row["id"]) or b"", row["digest"])
            with transaction(db):
                change(
                    db, "UPDATE evidence SET content = x'', moved_to = ? WHERE digest = ?", [str(place), row["digest"]]
                )
            files, size = files + 1, size + row["size"]
        if files:
            _put(folder / words.INDEX(language), _index(db, folder, language))
            audit.record(db, now, "move_evidence", str(folder), source=SOURCE, files=files, size=size)
    except OSError as error:
        raise unwritable(error, folder) from error
    return Moved(files, size, shrunk=bool(files) and _shrink(db))


def _of_former_plans(db: Database) -> list[Row]:
    """Each file that was sent with nothing but what belongs to plans that have ended, as it was first sent."""
    return fetch_all(
        db,
        f"""SELECT *, min(id) FROM ({SENT}) WHERE moved_to IS NULL
        GROUP BY digest HAVING min(is_over) ORDER BY min(id)""",
    )


def _place(row: Row, zone: ZoneInfo, language: Language) -> str:
    at = moment(row["at"]).astimezone(zone)
    return evidence_place(row["unit"], row["code"] or words.INFORMATION(language), at, row["id"], row["name"])


def _write(place: Path, content: bytes, digest: str) -> None:
    """Put a file on the disk and read it back. Raises OSError, also where it does not read the same."""
    _make(place.parent)
    _put(place, content)
    if hashlib.sha256(place.read_bytes()).hexdigest() != digest:
        raise OSError(f"{place} does not read as it was written")


def _put(place: Path, content: bytes) -> None:
    """A file that only its owner can read, whole or not at all."""
    part = place.with_name(place.name + PART)
    part.unlink(missing_ok=True)
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
    put_in_place(part, place)


def _make(folder: Path) -> None:
    """A folder that only its owner can enter, with those above it."""
    if not folder.is_dir():
        _make(folder.parent)
        with suppress(FileExistsError):
            folder.mkdir(0o700)
        sync(folder.parent)


def _index(db: Database, folder: Path, language: Language) -> bytes:
    """What lies in the folder: a line for each report that a file belongs to."""
    moved = fetch_all(db, f"SELECT * FROM ({SENT}) WHERE moved_to IS NOT NULL AND at IS NOT NULL ORDER BY moved_to, id")
    lines = [
        (
            *(place.relative_to(folder), row["unit"], row["code"], row["title"], moment(row["at"]).astimezone(db.zone)),
            *(row["name"], row["size"], row["digest"]),
        )
        for row in moved
        if (place := Path(row["moved_to"])).is_relative_to(folder)
    ]
    return as_csv([heading(language) for heading in (*words.HEADINGS, words.DIGEST)], lines)


def _shrink(db: Database) -> bool:
    """Give the room back to the disk; False where there is too little of it to do so: then it is used again."""
    try:
        change(db, "VACUUM")
    except (DatabaseUnusable, sqlite3.OperationalError):
        return False
    return True
