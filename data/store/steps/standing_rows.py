"""How each assignment stands is a row."""

from sqlite_utils import Database

from data.store.steps.register import migrations


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
