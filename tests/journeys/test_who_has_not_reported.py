"""Who has not reported is listed for whoever asks, within what they may see."""

import pytest

from tests.journeys.town import Resident, Town


@pytest.mark.parametrize("words", ["谁还没报", "哪些单位还没报", "没报的单位有哪些", "which units have not reported"])
async def test_units_that_have_not_reported_are_listed_with_a_button_each(
    chen: Resident, lin: Resident, words: str
) -> None:
    await lin.reports("1-2", "进行中", "40")
    first, unit, *_, last = (await chen.says(words)).splitlines()
    assert first == "共 38 家 252 项 · 还没报过进展"
    assert (unit, last) == ("市公安局：7 项", "单位未明确：22 项")
    shown = await chen.presses("市公安局")
    assert shown.strip().startswith("共 7 项 · 市公安局 · 还没报过进展") and "1-2" not in shown


async def test_who_has_not_reported_may_be_asked_of_some_units_or_days(
    town: Town, chen: Resident, lin: Resident
) -> None:
    await lin.reports("1-2", "进行中", "40")
    assert (await chen.says("各区谁没报")).startswith(
        "共 13 家 26 项 · 各区人民政府 · 还没报过进展\n江岸区人民政府：2 项"
    )
    assert (await chen.says("公安局还有谁没报")).startswith("共 7 项 · 市公安局 · 还没报过进展")
    await town.move_to("2019-12-03 09:00")
    assert (await chen.says("本周谁没报")).startswith("共 38 家 253 项 · 本周没报进展\n市公安局：8 项")


async def test_a_liaison_who_asks_sees_what_the_own_unit_has_not_reported_on(lin: Resident) -> None:
    await lin.reports("1-2", "进行中", "40")
    for words in ("谁还没报", "哪些任务还没报过进展"):
        assert (await lin.says(words)).startswith("共 7 项 · 还没报过进展")


async def test_a_group_hears_who_has_not_reported_within_its_scope(town: Town, chen: Resident, lin: Resident) -> None:
    group = await town.bind_group(chen, lin)
    assert (await lin.says("@liaison_test_bot 谁还没报", chat=group)).startswith(
        "共 38 家 253 项 · 还没报过进展\n市公安局：8 项"
    )
    await chen.says("/bind 公安局", chat=group)
    assert (await lin.says("@liaison_test_bot 谁还没报", chat=group)).startswith("共 8 项 · 市公安局 · 还没报过进展")
