from tests.journeys.town import Resident


async def test_a_coordinator_asks_for_one_units_tasks(chen: Resident) -> None:
    said = await chen.says("公安局的任务")
    assert said.startswith("共 8 项 · 市公安局")


async def test_the_pages_of_one_units_list_stay_with_the_unit(chen: Resident) -> None:
    assert (await chen.says("市场监管局还有哪些没完成")).startswith("共 52 项 · 市市场监管局 · 未完成")
    assert (await chen.presses("下一页")).startswith("共 52 项 · 市市场监管局 · 未完成 · 第 2/7 页")


async def test_what_is_unfinished_leaves_out_what_is_done(lin: Resident) -> None:
    await lin.says("1-2 已完成")
    await lin.presses("提交")
    assert (await lin.says("我们还有哪些没完成")).startswith("共 7 项 · 未完成")


async def test_a_liaison_sees_nothing_of_another_units_list(lin: Resident) -> None:
    assert (await lin.says("武汉海关的任务")).startswith("共 0 项")
