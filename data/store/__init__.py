"""The SQLite file: opening, reading and changing it; its schema and backups."""

from data.store.database import (
    connect,
    is_only_read,
    keep,
    open_beside_the_bot,
    open_database,
    path_of,
    snapshot,
    sqlite_errors_translated,
    transaction,
    trial,
    vanishing_copy,
)
from data.store.queries import Database, Row, sql_among, sql_in_sections
from data.store.records import record_of
