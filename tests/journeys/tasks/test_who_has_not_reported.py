"""Who has not reported is listed for anybody, within what they may see."""

import pytest

from tests.journeys.town import Resident, Town


@pytest.mark.parametrize("words", ["谁还没报", "哪些单位还没报", "没报的单位有哪些", "which units have not reported"])
async def test_units_that_have_not_reported_are_listed_with_a_button_each(
    chen: Resident, lin: Resident, words: str
) -> None:
    await lin.reports("1-2", "进行中", "40")
    first, unit, *rest = (await chen.says(words)).splitlines()
    assert (first, unit) == ("共 38 家 252 项 · 还没报过进展 · 第 1/4 页", "市公安局：7 项")
    assert len(rest) == 9
    shown = await chen.presses("公安局")
    assert shown.strip().startswith("共 7 项 · 市公安局 · 还没报过进展") and "1-2" not in shown


async def test_the_units_are_turned_over_ten_a_page_with_short_names_on_the_buttons(chen: Resident) -> None:
    await chen.says("谁还没报")
    rows = [[button.text for button in row] for row in chen.last().keyboard]
    assert rows[0] == ["公安局", "农业局", "文旅局", "卫健委"]
    assert rows[-1] == ["下一页", "催办"]
    last = (await chen.presses("下一页", "下一页", "下一页")).splitlines()
    assert last[0].startswith("共 38 家 253 项 · 还没报过进展 · 第 4/4 页")
    assert last[-1] == "单位未明确：22 项"
    assert (await chen.presses("新洲区")).startswith("共 2 项 · 新洲区人民政府 · 还没报过进展")


async def test_from_the_units_that_are_late_they_are_nudged(chen: Resident, zhou: Resident, gu: Resident) -> None:
    await chen.says("哪些单位逾期了")
    asked = await chen.presses("催办")
    assert "1 人（市市场监管局）会收到" in asked and "43-4" in asked and "收不到：市卫生健康委" in asked
    await gu.says("哪些单位逾期了")
    assert "催办" not in gu.buttons()


async def test_who_has_not_reported_may_be_asked_of_some_units_or_days(
    town: Town, chen: Resident, lin: Resident
) -> None:
    await lin.reports("1-2", "进行中", "40")
    assert (await chen.says("各区谁没报")).startswith(
        "共 13 家 26 项 · 各区人民政府 · 还没报过进展 · 第 1/2 页\n江岸区人民政府：2 项"
    )
    assert (await chen.says("各区都报了没")) == chen.sees() == await chen.says("各区报齐了吗")
    assert chen.sees().startswith("共 13 家 26 项 · 各区人民政府 · 还没报过进展")
    assert (await chen.says("公安局还有谁没报")).startswith("共 7 项 · 市公安局 · 还没报过进展")
    await town.move_to("2019-12-03 09:00")
    assert (await chen.says("本周谁没报")).startswith("共 38 家 253 项 · 本周没报进展 · 第 1/4 页\n市公安局：8 项")


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


@pytest.mark.parametrize(
    ("said", "head"),
    [
        ("市监局年底前到期还没报的有几项", "共 16 项 · 市市场监管局 · 还没报过进展 · 11月25日至12月31日到期"),
        ("12月到期没报的", "共 44 项 · 还没报过进展 · 12月到期"),
        ("到期没报的有哪些", "共 7 项 · 已逾期"),
        ("持续开展的没报的有哪些单位", "共 35 家 129 项 · 持续开展的 · 还没报过进展"),
    ],
)
async def test_what_falls_due_later_and_was_not_reported_is_not_overdue(chen: Resident, said: str, head: str) -> None:
    assert (await chen.says(said)).startswith(head)


@pytest.mark.parametrize("said", ["江汉硚口汉阳三个区报了没", "江汉、硚口、汉阳三个区报了没"])
async def test_a_number_behind_units_counts_them_and_is_no_part_of_a_name(chen: Resident, said: str) -> None:
    told = await chen.says(said)
    assert told.startswith("共 3 家 ") and "硚口区人民政府" in told


ONLY_OWN = "这里只有本单位的任务。其他单位和全市的情况请问办公室，发“办公室联系人”看怎么联系。"
OF_OTHERS = [
    "how many tasks are late overall",
    "其他单位逾期的有哪些",
    "别的单位有哪些逾期",
    "全市逾期的有多少",
    "各单位逾期情况",
    "谁逾期了",
]


@pytest.mark.parametrize("said", OF_OTHERS)
async def test_a_liaison_who_asks_about_all_units_is_told_that_the_list_is_of_the_own_unit(
    lin: Resident, said: str
) -> None:
    shown = await lin.says(said)
    assert shown.startswith("共 0 项 · 已逾期\n") and shown.endswith(ONLY_OWN)


@pytest.mark.parametrize("said", OF_OTHERS)
async def test_the_office_is_shown_all(chen: Resident, said: str) -> None:
    shown = await chen.says(said)
    assert "7 项 · 已逾期" in shown and ONLY_OWN not in shown


@pytest.mark.parametrize("said", ["逾期的有哪些", "我还有哪些没完成", "全部任务", "how many tasks are late"])
async def test_a_liaison_who_asks_about_the_own_tasks_is_told_no_more(lin: Resident, said: str) -> None:
    assert ONLY_OWN not in await lin.says(said)


@pytest.mark.parametrize("said", ["谁没动", "谁还没动"])
async def test_who_has_not_begun_is_who_has_not_reported(chen: Resident, said: str) -> None:
    assert (await chen.says(said)).startswith("共 38 家 253 项 · 还没报过进展")
