"""Small facts the bot keeps for itself, by name; some of them belong to the current plan."""

from data.store import Database, change, fetch_one

OF_A_PLAN = ("review_all_since",)
"""The settings that every plan has for itself."""


def read_setting(db: Database, name: str) -> str | None:
    """The value kept under a name, or None."""
    row = fetch_one(db, f"SELECT value FROM settings WHERE name = ? AND plan_id IS {_plan_of(name)}", [name])
    return row["value"] if row else None


def write_setting(db: Database, name: str, value: str) -> None:
    """Keep a value under a name, in place of an earlier one."""
    change(
        db,
        f"""INSERT INTO settings (name, plan_id, value) VALUES (?, {_plan_of(name)}, ?)
        ON CONFLICT (ifnull(plan_id, 0), name) DO UPDATE SET value = excluded.value""",
        [name, value],
    )


def _plan_of(name: str) -> str:
    return "(SELECT id FROM plans WHERE ended_at IS NULL)" if name in OF_A_PLAN else "NULL"
