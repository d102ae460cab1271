-- Nudges: what was asked for once more, and when.
-- A nudge, and the tasks that it is about.

CREATE TABLE nudges (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER REFERENCES people ON DELETE SET NULL,
    words TEXT NOT NULL,
    source TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL
) STRICT;
CREATE TABLE nudged_tasks (
    nudge_id INTEGER NOT NULL REFERENCES nudges,
    assignment_id INTEGER NOT NULL REFERENCES assignments,
    PRIMARY KEY (nudge_id, assignment_id)
) STRICT;
CREATE INDEX nudged_tasks_by_assignment ON nudged_tasks (assignment_id);
