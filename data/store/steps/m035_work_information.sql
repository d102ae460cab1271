-- Work information: what units write for the office, and which brief it is taken into.
-- A piece of work information with the tasks that it belongs to, its files, what the office decided, and the copy that
-- the office has edited. `brief` is the Monday of the brief's week.

CREATE TABLE information (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    plan_id INTEGER NOT NULL REFERENCES plans,
    unit_id INTEGER NOT NULL REFERENCES units,
    person_id INTEGER REFERENCES people ON DELETE SET NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    source TEXT NOT NULL UNIQUE,
    sent_at TEXT NOT NULL,
    withdrawn_at TEXT,
    verdict TEXT CHECK (verdict IN ('taken', 'declined')),
    brief TEXT,
    word TEXT NOT NULL DEFAULT '',
    decided_by INTEGER REFERENCES people ON DELETE SET NULL,
    decided_at TEXT,
    edited_title TEXT,
    edited_text TEXT
) STRICT;
CREATE INDEX information_by_unit ON information (unit_id);
CREATE INDEX information_by_brief ON information (brief) WHERE brief IS NOT NULL;
CREATE TABLE information_tasks (
    information_id INTEGER NOT NULL REFERENCES information,
    task_id INTEGER NOT NULL REFERENCES tasks,
    PRIMARY KEY (information_id, task_id)
) STRICT, WITHOUT ROWID;
ALTER TABLE attachments ADD COLUMN information_id INTEGER REFERENCES information;
CREATE INDEX attachments_by_information ON attachments (information_id) WHERE information_id IS NOT NULL;
DROP TRIGGER dialogs_with_their_files;
CREATE TRIGGER dialogs_with_their_files AFTER DELETE ON dialogs BEGIN
    DELETE FROM attachments WHERE draft_id = OLD.id AND report_id IS NULL AND information_id IS NULL;
END;
