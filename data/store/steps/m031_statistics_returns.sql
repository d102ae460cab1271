-- Statistics returns: what is asked for, its rounds, and what each unit has filed.
-- A return asks units for indicators, once or each period; a round is one period of it, and a filing what a unit has
-- given for a round. Filings are appended and never changed.

CREATE TABLE returns (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    plan_id INTEGER NOT NULL REFERENCES plans,
    title TEXT NOT NULL,
    every TEXT CHECK (every IN ('month', 'quarter', 'half_year', 'year')),
    first TEXT NOT NULL,
    opens_after INTEGER NOT NULL,
    due_workdays INTEGER NOT NULL,
    due_on TEXT,
    source TEXT NOT NULL UNIQUE,
    created_by INTEGER REFERENCES people ON DELETE SET NULL,
    created_at TEXT NOT NULL,
    ended_at TEXT,
    CHECK ((every IS NULL) = (due_on IS NOT NULL))
) STRICT;
CREATE INDEX returns_by_plan ON returns (plan_id);
CREATE TABLE return_indicators (
    return_id INTEGER NOT NULL REFERENCES returns,
    indicator TEXT NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (return_id, indicator)
) STRICT;
CREATE TABLE return_limits (
    return_id INTEGER NOT NULL REFERENCES returns,
    indicator TEXT NOT NULL,
    at_most TEXT NOT NULL,
    PRIMARY KEY (return_id, indicator, at_most)
) STRICT;
CREATE TABLE return_units (
    return_id INTEGER NOT NULL REFERENCES returns,
    unit_id INTEGER NOT NULL REFERENCES units,
    PRIMARY KEY (return_id, unit_id)
) STRICT;
CREATE TABLE return_rounds (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    return_id INTEGER NOT NULL REFERENCES returns,
    first TEXT,
    last TEXT,
    opens_on TEXT NOT NULL,
    due TEXT NOT NULL,
    opened_at TEXT NOT NULL,
    frozen_at TEXT,
    frozen_by INTEGER REFERENCES people ON DELETE SET NULL
) STRICT;
CREATE UNIQUE INDEX return_rounds_once ON return_rounds (return_id, ifnull(first, ''));
CREATE TABLE unit_returns (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    round_id INTEGER NOT NULL REFERENCES return_rounds,
    unit_id INTEGER NOT NULL REFERENCES units,
    frozen_filing_id INTEGER REFERENCES filings,
    gone_at TEXT,
    UNIQUE (round_id, unit_id)
) STRICT;
CREATE INDEX unit_returns_by_unit ON unit_returns (unit_id);
CREATE TABLE filings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    unit_return_id INTEGER NOT NULL REFERENCES unit_returns,
    person_id INTEGER REFERENCES people ON DELETE SET NULL,
    for_person_id INTEGER REFERENCES people ON DELETE SET NULL,
    by_office INTEGER NOT NULL,
    nil INTEGER NOT NULL,
    reason TEXT NOT NULL,
    after_freezing INTEGER NOT NULL,
    source TEXT NOT NULL UNIQUE,
    filed_at TEXT NOT NULL
) STRICT;
CREATE INDEX filings_by_unit_return ON filings (unit_return_id);
CREATE TABLE filing_values (
    filing_id INTEGER NOT NULL REFERENCES filings,
    indicator TEXT NOT NULL,
    value REAL NOT NULL,
    PRIMARY KEY (filing_id, indicator)
) STRICT;
CREATE TABLE filings_given_back (
    filing_id INTEGER PRIMARY KEY REFERENCES filings,
    reason TEXT NOT NULL,
    person_id INTEGER REFERENCES people ON DELETE SET NULL,
    at TEXT NOT NULL
) STRICT;
