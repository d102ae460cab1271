"""Several units, or a group of them, are given a task, leave it, or are all that it has."""

import pytest

from tests.journeys.resident import Resident
from tests.journeys.town import Town

DISTRICTS = 13


def _units(town: Town, code: str) -> dict[str, str | None]:
    """Return the present units of a task with their roles."""
    sql = """SELECT units.name, role FROM assignments JOIN tasks ON tasks.id = task_id
    JOIN units ON units.id = unit_id WHERE code = ? AND assignments.gone_at IS NULL"""
    return {row["name"]: row["role"] for row in town.rows(sql, code)}


def _districts(town: Town, code: str) -> list[str | None]:
    return [role for name, role in _units(town, code).items() if name.endswith("区人民政府")]


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("新增任务：元旦春节市场专项检查，市市场监管局、各区，2020年1月24日前，放在第1项", "joint"),
        ("新增任务：节日农资检查，由市场局牵头，各区配合，2020年1月24日前，加到1-8下面", "joint"),
        ("新增任务：节日农资检查，各区政府，2020年1月24日前，第一项", None),
    ],
)
async def test_a_new_task_of_the_districts_goes_to_each_of_them(
    town: Town, chen: Resident, said: str, role: str | None
) -> None:
    assert (await chen.says(said)).startswith("成果形式是什么")
    shown = await chen.says("跳过", "按上级统一安排")
    assert "新任务 1-19" in shown and "放" not in shown and "第" not in shown and "武昌区人民政府" in shown
    await chen.presses("提交")
    assert _districts(town, "1-19") == [role] * DISTRICTS
    assert "各区人民政府" not in _units(town, "1-19")


async def test_the_item_of_a_new_task_is_answered_by_its_number(chen: Resident) -> None:
    await chen.says("新增任务：节日农资检查，市农业农村局，2020年1月24日前")
    await chen.says("第三项")
    assert "新任务 3-20（3. 部门执法协作与信息共享）" in await chen.says("跳过", "按上级统一安排")


async def test_the_districts_join_and_leave_a_task_as_units(town: Town, chen: Resident) -> None:
    await chen.submits("给1-8加上各区配合，因为需要联动")
    assert _districts(town, "1-8") == ["joint"] * DISTRICTS
    await chen.submits("1-8去掉江岸区和江汉区，因为不涉及")
    assert _districts(town, "1-8") == ["joint"] * (DISTRICTS - 2)
    assert (await chen.says("1-8移交给各区，因为属地管理")).startswith("“各区人民政府”是好几个单位")


@pytest.mark.parametrize(
    ("said", "then"),
    [
        ("把43-5的负责单位改成市监局和商务局，分工调整", {"市市场监管局": "lead", "市商务局": "joint"}),
        ("43-5的责任单位调整为商务局、公安局，分工调整", {"市商务局": "lead", "市公安局": "joint"}),
        ("43-5负责单位改为商务局，分工调整", {"市商务局": None}),
        ("43-5改成由商务局办，分工调整", {"市商务局": None}),
    ],
)
async def test_the_units_named_as_all_of_a_task_are_all_that_it_has(
    town: Town, chen: Resident, said: str, then: dict[str, str | None]
) -> None:
    await chen.submits(said)
    assert _units(town, "43-5") == then
    await chen.submits("43-5的负责单位改成市监局和海关，分工调整")
    assert set(_units(town, "43-5")) == {"市市场监管局", "武汉海关"}
    await chen.submits("43-5的负责单位改成海关，分工调整")
    assert _units(town, "43-5") == {"武汉海关": None}


@pytest.mark.parametrize("answers", [(), ("1-8",), ("1-8", "跳过", "按上级统一安排")])
@pytest.mark.parametrize(
    ("order", "then"),
    [("删除1-9，已并入1-8", "移出任务表"), ("办结1-9，成果已验收", "办结"), ("把1-9的期限改到12月20日", "期限")],
)
async def test_an_order_about_another_task_is_no_answer_about_a_new_one(
    chen: Resident, answers: tuple[str, ...], order: str, then: str
) -> None:
    await chen.says("新增任务：元旦春节市场专项检查，市市场监管局，2020年1月24日前", *answers)
    await chen.says(order)
    shown, waits = chen.heard()[-2:]
    assert "1-9 网络市场监管专项" in shown and then in shown
    assert waits == "新增的任务还没提交，要接着办请点“继续”。"
