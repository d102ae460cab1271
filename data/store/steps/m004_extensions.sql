-- Requests for more time.
-- What is granted is read from the requests for more time; a question knows the message that shows it.

ALTER TABLE assignments DROP COLUMN due;
ALTER TABLE assignments DROP COLUMN extended;
ALTER TABLE questions ADD COLUMN message_id INTEGER;
