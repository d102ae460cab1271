"""Units in the database, and the table of their aliases."""

import sqlite3

import pytest

from data.errors import UnitGroupNamed, UnknownUnit
from data.plan.units import (
    LostNames,
    UnitTable,
    all_units,
    ensure_unit,
    find_unit,
    known_names,
    lost_names,
    read_unit_table,
    replace_unit_table,
)
from data.store import Database
from tests.data.conftest import MARKET, POLICE, dump

TABLE = "name,aliases,group\n甲市水务局,水务局、水局,\n东区政府,东区,各区政府\n西区政府,西区,各区政府\n"


def table(text: str) -> UnitTable:
    return read_unit_table(text.encode(), "units.csv")


def test_a_unit_is_added_once(db: Database) -> None:
    assert ensure_unit(db, POLICE) == ensure_unit(db, POLICE)
    assert [unit.name for unit in all_units(db)] == [POLICE]


@pytest.mark.parametrize("written", [POLICE, "公安局", " 市公安局 ", "武汉市公安局"])
def test_a_unit_is_found_by_any_of_its_spellings(db: Database, written: str) -> None:
    ensure_unit(db, POLICE)
    assert find_unit(db, written).name == POLICE


def test_a_name_that_is_only_alike_is_never_taken_for_the_unit(db: Database) -> None:
    ensure_unit(db, MARKET)
    with pytest.raises(UnknownUnit) as refused:
        find_unit(db, "市市场监管司")
    assert refused.value == UnknownUnit("市市场监管司", (MARKET,))


def test_a_unit_of_the_table_that_the_plan_does_not_use_is_not_found(db: Database) -> None:
    with pytest.raises(UnknownUnit):
        find_unit(db, POLICE)


def test_the_group_of_districts_is_no_unit_but_thirteen(db: Database) -> None:
    with pytest.raises(UnitGroupNamed) as refused:
        find_unit(db, "各区人民政府")
    assert len(refused.value.near) == 13


def test_a_table_of_the_coordinators_replaces_the_shipped_one(db: Database) -> None:
    assert replace_unit_table(db, table(TABLE)) == 3
    names = known_names(db)
    assert names.resolve("水局").name == "甲市水务局"
    assert names.groups == {"各区政府": ("东区政府", "西区政府")}
    assert POLICE not in names.names


def test_a_second_table_replaces_the_first(db: Database) -> None:
    replace_unit_table(db, table(TABLE))
    replace_unit_table(db, table("name,aliases,group\n乙市林业局,林业局,\n"))
    assert known_names(db).names == ("乙市林业局",)


def test_units_in_use_stay_known_under_a_new_table(db: Database) -> None:
    ensure_unit(db, POLICE)
    replace_unit_table(db, table(TABLE))
    assert find_unit(db, POLICE).name == POLICE


def test_a_table_that_breaks_off_changes_nothing(db: Database) -> None:
    replace_unit_table(db, table(TABLE))
    db.change("CREATE TRIGGER full BEFORE INSERT ON unit_group_members BEGIN SELECT raise(ABORT, 'disk is full'); END")
    before = dump(db)
    with pytest.raises(sqlite3.IntegrityError, match="disk is full"):
        replace_unit_table(db, table(TABLE.replace("东区", "南区")))
    assert dump(db) == before


def test_a_unit_of_several_rows_counts_once_and_is_in_every_group(db: Database) -> None:
    assert replace_unit_table(db, table("name,aliases,group\n甲局,甲,政法\n甲局,老甲,专班\n")) == 1
    names = known_names(db)
    assert [names.resolve(each).name for each in ("甲", "老甲")] == ["甲局", "甲局"]
    assert names.groups == {"政法": ("甲局",), "专班": ("甲局",)}


def test_what_a_table_makes_unknown_is_told(db: Database) -> None:
    replace_unit_table(db, table(TABLE))
    assert lost_names(db, table(TABLE)) == LostNames((), ())
    shorter = "name,aliases,group\n甲市水务局,水局,\n东区政府,东区,各区政府\n"
    assert lost_names(db, table(shorter)) == LostNames(("水务局", "西区"), ("各区政府",))


@pytest.mark.parametrize(
    ("rows", "wrong"),
    [
        (",水局,\n", {2: ["name_missing"]}),
        (f"{'局' * 61},,\n", {2: ["name_too_long"]}),
        ("甲局,公安,\n乙局,公安,\n", {3: ["alias_taken"]}),
        ("甲局,乙局,\n乙局,,\n", {2: ["alias_taken"]}),
        ("甲局,甲局、甲,\n\n乙局,乙,\n", {}),
    ],
)
def test_wrong_rows_of_a_table_of_units_are_named(rows: str, wrong: dict[int, list[str]]) -> None:
    read = table("name,aliases,group\n" + rows).rows
    assert {row.row: [each.kind.value for each in row.problems] for row in read if row.problems} == wrong
