-- Notices about tasks that no unit has, and tasks of which somebody does not want to be reminded until a day.
-- A notice names its task, and its assignment where it speaks of one; references are not enforced meanwhile.

CREATE TABLE new_notices (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    outbox_id INTEGER NOT NULL REFERENCES outbox,
    task_id INTEGER NOT NULL REFERENCES tasks,
    assignment_id INTEGER REFERENCES assignments,
    rule TEXT NOT NULL,
    deadline_version INTEGER NOT NULL,
    due TEXT
) STRICT;
INSERT INTO new_notices (id, key, outbox_id, task_id, assignment_id, rule, deadline_version, due)
SELECT notices.id, key, outbox_id, task_id, assignment_id, rule, deadline_version, due
FROM notices JOIN assignments ON assignments.id = assignment_id;
DROP TABLE notices;
ALTER TABLE new_notices RENAME TO notices;
CREATE INDEX notices_by_outbox ON notices (outbox_id);
CREATE TABLE snoozes (
    person_id INTEGER NOT NULL REFERENCES people ON DELETE CASCADE,
    assignment_id INTEGER NOT NULL REFERENCES assignments,
    until TEXT NOT NULL,
    at TEXT NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (person_id, assignment_id)
) STRICT;
CREATE INDEX snoozes_by_day ON snoozes (until);
