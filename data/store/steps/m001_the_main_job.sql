-- The main job: units, people, the plan, reports, groups, notices.
-- Units, people, the plan, reports, drafts, groups, notices and what was done by whom.

CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
CREATE TABLE units (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE unit_aliases (
    alias TEXT PRIMARY KEY,
    name TEXT NOT NULL
) STRICT;
CREATE TABLE unit_group_members (
    group_name TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (group_name, name)
) STRICT;
CREATE TABLE people (
    id INTEGER PRIMARY KEY,
    telegram_id INTEGER UNIQUE,
    name TEXT NOT NULL,
    phone_hash TEXT,
    language TEXT CHECK (language IN ('zh', 'en')),
    created_at TEXT NOT NULL
) STRICT;
CREATE INDEX people_by_phone ON people (phone_hash);
CREATE TABLE memberships (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES people ON DELETE CASCADE,
    unit_id INTEGER REFERENCES units,
    role TEXT NOT NULL CHECK (role IN ('liaison', 'deputy', 'coordinator', 'observer')),
    named_by INTEGER REFERENCES people ON DELETE SET NULL,
    until TEXT,
    hears INTEGER NOT NULL DEFAULT 1,
    CHECK (unit_id IS NOT NULL OR role IN ('coordinator', 'observer'))
) STRICT;
CREATE UNIQUE INDEX memberships_once ON memberships (person_id, ifnull(unit_id, 0), role);
CREATE INDEX memberships_by_unit ON memberships (unit_id);
CREATE TABLE invites (
    id INTEGER PRIMARY KEY,
    token_hash TEXT NOT NULL UNIQUE,
    unit_id INTEGER REFERENCES units,
    role TEXT NOT NULL,
    person_id INTEGER REFERENCES people ON DELETE CASCADE,
    named_by INTEGER REFERENCES people ON DELETE CASCADE,
    until TEXT,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    used_at TEXT,
    used_by INTEGER REFERENCES people ON DELETE SET NULL
) STRICT;
CREATE TABLE plan (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    title TEXT NOT NULL,
    issued TEXT NOT NULL,
    source TEXT NOT NULL,
    imported_at TEXT NOT NULL
) STRICT;
CREATE TABLE tasks (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
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
    check_in TEXT,
    gone_at TEXT
) STRICT;
CREATE TABLE assignments (
    id INTEGER PRIMARY KEY,
    task_id INTEGER NOT NULL REFERENCES tasks,
    unit_id INTEGER NOT NULL REFERENCES units,
    due TEXT,
    extended INTEGER NOT NULL DEFAULT 0,
    gone_at TEXT,
    UNIQUE (task_id, unit_id)
) STRICT;
CREATE INDEX assignments_by_unit ON assignments (unit_id);
CREATE TABLE indicators (
    name TEXT PRIMARY KEY,
    unit TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('whole', 'decimal')),
    total TEXT NOT NULL CHECK (total IN ('sum', 'latest')),
    aliases TEXT NOT NULL,
    position INTEGER NOT NULL
) STRICT;
CREATE TABLE reports (
    id INTEGER PRIMARY KEY,
    assignment_id INTEGER NOT NULL REFERENCES assignments,
    person_id INTEGER REFERENCES people ON DELETE SET NULL,
    for_person_id INTEGER REFERENCES people ON DELETE SET NULL,
    status TEXT NOT NULL CHECK (status IN ('not_started', 'in_progress', 'blocked', 'submitted')),
    percent INTEGER NOT NULL CHECK (percent BETWEEN 0 AND 100),
    note TEXT NOT NULL,
    obstacle TEXT NOT NULL DEFAULT '',
    unchanged INTEGER NOT NULL DEFAULT 0,
    replaces INTEGER REFERENCES reports,
    source TEXT NOT NULL UNIQUE,
    reported_at TEXT NOT NULL,
    withdrawn_at TEXT
) STRICT;
CREATE INDEX reports_by_assignment ON reports (assignment_id, id);
CREATE INDEX reports_by_replaced ON reports (replaces);
CREATE TABLE report_figures (
    report_id INTEGER NOT NULL REFERENCES reports,
    indicator TEXT NOT NULL REFERENCES indicators,
    value REAL NOT NULL,
    PRIMARY KEY (report_id, indicator)
) STRICT;
CREATE TABLE attachments (
    id INTEGER PRIMARY KEY,
    draft_id INTEGER,
    report_id INTEGER REFERENCES reports,
    kind TEXT NOT NULL CHECK (kind IN ('photo', 'document')),
    file_id TEXT NOT NULL,
    name TEXT NOT NULL,
    mime TEXT NOT NULL,
    size INTEGER NOT NULL,
    content BLOB,
    message_key TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX attachments_by_draft ON attachments (draft_id);
CREATE INDEX attachments_by_report ON attachments (report_id);
CREATE TABLE reviews (
    report_id INTEGER PRIMARY KEY REFERENCES reports,
    verdict TEXT NOT NULL CHECK (verdict IN ('accepted', 'returned')),
    reason TEXT NOT NULL,
    person_id INTEGER REFERENCES people ON DELETE SET NULL,
    at TEXT NOT NULL
) STRICT;
CREATE TABLE extensions (
    id INTEGER PRIMARY KEY,
    assignment_id INTEGER NOT NULL REFERENCES assignments,
    person_id INTEGER REFERENCES people ON DELETE SET NULL,
    due_before TEXT,
    proposed TEXT NOT NULL,
    reason TEXT NOT NULL,
    source TEXT NOT NULL UNIQUE,
    asked_at TEXT NOT NULL,
    verdict TEXT CHECK (verdict IN ('accepted', 'changed', 'refused')),
    decided TEXT,
    answer TEXT,
    decided_by INTEGER REFERENCES people ON DELETE SET NULL,
    decided_at TEXT
) STRICT;
CREATE INDEX extensions_by_assignment ON extensions (assignment_id);
CREATE TABLE drafts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER NOT NULL REFERENCES people ON DELETE CASCADE,
    assignment_id INTEGER NOT NULL REFERENCES assignments,
    step TEXT NOT NULL,
    status TEXT,
    percent INTEGER,
    note TEXT,
    obstacle TEXT,
    figures TEXT,
    doubted TEXT,
    evidence INTEGER NOT NULL DEFAULT 0,
    seen_report_id INTEGER,
    replaces INTEGER REFERENCES reports,
    bundle INTEGER,
    message_id INTEGER,
    update_id INTEGER NOT NULL,
    updated_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX drafts_one_open ON drafts (person_id) WHERE bundle IS NULL;
CREATE TABLE questions (
    person_id INTEGER PRIMARY KEY REFERENCES people ON DELETE CASCADE,
    kind TEXT NOT NULL,
    subject_id INTEGER NOT NULL,
    answers TEXT NOT NULL,
    update_id INTEGER NOT NULL,
    asked_at TEXT NOT NULL
) STRICT;
CREATE TABLE group_chats (
    chat_id INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    unit_id INTEGER REFERENCES units,
    bound_by INTEGER REFERENCES people ON DELETE SET NULL,
    bound_at TEXT NOT NULL
) STRICT;
CREATE TABLE planned_days (
    day TEXT PRIMARY KEY,
    planned_at TEXT NOT NULL
) STRICT;
CREATE TABLE outbox (
    id INTEGER PRIMARY KEY,
    recipient TEXT NOT NULL CHECK (recipient IN ('person', 'group', 'coordinators')),
    chat_id INTEGER NOT NULL,
    day TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'pending'
        CHECK (state IN ('pending', 'sending', 'sent', 'uncertain', 'cancelled', 'dead')),
    not_before TEXT NOT NULL,
    letter TEXT,
    subject_id INTEGER,
    key TEXT UNIQUE,
    claimed_at TEXT,
    sent_at TEXT,
    message_id INTEGER,
    error TEXT
) STRICT;
CREATE INDEX outbox_by_state ON outbox (state, not_before);
CREATE TABLE notices (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    outbox_id INTEGER NOT NULL REFERENCES outbox,
    assignment_id INTEGER NOT NULL REFERENCES assignments,
    rule TEXT NOT NULL,
    deadline_version INTEGER NOT NULL,
    due TEXT
) STRICT;
CREATE INDEX notices_by_outbox ON notices (outbox_id);
CREATE TABLE audit (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    person_id INTEGER REFERENCES people ON DELETE SET NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL,
    source TEXT NOT NULL
) STRICT;
