-- Periods of statistics returns that are not asked for.
-- One row a period, by its first day, be its round open already or not, and why it is left out.

CREATE TABLE periods_left_out (
    return_id INTEGER NOT NULL REFERENCES returns,
    first TEXT NOT NULL,
    reason TEXT NOT NULL,
    person_id INTEGER REFERENCES people ON DELETE SET NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (return_id, first)
) STRICT;
