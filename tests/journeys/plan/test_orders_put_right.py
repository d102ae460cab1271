"""What the office orders, put right where its reason is asked for or just afterwards, and what is said there of other
matters."""

import pytest

from tests.journeys.town import Resident, Town


def due(town: Town) -> object:
    sql = "SELECT standings.due FROM standings JOIN tasks ON tasks.id = task_id WHERE code = '27-6'"
    return town.rows(sql)[0]["due"]


@pytest.mark.parametrize(
    "right", ["不对，是4月底", "错了，应该是4月底", "4月底吧", "不是3月底，是4月底", "no, it should be end of April"]
)
async def test_a_day_put_right_is_no_reason(town: Town, chen: Resident, right: str) -> None:
    await chen.says("把27-6改到明年3月底")
    assert "改期限：27-6 出口知产优势企业 → 2020年4月30日\n为什么改？" in await chen.says(right)
    checked = await chen.says("因为4月底才有结果")
    assert "→ 2020年4月30日\n原因：4月底才有结果" in checked
    await chen.presses("提交")
    assert due(town) == "2020-04-30"


@pytest.mark.parametrize("reason", ["不是不想办，是没人", "按新分工由市监局牵头", "化妆品条例还没出台"])
async def test_a_reason_may_deny_something_else_and_name_units(chen: Resident, reason: str) -> None:
    await chen.says("把27-6移交给商务局")
    assert f"负责单位：武汉海关 → 市商务局\n原因：{reason}" in await chen.says(reason)


async def test_another_unit_put_right(chen: Resident) -> None:
    await chen.says("把27-6移交给商务局")
    assert "换单位：27-6 出口知产优势企业 → 市公安局\n为什么改？" in await chen.says("写错了，是公安局")


@pytest.mark.parametrize(
    ("said", "unit"),
    [
        ("算了还是海关", "武汉海关"),
        ("还是海关吧", "武汉海关"),
        ("还是给农业局吧", "市农业农村局"),
        ("还给海关", "武汉海关"),
    ],
)
async def test_another_unit_alone_is_no_reason(town: Town, chen: Resident, said: str, unit: str) -> None:
    await chen.says("1-2移交给市商务局")
    assert f"→ {unit}\n为什么改？" in await chen.says(said)
    assert f"→ {unit}\n原因：商务局经办" in await chen.says("商务局经办")


@pytest.mark.parametrize("said", ["还是还给公安局", "算了还是公安局"])
async def test_the_present_unit_is_no_reason(chen: Resident, said: str) -> None:
    await chen.says("1-2移交给市商务局")
    assert "没有记作原因" in await chen.says(said)


async def test_another_unit_just_after_the_change(chen: Resident) -> None:
    await chen.says("27-6移交给商务局")
    await chen.presses("分工调整")
    await chen.presses("提交")
    assert "负责单位：市商务局 → 武汉海关\n原因：分工调整" in await chen.says("还是还给海关")


@pytest.mark.parametrize("said", ["刚才27-6给错了 应该是4月底", "27-6弄错了，是4月底", "之前27-6日期定错了应该是4月底"])
async def test_a_day_that_was_given_wrongly(chen: Resident, said: str) -> None:
    asked = "改期限：27-6 出口知产优势企业 → 2020年4月30日\n为什么改？"
    assert asked in await chen.says(said)
    await chen.presses("取消")
    await chen.says("把27-6改到明年3月底")
    assert asked in await chen.says(said)
    await chen.presses("取消")
    await chen.says("把1-9改到明年3月底")
    assert asked in await chen.says(said)


@pytest.mark.parametrize("right", ["不对，是1-9", "不是27-6，是1-9。"])
async def test_another_task_put_right(chen: Resident, zhou: Resident, shang: Resident, right: str) -> None:
    await chen.says("27-6移交给商务局")
    assert "换单位：1-9 网络市场监管专项 → 市商务局\n为什么改？" in await chen.says(right)
    assert "会通知：市市场监管局、市商务局" in await chen.says("和1-2重复")


async def test_another_kind_of_change_takes_the_place_of_the_first(town: Town, chen: Resident) -> None:
    await chen.says("把27-6移交给商务局")
    assert "加单位：27-6 出口知产优势企业 → 市商务局" in await chen.says("不是移交 是加上商务局配合")
    assert "武汉海关（牵头）、市商务局（配合）\n原因：名单漏了" in await chen.says("名单漏了")
    await chen.presses("提交")
    assert "武汉海关（牵头）" in await chen.says("27-6")
    assert town.rows("SELECT kind FROM dialogs WHERE state <> 'ended'") == []


async def test_the_lead_alone_is_a_change_of_the_lead(chen: Resident) -> None:
    await chen.says("把27-6移交给商务局")
    assert "改牵头：27-6 出口知产优势企业 → 市市场监管局\n为什么改？" in await chen.says("牵头是市监局")


async def test_the_day_of_an_event_may_be_another_matter(town: Town, chen: Resident) -> None:
    await chen.says("把27-6改到明年3月底")
    assert "您是想…？" in await chen.says("化妆品条例6月29号出台了")
    assert chen.buttons() == ["接着填“原因”", "是别的事", "取消"]
    assert due(town) == "2019-12-31"


@pytest.mark.parametrize("right", ["不对，是4月底", "不对是4月底", "错了，应该是4月底", "no, it's end of April"])
async def test_a_day_put_right_after_the_change_is_one_more_change(town: Town, chen: Resident, right: str) -> None:
    await chen.says("把27-6改到明年3月底，因为等文件")
    await chen.presses("提交")
    assert "2020年3月31日 → 2020年4月30日\n原因：等文件" in await chen.says(right)
    assert due(town) == "2020-03-31"
    await chen.presses("提交")
    assert due(town) == "2020-04-30"


async def test_a_unit_put_right_after_the_change_takes_over_from_the_wrong_one(chen: Resident) -> None:
    await chen.says("把27-6移交给商务局，因为分工调整")
    await chen.presses("提交")
    assert "负责单位：市商务局 → 市公安局\n原因：分工调整" in await chen.says("不对，是公安局")


@pytest.mark.parametrize(
    ("said", "right", "shown"),
    [
        ("提醒时间改成8点", "不对，是10点", "发提醒的时间：8 点 → 10 点"),
        ("静默时段22点到7点", "不对，是22点到6点", "22 点到 7 点 → 22 点到 6 点"),
        ("暂停提醒市商务局到12月15日", "不对，是12月20日", "市商务局：到2019年12月20日"),
        ("暂停提醒市商务局到12月15日", "改到12月20日", "市商务局：到2019年12月20日"),
        ("提醒时间改成8点", "还是改成10点吧", "发提醒的时间：8 点 → 10 点"),
        ("到期前改成提前10天", "改成5天", "到期前提醒：10 天 → 5 天"),
        ("把27-6改到明年3月底，因为等文件", "改到4月底", "2020年3月31日 → 2020年4月30日\n原因：等文件"),
    ],
)
async def test_what_is_put_right_right_afterwards_is_done_anew(
    chen: Resident, said: str, right: str, shown: str
) -> None:
    await chen.says(said, "提交")
    assert shown in await chen.says(right)
    assert (await chen.says("提交")).startswith("已")


async def test_another_unit_is_no_end_of_a_pause(chen: Resident) -> None:
    await chen.says("暂停提醒市商务局到12月15日", "提交")
    assert "市公安局：到" not in await chen.says("不对，是公安局")


@pytest.mark.parametrize("said", ["不对，是公安局", "不对吧", "4月底"])
async def test_what_puts_no_day_right_does_not_begin_a_change_again(town: Town, chen: Resident, said: str) -> None:
    await chen.says("把27-6改到明年3月底，因为等文件")
    await chen.presses("提交")
    assert "请核对，还没有改" not in await chen.says(said)
    assert not town.rows("SELECT * FROM dialogs WHERE state = 'open'")


async def test_a_day_put_right_much_later_is_of_no_change(town: Town, chen: Resident) -> None:
    await chen.says("把27-6改到明年3月底，因为等文件")
    await chen.presses("提交")
    await town.move_to("2019-11-25 17:00")
    assert "请核对，还没有改" not in await chen.says("不对，是4月底")


async def test_a_working_day_put_right_takes_the_place_of_the_wrong_one(town: Town, chen: Resident) -> None:
    await chen.says("12月28号要上班")
    await chen.presses("提交")
    assert (await chen.says("不对，是29号")).startswith("2019年12月29日：上班\n2019年12月28日：按日历算")
    await chen.presses("提交")
    assert town.rows("SELECT day, works FROM calendar_days") == [{"day": "2019-12-29", "works": 1}]


@pytest.mark.parametrize("right", ["刚才27-6那个改错了 应该是1-9", "改错了，是1-9不是27-6"])
async def test_the_task_meant_is_changed_as_the_wrong_one_was(town: Town, chen: Resident, right: str) -> None:
    await chen.says("把27-6改到明年3月底，因为等文件")
    assert "1-9 网络市场监管专项\n完成时间：2019年底" in await chen.says(right)
    await chen.presses("提交")
    assert due(town) == "2019-12-31"


async def test_the_task_changed_by_mistake_stays_changed_until_that_is_undone(town: Town, chen: Resident) -> None:
    await chen.says("把27-6改到明年3月底，因为等文件", "提交")
    shown = await chen.says("刚才27-6那个改错了 应该是1-9")
    assert shown.startswith("27-6 已经改了，没有撤销；要撤销请发“撤销27-6”。")
    assert "1-9 网络市场监管专项\n完成时间：2019年底（2019年12月31日） → 2020年3月31日\n原因：等文件" in shown
    await chen.presses("提交")
    assert due(town) == "2020-03-31"
    await chen.says("撤销27-6", "撤销")
    assert due(town) == "2019-12-31"
    assert "请核对，还没有改" not in await chen.says("改错了，是27-6")


@pytest.mark.parametrize("stays", ["1-9还按原来的", "1-9按原期限", "不对，1-9不改"])
async def test_a_task_that_keeps_its_day_is_not_moved(chen: Resident, stays: str) -> None:
    assert "改期限：1-8 铁拳方案严查商标专利 → 2019年12月20日" in await chen.says(f"1-8、1-9改到12月20日，{stays}")


@pytest.mark.parametrize("said", ["商务局来电话了 27-4取消", "商务局来电话了，27-4不做了"])
async def test_what_a_unit_told_first_is_why_the_task_goes(shang: Resident, chen: Resident, said: str) -> None:
    assert "移出任务表，不用再报\n原因：商务局来电话了\n会通知：市商务局" in await chen.says(said)
