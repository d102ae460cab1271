-- Updates during which processes end are suspect.
-- How many processes have ended while they worked on an update.

ALTER TABLE inbox ADD COLUMN ends INTEGER NOT NULL DEFAULT 0;
