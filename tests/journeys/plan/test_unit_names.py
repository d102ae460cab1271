"""Other names and groups of units, changed in the chat, are understood at once."""

import pytest

from data.people.people import Role
from tests.journeys.town import Resident, Town


async def _page(chen: Resident) -> str:
    await chen.says("/people 市商务局")
    return await chen.presses("叫法和分组")


async def test_a_unit_gets_another_name_and_is_understood_by_it(chen: Resident) -> None:
    assert "没有" in await chen.says("/invite 大商办")
    assert "也叫：" in await _page(chen)
    assert "市商务局还叫什么" in await chen.presses("加一个叫法")
    assert "大商办" in await chen.says("大商办")
    assert (await chen.says("/invite 大商办")).startswith("市商务局联络员邀请链接")
    assert (await chen.says("/invite 公安局")).startswith("市公安局联络员邀请链接")
    await _page(chen)
    assert "大商办" not in await chen.presses("去掉 大商办")
    assert "没有“大商办”" in await chen.says("/invite 大商办")


async def test_removing_a_name_that_is_gone_already_changes_nothing(chen: Resident) -> None:
    await _page(chen)
    await chen.presses("加一个叫法")
    await chen.says("大商办")
    first = chen.messages()[-1]
    await _page(chen)
    await chen.presses("去掉 大商办")
    assert "过时" not in await chen.presses("去掉 大商办", on=first)
    assert "大商办" not in chen.messages()[-2].text


async def test_what_changed_nothing_is_no_act_to_be_taken_back(chen: Resident) -> None:
    await _page(chen)
    await chen.presses("加一个叫法")
    await chen.says("商务局")
    await chen.submits("建一个单位组 打假专班：公安局、海关")
    last = await chen.says("撤销")
    await chen.submits("打假专班去掉农业局")
    await chen.submits("把公安局加入打假专班")
    assert await chen.says("撤销") == last
    await chen.presses("撤销")
    assert (await chen.says("撤销")).startswith("最近一天没有可以撤销的操作")


async def test_a_name_of_another_unit_is_refused(chen: Resident) -> None:
    await _page(chen)
    await chen.presses("加一个叫法")
    assert "“公安局”已经是市公安局的叫法了" in await chen.says("公安局")


async def test_units_are_put_into_a_group_and_taken_out(chen: Resident) -> None:
    await _page(chen)
    await chen.presses("加入分组")
    assert "分组：流通组" in await chen.says("流通组")
    answer = await chen.says("流通组的任务")
    assert answer.startswith("共 ") and "流通组" in answer.splitlines()[0]
    await _page(chen)
    assert "不属于任何分组" in await chen.presses("退出 流通组")


async def test_names_are_changed_by_the_office_alone(town: Town, lin: Resident) -> None:
    assert "办公室" in await lin.forges("unit:alias:1")
    assert town.rows("SELECT * FROM unit_aliases") == []


async def test_a_new_name_is_told_in_a_sentence_and_shown_first(chen: Resident) -> None:
    shown = await chen.says("商务局改名叫大商办")
    assert shown == "市商务局也叫“大商办”：以后写“大商办”就是市商务局，任务表里的名称不变。对吗？"
    shown = await chen.says("下周的天气")
    assert shown.startswith("“下周的天气”没有照办，这里什么也还没做。同意请点“提交”")
    assert chen.buttons() == ["提交", "取消"]
    assert "大商办" in await chen.says("对") and chen.buttons() == ["撤销"]
    assert (await chen.says("/invite 大商办")).startswith("市商务局联络员邀请链接")


async def test_a_question_gives_no_name(town: Town, chen: Resident) -> None:
    await chen.says("商务局改名叫大商办了吗？")
    assert "大商办" not in {row["alias"] for row in town.rows("SELECT alias FROM unit_aliases")}


@pytest.mark.parametrize("said", ["给公安局起个叫法叫市局", "公安局还可以叫市局", "公安局的简称改成市局"])
async def test_another_name_is_given_in_other_words(chen: Resident, said: str) -> None:
    assert (await chen.says(said)).startswith("市公安局也叫“市局”")


async def test_an_order_at_the_look_at_a_name_is_carried_out(town: Town, chen: Resident) -> None:
    town.member(1030, "农科长", "市农业农村局", Role.LIAISON)
    assert (await chen.says("商务局又叫大商办")).startswith("市商务局也叫“大商办”")
    await chen.says("催29-4")
    assert "1 人（市农业农村局）会收到" in chen.heard()[-2] and chen.buttons() == ["继续"]
    await chen.presses("继续", "提交")
    assert (await chen.says("/invite 大商办")).startswith("市商务局联络员邀请链接")


async def test_a_group_is_made_changed_and_ended_in_words(town: Town, chen: Resident) -> None:
    assert "加入 2 家：市公安局、武汉海关" in await chen.says("建个组叫打假专班，公安局海关")
    await chen.presses("提交")
    assert "加入 1 家：市农业农村局" in await chen.says("把农业局也加到打假专班")
    await chen.presses("提交")
    assert "去掉 1 家：武汉海关" in await chen.says("打假专班去掉海关")
    await chen.presses("提交")
    assert await chen.says("打假专班有哪些单位") == "分组“打假专班”有 2 家：市公安局、市农业农村局。"
    assert "去掉 2 家" in await chen.says("打假专班不要了")
    await chen.presses("取消")
    assert "去掉 2 家" in await chen.says("打假专班解散")
    await chen.presses("提交")
    assert town.rows("SELECT * FROM unit_group_members WHERE group_name = '打假专班'") == []
    await chen.presses("撤销")
    assert len(town.rows("SELECT * FROM unit_group_members WHERE group_name = '打假专班'")) == 2


async def test_each_group_that_a_unit_is_put_into_is_taken_back_by_itself(town: Town, chen: Resident) -> None:
    await chen.says("建个组叫打假专班，公安局海关")
    await chen.presses("提交")
    first = chen.messages()[-1]
    await chen.says("建个组叫流通组，公安局商务局")
    await chen.presses("提交")
    await chen.presses("撤销", on=first)
    rows = town.rows("SELECT DISTINCT group_name FROM unit_group_members WHERE group_name IN ('打假专班', '流通组')")
    assert rows == [{"group_name": "流通组"}]


@pytest.mark.parametrize("said", ["新建单位市数据局", "新增单位：市数据局", "怎么加一个单位"])
async def test_a_unit_that_the_plan_does_not_have_is_led_to_the_plan_file(chen: Resident, said: str) -> None:
    assert (await chen.says(said)).startswith("单位从任务表里来：在任务表文件的“负责单位”栏写上新单位，把文件发给我")
