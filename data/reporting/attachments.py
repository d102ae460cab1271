"""Photos and documents: evidence of reports and files of work information.

They are stored as Telegram file ids and as bytes, each distinct file once. Limits per report and per day keep one
person from filling the disk; once all files together reach their limit, only the ids are stored.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from data.errors.reporting import FilesTooBig, FileTooBig, TooManyFiles
from data.patterns import Pattern
from data.people.actor import Actor
from data.plan.files.limits import MEGABYTE
from data.store import Database, transaction

MOST_BYTES = 20 * MEGABYTE
"""The limit for one file; Telegram gives a bot no larger ones."""
MOST_FILES, MOST_BYTES_IN_ALL = 10, 60 * MEGABYTE
"""The limits for one report or piece of work information."""
MOST_FILES_A_DAY, MOST_BYTES_A_DAY = 100, 300 * MEGABYTE
"""The limits for one person within 24 hours."""
MOST_BYTES_KEPT = 1024 * MEGABYTE
"""The limit for all files together, which the nightly backups contain as well."""
DAY = timedelta(days=1)
KEPT = timedelta(days=4)
"""How long a file waits for its report: over a weekend with a day before and after it."""
WAITING = "draft_id IS NULL AND report_id IS NULL AND information_id IS NULL"
"""An SQL condition for a file that came before the report it is for was begun."""

_UNNAMED = Pattern(r"photo-\d+\.jpg")


class Owner(StrEnum):
    """What a file belongs to: an unfinished dialog, or what it became. The values are columns."""

    DRAFT = "draft_id"
    REPORT = "report_id"
    INFORMATION = "information_id"


@dataclass(frozen=True, slots=True)
class Attachment:
    """One file; `size` in bytes, `id` 0 until it is stored."""

    kind: str
    file_id: str
    name: str
    mime: str
    size: int
    id: int = 0

    @property
    def is_unnamed(self) -> bool:
        """Whether it is a photo sent without words, of which Telegram has no name."""
        return self.kind == "photo" and _UNNAMED.fullmatch(self.name) is not None


def check_room(
    db: Database,
    draft_id: int | None,
    person_id: int,
    attachment: Attachment,
    message_key: str,
    now: datetime,
    report_id: int | None = None,
) -> None:
    """Check that one more file fits into a draft (None: the files waiting for one, besides those of the report that
    they are for) and the person's day.

    A file from the same message is not counted. Raises FileTooBig above 20 MB, TooManyFiles and FilesTooBig.
    """
    if attachment.size > MOST_BYTES:
        raise FileTooBig(attachment.size, MOST_BYTES, attachment.name)
    of_report = _count(
        db,
        f"""(draft_id = ?1 OR report_id = ?4 OR (?1 IS NULL AND {WAITING} AND person_id = ?2)) AND message_key != ?3""",
        [draft_id, person_id, message_key, report_id],
    )
    of_day = _count(db, "person_id = ? AND added_at > ? AND message_key != ?", [person_id, now - DAY, message_key])
    for (files, size), most, most_bytes, a_day in (
        (of_report, MOST_FILES, MOST_BYTES_IN_ALL, False),
        (of_day, MOST_FILES_A_DAY, MOST_BYTES_A_DAY, True),
    ):
        if files >= most:
            raise TooManyFiles(most, a_day)
        if size + attachment.size > most_bytes:
            raise FilesTooBig(most_bytes, attachment.name, a_day)


def attach_file(
    db: Database,
    draft_id: int | None,
    person_id: int,
    attachment: Attachment,
    content: bytes | None,
    message_key: str,
    now: datetime,
) -> None:
    """Add a file to a draft, or keep it for the next one that is begun in the next days. Done once per message.

    Raises what check_room raises.
    """
    size = max(attachment.size, len(content or b""))
    with transaction(db):
        if db.exists("SELECT 1 FROM attachments WHERE message_key = ?", [message_key]):
            return
        check_room(db, draft_id, person_id, replace(attachment, size=size), message_key, now)
        db.insert(
            "attachments",
            draft_id=draft_id,
            kind=attachment.kind,
            file_id=attachment.file_id,
            name=attachment.name,
            mime=attachment.mime,
            size=size,
            digest=_store_content(db, content) if content else None,
            message_key=message_key,
            person_id=person_id,
            added_at=now,
        )


def waiting_files(db: Database, person_id: int, now: datetime) -> list[Attachment]:
    """Return the files waiting for a person's next report, oldest first. Deletes those that have waited too long."""
    db.change(f"DELETE FROM attachments WHERE {WAITING} AND added_at <= ?", [now - KEPT])
    return _attachments(db, f"{WAITING} AND person_id = ?", person_id)


def take_in_waiting_files(db: Database, person_id: int, draft_id: int, now: datetime, *, copied: bool = False) -> None:
    """Move a person's waiting files into a draft, as many as fit; the rest keep waiting, as all do if `copied`."""
    files, size = _count(db, "draft_id = ?", [draft_id])
    for each in waiting_files(db, person_id, now):
        files, size = files + 1, size + each.size
        if files > MOST_FILES or size > MOST_BYTES_IN_ALL:
            return
        if copied:
            _copy_to_draft(db, draft_id, "id", each.id)
        else:
            db.update("attachments", each.id, draft_id=draft_id)


def add_waiting_files(db: Database, by: Actor, report_id: int, subject: str) -> list[Attachment]:
    """Add the files that wait for a person's next report to one that the office has accepted, and return all its files.

    Raises TooManyFiles and FilesTooBig.
    """
    with transaction(db):
        files, size = _count(db, "report_id = ?", [report_id])
        waiting = waiting_files(db, by.id, by.now)
        if files + len(waiting) > MOST_FILES:
            raise TooManyFiles(MOST_FILES, a_day=False)
        if waiting and size + sum(each.size for each in waiting) > MOST_BYTES_IN_ALL:
            raise FilesTooBig(MOST_BYTES_IN_ALL, waiting[-1].name, a_day=False)
        db.change(f"UPDATE attachments SET report_id = ? WHERE {WAITING} AND person_id = ?", [report_id, by.id])
        by.record(db, "add_evidence", subject, report_id=report_id, files=[each.name for each in waiting])
        return attached_files(db, Owner.REPORT, report_id)


def report_with_album(db: Database, message_key_start: str) -> int | None:
    """Return the id of the report that has a file from a message with this key prefix, or None."""
    sql = "SELECT report_id FROM attachments WHERE report_id IS NOT NULL AND substr(message_key, 1, ?) = ?"
    return db.fetch_number(sql, [len(message_key_start), message_key_start])


def has_file_from(db: Database, draft_id: int | None, message_key_start: str) -> bool:
    """Return whether a draft (None: the waiting files) has a file from a message with this key prefix."""
    keys = db.fetch_column("SELECT message_key FROM attachments WHERE draft_id IS ?", [draft_id])
    return any(key.startswith(message_key_start) for key in keys)


def attached_files(db: Database, owner: Owner, owner_id: int) -> list[Attachment]:
    """Return the files of a draft, report or piece of work information, oldest first."""
    return _attachments(db, f"{owner} = ?", owner_id)


def newest_evidence(db: Database, assignment_ids: Sequence[int]) -> dict[int, tuple[int, int]]:
    """Return the id of the newest report with files on each assignment that has one, and the number of its files."""
    rows = db.fetch_all(
        """SELECT assignment_id, report_id, count(*) AS files FROM attachments JOIN reports ON reports.id = report_id
        WHERE withdrawn_at IS NULL AND assignment_id IN (SELECT value FROM json_each(?))
        GROUP BY report_id ORDER BY report_id""",
        [assignment_ids],
    )
    return {row["assignment_id"]: (row["report_id"], row["files"]) for row in rows}


def _attachments(db: Database, condition: str, value: int) -> list[Attachment]:
    sql = f"SELECT id, kind, file_id, name, mime, size FROM attachments WHERE {condition} ORDER BY id"
    return [Attachment(**row) for row in db.fetch_all(sql, [value])]


def detach_file(db: Database, draft_id: int, attachment_id: int) -> None:
    """Remove a file from a draft, if it is there."""
    db.change(
        "DELETE FROM attachments WHERE draft_id = ? AND report_id IS NULL AND information_id IS NULL AND id = ?",
        [draft_id, attachment_id],
    )


def copy_files_to_draft(db: Database, owner_id: int, draft_id: int, owner: Owner = Owner.REPORT) -> None:
    """Copy the files of a report, or of another `owner`, to a draft. Repeating it adds nothing."""
    _copy_to_draft(db, draft_id, owner, owner_id)


def _copy_to_draft(db: Database, draft_id: int, column: str, value: int) -> None:
    db.change(
        f"""INSERT INTO attachments (draft_id, kind, file_id, name, mime, size, digest, message_key)
        SELECT ?1, kind, file_id, name, mime, size, digest, 'draft:' || ?1 || ':' || id
        FROM attachments WHERE {column} = ?2 ORDER BY id ON CONFLICT (message_key) DO NOTHING""",
        [draft_id, value],
    )


def path_of_moved(db: Database, attachment_id: int) -> str | None:
    """Return the path to which the operator moved a file, or None if it was not moved."""
    sql = "SELECT moved_to FROM attachments JOIN evidence USING (digest) WHERE attachments.id = ?"
    return db.fetch_text(sql, [attachment_id])


def stored_content(db: Database, attachment_id: int) -> bytes | None:
    """Return a file's bytes, or None if they were never stored or have been moved out."""
    sql = """SELECT content FROM attachments JOIN evidence USING (digest)
        WHERE attachments.id = ? AND moved_to IS NULL"""
    return next(iter(db.fetch_column(sql, [attachment_id])), None)


def bytes_kept(db: Database) -> int:
    """Return how many bytes all files together take in the database."""
    return db.fetch_number("SELECT total(size) FROM evidence WHERE moved_to IS NULL") or 0


def move_files_from_draft(db: Database, draft_id: int, owner: Owner, owner_id: int) -> None:
    """Move a draft's files to the report or work information it became. To be called within that transaction."""
    db.change(f"UPDATE attachments SET {owner} = ? WHERE draft_id = ?", [owner_id, draft_id])


def _store_content(db: Database, content: bytes) -> str | None:
    """Store a file's bytes, again if they were moved out; return their digest, or None if there is no room left."""
    digest = hashlib.sha256(content).hexdigest()
    if db.exists("SELECT 1 FROM evidence WHERE digest = ? AND moved_to IS NULL", [digest]):
        return digest
    if bytes_kept(db) + len(content) > MOST_BYTES_KEPT:
        return None
    db.change(
        """INSERT INTO evidence (digest, size, content) VALUES (?, ?, ?)
        ON CONFLICT (digest) DO UPDATE SET content = excluded.content, moved_to = NULL""",
        [digest, len(content), content],
    )
    return digest


def _count(db: Database, condition: str, values: list[object]) -> tuple[int, int]:
    [row] = db.fetch_all(f"SELECT count(*) AS n, total(size) AS size FROM attachments WHERE {condition}", values)
    return row["n"], int(row["size"])
