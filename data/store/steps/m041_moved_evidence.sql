-- Evidence that the operator has moved out of the database.
-- Where a file lies that was moved out; its content is empty then.

ALTER TABLE evidence ADD COLUMN moved_to TEXT;
