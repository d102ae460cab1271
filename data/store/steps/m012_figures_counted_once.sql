-- Figures count once.
-- A running total is kept as it was said, beside what is new of it; a figure can be put right later.

ALTER TABLE report_figures ADD COLUMN said REAL;
ALTER TABLE report_figures ADD COLUMN since TEXT;
CREATE TABLE figure_corrections (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    report_id INTEGER NOT NULL REFERENCES reports,
    indicator TEXT NOT NULL,
    before REAL NOT NULL,
    value REAL NOT NULL,
    person_id INTEGER REFERENCES people ON DELETE SET NULL,
    source TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL
) STRICT;
CREATE INDEX figure_corrections_by_figure ON figure_corrections (report_id, indicator);
