-- Why one unit is not asked for its return of one round, while all others are; NULL where it is asked.

ALTER TABLE unit_returns ADD COLUMN left_out TEXT;
