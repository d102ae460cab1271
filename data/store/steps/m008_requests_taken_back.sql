-- Requests for more time can be taken back.
-- A request for more time can be taken back while it waits.

ALTER TABLE extensions ADD COLUMN withdrawn_at TEXT;
