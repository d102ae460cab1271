-- A broadcast that calls off what an earlier one told of, or tells it anew, ends the question of that one.

ALTER TABLE broadcasts ADD COLUMN replaces INTEGER REFERENCES broadcasts (id);
CREATE INDEX broadcasts_replaced ON broadcasts (replaces) WHERE replaces IS NOT NULL;
