-- What a unit tells the office about a task, and what the office answers.
-- A note about an assignment, with its answer.

CREATE TABLE task_notes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    assignment_id INTEGER NOT NULL REFERENCES assignments,
    person_id INTEGER REFERENCES people ON DELETE SET NULL,
    text TEXT NOT NULL,
    source TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL,
    answer TEXT,
    answered_by INTEGER REFERENCES people ON DELETE SET NULL,
    answered_at TEXT
) STRICT;
CREATE INDEX task_notes_by_assignment ON task_notes (assignment_id);
