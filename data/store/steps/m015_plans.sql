-- Several plans, and what a plan said on a day.
-- Several plans, one of them the current one; what a plan says of a task and who answers for it in dated versions.
-- Tables that others refer to are made anew: references are not enforced meanwhile (database.schema_change).

CREATE TABLE plans (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL,
    issued TEXT NOT NULL,
    source TEXT NOT NULL,
    imported_at TEXT NOT NULL,
    begun_at TEXT NOT NULL DEFAULT '',
    ended_at TEXT
) STRICT;
CREATE UNIQUE INDEX plans_one_current ON plans (ended_at IS NULL) WHERE ended_at IS NULL;
INSERT INTO plans (id, title, issued, source, imported_at, begun_at)
SELECT 1, title, issued, source, imported_at, ifnull((SELECT value FROM settings WHERE name = 'plan_begun'), '')
FROM plan;
DROP TABLE plan;
CREATE TABLE new_tasks (
    id INTEGER PRIMARY KEY,
    plan_id INTEGER NOT NULL REFERENCES plans,
    code TEXT NOT NULL,
    position INTEGER NOT NULL,
    section TEXT NOT NULL,
    item TEXT NOT NULL,
    title TEXT NOT NULL,
    measure TEXT NOT NULL,
    deliverable TEXT NOT NULL,
    remark TEXT NOT NULL,
    deadline_text TEXT NOT NULL,
    deadline_version INTEGER NOT NULL DEFAULT 1,
    kind TEXT NOT NULL,
    due TEXT,
    start TEXT,
    granularity TEXT,
    every TEXT,
    event TEXT,
    offset_months INTEGER,
    offset_days INTEGER,
    offset_workdays INTEGER,
    check_in TEXT,
    since TEXT NOT NULL DEFAULT '',
    gone_at TEXT,
    UNIQUE (code, plan_id)
) STRICT;
INSERT INTO new_tasks (
    id, plan_id, code, position, section, item, title, measure, deliverable, remark, deadline_text,
    deadline_version, kind, due, start, granularity, every, event, offset_months, offset_days, offset_workdays,
    check_in, gone_at
) SELECT
    id, 1, code, position, section, item, title, measure, deliverable, remark, deadline_text,
    deadline_version, kind, due, start, granularity, every, event, offset_months, offset_days, offset_workdays,
    check_in, gone_at
FROM tasks;
DROP TABLE tasks;
ALTER TABLE new_tasks RENAME TO tasks;
CREATE INDEX tasks_by_plan ON tasks (plan_id, position);
CREATE TABLE task_versions (
    task_id INTEGER NOT NULL REFERENCES tasks,
    position INTEGER NOT NULL,
    section TEXT NOT NULL,
    item TEXT NOT NULL,
    title TEXT NOT NULL,
    measure TEXT NOT NULL,
    deliverable TEXT NOT NULL,
    remark TEXT NOT NULL,
    deadline_text TEXT NOT NULL,
    deadline_version INTEGER NOT NULL DEFAULT 1,
    kind TEXT NOT NULL,
    due TEXT,
    start TEXT,
    granularity TEXT,
    every TEXT,
    event TEXT,
    offset_months INTEGER,
    offset_days INTEGER,
    offset_workdays INTEGER,
    check_in TEXT,
    since TEXT NOT NULL,
    until TEXT NOT NULL
) STRICT;
CREATE INDEX task_versions_by_task ON task_versions (task_id, since);
ALTER TABLE assignments ADD COLUMN role TEXT CHECK (role IN ('lead', 'joint'));
ALTER TABLE assignments ADD COLUMN since TEXT NOT NULL DEFAULT '';
CREATE TABLE assignment_versions (
    assignment_id INTEGER NOT NULL REFERENCES assignments,
    role TEXT,
    since TEXT NOT NULL,
    until TEXT NOT NULL
) STRICT;
CREATE INDEX assignment_versions_by_assignment ON assignment_versions (assignment_id, since);
CREATE TABLE new_indicators (
    plan_id INTEGER REFERENCES plans,
    name TEXT NOT NULL,
    name_en TEXT NOT NULL DEFAULT '',
    unit TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('whole', 'decimal')),
    total TEXT NOT NULL CHECK (total IN ('sum', 'latest')),
    aliases TEXT NOT NULL,
    position INTEGER NOT NULL
) STRICT;
INSERT INTO new_indicators (plan_id, name, name_en, unit, kind, total, aliases, position)
SELECT (SELECT id FROM plans), name, name_en, unit, kind, total, aliases, position FROM indicators;
CREATE TABLE new_report_figures (
    report_id INTEGER NOT NULL REFERENCES reports,
    indicator TEXT NOT NULL,
    value REAL NOT NULL,
    said REAL,
    since TEXT,
    PRIMARY KEY (report_id, indicator)
) STRICT;
INSERT INTO new_report_figures SELECT report_id, indicator, value, said, since FROM report_figures;
DROP TABLE report_figures;
ALTER TABLE new_report_figures RENAME TO report_figures;
DROP TABLE indicators;
ALTER TABLE new_indicators RENAME TO indicators;
CREATE UNIQUE INDEX indicators_once ON indicators (ifnull(plan_id, 0), name);
CREATE TABLE new_settings (
    name TEXT NOT NULL,
    plan_id INTEGER REFERENCES plans,
    value TEXT NOT NULL
) STRICT;
INSERT INTO new_settings (name, plan_id, value)
SELECT name, CASE WHEN name = 'review_all_since' THEN (SELECT id FROM plans) END, value FROM settings
WHERE name <> 'plan_begun';
DROP TABLE settings;
ALTER TABLE new_settings RENAME TO settings;
CREATE UNIQUE INDEX settings_once ON settings (ifnull(plan_id, 0), name);
