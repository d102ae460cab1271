-- A nudge for returns is a nudge like any other, and may wait for its time, too.
-- Each row is a task or a unit's return that a nudge asks for.

CREATE TABLE nudged (
    nudge_id INTEGER NOT NULL REFERENCES nudges,
    assignment_id INTEGER REFERENCES assignments,
    unit_return_id INTEGER REFERENCES unit_returns,
    CHECK ((assignment_id IS NULL) <> (unit_return_id IS NULL)),
    UNIQUE (nudge_id, assignment_id),
    UNIQUE (nudge_id, unit_return_id)
) STRICT;
CREATE INDEX nudged_by_assignment ON nudged (assignment_id) WHERE assignment_id IS NOT NULL;
CREATE INDEX nudged_by_unit_return ON nudged (unit_return_id) WHERE unit_return_id IS NOT NULL;

INSERT INTO nudged (nudge_id, assignment_id) SELECT nudge_id, assignment_id FROM nudged_tasks ORDER BY rowid;
INSERT INTO nudges (person_id, words, source, at) SELECT person_id, words, source, at FROM return_nudges ORDER BY id;
INSERT INTO nudged (nudge_id, unit_return_id)
SELECT nudges.id, unit_return_id FROM nudged_returns JOIN return_nudges AS former ON former.id = nudge_id
JOIN nudges ON nudges.source = former.source ORDER BY nudged_returns.rowid;

UPDATE outbox SET letter = 'nudge', subject_id = nudges.id, key = 'nudge:' || nudges.id || ':' || chat_id
FROM return_nudges AS former JOIN nudges ON nudges.source = former.source
WHERE letter = 'return_nudge' AND subject_id = former.id;

DROP TABLE nudged_tasks;
DROP TABLE nudged_returns;
DROP TABLE return_nudges;
