"""An older plan gets the field's usual statistics as indicators, and keeps its own."""

import pytest

from data.plan.indicators import indicators
from data.store import Database
from data.store.migrations import migrations
from data.store.steps.shipped_indicators import FORMER_ALIASES, SHIPPED_INDICATORS

STEP = "m010_usual_indicators"
UNITS = {"案值": "万元", "抓获人数": "人", "检查户次": "户次", "培训人次": "人次", "宣传场次": "场"}


@pytest.fixture
def former(db: Database) -> Database:
    """A database with the nine indicators that were shipped formerly."""
    for position, (name, english) in enumerate(SHIPPED_INDICATORS.items()):
        kind, aliases = "decimal" if name == "案值" else "whole", FORMER_ALIASES.get(name, name[:2])
        unit = UNITS.get(name, "件")
        values = {"name": name, "name_en": english, "unit": unit, "kind": kind, "total": "sum", "aliases": aliases}
        db.insert("indicators", position=position, **values)
    db.change("DELETE FROM _sqlite_migrations WHERE name = ?", [STEP])
    return db


def aliases(db: Database, name: str) -> list[str]:
    return [alias for each in indicators(db) if each.name == name for alias in each.aliases]


def test_what_is_missing_stands_behind_what_was_there(former: Database) -> None:
    migrations.apply(former)
    names = [each.name for each in indicators(former)]
    assert names[: len(SHIPPED_INDICATORS)] == list(SHIPPED_INDICATORS)
    assert {"破案件数", "罚没金额", "刑拘人数", "查获吨数"} <= set(names)
    assert "刑拘" in aliases(former, "刑拘人数") and "刑拘" not in aliases(former, "抓获人数")


def test_what_was_shipped_later_is_not_added(former: Database) -> None:
    former.change("UPDATE indicators SET aliases = '移送司法机关、移送' WHERE name = '移送公安件数'")
    migrations.apply(former)
    assert "移送司法机关件数" not in [each.name for each in indicators(former)]
    assert "移送司法机关" in aliases(former, "移送公安件数")


def test_what_the_office_changed_stays(former: Database) -> None:
    former.change("UPDATE indicators SET aliases = '抓获、刑拘', total = 'latest' WHERE name = '抓获人数'")
    former.change("DELETE FROM indicators WHERE name = '宣传场次'")
    former.insert("indicators", name="罚没金额", unit="元", kind="whole", total="sum", aliases="罚没", position=20)
    migrations.apply(former)
    known = {each.name: each for each in indicators(former)}
    assert (known["抓获人数"].aliases, known["抓获人数"].total) == (("抓获", "刑拘"), "latest")
    assert "刑拘" not in known["刑拘人数"].aliases
    assert known["罚没金额"].unit == "元" and "宣传场次" not in known


def test_a_plan_with_other_indicators_keeps_them_alone(former: Database) -> None:
    former.change("DELETE FROM indicators")
    former.insert("indicators", name="在库件数", unit="件", kind="whole", total="latest", aliases="", position=0)
    migrations.apply(former)
    assert former.fetch_all("SELECT name FROM indicators") == [{"name": "在库件数"}]
