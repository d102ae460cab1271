-- The steps into which units divide their tasks; and notices of what is no task.
-- A notice names a task, or a matter of its rule by the id of that; references are not enforced meanwhile.

CREATE TABLE steps (
    id INTEGER PRIMARY KEY,
    assignment_id INTEGER NOT NULL REFERENCES assignments,
    words TEXT NOT NULL,
    due TEXT,
    person_id INTEGER REFERENCES people ON DELETE SET NULL,
    person_name TEXT NOT NULL,
    written_by INTEGER REFERENCES people ON DELETE SET NULL,
    written_at TEXT NOT NULL,
    source TEXT NOT NULL UNIQUE,
    done_at TEXT,
    done_by INTEGER REFERENCES people ON DELETE SET NULL,
    removed_at TEXT
) STRICT;
CREATE INDEX steps_by_assignment ON steps (assignment_id) WHERE removed_at IS NULL;
CREATE INDEX steps_to_do ON steps (due) WHERE removed_at IS NULL AND done_at IS NULL;
CREATE TABLE new_notices (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    outbox_id INTEGER NOT NULL REFERENCES outbox,
    task_id INTEGER REFERENCES tasks,
    assignment_id INTEGER REFERENCES assignments,
    matter_id INTEGER,
    rule TEXT NOT NULL,
    deadline_version INTEGER,
    due TEXT,
    CHECK ((task_id IS NULL) = (matter_id IS NOT NULL)),
    CHECK ((deadline_version IS NULL) = (task_id IS NULL))
) STRICT;
INSERT INTO new_notices (id, key, outbox_id, task_id, assignment_id, rule, deadline_version, due)
SELECT id, key, outbox_id, task_id, assignment_id, rule, deadline_version, due FROM notices;
DROP TABLE notices;
ALTER TABLE new_notices RENAME TO notices;
CREATE INDEX notices_by_outbox ON notices (outbox_id);
