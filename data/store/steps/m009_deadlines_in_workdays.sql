-- Deadlines in working days after an event.
-- A deadline may lie some working days after its event.

ALTER TABLE tasks ADD COLUMN offset_workdays INTEGER;
