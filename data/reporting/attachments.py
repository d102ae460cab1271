"""Photos and documents: evidence of reports, files of work information. They are kept as Telegram's file ids and as
bytes, each file once.

What one person sends cannot fill the disk: there is a limit for a report and for a day, and where all files together
come to their limit only Telegram's ids are kept.
"""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from data.errors.reporting import FilesTooBig, FileTooBig, TooManyFiles
from data.store import Database, change, exists, fetch_all, fetch_column, fetch_number, fetch_text, insert, transaction

MEGABYTE = 1024 * 1024
MOST_BYTES = 20 * MEGABYTE
"""Of one file; Telegram gives a bot no larger ones."""
MOST_FILES, MOST_BYTES_IN_ALL = 10, 60 * MEGABYTE
"""Of one report, or one piece of work information."""
MOST_FILES_A_DAY, MOST_BYTES_A_DAY = 100, 300 * MEGABYTE
"""Of one person within 24 hours."""
MOST_BYTES_KEPT = 1024 * MEGABYTE
"""Of all files together. The nightly backups hold them as well."""
DAY = timedelta(days=1)
WAITING = "draft_id IS NULL AND report_id IS NULL AND information_id IS NULL"
"""A file that came before that to which it belongs was begun."""


class Owner(StrEnum):
    """What a file belongs to: a dialog that is not finished, or what became of it."""

    DRAFT = "draft_id"
    REPORT = "report_id"
    INFORMATION = "information_id"


@dataclass(frozen=True, slots=True)
class Attachment:
    """One file; `size` in bytes, `id` 0 until it is kept."""

    kind: str
    file_id: str
    name: str
    mime: str
    size: int
    id: int = 0


def check_room(
    db: Database, draft_id: int | None, person_id: int, attachment: Attachment, message_key: str, now: datetime
) -> None:
    """Whether a draft (None: what waits for one) and its person may have one more file, or have this one already.

    Raises FileTooBig above 20 MB, TooManyFiles and FilesTooBig above what a report or a person's day may have.
    """
    if attachment.size > MOST_BYTES:
        raise FileTooBig(attachment.size, MOST_BYTES, attachment.name)
    of_report = _count(
        db,
        f"draft_id IS ?1 AND (draft_id IS NOT NULL OR ({WAITING} AND person_id = ?2)) AND message_key != ?3",
        [draft_id, person_id, message_key],
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


def attach(
    db: Database,
    draft_id: int | None,
    person_id: int,
    attachment: Attachment,
    content: bytes | None,
    message_key: str,
    now: datetime,
) -> None:
    """Add a file to a draft, or where there is none yet keep it for the next one that the person begins within a day;
    the same message adds it once. Raises what check_room raises."""
    size = max(attachment.size, len(content or b""))
    with transaction(db):
        if exists(db, "SELECT 1 FROM attachments WHERE message_key = ?", [message_key]):
            return
        check_room(db, draft_id, person_id, replace(attachment, size=size), message_key, now)
        insert(
            db,
            "attachments",
            draft_id=draft_id,
            kind=attachment.kind,
            file_id=attachment.file_id,
            name=attachment.name,
            mime=attachment.mime,
            size=size,
            digest=_keep(db, content) if content else None,
            message_key=message_key,
            person_id=person_id,
            added_at=now,
        )


def waiting_files(db: Database, person_id: int, now: datetime) -> list[Attachment]:
    """The files that wait for a report of a person, in the order in which they came; those older than a day go."""
    change(db, f"DELETE FROM attachments WHERE {WAITING} AND added_at <= ?", [now - DAY])
    return _attachments(db, f"{WAITING} AND person_id = ?", person_id)


def take_in(db: Database, person_id: int, draft_id: int, now: datetime) -> None:
    """Give a draft the files that wait for a report of its person, as many as it has room for; the others wait on."""
    files, size = _count(db, "draft_id = ?", [draft_id])
    for each in waiting_files(db, person_id, now):
        files, size = files + 1, size + each.size
        if files > MOST_FILES or size > MOST_BYTES_IN_ALL:
            return
        change(db, "UPDATE attachments SET draft_id = ? WHERE id = ?", [draft_id, each.id])


def has_attached(db: Database, draft_id: int | None, message_key_start: str) -> bool:
    """Whether a draft (None: what waits for one) has a file from a message whose key begins so."""
    keys = fetch_column(db, "SELECT message_key FROM attachments WHERE draft_id IS ?", [draft_id])
    return any(key.startswith(message_key_start) for key in keys)


def attached_to(db: Database, owner: Owner, owner_id: int) -> list[Attachment]:
    """The files of a draft, a report or a piece of work information, in the order in which they came."""
    return _attachments(db, f"{owner} = ?", owner_id)


def _attachments(db: Database, condition: str, value: int) -> list[Attachment]:
    sql = f"SELECT id, kind, file_id, name, mime, size FROM attachments WHERE {condition} ORDER BY id"
    return [Attachment(**row) for row in fetch_all(db, sql, [value])]


def detach(db: Database, draft_id: int, attachment_id: int) -> None:
    """Take a file out of a draft again, if it is there."""
    change(
        db,
        "DELETE FROM attachments WHERE draft_id = ? AND report_id IS NULL AND information_id IS NULL AND id = ?",
        [draft_id, attachment_id],
    )


def carry_over(db: Database, report_id: int, draft_id: int) -> None:
    """Give a draft the files of a report too; once, however often it is asked for."""
    change(
        db,
        """INSERT INTO attachments (draft_id, kind, file_id, name, mime, size, digest, message_key)
        SELECT ?1, kind, file_id, name, mime, size, digest, 'draft:' || ?1 || ':' || id
        FROM attachments WHERE report_id = ?2 ORDER BY id ON CONFLICT (message_key) DO NOTHING""",
        [draft_id, report_id],
    )


def place_of_moved(db: Database, attachment_id: int) -> str | None:
    """Where the operator has moved a file to; None for one that was not moved."""
    sql = "SELECT moved_to FROM attachments JOIN evidence USING (digest) WHERE attachments.id = ?"
    return fetch_text(db, sql, [attachment_id])


def stored_content(db: Database, attachment_id: int) -> bytes | None:
    """The bytes of a file; None where they were never kept, or have been moved out."""
    sql = """SELECT content FROM attachments JOIN evidence USING (digest)
        WHERE attachments.id = ? AND moved_to IS NULL"""
    return next(iter(fetch_column(db, sql, [attachment_id])), None)


def bytes_kept(db: Database) -> int:
    """How much all files together take in the database."""
    return fetch_number(db, "SELECT total(size) FROM evidence WHERE moved_to IS NULL") or 0


def hand_over(db: Database, draft_id: int, owner: Owner, owner_id: int) -> None:
    """Give a draft's files to what it became, within that transaction."""
    change(db, f"UPDATE attachments SET {owner} = ? WHERE draft_id = ?", [owner_id, draft_id])


def _keep(db: Database, content: bytes) -> str | None:
    """The digest under which the bytes are kept, which were perhaps moved out before; None where there is no more room
    for them."""
    digest = hashlib.sha256(content).hexdigest()
    if exists(db, "SELECT 1 FROM evidence WHERE digest = ? AND moved_to IS NULL", [digest]):
        return digest
    if bytes_kept(db) + len(content) > MOST_BYTES_KEPT:
        return None
    change(
        db,
        """INSERT INTO evidence (digest, size, content) VALUES (?, ?, ?)
        ON CONFLICT (digest) DO UPDATE SET content = excluded.content, moved_to = NULL""",
        [digest, len(content), content],
    )
    return digest


def _count(db: Database, condition: str, values: list[object]) -> tuple[int, int]:
    """How many files meet a condition, and their bytes."""
    [row] = fetch_all(db, f"SELECT count(*) AS n, total(size) AS size FROM attachments WHERE {condition}", values)
    return row["n"], int(row["size"])
