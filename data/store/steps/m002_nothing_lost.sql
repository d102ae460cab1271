-- Updates are kept until they are done with.
-- Updates on their way in, and who cannot be reached since when.

CREATE TABLE inbox (
    arrival INTEGER PRIMARY KEY,
    update_id INTEGER NOT NULL UNIQUE,
    body TEXT NOT NULL,
    received_at TEXT NOT NULL,
    done_at TEXT,
    problem TEXT
) STRICT;
CREATE INDEX inbox_undone ON inbox (arrival) WHERE done_at IS NULL;
CREATE INDEX inbox_by_age ON inbox (received_at);
ALTER TABLE people ADD COLUMN unreachable_at TEXT;
CREATE TABLE outbox_unreachable (
    outbox_id INTEGER NOT NULL REFERENCES outbox,
    person_id INTEGER NOT NULL REFERENCES people ON DELETE CASCADE,
    PRIMARY KEY (outbox_id, person_id)
) STRICT;
