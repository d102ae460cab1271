-- What the office has done with statistics returns: set up and changed, and asked for once more.
-- How a return was before each change, so that it can be undone; nudges, and the units' returns that they are about.

CREATE TABLE return_revisions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    return_id INTEGER NOT NULL REFERENCES returns,
    kind TEXT NOT NULL CHECK (kind IN ('set_up', 'change', 'end')),
    before TEXT NOT NULL,
    person_id INTEGER REFERENCES people ON DELETE SET NULL,
    source TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL,
    undone_at TEXT
) STRICT;
CREATE INDEX return_revisions_by_return ON return_revisions (return_id);
CREATE TABLE return_nudges (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    round_id INTEGER NOT NULL REFERENCES return_rounds,
    person_id INTEGER REFERENCES people ON DELETE SET NULL,
    words TEXT NOT NULL,
    source TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL
) STRICT;
CREATE INDEX return_nudges_by_round ON return_nudges (round_id);
CREATE TABLE nudged_returns (
    nudge_id INTEGER NOT NULL REFERENCES return_nudges,
    unit_return_id INTEGER NOT NULL REFERENCES unit_returns,
    PRIMARY KEY (nudge_id, unit_return_id)
) STRICT;
CREATE INDEX nudged_returns_by_unit_return ON nudged_returns (unit_return_id);
