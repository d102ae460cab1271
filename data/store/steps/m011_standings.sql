-- How each assignment stands is a row.
-- How each assignment of the present plan stands is a row, and counted. The rows follow from the reports: they are made
-- at the first opening (data.standing.rows), and again whenever the rules for them have changed.

CREATE TABLE standings (
    task_id INTEGER NOT NULL REFERENCES tasks ON DELETE CASCADE,
    assignment_id INTEGER UNIQUE REFERENCES assignments ON DELETE CASCADE,
    unit_id INTEGER REFERENCES units,
    section TEXT NOT NULL,
    position INTEGER NOT NULL,
    status TEXT NOT NULL,
    percent INTEGER NOT NULL,
    due TEXT,
    original_due TEXT,
    renews_on TEXT,
    next_due TEXT,
    next_original_due TEXT,
    stale_on TEXT,
    behind_on TEXT,
    last_id INTEGER REFERENCES reports,
    last_at TEXT
) STRICT;
CREATE UNIQUE INDEX standings_once ON standings (task_id, ifnull(assignment_id, 0));
CREATE INDEX standings_by_unit ON standings (unit_id, section, position, assignment_id);
CREATE INDEX standings_by_due ON standings (due, status);
CREATE INDEX standings_by_renewal ON standings (next_due) WHERE next_due IS NOT NULL;
CREATE INDEX standings_by_report ON standings (last_id);
CREATE TABLE standings_made (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    made_by TEXT NOT NULL,
    changed_at TEXT NOT NULL
) STRICT;
CREATE TABLE standing_counts (
    unit_id INTEGER NOT NULL,
    section TEXT NOT NULL,
    status TEXT NOT NULL,
    due TEXT NOT NULL,
    renews_on TEXT NOT NULL,
    next_due TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (unit_id, section, status, due, renews_on, next_due)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER standings_counted AFTER INSERT ON standings BEGIN
    INSERT INTO standing_counts VALUES (
        ifnull(NEW.unit_id, 0), NEW.section, NEW.status, ifnull(NEW.due, ''), ifnull(NEW.renews_on, ''),
        ifnull(NEW.next_due, ''), 1
    )
    ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER standings_discounted AFTER DELETE ON standings BEGIN
    UPDATE standing_counts SET n = n - 1
    WHERE (unit_id, section, status, due, renews_on, next_due) = (
        ifnull(OLD.unit_id, 0), OLD.section, OLD.status, ifnull(OLD.due, ''), ifnull(OLD.renews_on, ''),
        ifnull(OLD.next_due, '')
    );
    DELETE FROM standing_counts
    WHERE n < 1 AND (unit_id, section, status, due, renews_on, next_due) = (
        ifnull(OLD.unit_id, 0), OLD.section, OLD.status, ifnull(OLD.due, ''), ifnull(OLD.renews_on, ''),
        ifnull(OLD.next_due, '')
    );
END;
CREATE TRIGGER standings_recounted AFTER UPDATE ON standings BEGIN
    UPDATE standing_counts SET n = n - 1
    WHERE (unit_id, section, status, due, renews_on, next_due) = (
        ifnull(OLD.unit_id, 0), OLD.section, OLD.status, ifnull(OLD.due, ''), ifnull(OLD.renews_on, ''),
        ifnull(OLD.next_due, '')
    );
    DELETE FROM standing_counts
    WHERE n < 1 AND (unit_id, section, status, due, renews_on, next_due) = (
        ifnull(OLD.unit_id, 0), OLD.section, OLD.status, ifnull(OLD.due, ''), ifnull(OLD.renews_on, ''),
        ifnull(OLD.next_due, '')
    );
    INSERT INTO standing_counts VALUES (
        ifnull(NEW.unit_id, 0), NEW.section, NEW.status, ifnull(NEW.due, ''), ifnull(NEW.renews_on, ''),
        ifnull(NEW.next_due, ''), 1
    )
    ON CONFLICT DO UPDATE SET n = n + 1;
END;
