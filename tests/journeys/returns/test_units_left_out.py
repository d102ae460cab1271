"""Leaving out one unit from one period of a statistics return, while all others are asked."""

import pytest

from tests.journeys.town import Resident, Town

WHY = "机构调整"


def left_out(town: Town) -> list[tuple[str, str]]:
    rows = town.rows(
        "SELECT name, left_out FROM unit_returns JOIN units ON units.id = unit_id WHERE left_out IS NOT NULL"
    )
    return [(row["name"], row["left_out"]) for row in rows]


@pytest.mark.parametrize(
    "said",
    [
        f"月报公安局这个月不用报，{WHY}",
        f"公安局11月的月报不用报，{WHY}",
        f"公安局这期月报不报了，{WHY}",
        f"月报公安局这次不用报，{WHY}",
        f"这个月公安局不用交月报，{WHY}",
    ],
)
async def test_a_unit_is_left_out_after_a_look(town: Town, asked: Resident, lin: Resident, said: str) -> None:
    assert (await asked.says(said)).startswith(f"《统计月报》11月，市公安局不用报了？原因：{WHY}\n")
    assert left_out(town) == []
    assert (await asked.presses("确认不报")).startswith("《统计月报》11月，市公安局不用报了。")
    assert left_out(town) == [("市公安局", WHY)]
    page = await asked.says("/returns")
    assert "还没报（3）：市农业农村局、武汉海关、市商务局" in page and f"本期不用报：市公安局（{WHY}）" in page
    assert "现在没有要填的统计报表" in await lin.says("填报表")


async def test_of_the_round_shown_no_more_than_the_unit_is_left_out(asked: Resident) -> None:
    await asked.says("/returns")
    assert "市公安局为什么不报？" in await asked.says("公安局这次不用报")
    assert f"市公安局不用报了？原因：{WHY}" in await asked.says(WHY)


async def test_several_units_are_left_out_of_the_round_shown_and_one_is_asked_again(
    town: Town, asked: Resident
) -> None:
    await asked.says("/returns")
    await asked.says(f"农业局和海关这期免报，{WHY}")
    await asked.presses("确认不报")
    assert {name for name, _ in left_out(town)} == {"市农业农村局", "武汉海关"}
    assert (await asked.says("海关这期照常")).startswith("《统计月报》11月，武汉海关照常报。")
    assert left_out(town) == [("市农业农村局", WHY)]


async def test_it_is_asked_again_in_words_or_by_taking_it_back(town: Town, asked: Resident, lin: Resident) -> None:
    await asked.says(f"公安局11月的月报不用报，{WHY}")
    await asked.presses("确认不报", "撤销")
    assert left_out(town) == []
    await asked.says(f"公安局11月的月报不用报，{WHY}")
    await asked.presses("确认不报")
    assert (await asked.says("报表公安局照常报")).startswith("《统计月报》11月，市公安局照常报。")
    assert left_out(town) == [] and "11月" in await lin.says("填报表")
    await asked.presses("撤销")
    assert left_out(town) == [("市公安局", WHY)]


async def test_units_that_are_left_out_once_more_have_each_its_own_reason(town: Town, asked: Resident) -> None:
    for unit, why in (("公安局", WHY), ("海关", "系统升级")):
        await asked.says(f"{unit}11月的月报不用报，{why}")
        await asked.presses("确认不报")
    assert "市公安局、武汉海关照常报。" in await asked.says("报表公安局和海关照常报")
    await asked.presses("撤销")
    assert left_out(town) == [("市公安局", WHY), ("武汉海关", "系统升级")]


async def test_a_change_of_the_return_leaves_it_out_still(town: Town, asked: Resident) -> None:
    await asked.says(f"公安局11月的月报不用报，{WHY}")
    await asked.presses("确认不报")
    await asked.says("月报商务局不用报了")
    await asked.presses("确认修改")
    assert left_out(town) == [("市公安局", WHY)]
    assert "还没报（2）：市农业农村局、武汉海关" in await asked.says("/returns")


async def test_what_was_filed_is_not_left_out(town: Town, asked: Resident, lin: Resident) -> None:
    await lin.says("填报表")
    await lin.says("立案12 案值35.5 抓获2")
    await lin.presses("提交")
    assert (await asked.says("公安局11月的月报不用报")).startswith("说到的单位这一期已经报了")
    assert left_out(town) == []


async def test_what_was_set_anew_of_one_unit_since_is_not_taken_back_with_the_others(
    town: Town, asked: Resident
) -> None:
    await asked.says(f"月报农业局和海关这个月不用报，{WHY}")
    await asked.presses("确认不报")
    both = asked.messages()[-1]
    await asked.says("报表海关照常报", "月报海关这个月不用报，并到下期")
    await asked.presses("确认不报")
    await asked.presses("撤销", on=both)
    assert dict(left_out(town)) == {"市农业农村局": WHY, "武汉海关": "并到下期"}


@pytest.mark.parametrize(
    ("said", "answer"),
    [("月报什么时候交", "现在没有要填的统计报表"), ("when is the monthly report due", "There is no statistics return")],
)
async def test_a_unit_that_owes_no_return_is_told_so_when_it_asks_when_one_is_due(
    lin: Resident, grace: Resident, said: str, answer: str
) -> None:
    assert (await (lin if "月报" in said else grace).says(said)).startswith(answer)
