-- Open dialogs are rows of one table.
-- One table of dialogs; the requests for more time that are being written become the first in it.

CREATE TABLE dialogs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER NOT NULL REFERENCES people ON DELETE CASCADE,
    kind TEXT NOT NULL,
    subject_id INTEGER NOT NULL,
    answers TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'parked', 'ended')),
    reopened TEXT,
    reopened_for TEXT CHECK (reopened_for IN ('back', 'anew', 'more')),
    said TEXT,
    message_id INTEGER,
    pressed TEXT,
    update_id INTEGER NOT NULL,
    opened_at TEXT NOT NULL,
    touched_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX dialogs_one_open ON dialogs (person_id) WHERE state = 'open';
CREATE INDEX dialogs_by_person ON dialogs (person_id, state);
INSERT INTO dialogs (
    person_id, kind, subject_id, answers, state, reopened, reopened_for, message_id, update_id, opened_at, touched_at
)
SELECT person_id, 'extension', subject_id, answers, 'open',
    CASE WHEN kind = 'extension_day' AND json_extract(answers, '$.day') IS NOT NULL THEN 'day'
        WHEN kind = 'extension_reason' AND json_extract(answers, '$.reason') IS NOT NULL THEN 'reason' END,
    CASE WHEN kind <> 'extension_preview' THEN 'back' END,
    message_id, update_id, asked_at, asked_at
FROM questions WHERE kind IN ('extension_day', 'extension_reason', 'extension_preview');
DELETE FROM questions WHERE kind IN ('extension_day', 'extension_reason', 'extension_preview');
