"""Migrations of what triggers keep up to date: a version of what each unit's lists show, so that a rendered page can be
reused; the counts of the whole plan; and which units have changes that a digest shows."""

from sqlite_utils import Database


def m040_state_versions(db: Database) -> None:
    """Add a number for each unit (0: the plan itself, -1: anything) that grows with every change."""
    db.conn.execute("CREATE TABLE state_versions (unit_id INTEGER PRIMARY KEY, version INTEGER NOT NULL) STRICT")
    for table, events in GROWS_WITH.items():
        for event in events:
            row = "OLD" if event == "DELETE" else "NEW"
            units = [f"ifnull({row}.unit_id, 0)", "-1"] if table == "standings" else ["0", "-1"]
            grows = " ".join(GROWS.format(unit) for unit in units)
            db.conn.execute(f"CREATE TRIGGER {table}_{event.lower()}_seen AFTER {event} ON {table} BEGIN {grows} END")
    db.conn.execute(
        f"""CREATE TRIGGER standings_given_away_seen AFTER UPDATE OF unit_id ON standings
        WHEN OLD.unit_id IS NOT NEW.unit_id BEGIN {GROWS.format("ifnull(OLD.unit_id, 0)")} END"""
    )


GROWS = """INSERT INTO state_versions (unit_id, version) VALUES ({}, 1)
    ON CONFLICT (unit_id) DO UPDATE SET version = version + 1;"""
GROWS_WITH = {
    "standings": ("INSERT", "UPDATE", "DELETE"),
    "tasks": ("UPDATE",),
    "units": ("UPDATE",),
    "assignments": ("UPDATE",),
    "plans": ("INSERT", "UPDATE"),
    "settings": ("INSERT", "UPDATE", "DELETE"),
}
"""The tables whose content lists show; a new task or assignment comes with its standing."""


KEY = ("unit_id", "section", "status", "due", "renews_on", "next_due", "heard_of")


def m045_counts_of_the_plan(db: Database) -> None:
    """Count all units together as well (unit -1), assignments without a report, and the tasks of each section."""
    for trigger in ("standings_counted", "standings_discounted", "standings_recounted"):
        db.conn.execute(f"DROP TRIGGER {trigger}")
    db.conn.execute("DROP TABLE standing_counts")
    for statement in (*COUNTS, *INDEXES):
        db.conn.execute(statement)


def _counted(row: str) -> str:
    """Return the columns by which a standing is counted."""
    return f"""ifnull({row}.unit_id, 0), {row}.section, {row}.status, ifnull({row}.due, ''),
    ifnull({row}.renews_on, ''), ifnull({row}.next_due, ''), {row}.last_id IS NOT NULL"""


def _in(unit: str) -> str:
    key = _counted("NEW").replace("ifnull(NEW.unit_id, 0)", unit, 1)
    return f"INSERT INTO standing_counts VALUES ({key}, 1) ON CONFLICT DO UPDATE SET n = n + 1;"


def _out(unit: str) -> str:
    key = _counted("OLD").replace("ifnull(OLD.unit_id, 0)", unit, 1)
    of_this = f"({', '.join(KEY)}) = ({key})"
    return f"""UPDATE standing_counts SET n = n - 1 WHERE {of_this};
    DELETE FROM standing_counts WHERE n < 1 AND {of_this};"""


IN = _in("ifnull(NEW.unit_id, 0)") + _in("-1")
OUT = _out("ifnull(OLD.unit_id, 0)") + _out("-1")
COUNTS = (
    """CREATE TABLE standing_counts (
    unit_id INTEGER NOT NULL,
    section TEXT NOT NULL,
    status TEXT NOT NULL,
    due TEXT NOT NULL,
    renews_on TEXT NOT NULL,
    next_due TEXT NOT NULL,
    heard_of INTEGER NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (unit_id, section, status, due, renews_on, next_due, heard_of)
) STRICT, WITHOUT ROWID""",
    f"INSERT INTO standing_counts SELECT {_counted('standings')}, count(*) FROM standings GROUP BY 1, 2, 3, 4, 5, 6, 7",
    """INSERT INTO standing_counts SELECT -1, section, status, due, renews_on, next_due, heard_of, sum(n)
    FROM standing_counts GROUP BY 2, 3, 4, 5, 6, 7""",
    f"CREATE TRIGGER standings_counted AFTER INSERT ON standings BEGIN {IN} END",
    f"CREATE TRIGGER standings_discounted AFTER DELETE ON standings BEGIN {OUT} END",
    f"""CREATE TRIGGER standings_recounted AFTER UPDATE ON standings WHEN ({_counted("OLD")}) <> ({_counted("NEW")})
    BEGIN {OUT} {IN} END""",
    "CREATE TABLE section_counts (section TEXT PRIMARY KEY, tasks INTEGER NOT NULL) STRICT, WITHOUT ROWID",
    "INSERT INTO section_counts SELECT section, count(*) FROM tasks WHERE gone_at IS NULL GROUP BY section",
    *(
        f"""CREATE TRIGGER tasks_{name} AFTER {event} ON tasks WHEN NEW.gone_at IS NULL
        BEGIN INSERT INTO section_counts VALUES (NEW.section, 1) ON CONFLICT DO UPDATE SET tasks = tasks + 1; END"""
        for name, event in (("counted", "INSERT"), ("recounted", "UPDATE OF section, gone_at"))
    ),
    *(
        f"""CREATE TRIGGER tasks_{name} BEFORE {event} ON tasks WHEN OLD.gone_at IS NULL
        BEGIN UPDATE section_counts SET tasks = tasks - 1 WHERE section = OLD.section; END"""
        for name, event in (("discounted", "DELETE"), ("moved", "UPDATE OF section, gone_at"))
    ),
)
INDEXES = (
    "CREATE INDEX reports_by_time ON reports (reported_at)",
    "CREATE INDEX reviews_by_time ON reviews (at)",
    "CREATE INDEX extensions_by_decision ON extensions (decided_at) WHERE decided_at IS NOT NULL",
    *(f"CREATE INDEX {table}_by_start ON {table} (since) WHERE since <> ''" for table in ("tasks", "assignments")),
    *(
        f"CREATE INDEX {table}_by_end ON {table} (gone_at) WHERE gone_at IS NOT NULL"
        for table in ("tasks", "assignments")
    ),
    *(f"CREATE INDEX {table}_by_end ON {table} (until)" for table in ("task_versions", "assignment_versions")),
)
"""Indexes by time on everything that changes how assignments stand."""


def m047_changed_units(db: Database) -> None:
    """Add the units with changes since digests were last updated, and how many lines a digest shows.

    NULL means the lines that it was planned with.
    """
    db.conn.execute("CREATE TABLE changed_units (unit_id INTEGER PRIMARY KEY, changes INTEGER NOT NULL) STRICT")
    db.conn.execute("ALTER TABLE outbox ADD COLUMN lines_shown INTEGER")
    for table, (events, units) in CHANGES.items():
        for event in events:
            db.conn.execute(
                f"""CREATE TRIGGER {table}_{event.lower()}_changes_digests AFTER {event} ON {table} BEGIN
                INSERT INTO changed_units (unit_id, changes) {units} ON CONFLICT (unit_id) DO UPDATE
                SET changes = changes + 1; END"""
            )


OF_THE_ASSIGNMENT = "SELECT unit_id, 1 FROM assignments WHERE id = NEW.assignment_id AND unit_id IS NOT NULL"
CHANGES = {
    "standings": (("INSERT", "UPDATE"), "SELECT NEW.unit_id, 1 WHERE NEW.unit_id IS NOT NULL"),
    "extensions": (("INSERT", "UPDATE"), OF_THE_ASSIGNMENT),
    "snoozes": (("INSERT", "UPDATE"), OF_THE_ASSIGNMENT),
    "steps": (("INSERT", "UPDATE"), OF_THE_ASSIGNMENT),
    "filings": (("INSERT",), "SELECT unit_id, 1 FROM unit_returns WHERE id = NEW.unit_return_id"),
}
"""The tables whose content digests show, with the events and the unit that a row is about."""
