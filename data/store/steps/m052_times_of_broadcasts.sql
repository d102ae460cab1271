-- A broadcast may wait for its time; whom it reaches is found out when that comes.
-- `chosen` says to whom one goes that waits for its `send_at`; it is empty once the broadcast is on its way.

ALTER TABLE broadcasts ADD COLUMN send_at TEXT;
ALTER TABLE broadcasts ADD COLUMN chosen TEXT;
CREATE INDEX broadcasts_waiting ON broadcasts (send_at) WHERE chosen IS NOT NULL;
