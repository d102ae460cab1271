-- What a unit tells the office need not be about a task.
-- A note is of a unit, and about an assignment or none.

CREATE TABLE new_task_notes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    unit_id INTEGER NOT NULL REFERENCES units,
    assignment_id INTEGER REFERENCES assignments,
    person_id INTEGER REFERENCES people ON DELETE SET NULL,
    text TEXT NOT NULL,
    source TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL,
    answer TEXT,
    answered_by INTEGER REFERENCES people ON DELETE SET NULL,
    answered_at TEXT
) STRICT;
INSERT INTO new_task_notes
SELECT task_notes.id, assignments.unit_id, assignment_id, person_id, text, source, at, answer, answered_by, answered_at
FROM task_notes JOIN assignments ON assignments.id = assignment_id;
DROP TABLE task_notes;
ALTER TABLE new_task_notes RENAME TO task_notes;
CREATE INDEX task_notes_by_assignment ON task_notes (assignment_id);
