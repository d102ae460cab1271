"""Migration: which units have changes that a digest shows, so that sent digests are redrawn."""

from sqlite_utils import Database


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
