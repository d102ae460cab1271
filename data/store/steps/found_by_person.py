"""What somebody has sent is found without reading what all others have."""

from sqlite_utils import Database

from data.store.steps.register import migrations

SENT = ("reports", "extensions", "information")


@migrations()
def m055_found_by_person(db: Database) -> None:
    """Indexes by person: the last thing somebody sent is the one that may be put right or taken back."""
    for table in SENT:
        db.conn.execute(f"CREATE INDEX {table}_by_person ON {table} (person_id)")
