"""Evidence: photos and documents of a report, kept as Telegram's file ids and, up to 20 MB each, as bytes."""

from dataclasses import dataclass

from data.errors import FileTooBig
from data.store import Database, change, fetch_all, fetch_one, insert

MOST_BYTES = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Attachment:
    """One file; `size` in bytes, `id` 0 until it is kept."""

    kind: str
    file_id: str
    name: str
    mime: str
    size: int
    id: int = 0


def attach(db: Database, draft_id: int, attachment: Attachment, content: bytes | None, message_key: str) -> None:
    """Add a file to a draft; the same message adds it once. Raises FileTooBig above 20 MB."""
    if attachment.size > MOST_BYTES:
        raise FileTooBig(attachment.size, MOST_BYTES)
    if fetch_one(db, "SELECT 1 FROM attachments WHERE message_key = ?", [message_key]) is None:
        insert(
            db,
            "attachments",
            draft_id=draft_id,
            kind=attachment.kind,
            file_id=attachment.file_id,
            name=attachment.name,
            mime=attachment.mime,
            size=attachment.size,
            content=content,
            message_key=message_key,
        )


def has_attached(db: Database, draft_id: int, message_key_start: str) -> bool:
    """Whether a draft has a file from a message whose key begins so."""
    keys = fetch_all(db, "SELECT message_key FROM attachments WHERE draft_id = ?", [draft_id])
    return any(row["message_key"].startswith(message_key_start) for row in keys)


def attached_to_draft(db: Database, draft_id: int) -> list[Attachment]:
    """The files of a draft, in the order in which they came."""
    return _attachments(db, "draft_id", draft_id)


def attached_to_report(db: Database, report_id: int) -> list[Attachment]:
    """The files of a report."""
    return _attachments(db, "report_id", report_id)


def detach(db: Database, draft_id: int, attachment_id: int) -> None:
    """Take a file out of a draft again, if it is there."""
    change(db, "DELETE FROM attachments WHERE draft_id = ? AND report_id IS NULL AND id = ?", [draft_id, attachment_id])


def carry_over(db: Database, report_id: int, draft_id: int) -> None:
    """Give a draft the files of a report too; once, however often it is asked for."""
    change(
        db,
        """INSERT INTO attachments (draft_id, kind, file_id, name, mime, size, content, message_key)
        SELECT ?1, kind, file_id, name, mime, size, content, 'draft:' || ?1 || ':' || id
        FROM attachments WHERE report_id = ?2 ORDER BY id ON CONFLICT (message_key) DO NOTHING""",
        [draft_id, report_id],
    )


def stored_content(db: Database, report_id: int, file_id: str) -> bytes | None:
    """The bytes of a report's file; None where they were never fetched."""
    row = fetch_one(
        db,
        "SELECT content FROM attachments WHERE report_id = ? AND file_id = ? AND content IS NOT NULL",
        [report_id, file_id],
    )
    return row["content"] if row else None


def hand_over(db: Database, draft_id: int, report_id: int) -> None:
    """Give a draft's files to the report that it became, within that transaction."""
    change(db, "UPDATE attachments SET report_id = ? WHERE draft_id = ?", [report_id, draft_id])


def _attachments(db: Database, owner: str, owner_id: int) -> list[Attachment]:
    rows = fetch_all(
        db, f"SELECT id, kind, file_id, name, mime, size FROM attachments WHERE {owner} = ? ORDER BY id", [owner_id]
    )
    return [Attachment(**row) for row in rows]
