"""The SQLite file: opening, reading and changing it; its schema and backups."""

from data.store.database import (
    Database,
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
)
from data.store.queries import (
    Row,
    change,
    change_soon,
    exists,
    fetch_all,
    fetch_column,
    fetch_number,
    fetch_one,
    fetch_row,
    fetch_text,
    first_of,
    insert,
    put,
    sql_among,
    update,
)
