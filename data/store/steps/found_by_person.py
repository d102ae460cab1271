"""What somebody has sent or done is found without reading what all others have."""

from sqlite_utils import Database

from data.store.steps.register import migrations

BY = {
    "reports": ["person_id"],
    "extensions": ["person_id"],
    "information": ["person_id"],
    "steps": ["written_by", "done_by"],
}
"""The columns that say who it was."""


@migrations()
def m056_found_by_person(db: Database) -> None:
    """Indexes by person: the last thing somebody sent or did is the one that may be put right or taken back."""
    for table, columns in BY.items():
        for column in columns:
            db.conn.execute(f"CREATE INDEX {table}_by_{column} ON {table} ({column})")
