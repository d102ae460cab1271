-- Broadcasts: what was said to whom, and what they have answered.
-- A broadcast, those it is for, and their answers. A recipient without a row in the outbox could not be told: a person
-- who is not reachable, or a unit without anybody.

CREATE TABLE broadcasts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER REFERENCES people ON DELETE SET NULL,
    text TEXT NOT NULL,
    file TEXT,
    question TEXT NOT NULL,
    choices TEXT NOT NULL,
    until TEXT,
    source TEXT NOT NULL UNIQUE,
    sent_at TEXT NOT NULL,
    stopped_at TEXT,
    finished_at TEXT,
    message_id INTEGER
) STRICT;
CREATE INDEX broadcasts_under_way ON broadcasts (id) WHERE finished_at IS NULL;
CREATE TABLE broadcast_recipients (
    broadcast_id INTEGER NOT NULL REFERENCES broadcasts,
    person_id INTEGER REFERENCES people ON DELETE CASCADE,
    unit_id INTEGER REFERENCES units,
    outbox_id INTEGER REFERENCES outbox
) STRICT;
CREATE INDEX broadcast_recipients_of ON broadcast_recipients (broadcast_id);
CREATE TABLE broadcast_answers (
    broadcast_id INTEGER NOT NULL REFERENCES broadcasts,
    person_id INTEGER NOT NULL REFERENCES people ON DELETE CASCADE,
    choice INTEGER NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (broadcast_id, person_id)
) STRICT;
