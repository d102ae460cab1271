"""The SQLite file: opened, read and changed here; its schema, backups and health beside."""

from data.store.database import (
    Database,
    Row,
    change,
    change_soon,
    connect,
    fetch_all,
    fetch_one,
    insert,
    open_beside_the_bot,
    open_database,
    path_of,
    snapshot,
    transaction,
    trial,
)

__all__ = [
    "Database",
    "Row",
    "change",
    "change_soon",
    "connect",
    "fetch_all",
    "fetch_one",
    "insert",
    "open_beside_the_bot",
    "open_database",
    "path_of",
    "snapshot",
    "transaction",
    "trial",
]
