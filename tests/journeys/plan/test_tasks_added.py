"""New tasks in words: their place, units, day and reason, and who hears of them."""

import pytest

from tests.journeys.town import Resident, Town

REASONED = "按上级统一安排"


async def test_a_new_task_gets_the_next_code_of_its_item_and_its_units_hear_of_it(
    town: Town, lin: Resident, chen: Resident
) -> None:
    assert "放在哪个细项下" in await chen.says("新增任务：开展直播带货专项检查")
    assert "成果形式" in await chen.says("1-2")
    await chen.presses("跳过")
    assert "没有“某某局”这个单位" in await chen.says("12月底前", "某某局")
    await chen.says("市公安局、市市场监管局")
    checked = await chen.presses(REASONED)
    assert "负责单位：市公安局（牵头）、市市场监管局（配合）" in checked and "2019年12月31日" in checked
    await chen.presses("提交")
    [row] = town.rows("SELECT code, item, gone_at FROM tasks WHERE measure = '开展直播带货专项检查'")
    assert row["item"].startswith("1. ") and row["gone_at"] is None
    await town.move_to("2019-11-25 08:32")
    assert "新增任务" in lin.sees() and row["code"] in lin.buttons()
    assert (await lin.says(row["code"])).startswith(f"{row['code']} 开展直播带货专项检查")
    await chen.presses("撤销")
    assert "没有找到" in await lin.says(row["code"])


async def test_a_new_task_takes_its_unit_and_day_from_the_sentence(town: Town, chen: Resident) -> None:
    await chen.says("新增任务 市公安局年底前开展一次假酒清查")
    assert (await chen.says("1-2")).startswith("放在哪一项") or "成果形式是什么" in chen.sees()
    assert (await chen.says("确认")).startswith("“确认”答不了这里问的")
    await chen.says("跳过")
    checked = await chen.presses("按上级统一安排")
    assert "完成时间：2019年12月31日" in checked and "负责单位：市公安局" in checked and "成果" not in checked
    assert "新增任务" in await chen.says("确认")
    assert town.rows("SELECT deliverable FROM tasks WHERE code = '1-19'") == [{"deliverable": ""}]


async def test_a_new_task_is_said_without_signs_and_put_right_at_any_question(chen: Resident) -> None:
    said = "临时加一项任务 双12网络打假专项检查 市监局牵头 公安局商务局配合 12月15号前报检查总结"
    assert (await chen.says(said)).startswith("新任务放在哪个细项下？")
    told = await chen.says("期限改12月20号吧 公安局不用配合了")
    assert "完成时间：2019年12月20日\n负责单位：市市场监管局、市商务局\n\n新任务放在哪个细项下？" in told
    await chen.says("1-9", "再加上海关")
    shown = await chen.says("领导要求")
    assert "细化措施：双12网络打假专项检查\n成果：检查总结\n完成时间：2019年12月20日\n" in shown
    assert "负责单位：市市场监管局（牵头）、市商务局（配合）、武汉海关（配合）" in shown
    assert "负责单位：市市场监管局（牵头）、市商务局（配合）\n" in await chen.says("海关不用参与")


async def test_its_day_is_put_right_while_its_place_is_asked_for(chen: Resident) -> None:
    await chen.says("加一个任务：直播带货打假专项，市商务局和市市场监管局，年底前完成")
    shown = await chen.says("期限写错了 是12月25日")
    assert shown.startswith("已记下：\n完成时间：2019年12月25日\n\n新任务放在哪个细项下？")
    assert (await chen.says("确认")).startswith("“确认”答不了这里问的")
    assert (await chen.says("99-9")).startswith("任务表里没有任务 99-9")


async def test_what_is_said_before_a_new_task_is_its_reason_and_several_days_stay_in_its_words(chen: Resident) -> None:
    await chen.says("12月4日是宪法宣传日 加一个活动 青山区参加 12月3日前报方案 12月6日前报总结")
    shown = await chen.says("1-9", "跳过", "12月6日")
    assert "12月3日前报方案" in shown and "12月6日前报总结" in shown
    assert "负责单位：青山区人民政府\n原因：12月4日是宪法宣传日\n" in shown


@pytest.mark.parametrize("order", ["新增任务", "新增一个任务"])
async def test_what_is_said_of_a_new_task_goes_where_it_belongs(chen: Resident, lin: Resident, order: str) -> None:
    said = f"{order}：开展儿童玩具专项检查，海关配合，市场局牵头，明年6月底前完成，出检查总结"
    assert "放在哪个细项下" in await chen.says(said)
    assert "为什么改" in await chen.says("跟29-4一个细项")
    shown = await chen.says("会议定的")
    assert "细化措施：开展儿童玩具专项检查\n成果：检查总结\n完成时间：2020年6月30日\n" in shown
    assert "负责单位：市市场监管局（牵头）、武汉海关（配合）" in shown


async def test_the_units_of_a_new_task_are_told_with_their_parts(chen: Resident) -> None:
    await chen.says("新加一项任务", "新增任务", "6-7", "开展儿童玩具专项检查", "跳过", "明年6月底")
    assert "为什么改" in await chen.says("市场局牵头，海关配合")
    assert "负责单位：市市场监管局（牵头）、武汉海关（配合）" in await chen.says("会议定的")


@pytest.mark.parametrize("said", ["在1-9那一项下新增任务", "1-9下面加一项"])
async def test_a_new_task_may_be_said_with_its_place(chen: Resident, said: str) -> None:
    asked = await chen.says(f"{said}：查处刷单炒信，市市场监管局负责，2020年6月底前")
    assert asked.startswith("成果形式是什么？")
    checked = await chen.says("跳过", "省里要求")
    assert "查处刷单炒信" in checked and "市市场监管局" in checked and "2020年6月30日" in checked
    assert "1. 专项整治与日常监管结合" in checked


@pytest.mark.parametrize("said", ["1-9里面增加商务局", "1-9下面增加一项配合单位商务局"])
async def test_a_unit_added_to_a_task_is_no_new_task(chen: Resident, said: str) -> None:
    assert (await chen.says(said)).startswith("加单位：1-9 网络市场监管专项 → 市商务局\n")


@pytest.mark.parametrize(
    ("said", "units"),
    [
        ("给公安局和市监局加个任务：春节前联合检查一次", "市公安局（牵头）、市市场监管局（配合）"),
        ("给各区加个任务：开展年货市场检查", "江岸区人民政府、江汉区人民政府、"),
        ("公安局说人手够，给市监局加个任务：检查年货", "市市场监管局\n"),
    ],
)
async def test_a_new_task_is_for_the_units_named_before_it(chen: Resident, said: str, units: str) -> None:
    await chen.says(said, "2-7", "检查总结")
    if "什么时候完成" in chen.sees():
        await chen.says("12月底")
    if REASONED in chen.buttons():
        await chen.presses(REASONED)
    assert f"负责单位：{units}" in chen.sees()


@pytest.mark.parametrize("said", ["改成市监局牵头 公安配合", "算了 改成市监局牵头，公安局配合"])
async def test_the_units_of_a_new_task_are_put_right_while_its_deliverable_is_asked_for(
    chen: Resident, said: str
) -> None:
    await chen.says("新增任务 年底前督查直播带货，商务局牵头", "1-8")
    assert (await chen.says(said)).startswith("已记下：\n负责单位：市市场监管局、市公安局")
    assert "成果形式是什么" in chen.sees()
    await chen.presses("跳过")
    checked = await chen.presses(REASONED)
    assert "负责单位：市市场监管局（牵头）、市公安局（配合）" in checked and "商务局" not in checked
