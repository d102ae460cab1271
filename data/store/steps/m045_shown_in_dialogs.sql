-- What somebody saw last of a dialog, so that what they confirm is what they saw.
-- A digest of the question or check that was shown last, and the update that led to it.

ALTER TABLE dialogs ADD COLUMN shown TEXT;
ALTER TABLE dialogs ADD COLUMN shown_for INTEGER;
