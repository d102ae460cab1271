"""Exclusions (除了公安局, 商务局除外): notices, nudges, returns and changes go to all others."""

import pytest

from data.people.people import Role
from tests.journeys.town import Resident, Town


async def monthly(town: Town, chen: Resident) -> None:
    await chen.says("建个统计月报", "统计月报", "立案 案值", "跳过", "公安 农业局 商务", "11月", "5", "确认建立")
    await town.move_to("2019-12-02 09:00")


@pytest.mark.parametrize(
    "said", ["除了1-2，公安局的都改到年底", "公安局的都改到年底，1-2除外", "除1-2外，公安局的都改到12月31日"]
)
async def test_all_tasks_but_one_are_changed(chen: Resident, lin: Resident, said: str) -> None:
    asked = await chen.says(said)
    assert asked.startswith("改期限：") and "1-2" not in asked and "6-7" in asked
    checked = await chen.says("分工调整")
    assert "1-2 " not in checked and "6-7 " in checked and checked.endswith("会通知：市公安局")


async def test_of_whose_tasks_is_asked(chen: Resident) -> None:
    assert "请写出要改的编号" in await chen.says("除了1-2都改到年底")


@pytest.mark.parametrize(
    "said", ["通知除公安局外的单位：明天交表", "除了公安局都发：明天交表", "发给公安局以外的：明天交表"]
)
async def test_a_notice_goes_to_all_others(
    town: Town, chen: Resident, lin: Resident, nong: Resident, shang: Resident, said: str
) -> None:
    checked = await chen.says(said)
    assert "通知\n明天交表" in checked and "发给 2 人（2 个单位：市农业农村局、市商务局）" in checked
    await chen.says("确认")
    await town.move_to("2019-11-25 08:32")
    assert "明天交表" in nong.sees() and "明天交表" in shang.sees()
    assert not any("明天交表" in each for each in lin.heard())


@pytest.mark.parametrize(
    "said",
    [
        "别通知市场局，通知商务局",
        "不通知市场局了，通知商务局",
        "先别通知市场局，通知商务局",
        "不要通知市场局，通知商务局",
        "市场局不必通知，通知商务局",
        "通知商务局和市场局，市场局不用通知",
        "通知商务局，市场局先不通知",
    ],
)
async def test_who_is_not_to_be_told_is_no_recipient_beside_others(
    chen: Resident, zhou: Resident, shang: Resident, said: str
) -> None:
    await chen.says(said, "周五开会")
    assert "发给 1 人（1 个单位：市商务局）" in await chen.presses("不需要回复")


@pytest.mark.parametrize(
    "said", ["通知商务局和市场局周五开会，市场局先不通知", "通知市场局、商务局周五开会，市场局就不用通知了。"]
)
async def test_who_is_not_to_be_told_may_follow_the_words_for_the_others(
    chen: Resident, zhou: Resident, shang: Resident, said: str
) -> None:
    shown = await chen.says(said)
    assert "\n周五开会\n" in shown and "发给 1 人（1 个单位：市商务局）" in shown


async def test_who_is_not_to_be_told_after_all_gets_no_notice(
    town: Town, chen: Resident, lin: Resident, zhou: Resident
) -> None:
    await chen.says("通知公安局、市场局：周五开会")
    assert "发给 1 人（1 个单位：市公安局）" in await chen.says("市场局就不通知了")
    assert await chen.says("别催了，都报了") == "不发了吗？写好的内容不会保留。"
    await chen.presses("不要了")
    assert await chen.says("市场局就不通知了") == "好的，什么也没有改，也没有发。"
    assert town.rows("SELECT * FROM broadcasts") == []


@pytest.mark.parametrize("said", ["除了商务局，月报都催一下", "催月报，商务局除外", "催月报，不包括商务局"])
async def test_a_return_is_asked_of_all_others(
    town: Town, chen: Resident, lin: Resident, nong: Resident, shang: Resident, said: str
) -> None:
    await monthly(town, chen)
    assert "2 人（市公安局、市农业农村局）会收到" in await chen.says(said)
    assert "1 人（市公安局）会收到" in await chen.says("农业局报过了别催")
    await chen.says("确认")
    await town.move_to("2019-12-02 09:02")
    assert "催办" in lin.sees()
    assert not any("催办" in each for each in [*nong.heard(), *shang.heard()])


async def test_a_return_is_asked_of_those_who_are_named(
    town: Town, chen: Resident, lin: Resident, nong: Resident, shang: Resident
) -> None:
    await monthly(town, chen)
    everybody = await chen.says("催月报")
    assert "3 人" in everybody and (await chen.says("加上公安局")).endswith(everybody)
    assert "1 人（市商务局）会收到" in await chen.says("只催商务局")
    assert "2 人（市公安局、市商务局）会收到" in await chen.says("再加上公安局")
    assert "1 人（市公安局）会收到" in await chen.says("商务局报过了别催")


async def test_one_unit_is_taken_out_of_a_return(town: Town, chen: Resident, nong: Resident, shang: Resident) -> None:
    await monthly(town, chen)
    checked = await chen.says("月报商务局不用报了")
    assert "单位：2 家：市公安局、市农业农村局\n" in checked and "停用" not in checked


async def test_what_is_deleted_is_not_left_out(chen: Resident) -> None:
    assert "移出任务表：29-4" in await chen.says("删除29-4")


async def test_a_list_leaves_units_out_on_all_its_pages(chen: Resident) -> None:
    first = await chen.says("市场局的别列")
    assert first.startswith("共 202 项 · 不含市市场监管局") and "（市市场监管局）" not in first
    assert "（市市场监管局）" not in await chen.presses("下一页")
    late = await chen.says("除了市场局还有谁逾期")
    assert late.startswith("共 4 家 5 项 · 不含市市场监管局 · 已逾期") and "市市场监管局：" not in late
    both = await chen.says("除了市场局和文旅局，逾期的有哪些")
    assert "不含市市场监管局、市文化和旅游局 · 已逾期" in both and "（市文化和旅游局）" not in both


async def test_a_list_leaves_out_what_goes_on_without_end(chen: Resident) -> None:
    shown = await chen.says("市场局的给我列一下，别列持续开展的")
    assert "市市场监管局 · 不含持续开展的" in shown and "· 持续开展\n" not in shown
    assert "· 持续开展的" in await chen.says("持续开展的有哪些")


@pytest.mark.parametrize(
    ("begun", "said", "asked"),
    [
        ("通知公安局：周五开会", "公安局不要了", "不发了吗？写好的内容不会保留。"),
        ("邀请公安局张三", "公安局的不要了", "真的取消吗？已填的内容不会保留。"),
        ("建统计月报，立案，公安局报，11月开始，第5个工作日截止", "立案不要了", "不建了吗？选好的不会保留。"),
    ],
)
async def test_where_the_only_one_is_taken_out_it_is_asked_whether_to_give_it_up(
    chen: Resident, lin: Resident, begun: str, said: str, asked: str
) -> None:
    await chen.says(begun)
    assert asked in await chen.says(said)


@pytest.mark.parametrize(
    "said",
    [
        "通知各单位：周五开会。市场局和公安局不用来",
        "通知各单位周五开会，公安局、市场局不用参加",
        "通知所有单位：周五开会，市场局不必到会，公安局也不用了。",
        "通知商务局：周五开会，其他单位不用",
    ],
)
async def test_who_need_not_come_gets_no_notice(
    chen: Resident, zhou: Resident, lin: Resident, shang: Resident, said: str
) -> None:
    shown = await chen.says(said)
    assert "\n周五开会\n" in shown and "发给 1 人（1 个单位：市商务局）" in shown


@pytest.mark.parametrize(
    "told", ["周五的会改期，市场局不用来", "月底前报总结，公安局还没报", "周五开会，公安局带上材料"]
)
async def test_what_is_said_of_a_unit_that_is_told_stays_in_the_notice(
    chen: Resident, zhou: Resident, shang: Resident, told: str
) -> None:
    shown = await chen.says(f"通知商务局、市场局：{told}")
    assert f"\n{told}\n" in shown and "2 个单位：市市场监管局、市商务局" in shown


async def test_who_need_not_come_is_taken_off_the_recipients(chen: Resident, zhou: Resident, shang: Resident) -> None:
    await chen.says("通知各单位：周五开会")
    assert "发给 1 人（1 个单位：市商务局）" in await chen.says("市场局不用来")


@pytest.mark.parametrize("said", ["催一下还没报的，公安局和海关不用", "还没报的催一下，公安局跟法院不用催"])
async def test_all_but_two_are_asked_for_reports(chen: Resident, zhou: Resident, lin: Resident, said: str) -> None:
    assert "（市市场监管局）会收到" in await chen.says(said)


@pytest.mark.parametrize(
    "said",
    [
        "催报表 农业局不用 他们说明天交",
        "催报表，农业局不用，他们说明天交",
        "催报表 农业局 不用",
        "催报表 农业局别催了",
    ],
)
async def test_a_space_ends_what_says_who_is_not_urged(
    town: Town, chen: Resident, lin: Resident, nong: Resident, shang: Resident, said: str
) -> None:
    await monthly(town, chen)
    checked = await chen.says(said)
    assert "2 人（市公安局、市商务局）会收到" in checked and "市农业农村局" not in checked


@pytest.mark.parametrize(
    "said",
    [
        "通知市监局赵科长 小吴不用：下午来一趟",
        "通知市监局赵科长，小吴不用：下午来一趟",
        "通知赵科长 不要发小吴：下午来一趟",
    ],
)
async def test_a_person_who_is_not_to_get_it_does_not(town: Town, chen: Resident, said: str) -> None:
    zhao = town.member(1061, "赵科长", "市市场监管局", Role.LIAISON)
    wu = town.member(1062, "小吴", "市市场监管局", Role.DEPUTY)
    assert "发给赵科长（市市场监管局）。" in await chen.says(said)
    await chen.presses("确认发送")
    await town.move_to("2019-11-25 08:32")
    assert "下午来一趟" in zhao.sees() and not any("下午来一趟" in each for each in wu.heard())
