"""A person who reports for two units that share a task is always told and asked which of them is meant."""

import pytest

from data.people.people import Role, add_membership, who_is
from data.plan.units import find_unit
from tests.journeys.town import Resident, Town


@pytest.fixture
def li(town: Town) -> Resident:
    """The liaison of one district who is deputy of another."""
    resident = town.member(1031, "小李", "江岸区人民政府", Role.LIAISON)
    person = who_is(town.db, resident.id, town.today())
    assert person is not None
    add_membership(town.db, person.id, Role.DEPUTY, find_unit(town.db, "江汉区").id)
    return resident


def stored(town: Town) -> list[tuple[object, ...]]:
    """Return the reports by unit."""
    return [tuple(row.values()) for row in town.rows(STORED)]


UNITS = ["（江岸区人民政府）", "（江汉区人民政府）"]
STORED = """SELECT units.name, percent FROM reports JOIN assignments ON assignments.id = assignment_id
JOIN units ON units.id = unit_id ORDER BY reports.id"""


async def test_the_buttons_of_a_shared_task_name_the_unit(li: Resident) -> None:
    await li.says("报进展")
    shared = [words for words in li.buttons() if words.startswith("39-1（")]
    assert sorted(words[-9:] for words in shared) == UNITS


async def test_what_is_said_of_a_shared_task_waits_for_the_unit(town: Town, li: Resident) -> None:
    assert (await li.says("39-1 50%")).startswith("您指的是哪一项？")
    assert sorted(words[-9:] for words in li.buttons()[:-1]) == UNITS
    [button] = [words for words in li.buttons() if words.endswith("（江汉区人民政府）")]
    assert "（江汉区人民政府）" in await li.presses(button)
    assert "（江汉区人民政府）" in await li.presses("提交")
    assert stored(town) == [("江汉区人民政府", 50)]


@pytest.mark.parametrize("said", ["江汉", "江汉区的"])
async def test_the_unit_chooses_among_shared_tasks(town: Town, li: Resident, said: str) -> None:
    assert "（江汉区人民政府）" in await li.says("39-1 50%", said)
    await li.presses("提交")
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


async def test_no_change_names_the_unit_in_its_list_its_buttons_and_what_was_stored(town: Town, li: Resident) -> None:
    shown = await li.says("本期无变化")
    assert all(line.split(" · ")[0].endswith(tuple(UNITS)) for line in shown.splitlines()[1:] if line.startswith("⚪"))
    assert all(words.endswith(tuple(UNITS)) for words in li.buttons() if words[0].isdigit())
    [button] = [words for words in li.buttons() if words == f"42-1 本期无变化{UNITS[1]}"]
    await li.presses(button)
    confirmed = next(each for each in li.heard() if each.startswith("已提交 ✓ 本期无变化（1 项）"))
    assert UNITS[1] in confirmed and [unit for unit, _ in stored(town)] == ["江汉区人民政府"]
    assert (await li.says("42-1 本期无变化")).splitlines()[1].split(" · ")[0].endswith(UNITS[0])
    assert li.buttons() == [f"42-1 本期无变化{UNITS[0]}"]
    assert (await li.says("撤回")).splitlines()[0].endswith(UNITS[1])


async def test_no_change_of_one_task_offers_nothing_for_all_the_others(li: Resident) -> None:
    await li.says("42-1 本期无变化")
    assert sorted(li.buttons()) == [f"42-1 本期无变化{unit}" for unit in UNITS]


async def test_the_notice_about_ongoing_work_names_the_unit(town: Town, li: Resident) -> None:
    await town.move_to("2019-12-24 09:00")
    units = [unit.strip("（）") for unit in UNITS]
    assert "\n".join(f"⚪ 42-1 各区充实基层执法\n　{unit} · 持续开展" for unit in units) in li.sees()
    assert all(words.endswith(tuple(UNITS)) for words in li.buttons()[1:])


async def test_what_waits_for_its_unit_only_is_asked_for_that_below_whatever_comes_between(
    town: Town, li: Resident
) -> None:
    assert "您指的是哪一项？\n⚪ 39-1" in await li.says("39-1 60% 已部署", "本期无变化")
    assert sorted(words[-9:] for words in li.buttons()[:-1]) == UNITS
    assert "您指的是哪一项？\n⚪ 39-1" in await li.says("/deadlines")
    [button] = [words for words in li.buttons() if words.endswith(UNITS[1])]
    assert "进度：60%" in await li.presses(button)
    assert stored(town) == []


async def test_the_steps_of_a_shared_task_wait_for_the_unit(li: Resident) -> None:
    assert await li.says("分解 39-1：11月底前 印方案；12月 检查") == "您指的是哪个单位？"
    assert "1. 11月30日 印方案\n2. 12月31日 检查" in await li.presses("江汉区人民政府")


async def test_a_task_of_two_units_is_told_of_once(town: Town, li: Resident, chen: Resident) -> None:
    await chen.submits("39-1的期限改到2020年6月1日，因为工作安排")
    assert (await li.says("39-1没变化")).startswith("39-1 有完成期限")


async def test_the_district_in_general_is_no_unit_where_a_task_of_it_is_told_of(town: Town) -> None:
    wu = town.member(1040, "吴主任", "武昌区人民政府", Role.LIAISON)
    shown = await wu.says("39-1区里11月开了推进会，42-1区里招了6个人")
    assert "填报 39-1" in shown and "情况：区里11月开了推进会" in shown and "情况：区里招了6个人" in shown
