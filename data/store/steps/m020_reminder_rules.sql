-- Days off and on that the office enters, pauses of units, and quiet hours of people.
-- What the office and people say about when they are reminded; the rules themselves are settings of the plan.

CREATE TABLE calendar_days (
    day TEXT PRIMARY KEY,
    works INTEGER NOT NULL CHECK (works IN (0, 1)),
    person_id INTEGER REFERENCES people ON DELETE SET NULL,
    at TEXT NOT NULL
) STRICT;
CREATE TABLE pauses (
    unit_id INTEGER PRIMARY KEY REFERENCES units,
    since TEXT NOT NULL,
    until TEXT NOT NULL,
    person_id INTEGER REFERENCES people ON DELETE SET NULL,
    at TEXT NOT NULL
) STRICT;
CREATE INDEX standings_by_staleness ON standings (stale_on) WHERE stale_on IS NOT NULL;
CREATE INDEX standings_blocked ON standings (assignment_id) WHERE status = 'blocked';
CREATE INDEX extensions_undecided ON extensions (assignment_id) WHERE verdict IS NULL;
ALTER TABLE people ADD COLUMN quiet_from INTEGER;
ALTER TABLE people ADD COLUMN quiet_to INTEGER;
