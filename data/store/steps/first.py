"""The first steps: the main job, reviews, groups, indicators, dialogs, standing rows, versions of the plan."""

import csv
import hashlib
from importlib.resources import files

from sqlite_utils import Database

from data.store.steps.register import migrations


@migrations()
def m001_the_main_job(db: Database) -> None:
    """Units, people, the plan, reports, drafts, groups, notices and what was done by whom."""
    for statement in MAIN_JOB.split(";\n"):
        db.conn.execute(statement)


MAIN_JOB = """
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
) STRICT
"""


@migrations()
def m002_nothing_lost(db: Database) -> None:
    """Updates on their way in, and who cannot be reached since when."""
    for statement in NOTHING_LOST.split(";\n"):
        db.conn.execute(statement)


NOTHING_LOST = """
CREATE TABLE inbox (
    arrival INTEGER PRIMARY KEY,
    update_id INTEGER NOT NULL UNIQUE,
    body TEXT NOT NULL,
    received_at TEXT NOT NULL,
    done_at TEXT,
    problem TEXT
) STRICT;
CREATE INDEX inbox_undone ON inbox (arrival) WHERE done_at IS NULL;
CREATE INDEX inbox_by_age ON inbox (received_at);
ALTER TABLE people ADD COLUMN unreachable_at TEXT;
CREATE TABLE outbox_unreachable (
    outbox_id INTEGER NOT NULL REFERENCES outbox,
    person_id INTEGER NOT NULL REFERENCES people ON DELETE CASCADE,
    PRIMARY KEY (outbox_id, person_id)
) STRICT
"""


@migrations()
def m004_extensions(db: Database) -> None:
    """What is granted is read from the requests for more time; a question knows the message that shows it."""
    for statement in EXTENSIONS.split(";\n"):
        db.conn.execute(statement)


EXTENSIONS = """
ALTER TABLE assignments DROP COLUMN due;
ALTER TABLE assignments DROP COLUMN extended;
ALTER TABLE questions ADD COLUMN message_id INTEGER
"""


@migrations()
def m005_figures_in_english(db: Database) -> None:
    """An indicator has an English name; a draft knows that one of its answers is being changed from the preview, and
    which button was pressed last."""
    db.conn.execute("ALTER TABLE indicators ADD COLUMN name_en TEXT NOT NULL DEFAULT ''")
    db.conn.execute("ALTER TABLE drafts ADD COLUMN editing INTEGER NOT NULL DEFAULT 0")
    db.conn.execute("ALTER TABLE drafts ADD COLUMN pressed TEXT")
    for name, english in SHIPPED_INDICATORS.items():
        db.conn.execute("UPDATE indicators SET name_en = ? WHERE name = ?", [english, name])


SHIPPED_INDICATORS = {
    "立案件数": "cases filed",
    "案值": "case value (10,000 yuan)",
    "移送公安件数": "cases transferred",
    "抓获人数": "arrests",
    "检查户次": "inspections",
    "查获件数": "items seized",
    "培训人次": "people trained",
    "宣传场次": "campaigns",
    "销毁数量": "items destroyed",
}


@migrations()
def m006_bundles(db: Database) -> None:
    """Which reports were written in one message, and the lines of it that were not understood."""
    db.conn.execute(BUNDLES)


BUNDLES = """
CREATE TABLE bundles (
    id INTEGER NOT NULL,
    person_id INTEGER NOT NULL REFERENCES people ON DELETE CASCADE,
    drafts TEXT NOT NULL,
    unclear TEXT NOT NULL,
    PRIMARY KEY (person_id, id)
) STRICT
"""


@migrations()
def m007_suspects(db: Database) -> None:
    """How many processes have ended while they worked on an update."""
    db.conn.execute("ALTER TABLE inbox ADD COLUMN ends INTEGER NOT NULL DEFAULT 0")


@migrations()
def m008_requests_taken_back(db: Database) -> None:
    """A request for more time can be taken back while it waits."""
    db.conn.execute("ALTER TABLE extensions ADD COLUMN withdrawn_at TEXT")


@migrations()
def m009_deadlines_in_workdays(db: Database) -> None:
    """A deadline may lie some working days after its event."""
    db.conn.execute("ALTER TABLE tasks ADD COLUMN offset_workdays INTEGER")


@migrations()
def m010_usual_indicators(db: Database) -> None:
    """The statistics that are usual in this field are indicators, behind those that a plan has, and go by more names.

    A plan with other indicators keeps them alone; none that was changed or taken out is touched.
    """
    rows = {row["name"]: row for row in _shipped_indicators()}
    for name, aliases in FORMER_ALIASES.items():
        more = rows[name]["aliases"]
        db.conn.execute("UPDATE indicators SET aliases = ? WHERE name = ? AND aliases = ?", [more, name, aliases])
    known = list(db.query("SELECT name, unit, aliases, position FROM indicators"))
    if not any(each["name"] in SHIPPED_INDICATORS for each in known):
        return
    taken = {(each["unit"], alias) for each in known for alias in each["aliases"].split("、")}
    missing = [row for name, row in rows.items() if name not in SHIPPED_INDICATORS]
    for place, row in enumerate(missing, max(each["position"] for each in known) + 1):
        free = [alias for alias in row["aliases"].split("、") if (row["unit"], alias) not in taken]
        db.conn.execute(
            """INSERT OR IGNORE INTO indicators (name, name_en, unit, kind, total, aliases, position)
            VALUES (?, ?, ?, ?, 'sum', ?, ?)""",
            [row["name"], row["name_en"], row["unit"], row["kind"], "、".join(free), place],
        )


def _shipped_indicators() -> list[dict[str, str]]:
    text = files("data").joinpath("plan", "shipped", "indicators.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


FORMER_ALIASES = {
    "立案件数": "立案查处、立案数量、立案数、立案、查处案件、查办案件、办案、cases filed、cases opened、cases、filed",
    "案值": "涉案金额、涉案价值、案值金额、货值金额、货值、金额、case value、value",
    "抓获人数": "抓获犯罪嫌疑人、抓获嫌疑人、抓获、抓捕、刑拘、arrests、arrested",
    "培训人次": "培训人数、培训、people trained、trained",
}


@migrations()
def m011_standings(db: Database) -> None:
    """How each assignment of the present plan stands is a row, and counted. The rows follow from the reports: they are
    made at the first opening (data.standing.rows), and again whenever the rules for them have changed."""
    for statement in STANDINGS:
        db.conn.execute(statement)


_COUNT_KEY = """ifnull({0}.unit_id, 0), {0}.section, {0}.status, ifnull({0}.due, ''), ifnull({0}.renews_on, ''),
    ifnull({0}.next_due, '')"""
_COUNT_IN = f"""INSERT INTO standing_counts VALUES ({_COUNT_KEY.format("NEW")}, 1)
    ON CONFLICT DO UPDATE SET n = n + 1;"""
_COUNT_OUT = f"""UPDATE standing_counts SET n = n - 1
    WHERE (unit_id, section, status, due, renews_on, next_due) = ({_COUNT_KEY.format("OLD")});
    DELETE FROM standing_counts
    WHERE n < 1 AND (unit_id, section, status, due, renews_on, next_due) = ({_COUNT_KEY.format("OLD")});"""
STANDINGS = (
    """CREATE TABLE standings (
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
) STRICT""",
    "CREATE UNIQUE INDEX standings_once ON standings (task_id, ifnull(assignment_id, 0))",
    "CREATE INDEX standings_by_unit ON standings (unit_id, section, position, assignment_id)",
    "CREATE INDEX standings_by_due ON standings (due, status)",
    "CREATE INDEX standings_by_renewal ON standings (next_due) WHERE next_due IS NOT NULL",
    "CREATE INDEX standings_by_report ON standings (last_id)",
    """CREATE TABLE standings_made (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    made_by TEXT NOT NULL,
    changed_at TEXT NOT NULL
) STRICT""",
    """CREATE TABLE standing_counts (
    unit_id INTEGER NOT NULL,
    section TEXT NOT NULL,
    status TEXT NOT NULL,
    due TEXT NOT NULL,
    renews_on TEXT NOT NULL,
    next_due TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (unit_id, section, status, due, renews_on, next_due)
) STRICT, WITHOUT ROWID""",
    f"CREATE TRIGGER standings_counted AFTER INSERT ON standings BEGIN {_COUNT_IN} END",
    f"CREATE TRIGGER standings_discounted AFTER DELETE ON standings BEGIN {_COUNT_OUT} END",
    f"CREATE TRIGGER standings_recounted AFTER UPDATE ON standings BEGIN {_COUNT_OUT} {_COUNT_IN} END",
)


@migrations()
def m012_figures_counted_once(db: Database) -> None:
    """A running total is kept as it was said, beside what is new of it; a figure can be put right later."""
    for statement in FIGURES_COUNTED_ONCE.split(";\n"):
        db.conn.execute(statement)


FIGURES_COUNTED_ONCE = """
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
CREATE INDEX figure_corrections_by_figure ON figure_corrections (report_id, indicator)
"""


@migrations()
def m013_each_file_once(db: Database) -> None:
    """The bytes of evidence are kept once, however often a file is sent or carried over; they go with its last
    attachment. Who sent a file when is known, so that there can be a limit."""
    for statement in EACH_FILE_ONCE:
        db.conn.execute(statement)
    for (attachment_id,) in db.conn.execute("SELECT id FROM attachments WHERE content IS NOT NULL").fetchall():
        [content] = db.conn.execute("SELECT content FROM attachments WHERE id = ?", [attachment_id]).fetchone()
        digest = hashlib.sha256(content).hexdigest()
        db.conn.execute(
            "INSERT INTO evidence (digest, size, content) VALUES (?, ?, ?) ON CONFLICT (digest) DO NOTHING",
            [digest, len(content), content],
        )
        db.conn.execute("UPDATE attachments SET digest = ? WHERE id = ?", [digest, attachment_id])
    db.conn.execute("ALTER TABLE attachments DROP COLUMN content")


EACH_FILE_ONCE = (
    """CREATE TABLE evidence (
    digest TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    content BLOB NOT NULL
) STRICT""",
    "ALTER TABLE attachments ADD COLUMN digest TEXT REFERENCES evidence",
    "ALTER TABLE attachments ADD COLUMN person_id INTEGER REFERENCES people ON DELETE SET NULL",
    "ALTER TABLE attachments ADD COLUMN added_at TEXT",
    "CREATE INDEX attachments_by_digest ON attachments (digest)",
    "CREATE INDEX attachments_by_person ON attachments (person_id, added_at)",
    """CREATE TRIGGER evidence_goes AFTER DELETE ON attachments BEGIN
    DELETE FROM evidence WHERE digest = OLD.digest
        AND NOT EXISTS (SELECT 1 FROM attachments WHERE digest = OLD.digest);
END""",
)


@migrations()
def m014_dialogs(db: Database) -> None:
    """One table of dialogs; the requests for more time that are being written become the first in it."""
    for statement in DIALOGS.split(";\n"):
        db.conn.execute(statement)


DIALOGS = """
CREATE TABLE dialogs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER NOT NULL REFERENCES people ON DELETE CASCADE,
    kind TEXT NOT NULL,
    subject_id INTEGER NOT NULL,
    answers TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'parked', 'ended')),
    reopened TEXT,
    reopened_for TEXT CHECK (reopened_for IN ('back', 'anew', 'more')),
    said TEXT,
    message_id INTEGER,
    pressed TEXT,
    update_id INTEGER NOT NULL,
    opened_at TEXT NOT NULL,
    touched_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX dialogs_one_open ON dialogs (person_id) WHERE state = 'open';
CREATE INDEX dialogs_by_person ON dialogs (person_id, state);
INSERT INTO dialogs (
    person_id, kind, subject_id, answers, state, reopened, reopened_for, message_id, update_id, opened_at, touched_at
)
SELECT person_id, 'extension', subject_id, answers, 'open',
    CASE WHEN kind = 'extension_day' AND json_extract(answers, '$.day') IS NOT NULL THEN 'day'
        WHEN kind = 'extension_reason' AND json_extract(answers, '$.reason') IS NOT NULL THEN 'reason' END,
    CASE WHEN kind <> 'extension_preview' THEN 'back' END,
    message_id, update_id, asked_at, asked_at
FROM questions WHERE kind IN ('extension_day', 'extension_reason', 'extension_preview');
DELETE FROM questions WHERE kind IN ('extension_day', 'extension_reason', 'extension_preview')
"""


@migrations()
def m015_plans(db: Database) -> None:
    """Several plans, one of them the current one; what a plan says of a task and who answers for it in dated versions.
    Tables that others refer to are made anew: references are not enforced meanwhile (database.schema_change)."""
    for statement in PLANS.split(";\n"):
        db.conn.execute(statement)


_WORDS_OF_A_TASK = """position, section, item, title, measure, deliverable, remark, deadline_text, deadline_version,
    kind, due, start, granularity, every, event, offset_months, offset_days, offset_workdays, check_in"""
_COLUMNS_OF_A_TASK = """position INTEGER NOT NULL,
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
    check_in TEXT"""
PLANS = f"""
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
    {_COLUMNS_OF_A_TASK},
    since TEXT NOT NULL DEFAULT '',
    gone_at TEXT,
    UNIQUE (code, plan_id)
) STRICT;
INSERT INTO new_tasks (id, plan_id, code, {_WORDS_OF_A_TASK}, gone_at)
SELECT id, 1, code, {_WORDS_OF_A_TASK}, gone_at FROM tasks;
DROP TABLE tasks;
ALTER TABLE new_tasks RENAME TO tasks;
CREATE INDEX tasks_by_plan ON tasks (plan_id, position);
CREATE TABLE task_versions (
    task_id INTEGER NOT NULL REFERENCES tasks,
    {_COLUMNS_OF_A_TASK},
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
CREATE UNIQUE INDEX settings_once ON settings (ifnull(plan_id, 0), name)
"""


@migrations()
def m016_dialogs_of_the_office(db: Database) -> None:
    """Reasons, other days, deputies' last days and new indicators that are being asked for are dialogs, too."""
    for statement in DIALOGS_OF_THE_OFFICE.split(";\n"):
        db.conn.execute(statement)


DIALOGS_OF_THE_OFFICE = """
INSERT INTO dialogs (
    person_id, kind, subject_id, answers, state, message_id, update_id, opened_at, touched_at
)
SELECT person_id,
    CASE kind WHEN 'return_reason' THEN 'return' WHEN 'refusal_reason' THEN 'refusal' WHEN 'other_day' THEN 'other_day'
        WHEN 'deputy_until' THEN 'deputy' ELSE 'indicator' END,
    subject_id, answers,
    CASE WHEN EXISTS (SELECT 1 FROM dialogs WHERE dialogs.person_id = questions.person_id AND state = 'open')
        THEN 'parked' ELSE 'open' END,
    message_id, update_id, asked_at, asked_at
FROM questions WHERE kind IN ('return_reason', 'refusal_reason', 'other_day', 'deputy_until', 'new_indicator');
DELETE FROM questions WHERE kind IN ('return_reason', 'refusal_reason', 'other_day', 'deputy_until', 'new_indicator')
"""


@migrations()
def m017_reports_are_dialogs(db: Database) -> None:
    """The reports that are being written move, with their ids, into the table of dialogs."""
    for statement in REPORTS_ARE_DIALOGS:
        db.conn.execute(statement)


REPORTS_ARE_DIALOGS = (
    """INSERT INTO sqlite_sequence (name, seq) SELECT 'dialogs', 0
    WHERE 'dialogs' NOT IN (SELECT name FROM sqlite_sequence)""",
    """UPDATE sqlite_sequence SET seq = seq + (SELECT ifnull(max(seq), 0) FROM sqlite_sequence WHERE name = 'drafts')
    WHERE name = 'dialogs'""",
    "UPDATE dialogs SET id = id + (SELECT seq FROM sqlite_sequence WHERE name = 'dialogs')",
    "UPDATE sqlite_sequence SET seq = seq * 2 + 1 WHERE name = 'dialogs'",
    """INSERT INTO dialogs (
        id, person_id, kind, subject_id, answers, state, reopened, reopened_for, message_id, pressed, update_id,
        opened_at, touched_at
    ) SELECT drafts.id, drafts.person_id, 'report', assignment_id,
        json_object(
            'status', status, 'percent', percent, 'note', note, 'obstacle', obstacle, 'figures', json(figures),
            'doubted', json(ifnull(doubted, '{}')), 'evidence', json(iif(evidence, 'true', 'false')),
            'seen_report_id', seen_report_id, 'replaces', replaces,
            'hundred', json(iif(percent = 100, 'true', 'false')),
            'redoes', iif(pressed GLOB 'redo:*', cast(substr(pressed, 6) AS INTEGER), NULL)
        ),
        iif(
            bundle IS NULL AND drafts.person_id NOT IN (SELECT person_id FROM dialogs WHERE state = 'open')
                AND drafts.person_id NOT IN (SELECT person_id FROM questions), 'open', 'parked'
        ),
        iif(step = 'preview', NULL, step), iif(step = 'preview', NULL, iif(editing, 'anew', 'back')),
        drafts.message_id, pressed, drafts.update_id, updated_at, updated_at
    FROM drafts""",
    "DROP TABLE drafts",
    """CREATE TRIGGER dialogs_with_their_files AFTER DELETE ON dialogs BEGIN
        DELETE FROM attachments WHERE draft_id = OLD.id AND report_id IS NULL;
    END""",
)
