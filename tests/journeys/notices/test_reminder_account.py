"""Why somebody was or was not reminded is told from what was sent and from the rules by which messages are planned."""

from datetime import timedelta

import pytest

from data.notices.planning import upcoming_messages
from data.notices.reminder_account import reminder_account
from data.notices.rules import Audience
from data.people.people import Role
from tests.journeys.town import Resident, Town

pytestmark = pytest.mark.usefixtures("certain")


@pytest.fixture
def may(town: Town) -> Resident:
    """A liaison of the bureau of commerce, who reads English."""
    return town.member(1010, "May", "市商务局", Role.LIAISON, "en")


async def test_the_office_hears_that_no_reminder_falls_on_the_day_and_when_the_next_one_comes(
    town: Town, chen: Resident, lin: Resident
) -> None:
    assert await chen.says("为什么没提醒公安局") == (
        "市公安局 · 11月25日（周一）的提醒\n没有发任务提醒。\n"
        "1-2、2-3、6-7、7-1、8-2、14-2…：今天不是提醒的日子。\n"
        "下次提醒：12月24日（周二）（2-3、6-7、7-1、8-2、14-2、18-1…）。"
    )
    assert "近 7 天没有催办过。" in await chen.says("公安局那几项为啥没报 问过没有")
    await town.move_to("2019-11-25 09:00")
    assert await chen.says("1-2怎么没催") == (
        "市公安局 · 11月25日（周一）的提醒\n没有发任务提醒。\n1-2：今天不是提醒的日子。\n"
        "下次提醒：2020年1月23日（1-2）。\n近 7 天没有催办过。"
    )
    assert chen.buttons() == ["催办", "未来七天的提醒"]
    assert "1-2" in await chen.presses("催办")
    await chen.presses("确认发送")
    assert "最近催办：1-2（11月25日（周一））。" in await chen.says("1-2怎么没催")


async def test_the_office_hears_which_overdue_tasks_were_never_reported_on(chen: Resident, zhou: Resident) -> None:
    told = await chen.says("市监局逾期的为啥逾期 催过没有")
    assert "29-7、43-4：逾期了，没有填报过。" in told and told.endswith("近 7 天没有催办过。")
    await zhou.submits("43-4 60%")
    assert "\n29-7：逾期了，没有填报过。" in await chen.says("市监局逾期的为啥逾期 催过没有")


async def test_what_was_sent_is_told_with_the_reason_and_in_english(
    town: Town, chen: Resident, zhou: Resident, may: Resident
) -> None:
    await town.move_to("2019-11-25 09:00")
    assert "09:00 发给了周科长：逾期 29-7" in await chen.says("今天给市监局发了什么")
    assert (await may.says("why didn't I get a reminder")).startswith(
        "市商务局 · reminders of Mon 25 Nov\nSent to May at 09:00: overdue 29-5\n"
    )
    assert "Next reminder: Fri 29 Nov (27-4, 35-1)." in may.sees() and may.buttons() == ["27-4", "35-1"]
    await town.move_to("2019-11-26 10:00")
    assert "09:00 发给了周科长：逾期 29-7" in await chen.says("昨天提醒过市监局没有")
    assert "没有发任务提醒。" in await chen.says("今天提醒过市监局没有")


async def test_what_somebody_put_off_or_reported_is_told_as_the_reason(
    town: Town, chen: Resident, zhou: Resident
) -> None:
    await town.move_to("2019-11-26 09:00")
    await zhou.says("29-7 周五再提醒")
    assert "29-7：选了稍后，11月29日（周五）再提醒。" in await chen.says("29-7怎么没提醒")
    town.clock.moment += timedelta(minutes=1)
    await zhou.reports("29-7", "进行中", "50%", "在办")
    await town.move_to("2019-11-28 09:00", "2019-12-02 09:00")
    assert "29-7：11月26日（周二）刚报过，先不提醒。" in await chen.says("为什么没提醒29-7")
    town.replan("UPDATE tasks SET remark = '待核实：期限与上一行相同' WHERE code = '29-7'")
    assert "29-7：期限还在核实，群里不提，成批催办也不算。" in await chen.says("为什么没提醒29-7")
    assert "期限还在核实" not in await zhou.says("29-7怎么没提醒我")
    await zhou.reports("29-7", "已完成", "", "做完了")
    assert "29-7：已报完成，不再提醒。" in await chen.says("为什么没提醒29-7")


async def test_what_one_of_two_put_off_is_no_reason_why_the_other_was_not_reminded(
    town: Town, chen: Resident, zhou: Resident, wu: Resident
) -> None:
    await town.move_to("2019-11-26 09:00")
    await zhou.says("29-7 下周三再提醒")
    await town.move_to("2019-11-28 09:30")
    assert "29-7：今天不是提醒的日子。" in await wu.says("29-7怎么没提醒")
    await wu.says("29-7 下周四再提醒")
    assert "29-7：选了稍后，12月4日（周三）再提醒。" in await chen.says("29-7怎么没提醒")


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("周五怎么没收到提醒", "11月22日（周五）"),
        ("为什么周六没提醒公安局", "11月23日（周六）"),
        ("上周四提醒过公安局没有", "11月21日（周四）"),
        ("12月20号为什么没提醒公安局", "11月25日（周一）"),
        ("为什么没提醒公安局", "11月25日（周一）"),
    ],
)
async def test_a_day_without_more_is_one_that_is_gone(lin: Resident, said: str, day: str) -> None:
    assert (await lin.says(said)).startswith(f"市公安局 · {day}的提醒\n")


async def test_a_unit_without_people_or_with_one_who_stopped_the_bot_cannot_be_reminded(
    town: Town, chen: Resident, lin: Resident
) -> None:
    await town.move_to("2019-11-25 09:00")
    assert "还没有联络员，没有人可以提醒。" in await chen.says("为什么没提醒农业局")
    assert chen.buttons()[0] == "邀请联络员 市农业农村局"
    assert "邀请" in await chen.presses("邀请联络员 市农业农村局")
    town.db.change("UPDATE people SET unreachable_at = '2019-11-25T00:00:00Z' WHERE telegram_id = ?", [lin.id])
    assert "林警官停用了机器人，收不到；请对方再打开一次。" in await chen.says("林警官怎么没收到提醒")
    assert "催办" not in chen.buttons()


async def test_a_pause_and_a_day_off_are_told_as_the_reason(town: Town, chen: Resident, zhou: Resident) -> None:
    await chen.says("暂停市监局的提醒到12月5日")
    await chen.presses("提交")
    await town.move_to("2019-11-25 09:00")
    assert "本单位的提醒暂停到12月5日（周四）。\n" in await chen.says("今天怎么没提醒市监局")
    assert "暂停提醒" in chen.buttons()
    await town.move_to("2019-11-30 10:00")
    assert "这天不是工作日，不发提醒。" in await zhou.says("怎么没有提醒我")


async def test_nobody_in_particular_is_a_question_who_was_reminded(
    town: Town, chen: Resident, zhou: Resident, may: Resident
) -> None:
    await town.move_to("2019-11-25 09:00")
    assert "提醒了 2 人：周科长、May" in await chen.says("今天提醒了谁")


async def test_two_people_of_one_name_are_counted_as_two(town: Town, chen: Resident, zhou: Resident) -> None:
    town.member(1011, "周科长", "市商务局", Role.LIAISON)
    await town.move_to("2019-11-25 09:00")
    assert "提醒了 2 人：周科长、周科长" in await chen.says("今天提醒了谁")
    assert "发了 2 次，2 人（周科长 1 次、周科长 1 次）" in await chen.says("11月的提醒发了几次")


@pytest.mark.parametrize(
    "said",
    ["11月的提醒发了几次", "本周提醒了几个人", "11月发了多少次提醒", "how many reminders went out this month"],
)
async def test_how_often_anybody_was_reminded_on_some_days_is_counted(
    town: Town, zhou: Resident, chen: Resident, said: str
) -> None:
    await town.move_to("2019-11-25 09:05")
    await town.move_to("2019-11-27 09:05")
    told = await chen.says(said)
    assert told.endswith("至11月27日的提醒：发了 2 次，1 人（周科长 2 次）")
    assert await chen.says("上周提醒过多少人") == "上周没有发过提醒。"


@pytest.mark.parametrize("said", ["12月要提醒几次", "今天提醒了几个人", "下周提醒谁"])
async def test_only_the_reminders_of_days_past_are_counted(chen: Resident, said: str) -> None:
    assert "次，" not in await chen.says(said)


async def test_a_liaison_is_told_nothing_of_another_unit(town: Town, zhou: Resident, lin: Resident) -> None:
    await town.move_to("2019-11-25 09:00")
    assert "市公安局" not in await zhou.says("为什么没提醒公安局")
    assert "的提醒\n" not in await zhou.says("1-2怎么没催")


@pytest.mark.parametrize(
    "text", ["怎么提醒公安局", "怎么不再提醒我", "提醒公安局周五前报", "催一下公安局", "下周三提醒我"]
)
async def test_other_sentences_about_reminders_are_not_taken_for_this_question(
    town: Town, chen: Resident, text: str
) -> None:
    assert "的提醒\n" not in await chen.says(text)


@pytest.mark.parametrize("unit", ["市公安局", "市市场监管局", "市商务局"])
async def test_the_next_reminder_is_the_first_one_that_the_planner_gives(
    town: Town, zhou: Resident, lin: Resident, may: Resident, unit: str
) -> None:
    [row] = town.rows("SELECT id FROM units WHERE name = ?", unit)
    for moment in ("2019-11-25 08:30", "2019-11-25 09:00", "2019-11-28 09:00", "2019-12-23 09:00"):
        await town.move_to(moment)
        today = town.today()
        first = today if moment.endswith("08:30") else today + timedelta(days=1)
        planned = [
            (message.at.date(), {entry.assignment.code for entry in message.entries})
            for message in upcoming_messages(town.db, first, first + timedelta(days=60))
            if message.to.audience is Audience.PERSON and message.to.unit == unit
        ]
        coming = reminder_account(town.db, row["id"], None, today, town.clock.now()).coming
        assert coming is not None and (coming.day, {each.code for each in coming.tasks}) == planned[0]


async def test_several_tasks_and_groups_are_told_one_by_one_and_an_unknown_code_is_refused(
    town: Town, chen: Resident, zhou: Resident
) -> None:
    await town.move_to("2019-11-25 09:00")
    told = await chen.says("29-4、29-7怎么没提醒")
    assert (
        told.startswith("市农业农村局 · ")
        and "\n\n市市场监管局 · 11月25日（周一）的提醒\n09:00 发给了周科长：逾期 29-7" in told
    )
    told = await chen.says("为什么没提醒各区")
    assert told.count("还没有联络员") == 4 and "还有 9 项没有列出" in told
    assert "没有任务 99-9" in await chen.says("99-9怎么没催")


@pytest.mark.parametrize(
    "said",
    [
        "1-2 今天提醒了几家商户整改，完成60%",
        "1-2完成60%，昨天提醒了多少家商户",
        "1-2 今天提醒了几家商户整改",
        "1-2 受阻，为什么一直没提醒检验机构出报告还不清楚",
        "2-3 完成50%，是否提醒过群众没统计",
    ],
)
async def test_a_report_of_whom_a_unit_reminded_is_no_question_about_reminders(lin: Resident, said: str) -> None:
    assert "的提醒\n" not in await lin.says(said)


@pytest.mark.parametrize("said", ["1-2报了80%怎么还催我", "1-2已经完成了为什么还提醒", "1-2卡住了，怎么没人提醒我"])
async def test_the_question_may_tell_how_a_task_stands(lin: Resident, said: str) -> None:
    assert "市公安局 · " in await lin.says(said)


async def test_whether_there_are_reminders_at_all_is_no_question_of_a_day(chen: Resident) -> None:
    assert "提醒时间" in await chen.says("有没有提醒功能")


@pytest.mark.parametrize(
    "said", ["why didn't you remind me about 1-2?", "why did nobody remind me about 1-2", "你怎么没提醒我1-2"]
)
async def test_a_liaison_who_asks_why_no_reminder_came_is_told_why(lin: Resident, said: str) -> None:
    assert (await lin.says(said)).startswith("市公安局 · 11月25日（周一）的提醒\n没有发任务提醒。\n1-2：")


async def test_who_was_invited_and_has_not_come_yet_is_named(chen: Resident, lin: Resident) -> None:
    await chen.says("把公安局的林警官换成李四 13800001111", "提交")
    assert "邀请了李四，链接还没打开；对方点“开始”以后才收得到。" in await chen.says("为什么没提醒公安局")


@pytest.mark.parametrize("said", ["昨天提醒都发出去了吗", "昨天的提醒发了没", "昨天早上的提醒发出去没有"])
async def test_whether_a_days_reminders_went_out_is_no_question_about_those_to_come(chen: Resident, said: str) -> None:
    assert (await chen.says(said)).startswith("11月24日（周日）的提醒\n这天不是工作日")


@pytest.mark.parametrize("said", ["明天有哪些提醒要发", "下周提醒谁", "明天的提醒几点发"])
async def test_a_question_about_reminders_of_a_day_to_come_shows_the_next_seven_days(chen: Resident, said: str) -> None:
    assert (await chen.says(said)).startswith("未来七天的提醒")


@pytest.mark.parametrize("said", ["29-4、29-7怎么都没报 催！", "29-7怎么还没报，催一下", "29-7 怎么没填报，催！"])
async def test_a_nudge_behind_the_question_why_nobody_reported_is_begun(
    chen: Resident, zhou: Resident, said: str
) -> None:
    assert "催办" in await chen.says(said) and "29-7" in chen.sees() and "确认发送" in chen.buttons()


@pytest.mark.parametrize("said", ["29-7怎么没催", "公安局怎么没报，为什么没催", "怎么没给他们催"])
async def test_why_nobody_was_nudged_is_still_told(chen: Resident, zhou: Resident, lin: Resident, said: str) -> None:
    assert "的提醒" in await chen.says(said) and "确认发送" not in chen.buttons()


@pytest.mark.parametrize("said", ["29-5怎么没给填报人发提醒", "为什么没有给没交材料的单位发催办"])
async def test_who_fills_in_or_hands_in_may_be_named_in_the_question(chen: Resident, may: Resident, said: str) -> None:
    assert "的提醒\n" in await chen.says(said) and "确认发送" not in chen.buttons()
