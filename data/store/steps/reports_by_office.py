"""Reports that the office makes in a unit's name, and the report that each of the office has looked at last."""

from sqlite_utils import Database

from data.store.steps.register import migrations


@migrations()
def m028_reports_by_office(db: Database) -> None:
    """Whether a report was made by the office for the unit; which report a person was shown last for its review."""
    for statement in REPORTS_BY_OFFICE.split(";\n"):
        db.conn.execute(statement)


REPORTS_BY_OFFICE = """
ALTER TABLE reports ADD COLUMN by_office INTEGER NOT NULL DEFAULT 0;
CREATE TABLE review_cards (
    person_id INTEGER PRIMARY KEY REFERENCES people ON DELETE CASCADE,
    report_id INTEGER NOT NULL REFERENCES reports,
    message_id INTEGER NOT NULL
) STRICT
"""
