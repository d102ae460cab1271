"""Migration: index the words of tasks, so that sentences are matched quickly against a plan of any size."""

from sqlite_utils import Database


def m050_words_of_the_plan(db: Database) -> None:
    """Add the index of task words, counts of tasks for each piece, and the tasks changed since they were indexed.

    Two numbers grow with every change of unit names and of anything else that a sentence may name.
    """
    for statement in WORDS:
        db.conn.execute(statement)
    for what, tables in CHANGED_WITH.items():
        for table, events in tables.items():
            for event in events:
                name = f"{table}_{event.split()[0].lower()}_spoken_of"
                db.conn.execute(
                    f"""CREATE TRIGGER {name} AFTER {event} ON {table}
                    BEGIN UPDATE word_versions SET {what} = {what} + 1; END"""
                )


WORDS = (
    """CREATE VIRTUAL TABLE task_words USING fts5(words, tokenize = "ascii tokenchars '_'", detail = none)""",
    "CREATE TABLE word_counts (piece TEXT PRIMARY KEY, tasks INTEGER NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE changed_words (task_id INTEGER PRIMARY KEY) STRICT",
    "INSERT INTO changed_words SELECT id FROM tasks WHERE gone_at IS NULL",
    """CREATE TABLE word_versions (
    id INTEGER PRIMARY KEY CHECK (id = 1), rules INTEGER NOT NULL, units INTEGER NOT NULL, plan INTEGER NOT NULL
) STRICT""",
    "INSERT INTO word_versions VALUES (1, 0, 1, 1)",
    "CREATE INDEX tasks_by_code ON tasks (code COLLATE NOCASE) WHERE gone_at IS NULL",
    "CREATE INDEX tasks_by_section ON tasks (section, position) WHERE gone_at IS NULL",
    *(
        f"""CREATE TRIGGER tasks_words_{name} AFTER {event} ON tasks
        BEGIN INSERT INTO changed_words VALUES ({row}.id) ON CONFLICT DO NOTHING; END"""
        for name, event, row in (
            ("come", "INSERT", "NEW"),
            ("changed", "UPDATE OF title, measure, deliverable, gone_at", "NEW"),
            ("gone", "DELETE", "OLD"),
        )
    ),
)
ALWAYS = ("INSERT", "UPDATE", "DELETE")
CHANGED_WITH: dict[str, dict[str, tuple[str, ...]]] = {
    "units": {"units": ALWAYS, "unit_aliases": ALWAYS, "unit_group_members": ALWAYS},
    "plan": {
        "plans": ("INSERT", "UPDATE OF ended_at"),
        "indicators": ALWAYS,
        "tasks": ("INSERT", "UPDATE OF code, title, measure, deliverable, section, position, gone_at", "DELETE"),
        "assignments": ("INSERT", "UPDATE OF unit_id, gone_at", "DELETE"),
    },
}
