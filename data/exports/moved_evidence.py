"""Moving the evidence of former plans out of the database into a folder.

The database keeps the name, size, digest and new path of every file.
"""

import hashlib
import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from data.errors.store import DatabaseUnusable
from data.exports.archive import evidence_place, safe_name
from data.exports.formats import as_csv
from data.exports.texts import Language
from data.exports.texts import sheets as words
from data.reporting.attachments import stored_content
from data.store import Database, Row, audit, transaction
from data.store.copies import part_of, put_in_place, sync_to_disk, unwritable
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
"""SQL for every stored file with the report or the work information it was sent with; the latter has no task code."""

OF_FORMER_PLANS = f"""SELECT *, min(id) FROM ({SENT}) WHERE moved_to IS NULL
    GROUP BY digest HAVING min(is_over) ORDER BY min(id)"""
"""SQL for the files that were sent only with reports or information of former plans, as first sent."""


@dataclass(frozen=True, slots=True)
class MovedEvidence:
    """The number of files moved, their total bytes, and whether the database file has shrunk."""

    files: int
    size: int
    shrunk: bool


def move_evidence(db: Database, folder: Path, now: datetime, language: Language) -> MovedEvidence:
    """Move evidence that belongs only to former plans into `folder`, and write an index of all that is there.

    A file is removed from the database only after it was written and read back; an interrupted move can be repeated.
    Nobody else may write to the database meanwhile. Raises BackupUnwritable and DiskFull.
    """
    folder = folder.resolve()
    moved = list[int]()
    try:
        _make_folder(folder)
        try:
            for row in db.fetch_all(OF_FORMER_PLANS):
                _move(db, row, folder / safe_name(row["plan"]) / _place(row, db.zone, language))
                moved.append(row["size"])
        finally:
            if moved:
                audit.record(db, now, "move_evidence", str(folder), source=SOURCE, files=len(moved), size=sum(moved))
        lines = _index_lines(db, folder)
        if lines:
            headings = [heading(language) for heading in (*words.HEADINGS, words.DIGEST)]
            _write_atomically(folder / words.INDEX(language), as_csv(headings, lines))
    except OSError as error:
        raise unwritable(error, folder) from error
    return MovedEvidence(len(moved), sum(moved), shrunk=bool(lines) and _shrink(db))


def _move(db: Database, row: Row, place: Path) -> None:
    _write(place, stored_content(db, row["id"]) or b"", row["digest"])
    with transaction(db):
        db.change("UPDATE evidence SET content = x'', moved_to = ? WHERE digest = ?", [str(place), row["digest"]])


def _place(row: Row, zone: ZoneInfo, language: Language) -> str:
    at = moment(row["at"]).astimezone(zone)
    return evidence_place(row["unit"], row["code"] or words.INFORMATION(language), at, row["id"], row["name"])


def _write(place: Path, content: bytes, digest: str) -> None:
    """Write a file and read it back. Raises OSError if that fails or the content differs."""
    _make_folder(place.parent)
    _write_atomically(place, content)
    if hashlib.sha256(place.read_bytes()).hexdigest() != digest:
        raise OSError(f"{place} does not read as it was written")


def _write_atomically(place: Path, content: bytes) -> None:
    with part_of(place) as part:
        part.write_bytes(content)
        put_in_place(part, place)


def _make_folder(folder: Path) -> None:
    """Create a folder and its parents, accessible only to their owner."""
    if not folder.is_dir():
        _make_folder(folder.parent)
        with suppress(FileExistsError):
            folder.mkdir(0o700)
        sync_to_disk(folder.parent)


def _index_lines(db: Database, folder: Path) -> list[tuple[object, ...]]:
    """Return the lines of the folder's index, one for each report that a file belongs to."""
    moved = db.fetch_all(f"SELECT * FROM ({SENT}) WHERE moved_to IS NOT NULL AND at IS NOT NULL ORDER BY moved_to, id")
    return [
        (
            *(place.relative_to(folder), row["unit"], row["code"], row["title"], db.moment(row["at"])),
            *(row["name"], row["size"], row["digest"]),
        )
        for row in moved
        if (place := Path(row["moved_to"]).resolve()).is_relative_to(folder)
    ]


def _shrink(db: Database) -> bool:
    """Return unused space of the database to the disk; False if there is not enough free space to do so."""
    try:
        db.change("VACUUM")
    except (DatabaseUnusable, sqlite3.OperationalError):
        return False
    return True
