-- Changes of the plan from the chat: what each task said before and after, so that they can be told and undone.
-- What the office has changed of the plan; a task knows which version of its deadline was looked at and settled.

CREATE TABLE plan_changes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    plan_id INTEGER NOT NULL REFERENCES plans,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    day TEXT,
    reason TEXT NOT NULL,
    person_id INTEGER REFERENCES people ON DELETE SET NULL,
    source TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL,
    undone_at TEXT
) STRICT;
CREATE TABLE task_changes (
    change_id INTEGER NOT NULL REFERENCES plan_changes,
    task_id INTEGER NOT NULL REFERENCES tasks,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    PRIMARY KEY (change_id, task_id)
) STRICT;
CREATE INDEX task_changes_by_task ON task_changes (task_id, change_id);
ALTER TABLE tasks ADD COLUMN settled_version INTEGER;
