-- Reports that the office makes in a unit's name, what it looked at last, and the plan files that it sends.
-- Whether a report was made by the office for the unit; which report a person was shown last for its review; the plan
-- files that were sent, as they were read, and the plan before an import.

ALTER TABLE reports ADD COLUMN by_office INTEGER NOT NULL DEFAULT 0;
CREATE TABLE review_cards (
    person_id INTEGER PRIMARY KEY REFERENCES people ON DELETE CASCADE,
    report_id INTEGER NOT NULL REFERENCES reports,
    message_id INTEGER NOT NULL
) STRICT;
ALTER TABLE plan_changes ADD COLUMN plan_before TEXT;
CREATE TABLE plan_files (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER NOT NULL REFERENCES people ON DELETE CASCADE,
    update_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    reading TEXT NOT NULL,
    read_at TEXT NOT NULL,
    UNIQUE (person_id, update_id)
) STRICT;
