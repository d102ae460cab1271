"""A broadcast may wait for its time; whom it reaches is found out when that comes."""

from sqlite_utils import Database

from data.store.steps.register import migrations


@migrations()
def m052_times_of_broadcasts(db: Database) -> None:
    """`chosen` says to whom one goes that waits for its `send_at`; it is empty once the broadcast is on its way."""
    for statement in WAITING_BROADCASTS:
        db.conn.execute(statement)


WAITING_BROADCASTS = (
    "ALTER TABLE broadcasts ADD COLUMN send_at TEXT",
    "ALTER TABLE broadcasts ADD COLUMN chosen TEXT",
    "CREATE INDEX broadcasts_waiting ON broadcasts (send_at) WHERE chosen IS NOT NULL",
)
