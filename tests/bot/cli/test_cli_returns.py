from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from data.people.people import Role
from data.returns.rounds import open_due_rounds
from data.store import connect, open_database, transaction
from tests.bot.cli.filed import with_returns
from tests.bot.cli.terminal import Terminal
from tests.data.conftest import LIAISON, POLICE, let_in
from tests.journeys.town import PLAN, with_plan


@pytest.fixture
def terminal(terminal: Terminal) -> Terminal:
    """A terminal some weeks later, with returns filed."""
    with_returns(terminal.database)
    return Terminal(terminal.database, "2019-12-10T08:30")


def unit(name: str, state: str, late: bool, values: dict[str, float], **more: Any) -> dict[str, Any]:
    return {"unit": name, "state": state, "late": late, "values": values, "nil": False, **more}


NOVEMBER = {
    "title": "办案统计月报",
    "period": "2019-11",
    "due": "2019-12-05",
    "frozen": False,
    "left_out": None,
    "units": [
        unit("市农业农村局", "missing", True, {}),
        unit("市公安局", "filed", False, {"立案件数": 12, "案值": 35.5}),
        unit("武汉海关", "returned", False, {}),
        unit("市商务局", "filed", True, {"立案件数": 0, "案值": 0}, nil=True),
    ],
    "totals": {"立案件数": 12, "案值": 35.5},
}


def by_unit(found: dict[str, Any]) -> dict[str, Any]:
    return {**found, "units": sorted(found["units"], key=lambda each: each["unit"])}


def test_a_round_is_told_as_documented(terminal: Terminal) -> None:
    [november] = terminal.gets("returns", "--period", "2019-11", "--json")
    assert by_unit(november) == by_unit(NOVEMBER)


def test_what_was_corrected_after_freezing_stands_beside(terminal: Terminal) -> None:
    [october] = terminal.gets("returns", "--title", "办案统计月报", "--period", "2019-10", "--json")
    police = next(each for each in october["units"] if each["unit"] == "市公安局")
    assert (october["frozen"], october["due"]) == (True, "2019-11-06")
    assert (police["state"], police["values"]) == ("corrected", {"立案件数": 10, "案值": 1.5})
    assert (police["corrected"], october["totals"]) == ({"立案件数": 11, "案值": 1.5}, {"立案件数": 10, "案值": 1.5})
    assert october["totals_corrected"] == {"立案件数": 11, "案值": 1.5}


def test_all_rounds_that_the_bot_has_opened_the_newest_first(terminal: Terminal) -> None:
    terminal.clock = "2020-01-02T08:30"
    before = terminal.database.read_bytes()
    assert [each["period"] for each in terminal.gets("returns", "--json")] == ["2019-11", "2019-10"]
    assert terminal.database.read_bytes() == before
    with closing(open_database(terminal.database)) as db:
        open_due_rounds(db, datetime.fromisoformat("2020-01-02T08:30+08:00"))
    assert [each["period"] for each in terminal.gets("returns", "--json")] == ["2019-12", "2019-11", "2019-10"]


def test_they_never_enter_the_summary(terminal: Terminal) -> None:
    figures = terminal.gets("summary", "--json")["figures"]
    assert {each["indicator"]: each["total"] for each in figures}["立案件数"] == 0


def test_a_table_for_reading(terminal: Terminal) -> None:
    shown = terminal.types("returns", "--period", "2019-11").stdout
    head, columns, *lines, total = shown.strip().splitlines()
    assert head == "办案统计月报 · 2019年11月 · 截止 2019年12月5日 · 已报 2/4"
    assert columns.split() == ["单位", "状态", "立案件数（件）", "案值（万元）"]
    assert {tuple(line.split()) for line in lines} == {
        ("市公安局", "已报", "12", "35.5"),
        ("市商务局", "零报（逾期）", "0", "0"),
        ("武汉海关", "已退回", "–", "–"),
        ("市农业农村局", "未报（逾期）", "–", "–"),
    }
    assert total.split() == ["合计", "12", "35.5"]
    english = terminal.types("returns", "--period", "2019-10", LC_ALL="en_US.UTF-8").stdout
    assert english.splitlines()[0] == "办案统计月报 · Oct 2019 · due 6 Nov 2019 · figures frozen · 1 of 4 filed"


def test_a_workbook_has_a_sheet_for_each_round(terminal: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "returns.xlsx"
    result = terminal.types("returns", "--xlsx", str(path))
    assert (result.exit_code, result.stdout) == (0, ""), result.stderr
    book = load_workbook(path)
    assert book.sheetnames == ["办案统计月报 2019年11月", "办案统计月报 2019年10月"]
    november, october = (list(sheet.values) for sheet in book.worksheets)
    assert november[2] == ("单位", "状态", "立案件数（件）", "案值（万元）", "上报时间", "上报人", "更正或退回原因")
    told = {row[0]: row[1:4] for row in november[3:]}
    assert told["市公安局"] == ("已报", 12, 35.5)
    assert told["市农业农村局"] == ("未报（逾期）", None, None)
    assert told["合计"] == (None, 12, 35.5)
    assert next(row for row in november if row[0] == "武汉海关")[-1] == "案值请按万元填"
    police = next(row for row in october if row[0] == "市公安局")
    assert (police[2:6], police[-1]) == ((10, 1.5, 11, None), "漏计一起")


def test_what_is_not_there_is_said_in_a_line(terminal: Terminal, tmp_path: Path) -> None:
    assert terminal.is_refused("returns", "--title", "无此报表", "--json") == (
        "没有“无此报表”这份统计报表；有：办案统计月报。"
    )
    assert terminal.is_refused("returns", "--period", "2018-01") == "没有 2018-01 这一期；有：2019-11、2019-10。"
    assert terminal.types("returns", "--json", "--xlsx", "x.xlsx").exit_code == 2


def test_without_any_return(tmp_path: Path) -> None:
    database = tmp_path / "empty.db"
    database.write_bytes(with_plan(PLAN))
    terminal = Terminal(database)
    assert terminal.gets("returns", "--json") == []
    assert terminal.types("returns").stdout == "（还没有统计报表）\n"
    terminal.is_refused("returns", "--xlsx", str(tmp_path / "x.xlsx"))
    assert "没有数据库" in Terminal(tmp_path / "none.db").is_refused("returns", "--json")


def test_returns_to_come_are_previewed_while_the_bot_writes(terminal: Terminal) -> None:
    with closing(open_database(terminal.database)) as db:
        let_in(db, LIAISON, "林警官", Role.LIAISON, POLICE)
    with closing(connect(terminal.database)) as bot, transaction(bot):
        messages = terminal.gets("alerts", "preview", "--json", "--from", "2020-01-02", "--to", "2020-01-10")
    assert "return_due" in {entry["rule"] for message in messages for entry in message["entries"]}
    with closing(connect(terminal.database)) as db:
        assert db.fetch_column("SELECT max(first) FROM return_rounds") == ["2019-11-01"]
