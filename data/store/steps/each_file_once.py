"""Migration: keep the bytes of each evidence file once."""

import hashlib

from sqlite_utils import Database


def m013_each_file_once(db: Database) -> None:
    """Keep the bytes of evidence once, however often a file is sent or copied, until its last attachment goes.

    Store who sent a file and when, so that it can be limited.
    """
    for statement in EACH_FILE_ONCE:
        db.conn.execute(statement)
    for (attachment_id,) in db.conn.execute("SELECT id FROM attachments WHERE content IS NOT NULL").fetchall():
        [content] = db.conn.execute("SELECT content FROM attachments WHERE id = ?", [attachment_id]).fetchone()
        digest = hashlib.sha256(content).hexdigest()
        db.conn.execute(
            "INSERT INTO evidence (digest, size, content) VALUES (?, ?, ?) ON CONFLICT (digest) DO NOTHING",
            [digest, len(content), content],
        )
        db.conn.execute("UPDATE attachments SET digest = ? WHERE id = ?", [digest, attachment_id])
    db.conn.execute("ALTER TABLE attachments DROP COLUMN content")


EACH_FILE_ONCE = (
    """CREATE TABLE evidence (
    digest TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    content BLOB NOT NULL
) STRICT""",
    "ALTER TABLE attachments ADD COLUMN digest TEXT REFERENCES evidence",
    "ALTER TABLE attachments ADD COLUMN person_id INTEGER REFERENCES people ON DELETE SET NULL",
    "ALTER TABLE attachments ADD COLUMN added_at TEXT",
    "CREATE INDEX attachments_by_digest ON attachments (digest)",
    "CREATE INDEX attachments_by_person ON attachments (person_id, added_at)",
    """CREATE TRIGGER evidence_goes AFTER DELETE ON attachments BEGIN
    DELETE FROM evidence WHERE digest = OLD.digest
        AND NOT EXISTS (SELECT 1 FROM attachments WHERE digest = OLD.digest);
END""",
)
