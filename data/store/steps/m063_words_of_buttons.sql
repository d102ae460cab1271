-- What is written on the buttons shown last, so that they can be pressed in words.
ALTER TABLE last_shown ADD COLUMN labels TEXT NOT NULL DEFAULT '[]';
ALTER TABLE last_shown DROP COLUMN page_before;
ALTER TABLE last_shown DROP COLUMN page_after;
