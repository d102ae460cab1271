"""Deadlines of tasks that are moved, settled or taken away in words, and what follows from it."""

import pytest

from tests.journeys.plan.changed_tasks import due
from tests.journeys.town import Resident, Town


async def test_a_deadline_is_moved_in_one_sentence_with_its_reason(town: Town, chen: Resident, zhu: Resident) -> None:
    checked = await chen.says("把43-5的期限改到12月10日，因为等省里文件")
    assert "完成时间：2019年11月（2019年11月30日） → 2019年12月10日\n原因：等省里文件\n会通知：市市场监管局" in checked
    assert due(town, "43-5") == "2019-11-30"
    assert await chen.presses("提交") == "已改好，会通知：市市场监管局"
    assert due(town, "43-5") == "2019-12-10"
    await town.move_to("2019-11-25 08:32")
    assert zhu.sees().startswith("任务表有变动，请留意：\n43-5") and zhu.sees().endswith("原因：等省里文件")
    [line] = town.rows("SELECT subject, detail FROM audit WHERE action = 'plan_deadline'")
    assert line["subject"] == "43-5" and "等省里文件" in line["detail"]


async def test_the_units_of_the_task_are_told_anyway_others_are_not(chen: Resident) -> None:
    assert (await chen.says("43-5期限改到12月底 跟市监局说一声")).startswith("改期限：43-5")
    await chen.says("取消", "不要了")
    assert (await chen.says("43-5期限改到12月底 跟公安局说一声")).startswith("没有处理：跟公安局说一声。")


async def test_reminders_of_the_old_deadline_end_with_it(town: Town, chen: Resident, zhu: Resident) -> None:
    await chen.submits("把43-5的期限改到12月20日，因为等省里文件")
    await town.move_to("2019-11-27 09:00")
    assert not any("43-5" in each for each in zhu.heard() if "任务表有变动" not in each)


@pytest.mark.parametrize("said", ["29-7的期限应该是每年3月和5月 改一下", "29-7的期限改到2019年2月30日"])
async def test_days_that_are_no_one_deadline_are_said_to_be_none(chen: Resident, said: str) -> None:
    asked = await chen.says(said)
    assert "记不成一个期限，还没有改。" in asked and "改到什么时候？" in asked
    assert "记不成" not in await chen.says("取消", "29-7改期限")


async def test_a_date_without_its_year_counts_from_today(town: Town, chen: Resident) -> None:
    await town.move_to("2020-03-02 10:00")
    assert "→ 2020年12月10日" in await chen.says("43-5改到12月10日，因为疫情")


async def test_a_doubtful_deadline_is_settled_without_a_letter_and_can_be_taken_off(
    town: Town, lin: Resident, chen: Resident
) -> None:
    before = len(lin.heard())
    assert "1-2 的期限无误" in await chen.says("1-2期限无误")
    await town.move_to("2019-11-25 08:32")
    assert len(lin.heard()) == before
    await chen.submits("1-2不设期限，因为期限印错了")
    assert due(town, "1-2") is None
    assert "完成时间：不设期限" in await chen.says("1-2")


async def test_a_settled_deadline_is_settled_again_once_its_change_is_taken_back(town: Town, chen: Resident) -> None:
    await chen.says("1-2期限无误")
    await chen.submits("1-2期限改到12月10日，因为上级要求")
    assert "任务表恢复如前" in await chen.presses("撤销")
    settled = "SELECT settled_version = deadline_version AS settled FROM tasks WHERE code = '1-2'"
    assert town.rows(settled) == [{"settled": 1}]
    assert "要撤销，请点“撤销”" in await chen.says("撤销")
    await chen.presses("撤销")
    assert town.rows(settled) == [{"settled": None}]


@pytest.mark.parametrize("said", ["1-9期限取消", "取消1-9的期限", "1-9的完成时间去掉", "remove the deadline of 1-9"])
async def test_a_deadline_is_taken_away_and_not_the_task(chen: Resident, said: str) -> None:
    assert "不设期限：1-9 " in await chen.says(said)
    assert "移出任务表" in await chen.says("取消", "1-9取消，期限太短")


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("1-1由市文化和旅游局负责，期限2020年6月底", "1-1由市文化和旅游局负责"),
        ("1-1期限2020年6月底，由市文化和旅游局负责", "由市文化和旅游局负责"),
    ],
)
async def test_a_unit_named_beside_a_deadline_is_not_lost(chen: Resident, said: str, left: str) -> None:
    shown = await chen.says(said)
    assert f"没有处理：{left}。" in shown and "改期限：1-1 剑网行动整治网络盗版 → 2020年6月30日" in shown
    assert "加单位：1-1 剑网行动整治网络盗版 → 市文化和旅游局" in await chen.says(
        "取消", "确认取消", "1-1由市文化和旅游局负责"
    )


async def test_a_past_day_in_words_is_said_to_be_past_before_the_reason_is_asked(chen: Resident) -> None:
    said = await chen.says("1-2 期限改成昨天")
    assert "已经过了" in said
    assert "原因" in said
    assert "已经过了" not in await chen.says("1-2 期限改到2020年3月15日")


async def test_a_deadline_is_moved_by_a_length_and_a_task_removed_in_other_words(chen: Resident) -> None:
    await chen.says("1-3顺延一个月")
    assert "→ 2020年1月31日" in await chen.presses("分工调整")
    await chen.says("取消")
    await chen.presses("不要了")
    assert (await chen.says("1-3这项去掉")).startswith("移出任务表：1-3 ")


async def test_a_deadline_is_set_by_saying_what_it_is(chen: Resident) -> None:
    assert "完成时间：未明确 → 2020年6月30日" in await chen.says("1-1的期限是明年6月底，领导定的")
    assert (await chen.says("取消", "是", "1-1的期限是什么时候")).startswith("1-1 ")


@pytest.mark.parametrize(
    ("said", "change"),
    [
        ("43-5 期限挪到年底，因为等省里通知", "完成时间：2019年11月（2019年11月30日） → 2019年12月31日"),
        ("1-9期限提前两周，因为等省里通知", "完成时间：2019年底（2019年12月31日） → 2019年12月17日"),
        ("1-9往前推10天，因为等省里通知", "完成时间：2019年底（2019年12月31日） → 2019年12月21日"),
        ("把43-5推迟到12月20号，说是等省里通知", "完成时间：2019年11月（2019年11月30日） → 2019年12月20日"),
        ("43-5往后挪到12月20日，因为等省里通知", "完成时间：2019年11月（2019年11月30日） → 2019年12月20日"),
        ("把43-5推迟到12月20号，等省里通知", "完成时间：2019年11月（2019年11月30日） → 2019年12月20日"),
        ("1-2 不归公安局了，给市场局，因为等省里通知", "负责单位：市公安局 → 市市场监管局"),
        ("1-2的单位定了，是市场局，因为等省里通知", "负责单位：市公安局 → 市市场监管局"),
    ],
)
async def test_a_day_or_a_unit_is_said_as_people_say_it(chen: Resident, said: str, change: str) -> None:
    assert f"{change}\n原因：等省里通知" in await chen.says(said)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("29-11 还是11月30", "改期限：29-11 安全用药月科普 → 2019年11月30日"),
        ("29-11应该是11月30号", "改期限：29-11 安全用药月科普 → 2019年11月30日"),
        ("29-11还是11月30吗", "29-11 安全用药月科普\n"),
        ("29-11 还是没报", "29-11 安全用药月科普\n"),
    ],
)
async def test_a_task_with_nothing_but_its_day_has_its_deadline_changed(chen: Resident, said: str, shown: str) -> None:
    await chen.submits("29-11的期限改到12月20日", "统一安排")
    assert (await chen.says(said)).startswith(shown)


async def test_several_tasks_are_moved_by_a_length(town: Town, chen: Resident) -> None:
    await chen.says("43-1、43-5都往后推一个月")
    shown = await chen.says("师资紧张")
    assert "→ 2020年1月31日" in shown and "→ 2019年12月31日\n" in shown
    assert (await chen.presses("提交")).startswith("已改好") and due(town, "43-5") == "2019-12-31"


@pytest.mark.parametrize("said", ["43-5期限改到12月10日 省里文件没到", "43-5 期限 改到12月10日，省里文件没到"])
async def test_what_follows_the_new_day_is_the_reason(chen: Resident, said: str) -> None:
    assert "\n原因：省里文件没到\n" in await chen.says(said)


@pytest.mark.parametrize("why", ["昨天会上定的", "主任要求的"])
async def test_who_wants_a_new_deadline_is_its_reason(chen: Resident, why: str) -> None:
    checked = await chen.says(f"18-6期限改2020年6月30日，{why}")
    assert "→ 2020年6月30日\n" in checked and f"原因：{why}" in checked


async def test_several_deadlines_are_confirmed_in_one_sentence_and_taken_back_together(
    town: Town, chen: Resident
) -> None:
    for said in ("1-2、1-3期限核实过了 没问题", "1-2和1-3期限无误"):
        assert (await chen.says(said)).startswith("已记下：1-2、1-3 的期限无误")
        assert town.rows("SELECT subject FROM plan_changes WHERE kind = 'settle'")[-1] == {"subject": "1-2、1-3"}
        assert "1-2 昆仑行动" in await chen.presses("撤销") and "1-3 农资打假" in chen.sees()


@pytest.mark.parametrize("said", ["29-4期限是不是写错了 5月就过了", "29-4的期限对不对，要不要改"])
async def test_a_question_about_a_deadline_shows_the_task(chen: Resident, said: str) -> None:
    shown = await chen.says(said)
    assert shown.startswith("29-4 ") and "待核实" in shown and "改任务" in chen.buttons()


async def test_a_deadline_is_changed_back_to_a_day(chen: Resident) -> None:
    await chen.submits("43-5期限改到12月10号，场地没定下来")
    assert (await chen.says("43-5还是改回11月底吧")).startswith("改期限：43-5 12315平台培训班 → 2019年11月30日")


@pytest.mark.parametrize(
    "said",
    [
        "把29-4、29-5、29-7的期限核实一下，就按5月31日",
        "29-4、29-5、29-7期限核对过了，就是5月31日",
        "29-4、29-5、29-7的期限都确认了，按5月31号",
    ],
)
async def test_deadlines_that_are_looked_at_and_stand_are_settled(town: Town, chen: Resident, said: str) -> None:
    assert "已记下：29-4、29-5、29-7 的期限无误" in await chen.says(said)
    assert due(town, "29-4") == "2019-05-31"


@pytest.mark.parametrize(
    "said", ["把29-4、29-5的期限核实一下，就按6月30日", "29-4、29-5的期限核实过了，就是2020年6月30日"]
)
async def test_deadlines_that_are_looked_at_and_differ_are_changed_after_a_check(
    town: Town, chen: Resident, said: str
) -> None:
    assert "改期限：29-4、29-5 → 2020年6月30日" in await chen.says(said)
    assert due(town, "29-4") == "2019-05-31"


@pytest.mark.parametrize("said", ["哪些期限还没核实", "还有哪些期限没核对", "有哪些任务的完成时间未核实"])
async def test_which_deadlines_are_not_looked_at_shows_them(chen: Resident, said: str) -> None:
    assert (await chen.says(said)).startswith("期限核对 1/")


@pytest.mark.parametrize(
    ("said", "to"),
    [
        ("1-3改成持续开展", "持续开展"),
        ("1-3 期限不设了 改成持续开展", "持续开展"),
        ("1-3改为长期坚持吧", "长期坚持"),
        ("1-3和1-9都改成常态化", "常态化"),
    ],
)
async def test_a_task_is_changed_to_ongoing_work(chen: Resident, said: str, to: str) -> None:
    asked = await chen.says(said)
    assert asked.startswith("改期限：1-3") and f"→ {to}（每季度问一次进展）" in asked


async def test_a_title_of_ongoing_work_is_no_deadline(chen: Resident) -> None:
    assert (await chen.says("1-3标题改成持续开展")).startswith("改任务简称：1-3 农资打假专项行动 → 持续开展")
    assert "改期限：" not in await chen.says("取消", "不要了", "1-3的内容改成持续开展农资打假")


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("43-5最晚12月5号", "改期限：43-5 12315平台培训班 → 2019年12月5日\n"),
        ("43-5等不起 12月5号是底线", "改期限：43-5 12315平台培训班 → 2019年12月5日\n"),
        ("43-5必须12月5号前完成", "改期限：43-5 12315平台培训班 → 2019年12月5日\n"),
        ("1-3改成每月", "改期限：1-3 农资打假专项行动 → 每月（每月一次，"),
        ("43-5改为每季度吧", "改期限：43-5 12315平台培训班 → 每季度（每季度一次，"),
        ("27-4不搞了", "移出任务表：27-4 电商品牌品质消费\n"),
        ("43-5取消，不搞了", "请核对，还没有改：\n43-5 12315平台培训班\n移出任务表，不用再报\n"),
    ],
)
async def test_the_last_day_that_there_is_and_what_is_called_off_change_the_plan(
    chen: Resident, said: str, shown: str
) -> None:
    assert (await chen.says(said)).startswith(shown)


async def test_a_unit_without_anybody_in_the_bot_is_not_said_to_be_told(chen: Resident, zhou: Resident) -> None:
    nobody = "武汉海关还没有人登记，这次通知不到；发“邀请武汉海关”请人登记。"
    assert (await chen.says("1-7 改到2020年1月底，领导要求")).endswith(f"原因：领导要求\n{nobody}")
    assert await chen.presses("提交") == f"已改好。\n{nobody}"
    assert (await chen.says("1-12 改由海关负责，领导要求")).endswith(f"会通知：市市场监管局\n{nobody}")
    assert await chen.presses("提交") == f"已改好，会通知：市市场监管局\n{nobody}"
    assert "武汉海关联络员邀请链接" in await chen.says("邀请武汉海关")
