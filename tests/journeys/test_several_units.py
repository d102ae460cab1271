"""Somebody who reports for two units that share a task: it is always said, and asked, for which of them."""

import pytest

from data.people import Role, add_membership, who_is
from data.units import find_unit
from tests.journeys.town import Resident, Town


@pytest.fixture
def li(town: Town) -> Resident:
    """The liaison of one district who is deputy of another."""
    resident = town.member(1031, "小李", "江岸区", Role.LIAISON)
    person = who_is(town.db, resident.id)
    assert person is not None
    add_membership(town.db, person.id, Role.DEPUTY, find_unit(town.db, "江汉区").id)
    return resident


def stored(town: Town) -> list[tuple[object, ...]]:
    """The reports by unit."""
    return [tuple(row.values()) for row in town.rows(STORED)]


UNITS = ["（江岸区人民政府）", "（江汉区人民政府）"]
STORED = """SELECT units.name, percent FROM reports JOIN assignments ON assignments.id = assignment_id
JOIN units ON units.id = unit_id ORDER BY reports.id"""


async def test_the_buttons_of_a_shared_task_name_the_unit(li: Resident) -> None:
    await li.says("报进展")
    shared = [words for words in li.buttons() if words.startswith("39-1 ")]
    assert sorted(words[-9:] for words in shared) == UNITS


async def test_what_is_said_of_a_shared_task_waits_for_the_unit(town: Town, li: Resident) -> None:
    assert await li.says("39-1 50%") == "您指的是哪一项？"
    assert sorted(words[-9:] for words in li.buttons()) == UNITS
    [button] = [words for words in li.buttons() if words.endswith("（江汉区人民政府）")]
    assert "（江汉区人民政府）" in await li.presses(button)
    assert "（江汉区人民政府）" in await li.presses("提交")
    assert stored(town) == [("江汉区人民政府", 50)]


async def test_a_line_on_a_shared_task_that_names_the_unit_is_taken(town: Town, li: Resident) -> None:
    await li.says("江岸区 39-1 50%\n江汉区 39-1 60%")
    await li.presses("全部提交")
    assert stored(town) == [("江岸区人民政府", 50), ("江汉区人民政府", 60)]


async def test_a_line_on_a_shared_task_without_the_unit_says_so(li: Resident) -> None:
    shown = await li.says("江岸区 39-1 50%\n42-1 60%")
    assert "“42-1 60%”：42-1 由江岸区人民政府、江汉区人民政府分别填报，请写明单位" in shown


async def test_several_lines_without_the_unit_all_say_so(town: Town, li: Resident) -> None:
    shown = await li.says("39-1 50%\n42-1 60%")
    assert shown.startswith("“39-1 50%”：39-1 由") and "“42-1 60%”：42-1 由" in shown
    assert town.rows("SELECT * FROM drafts") == []
