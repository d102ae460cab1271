-- People come and go by the office's hand: who came in how, who was let go, who is away.
-- Since when somebody has a role and when they were last seen; how each came in; who was removed; who is away.

ALTER TABLE people ADD COLUMN phone TEXT NOT NULL DEFAULT '';
ALTER TABLE people ADD COLUMN seen_on TEXT;
ALTER TABLE memberships ADD COLUMN since TEXT;
UPDATE memberships SET since = ifnull(
    (SELECT min(at) FROM audit WHERE action = 'join' AND subject = CAST(memberships.person_id AS TEXT)),
    (SELECT created_at FROM people WHERE people.id = memberships.person_id)
);
ALTER TABLE invites ADD COLUMN name TEXT NOT NULL DEFAULT '';
ALTER TABLE invites ADD COLUMN made_by INTEGER REFERENCES people ON DELETE SET NULL;
ALTER TABLE invites ADD COLUMN first_day TEXT;
ALTER TABLE invites ADD COLUMN replaces INTEGER REFERENCES people ON DELETE SET NULL;
CREATE TABLE arrivals (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER NOT NULL REFERENCES people ON DELETE CASCADE,
    invite_id INTEGER UNIQUE REFERENCES invites ON DELETE CASCADE,
    called TEXT NOT NULL,
    claims INTEGER REFERENCES people ON DELETE SET NULL,
    at TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'coming', 'in', 'refused')),
    decided_by INTEGER REFERENCES people ON DELETE SET NULL,
    decided_at TEXT
) STRICT;
CREATE INDEX arrivals_by_person ON arrivals (person_id);
CREATE TABLE removals (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER NOT NULL REFERENCES people ON DELETE CASCADE,
    roles TEXT NOT NULL,
    removed_by INTEGER REFERENCES people ON DELETE SET NULL,
    source TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL,
    undone_at TEXT
) STRICT;
CREATE INDEX removals_by_person ON removals (person_id);
CREATE TABLE absences (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER NOT NULL REFERENCES people ON DELETE CASCADE,
    unit_id INTEGER NOT NULL REFERENCES units,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    stand_in INTEGER REFERENCES people ON DELETE SET NULL,
    entered_by INTEGER REFERENCES people ON DELETE SET NULL,
    source TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL,
    ended_at TEXT
) STRICT;
CREATE INDEX absences_by_person ON absences (person_id);
