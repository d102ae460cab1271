-- A return may be due on a day of the next month instead of a working day counted from the end of its period.

ALTER TABLE returns ADD COLUMN due_day INTEGER;
