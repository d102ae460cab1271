"""Migration: English names of indicators."""

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
