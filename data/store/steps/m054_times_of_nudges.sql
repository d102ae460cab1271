-- A nudge may wait for its time; what is still to be asked for is found out when that comes.
-- `send_at` is when one goes out that was not to go out at once; until then it `waits`, unless it was stopped.

ALTER TABLE nudges ADD COLUMN send_at TEXT;
ALTER TABLE nudges ADD COLUMN waits INTEGER NOT NULL DEFAULT 0 CHECK (waits IN (0, 1));
ALTER TABLE nudges ADD COLUMN stopped_at TEXT;
CREATE INDEX nudges_waiting ON nudges (send_at) WHERE waits;
