"""Small facts the bot keeps for itself, by name."""

from data.store import Database, change, fetch_one


def read_setting(db: Database, name: str) -> str | None:
    """The value kept under a name, or None."""
    row = fetch_one(db, "SELECT value FROM settings WHERE name = ?", [name])
    return row["value"] if row else None


def write_setting(db: Database, name: str, value: str) -> None:
    """Keep a value under a name, in place of an earlier one."""
    change(
        db,
        "INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        [name, value],
    )
