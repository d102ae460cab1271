-- Which round of a statistics return somebody of the office looked at last, so that 催一下没报的 is about that.
-- One row a person: the round, when, and in which message.

CREATE TABLE rounds_looked_at (
    person_id INTEGER PRIMARY KEY REFERENCES people ON DELETE CASCADE,
    round_id INTEGER NOT NULL REFERENCES return_rounds ON DELETE CASCADE,
    message_id INTEGER NOT NULL,
    at TEXT NOT NULL
) STRICT;
