"""The indicators of the current plan: the statistics it asks for, in order."""

import csv
from functools import lru_cache
from importlib.resources import files
from typing import Any

from data.plan.plan import CURRENT
from data.store import Database, record_of, transaction
from data.store.unchanged import cached_until_changed
from data.understanding import IndicatorWords

IN_USE = f"""
SELECT indicator FROM report_figures JOIN reports ON reports.id = report_id
JOIN assignments ON assignments.id = assignment_id JOIN tasks ON tasks.id = task_id WHERE plan_id = {CURRENT}
UNION SELECT indicator FROM return_indicators JOIN returns ON returns.id = return_id WHERE plan_id = {CURRENT}
"""
"""SQL for the indicators of the current plan that occur in any report, counted or not, or in a return."""
MOST_KEPT = 500
"""The most rows of which the record is kept, because the same ones are read at almost every message."""


def ensure_indicators(db: Database) -> None:
    """Import the shipped indicators if the current plan has none."""
    with transaction(db):
        if not db.exists(f"SELECT 1 FROM indicators WHERE plan_id IS {CURRENT}"):
            shipped = files("data").joinpath("plan", "shipped", "indicators.csv")
            replace_indicators(db, shipped.read_text(encoding="utf-8"))


def replace_indicators(db: Database, text: str) -> None:
    """Replace the indicators with those of a CSV table, keeping those in use.

    The columns are name, name_en, unit, kind, total and aliases.
    """
    with transaction(db):
        db.change(f"DELETE FROM indicators WHERE plan_id IS {CURRENT} AND name NOT IN ({IN_USE})")
        for position, row in enumerate(csv.DictReader(text.splitlines())):
            left_out = {"name_en": row.get("name_en") or "", "total": row.get("total") or "sum"}
            db.change(
                f"""INSERT INTO indicators (plan_id, name, name_en, unit, kind, total, aliases, position)
                VALUES ({CURRENT}, :name, :name_en, :unit, :kind, :total, :aliases, :position)
                ON CONFLICT (ifnull(plan_id, 0), name) DO UPDATE SET name_en = excluded.name_en, unit = excluded.unit,
                    kind = excluded.kind, total = excluded.total, aliases = excluded.aliases,
                    position = excluded.position""",
                {**row, **left_out, "position": position},
            )


def indicators(db: Database) -> list[IndicatorWords]:
    """Return the indicators of the current plan in order."""
    sql = f"SELECT * FROM indicators WHERE plan_id IS {CURRENT} ORDER BY position"
    return cached_until_changed(db, "indicators", lambda: [_indicator(*row.items()) for row in db.fetch_all(sql)])


@lru_cache(maxsize=MOST_KEPT)
def _indicator(*row: tuple[str, Any]) -> IndicatorWords:
    of = dict(row)
    return record_of(IndicatorWords, of, aliases=tuple(filter(None, of["aliases"].split("、"))))
