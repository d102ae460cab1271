-- An answer to a broadcast's question may come with words of one's own.
-- What somebody has written beside the answer that was chosen; nothing where a button was pressed.

ALTER TABLE broadcast_answers ADD COLUMN words TEXT NOT NULL DEFAULT '';
