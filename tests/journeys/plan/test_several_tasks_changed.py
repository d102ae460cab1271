"""Changing several tasks, or making a unit the lead of them, in one sentence: previewed together, announced, undone."""

import pytest

from tests.journeys.stored_tasks import units
from tests.journeys.town import Resident, Town


def due(town: Town, *codes: str) -> list[object]:
    marks = ", ".join(f"'{code}'" for code in codes)
    return [row["due"] for row in town.rows(f"SELECT due FROM tasks WHERE code IN ({marks}) ORDER BY position")]


async def test_the_deadlines_of_several_are_changed_after_one_look_and_undone_together(
    town: Town, lin: Resident, chen: Resident
) -> None:
    assert (await chen.says("把6-7、7-1都改到12月底")).startswith("改期限：6-7、7-1")
    shown = await chen.says("等省里文件")
    assert shown.count("→ 2019年12月31日") == 2 and "原因：等省里文件" in shown and "会通知：市公安局" in shown
    assert due(town, "6-7", "7-1") == [None, None]
    await chen.presses("提交")
    assert due(town, "6-7", "7-1") == ["2019-12-31", "2019-12-31"]
    await town.move_to("2019-11-25 09:10")
    assert any("6-7 " in each.text and "7-1 " in each.text and "等省里文件" in each.text for each in lin.messages())
    assert "6-7 " in await chen.says("撤销")
    await chen.presses("撤销")
    assert due(town, "6-7", "7-1") == [None, None]


async def test_the_tasks_of_a_unit_stand_in_the_order_of_the_plan_whatever_their_codes(
    town: Town, chen: Resident
) -> None:
    town.replan("UPDATE tasks SET code = 'A-3' WHERE code = '1-2'")
    assert (await chen.says("公安局的任务都改到明年6月底")).startswith("改期限：A-3、2-3、6-7、7-1、")


async def test_without_a_day_it_is_asked_once_for_all(chen: Resident) -> None:
    asked = await chen.says("6-7和7-1改一下期限")
    assert asked.startswith("6-7、7-1\n现在的完成时间：") and "改到什么时候？" in asked
    assert (await chen.says("12月20日")).startswith("改期限：6-7、7-1")


@pytest.mark.parametrize("said", ["10-1到10-6都没有期限 先设成2020年6月底", "10-1至10-6没有期限，定到2020年6月底"])
async def test_what_had_no_deadline_gets_the_one_that_is_named(chen: Resident, said: str) -> None:
    first = (await chen.says(said)).splitlines()[0]
    assert first == "改期限：10-1、10-2、10-3、10-4、10-5、10-6 → 2020年6月30日"


@pytest.mark.parametrize("said", ["10-1到10-8的期限改到2020年6月底", "10-1、10-8都移交给商务局", "删除10-8和10-1"])
async def test_of_a_list_with_a_number_that_the_plan_lacks_nothing_is_begun(chen: Resident, said: str) -> None:
    assert await chen.says(said) == "任务表里没有任务 10-8，请核对编号，或发“汇总”看全部。"
    assert chen.buttons() == []


@pytest.mark.parametrize(
    ("first", "then", "codes"),
    [
        ("6-9归文旅局", "6-10也是", "6-9、6-10"),
        ("6-9归文旅局", "还有6-10", "6-9、6-10"),
        ("6-9归文旅局", "6-10、6-12也一样", "6-9、6-10、6-12"),
        ("6-9、6-10归文旅局", "加上6-12", "6-9、6-10、6-12"),
        ("6-9归文旅局", "6-10 too", "6-9、6-10"),
    ],
)
async def test_the_same_is_done_with_another_task_before_it_is_confirmed(
    town: Town, chen: Resident, first: str, then: str, codes: str
) -> None:
    await chen.says(first)
    assert f"：{codes} → 市文化和旅游局" in await chen.says(then)
    await chen.presses("分工调整", "提交")
    assert {tuple(units(town, each)) for each in codes.split("、")} == {(("市文化和旅游局", None),)}
    assert town.rows("SELECT 1 FROM dialogs WHERE state <> 'ended'") == []


async def test_before_the_unit_is_named_it_is_asked_for_all(town: Town, chen: Resident) -> None:
    await chen.says("1-2")
    await chen.presses("改任务", "换单位")
    asked = await chen.says("1-8也是")
    assert asked.startswith("1-2、1-8\n现在的单位：市公安局；市市场监管局") and "改由哪个单位负责？" in asked
    assert (await chen.says("商务局")).startswith("换单位：1-2、1-8 → 市商务局")
    await chen.presses("分工调整", "提交")
    assert units(town, "1-2") == units(town, "1-8") == [("市商务局", None)]


async def test_of_tasks_with_and_without_a_unit_each_gets_the_one_named(town: Town, chen: Resident) -> None:
    await chen.submits("6-9、1-8都归商务局，因为分工调整")
    assert units(town, "6-9") == units(town, "1-8") == [("市商务局", None)]


async def test_what_is_said_of_another_task_is_not_done_with_it(chen: Resident) -> None:
    await chen.says("6-9归文旅局")
    assert (await chen.says("6-10呢")).startswith("6-10 两法衔接分工落实")


async def test_what_says_so_already_is_named(chen: Resident) -> None:
    await chen.submits("1-2和7-1移交给市商务局，因为分工调整")
    shown = await chen.says("1-2和6-7加上市商务局，因为要配合")
    assert "6-7 公安与市监联合执法" in shown and "现在就是这样，不用改：1-2" in shown
    await chen.presses("取消", "不要了")
    assert await chen.says("1-2和7-1加上市商务局，因为要配合") == "1-2、7-1 现在就是这样，不用改。"


async def test_several_are_closed_together(town: Town, chen: Resident) -> None:
    await chen.submits("6-7、7-1办结，因为已经做完")
    assert town.rows("SELECT code FROM tasks WHERE kind = 'done' AND code IN ('6-7', '7-1') ORDER BY code") == [
        {"code": "6-7"},
        {"code": "7-1"},
    ]


async def test_who_leads_alone_already_needs_no_change(chen: Resident) -> None:
    assert await chen.says("6-7改由市公安局牵头") == "6-7 现在就是这样，不用改。"


async def test_of_several_tasks_the_lead_is_changed_at_once(town: Town, chen: Resident) -> None:
    await chen.submits("1-2、6-7都改由市商务局牵头，因为分工调整")
    assert units(town, "1-2")[0] == units(town, "6-7")[0] == ("市商务局", "lead")


async def test_a_new_title_takes_the_english_one_with_it(town: Town, chen: Resident) -> None:
    await chen.says("6-7")
    await chen.presses("改任务", "改内容", "任务简称")
    await chen.says("公安市监联合行动")
    await chen.presses("更正文字错误", "提交")
    assert town.rows("SELECT title, title_en FROM tasks WHERE code = '6-7'") == [
        {"title": "公安市监联合行动", "title_en": ""}
    ]


async def test_each_task_gets_the_day_that_is_said_of_it(town: Town, chen: Resident) -> None:
    checked = await chen.says("1-6期限改到12月底，43-4改到12月15日，因为等省里文件")
    assert "1-6 " in checked and "→ 2019年12月31日" in checked and "→ 2019年12月15日" in checked
    assert "原因：等省里文件" in checked
    await chen.presses("提交")
    due = {row["code"]: row["due"] for row in town.rows("SELECT code, due FROM tasks WHERE code IN ('1-6', '43-4')")}
    assert due == {"1-6": "2019-12-31", "43-4": "2019-12-15"}
    await chen.presses("撤销")
    due = {row["code"]: row["due"] for row in town.rows("SELECT code, due FROM tasks WHERE code IN ('1-6', '43-4')")}
    assert due == {"1-6": "2019-08-31", "43-4": "2019-06-30"}


async def test_tasks_with_one_day_between_them_share_it(chen: Resident) -> None:
    checked = await chen.says("把1-6、1-8改到12月底，43-4改到12月15日，因为分工调整")
    assert checked.count("→ 2019年12月31日") == 2 and checked.count("→ 2019年12月15日") == 1


async def test_days_without_a_preposition_are_read_and_an_order_of_another_kind_is_named(chen: Resident) -> None:
    await chen.says("1-2改3月底，1-3改1月底")
    checked = await chen.presses("分工调整")
    assert "→ 2020年3月31日" in checked and "→ 2020年1月31日" in checked
    await chen.says("取消")
    await chen.presses("不要了")
    shown = await chen.says("29-4改到12月20号，43-4也改12月20号，29-5交给市场监管局")
    assert "没有处理：29-5交给市场监管局" in shown and "改期限：29-4、43-4" in shown
    assert "没有处理：2-6也是" in await chen.says("取消", "2-7延到3月，2-6也是") and "改期限：2-7 " in chen.sees()


@pytest.mark.parametrize(
    "said",
    ["把公安局的任务都改到明年3月底", "公安局的任务都改到明年3月底", "公安局所有任务改到明年3月底"],
)
async def test_all_tasks_of_a_unit_get_another_day(chen: Resident, said: str) -> None:
    shown = await chen.says(said)
    assert shown.startswith("改期限：1-2、2-3、6-7、7-1、8-2、14-2、18-1、38-1 → 2020年3月31日\n")
    assert "2020年3月31日" in await chen.presses("按上级统一安排")
    assert "改期限" not in await chen.says("取消", "不要了", "公安局的会都改到周五")


async def test_all_tasks_of_a_unit_go_to_another(chen: Resident, lin: Resident, shang: Resident) -> None:
    await chen.says("把公安局的任务都转给商务局")
    shown = await chen.presses("分工调整")
    assert "1-2 昆仑行动打食药环犯罪\n负责单位：市公安局 → 市商务局" in shown
    assert "会通知：市公安局、市商务局" in shown


async def test_who_asks_what_is_due_of_a_unit_changes_nothing(chen: Resident, lin: Resident) -> None:
    assert "改期限" not in await chen.says("公安局的任务都推迟到明年3月底了吗")
    assert "改期限" not in await chen.says("公安局的任务明年3月底前到期的")
    assert "改期限" not in await lin.says("公安局的任务都推迟到明年3月底")


@pytest.mark.parametrize("said", ["刚才那个不算，改回去", "改回去"])
async def test_where_nothing_was_done_nothing_is_begun_by_taking_it_back(chen: Resident, said: str) -> None:
    assert (await chen.says(said)).startswith("最近一天没有可以撤销的操作")


@pytest.mark.parametrize("said", ["把公安局的任务都推迟到明年3月底", "公安局所有任务延到明年3月底"])
async def test_ongoing_work_is_not_put_off(chen: Resident, said: str) -> None:
    shown = await chen.says(said)
    assert shown.startswith("没有期限、或不用往后推的不动：2-3、6-7、7-1、8-2、14-2、18-1、38-1。")
    assert "改期限：1-2 昆仑行动打食药环犯罪 → 2020年3月31日" in shown


async def test_what_is_put_off_is_due_before_the_new_day(chen: Resident) -> None:
    shown = await chen.says("农业局的都延到1月底")
    assert "改期限：1-3、3-5、4-2、29-4、43-1、44-4 → 2020年1月31日" in shown
    assert shown.startswith("没有期限、或不用往后推的不动：2-6、2-7、10-2、") and "还早" not in shown
    await chen.presses("取消", "不要了")
    shown = await chen.says("公安局的全部推迟一个月")
    assert "不动：2-3、6-7、" in shown and "改期限：1-2 昆仑行动打食药环犯罪 → 2020年3月31日" in shown


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("12月底到期的统一延到1月10号", "改期限：1-3、1-7、1-8、1-9、1-12、"),
        ("11月到期的都改到12月20日", "改期限：29-1、29-11、43-5 → 2019年12月20日\n"),
        ("农业局12月底前到期的都延到1月底", "改期限：1-3、3-5、4-2、29-4、43-1、44-4 → 2020年1月31日\n"),
        ("2020年2月到期的全部推迟一个月", "改期限：1-2 昆仑行动打食药环犯罪 → 2020年3月31日\n"),
        ("商务局年底的任务都顺延到1月15", "改期限：27-4、35-1 → 2020年1月15日\n"),
        ("年底农业局的任务全部推到1月15", "改期限：1-3、3-5、4-2、43-1、44-4 → 2020年1月15日\n"),
        ("商务局年底的任务都有哪些", "共 2 项 · 市商务局"),
        ("12月底到期的任务都有哪些", "共 47 项 · 11月25日至12月31日到期"),
    ],
)
async def test_all_that_is_due_then_gets_another_day(chen: Resident, said: str, shown: str) -> None:
    assert (await chen.says(said)).startswith(shown) and "29-11、43-5、" not in chen.sees()


@pytest.mark.parametrize(
    "said", ["8-3跟8-1重复了,删掉8-3", "8-1和8-3是一回事，删掉8-3", "8-1 and 8-3 are the same, delete 8-3"]
)
async def test_of_several_named_the_one_named_again_is_changed(chen: Resident, said: str) -> None:
    shown = await chen.says(said)
    assert "移出任务表：8-3" in shown or "8-3 信息共享分工（文旅）\n移出任务表，不用再报\n原因：" in shown
    assert "8-1 信息" not in shown


async def test_of_tasks_named_twice_all_are_changed(chen: Resident) -> None:
    assert "移出任务表：1-2、1-3" in await chen.says("1-2和1-3重复，1-2、1-3都删掉")
