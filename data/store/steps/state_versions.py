"""Migration: a version number of what each unit's lists show, so that a rendered page can be reused until it
changes."""

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
