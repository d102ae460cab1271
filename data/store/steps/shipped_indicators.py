"""Migrations of the shipped indicators: their English names, and the usual statistics of the field."""

import csv
from importlib.resources import files

from sqlite_utils import Database


def m005_figures_in_english(db: Database) -> None:
    """Add English names to indicators; drafts get a mark for editing from the preview, and the button pressed last."""
    db.conn.execute("ALTER TABLE indicators ADD COLUMN name_en TEXT NOT NULL DEFAULT ''")
    db.conn.execute("ALTER TABLE drafts ADD COLUMN editing INTEGER NOT NULL DEFAULT 0")
    db.conn.execute("ALTER TABLE drafts ADD COLUMN pressed TEXT")
    for name, english in SHIPPED_INDICATORS.items():
        db.conn.execute("UPDATE indicators SET name_en = ? WHERE name = ?", [english, name])


SHIPPED_INDICATORS = {
    "立案件数": "cases filed",
    "案值": "case value (10,000 yuan)",
    "移送公安件数": "cases transferred",
    "抓获人数": "arrests",
    "检查户次": "inspections",
    "查获件数": "items seized",
    "培训人次": "people trained",
    "宣传场次": "campaigns",
    "销毁数量": "items destroyed",
}


def m010_usual_indicators(db: Database) -> None:
    """Add the usual statistics of the field after a plan's indicators, and more aliases.

    A plan that has none of the shipped indicators is left alone, and so are indicators that were changed or removed.
    """
    rows = {row["name"]: row for row in _shipped_indicators()}
    for name, aliases in FORMER_ALIASES.items():
        more = rows[name]["aliases"]
        db.conn.execute("UPDATE indicators SET aliases = ? WHERE name = ? AND aliases = ?", [more, name, aliases])
    known = list(db.query("SELECT name, unit, aliases, position FROM indicators"))
    if not any(each["name"] in SHIPPED_INDICATORS for each in known):
        return
    taken = {(each["unit"], alias) for each in known for alias in each["aliases"].split("、")}
    missing = [row for name, row in rows.items() if name not in SHIPPED_INDICATORS and name not in SHIPPED_LATER]
    for place, row in enumerate(missing, max(each["position"] for each in known) + 1):
        free = [alias for alias in row["aliases"].split("、") if (row["unit"], alias) not in taken]
        db.conn.execute(
            """INSERT OR IGNORE INTO indicators (name, name_en, unit, kind, total, aliases, position)
            VALUES (?, ?, ?, ?, 'sum', ?, ?)""",
            [row["name"], row["name_en"], row["unit"], row["kind"], "、".join(free), place],
        )


def _shipped_indicators() -> list[dict[str, str]]:
    text = files("data").joinpath("plan", "shipped", "indicators.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


SHIPPED_LATER = ("移送司法机关件数",)
"""Indicators shipped since this step: databases that had taken it before do not have them either, and go on counting
such figures as they always did."""
FORMER_ALIASES = {
    "立案件数": "立案查处、立案数量、立案数、立案、查处案件、查办案件、办案、cases filed、cases opened、cases、filed",
    "案值": "涉案金额、涉案价值、案值金额、货值金额、货值、金额、case value、value",
    "抓获人数": "抓获犯罪嫌疑人、抓获嫌疑人、抓获、抓捕、刑拘、arrests、arrested",
    "培训人次": "培训人数、培训、people trained、trained",
}
