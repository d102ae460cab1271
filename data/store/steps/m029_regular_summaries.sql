-- Summaries that go out by themselves.
-- Who gets the summary of each week or month: a person or a bound group.

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
CREATE INDEX regular_summaries_by_group ON regular_summaries (chat_id);
