"""A group bound to one unit is told only about that unit."""

from tests.journeys.town import Resident, Town


async def test_a_group_bound_to_a_unit_hears_of_that_unit_alone(town: Town, chen: Resident) -> None:
    group = await town.found_group(chen)
    assert "本群已绑定：市市场监管局" in await chen.says("/bind 市场监管局", chat=group)
    answer = await chen.says("/deadlines", chat=group)
    assert answer.startswith("本周工作提示：到期 1 项，已过期限 1 项")
    assert "市文化和旅游局" not in answer


async def test_a_group_of_one_unit_hears_nothing_of_others(town: Town, chen: Resident, lin: Resident) -> None:
    group = await town.found_group(chen, lin)
    await chen.says("/bind 市场监管局", chat=group)
    assert (await lin.says("@liaison_test_bot 逾期的", chat=group)).startswith("共 2 项 · 市市场监管局 · 已逾期")
    for words in ("公安局的任务", "公安局逾期的", "文旅和公安的任务", "各区", "各区逾期的"):
        assert (await lin.says(f"@liaison_test_bot {words}", chat=group)).startswith("本群只回答市市场监管局的任务")
    assert (await lin.says("@liaison_test_bot 我的任务", chat=group)).startswith("您的任务不在本群的范围内")
    assert (await lin.says("@liaison_test_bot 2-7", chat=group)).startswith("本群只回答市市场监管局的任务")
    assert (await lin.says("@liaison_test_bot 99-9", chat=group)).startswith("没有找到您可以查看的任务 99-9")
    assert "公安" not in await chen.says("@liaison_test_bot 汇总", chat=group)


async def test_a_group_of_one_unit_asked_for_another_as_well_says_what_it_leaves_out(
    town: Town, chen: Resident
) -> None:
    group = await town.found_group(chen)
    await chen.says("/bind 市场监管局", chat=group)
    first, *_, last = (await chen.says("@liaison_test_bot 市场监管局和公安局逾期的", chat=group)).splitlines()
    assert first.startswith("共 2 项 · 市市场监管局 · 已逾期")
    assert last == "本群只回答市市场监管局的任务；其他的请私聊我。"


async def test_a_joint_task_in_a_group_of_one_unit_shows_that_unit_alone(town: Town, chen: Resident) -> None:
    group = await town.found_group(chen)
    shown = await chen.says("/bind 江岸区", "@liaison_test_bot 39-1", chat=group)
    assert "江岸区人民政府" in shown and "武昌区" not in shown and "家已报" not in shown


async def test_a_group_is_bound_to_the_units_of_a_group_of_units(town: Town, chen: Resident) -> None:
    group = await town.bind_group(chen)
    assert "本群已绑定：江岸区人民政府、江汉区人民政府" in await chen.says("/bind 各区", chat=group)
