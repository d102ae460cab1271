-- Reports that were written in one message.
-- Which reports were written in one message, and the lines of it that were not understood.

CREATE TABLE bundles (
    id INTEGER NOT NULL,
    person_id INTEGER NOT NULL REFERENCES people ON DELETE CASCADE,
    drafts TEXT NOT NULL,
    unclear TEXT NOT NULL,
    PRIMARY KEY (person_id, id)
) STRICT;
