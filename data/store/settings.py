"""Settings: small values stored by name, some per plan, among them how long things are kept."""

from collections.abc import Iterable
from enum import StrEnum

from data.store import Database
from data.store.unchanged import cached_until_changed


class RuleName(StrEnum):
    """The names of the reminder rules; data/notices/plan_rules.py says what they mean."""

    DAYS_BEFORE = "days_before"
    OVERDUE_STEPS = "overdue_steps"
    SENDING_HOUR = "sending_hour"
    QUIET_HOURS = "quiet_hours"
    GROUP_DAY = "group_day"
    GROUP_HOUR = "group_hour"
    CHECK_IN = "check_in"
    STALE_AFTER = "stale_after"
    ESCALATION_AFTER = "escalation_after"


OF_A_PLAN = ("review_all_since", *RuleName)
"""The settings that each plan has for itself."""


def read_setting(db: Database, name: str) -> str | None:
    """Return the value stored under a name, or None."""
    sql = f"SELECT value FROM settings WHERE ifnull(plan_id, 0) = {_plan_of(name)} AND name = ?"
    return cached_until_changed(db, ("setting", name), lambda: db.fetch_text(sql, [name]))


def read_settings_of_plan(db: Database, names: Iterable[str]) -> dict[str, str]:
    """Return the values of those settings that are set for the current plan."""
    wanted = ", ".join(f"'{name}'" for name in names if name in OF_A_PLAN)
    sql = f"SELECT name, value FROM settings WHERE ifnull(plan_id, 0) = {_CURRENT} AND name IN ({wanted})"
    rows = cached_until_changed(db, ("settings of the plan", wanted), lambda: db.fetch_all(sql))
    return {row["name"]: row["value"] for row in rows}


def write_setting(db: Database, name: str, value: str) -> None:
    """Store a value under a name, replacing an earlier one."""
    db.change(
        f"""INSERT INTO settings (name, plan_id, value) VALUES (?, nullif({_plan_of(name)}, 0), ?)
        ON CONFLICT (ifnull(plan_id, 0), name) DO UPDATE SET value = excluded.value""",
        [name, value],
    )


_CURRENT = "ifnull((SELECT id FROM plans WHERE ended_at IS NULL), 0)"


def _plan_of(name: str) -> str:
    return _CURRENT if name in OF_A_PLAN else "0"


class Retention(StrEnum):
    """What is kept for a limited time: messages, in days, and nightly backups, by number."""

    WORDS = "kept_words"
    BACKUPS = "kept_backups"


USUAL = {Retention.WORDS: 7, Retention.BACKUPS: 14}
LEAST_AND_MOST = {Retention.WORDS: (2, 30), Retention.BACKUPS: (7, 60)}
"""The allowed ranges. Update ids must be known for two days, for which Telegram may send an update again."""


def retention(db: Database, what: Retention) -> int:
    """Return for how many days, or in what number, something is kept."""
    value = read_setting(db, what)
    return int(value) if value else USUAL[what]
