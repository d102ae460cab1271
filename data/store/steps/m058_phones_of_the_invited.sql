-- The number at which the office can call somebody whom it invites: it is theirs once they have come, and goes when the
-- link has run out.

ALTER TABLE invites ADD COLUMN phone TEXT NOT NULL DEFAULT '';
