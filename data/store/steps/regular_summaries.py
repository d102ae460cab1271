"""Summaries that go out by themselves."""

from sqlite_utils import Database

from data.store.steps.register import migrations


@migrations()
def m029_regular_summaries(db: Database) -> None:
    """Who gets the summary of each week or month: a person or a bound group."""
    for statement in REGULAR_SUMMARIES.split(";\n"):
        db.conn.execute(statement)


REGULAR_SUMMARIES = """
CREATE TABLE regular_summaries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    every TEXT NOT NULL CHECK (every IN ('week', 'month')),
    person_id INTEGER REFERENCES people ON DELETE CASCADE,
    chat_id INTEGER REFERENCES group_chats ON DELETE CASCADE ON UPDATE CASCADE,
    created_by INTEGER REFERENCES people ON DELETE SET NULL,
    source TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL,
    ended_at TEXT,
    CHECK ((person_id IS NULL) <> (chat_id IS NULL))
) STRICT;
CREATE INDEX regular_summaries_by_person ON regular_summaries (person_id);
CREATE INDEX regular_summaries_by_group ON regular_summaries (chat_id)
"""
