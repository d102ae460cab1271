"""A report in one line without its task: the bot asks which, and words or a code name it."""

import pytest

from bot.emulator.records import Message
from data.reporting.totals import reported_with
from tests.journeys.reporting.reports_stored import drafts_stored, reports_stored
from tests.journeys.town import Resident, Town


async def test_a_report_without_its_task_asks_which_and_keeps_what_was_said(town: Town, lin: Resident) -> None:
    assert (await lin.says("完成80%，立案12件")).startswith("共 8 项 · 刚才说的是哪一项的进展？")
    assert "进度：80%\n情况：（无）\n统计数据：立案件数 12 件" in await lin.presses("2-3")
    await lin.presses("提交")
    assert reports_stored(town) == [("2-3", "in_progress", 80, "", "")]


async def test_a_task_that_is_pressed_for_it_counts_once_over_a_kill(town: Town, lin: Resident) -> None:
    await lin.says("完成80%，立案12件")
    await lin.presses("2-3")
    await town.restart_undone()
    assert drafts_stored(town) == [("2-3", "preview", 1)]
    await lin.presses("提交")
    assert reports_stored(town) == [("2-3", "in_progress", 80, "", "")]


async def test_the_task_of_such_a_report_may_be_named_in_words(lin: Resident) -> None:
    assert (await lin.says("完成80%，立案12件", "昆仑")).startswith("填报 1-2 昆仑行动打食药环犯罪\n请核对")


async def test_a_percent_is_of_the_task_on_which_work_was_to_go_on(nong: Resident) -> None:
    await nong.says("1-3前面写了什么 我接着报")
    assert "填报 1-3 " in nong.sees()
    shown = await nong.says("75%")
    assert "填报 1-3 " in shown and "进度：75%" in shown


def buttons_now(lin: Resident, shown: Message) -> list[str]:
    """Return the texts of the buttons that a message has by now."""
    [now] = [each for each in lin.messages() if each.message_id == shown.message_id]
    return [button.text for button in now.buttons]


async def test_each_of_two_reports_without_their_tasks_waits_for_its_own(lin: Resident) -> None:
    await lin.says("完成80%，立案12件")
    first = lin.last()
    assert (await lin.says("完成30%")).endswith("“完成80%，立案12件”还没说是哪一项的进展，要接着办请点“继续”。")
    assert buttons_now(lin, first) == []
    await lin.presses("继续")
    assert "进度：80%" in await lin.presses("2-3")
    await lin.presses("提交")
    assert "刚才说的是哪一项的进展" in await lin.says("继续填报")
    assert "进度：30%" in await lin.says("1-2")


@pytest.mark.parametrize("said", ["2-3 60%", "1-2延期到4月底", "先放着"])
async def test_the_choice_of_a_task_that_waits_loses_its_buttons(lin: Resident, said: str) -> None:
    await lin.says("完成80%，立案12件")
    choice = lin.last()
    await lin.says(said)
    assert buttons_now(lin, choice) == []
    assert "刚才说的是哪一项的进展" in await (lin.says("继续填报") if said == "先放着" else lin.presses("继续"))
    assert "进度：80%" in await lin.presses("18-1")


async def test_without_its_task_it_is_about_the_one_that_is_being_filled_in(lin: Resident) -> None:
    await lin.begins("1-2")
    await lin.says("完成80%，立案12件")
    assert "进度：80%" in await lin.skips_to_the_preview()


async def test_a_task_of_another_unit_named_in_words_is_said_to_be_so(lin: Resident) -> None:
    assert await lin.says("剑网行动 完成80%") == "“剑网行动”不是您单位的任务，请发“我的任务”查看。"


async def test_a_code_that_no_task_has_is_named(lin: Resident) -> None:
    assert await lin.says("99-9 done") == "没有找到您可以查看的任务 99-9，请发“我的任务”查看。"


async def test_a_few_words_pick_the_task_to_report_on(lin: Resident) -> None:
    assert (await lin.says("报进展", "昆仑")).startswith("填报 1-2 昆仑行动打食药环犯罪\n现在是什么状态？")


async def test_a_code_picks_the_task_to_report_on(lin: Resident) -> None:
    assert (await lin.says("/update", "2-3")).startswith("填报 2-3")


async def test_words_that_fit_several_tasks_ask_which(lin: Resident) -> None:
    assert (await lin.says("报进展", "打假")).startswith("您指的是哪一项？\n⚪ 7-1 打假研判平台建设")
    assert lin.buttons() == ["7-1", "38-1", "8-2"]
    assert "现在是什么状态" in await lin.presses("38-1")


async def test_words_that_fit_no_task_say_so(lin: Resident) -> None:
    assert await lin.says("报进展", "呜啦啦") == "没有找到“呜啦啦”。请点任务，或换几个字再发。"
    assert lin.buttons() == ["继续"]
    assert (await lin.says("昆仑")).startswith("填报 1-2")


async def test_after_another_wish_a_code_opens_its_card_again(lin: Resident) -> None:
    assert (await lin.says("报进展", "我的任务")).startswith("共 8 项")
    assert (await lin.says("2-3")).startswith("2-3 ")


@pytest.mark.parametrize("other", ["先看看1-3", "1-2下周再报", "1-2 60%"])
async def test_what_says_more_than_a_name_is_not_the_task_of_what_was_said_before(
    town: Town, lin: Resident, other: str
) -> None:
    await lin.says("查了20家店", other)
    assert "查了20家店" not in str(town.rows("SELECT note FROM drafts"))


@pytest.mark.parametrize("name", ["是1-2那个", "1-2吧", "it's 1-2"])
async def test_a_name_alone_is_the_task_of_what_was_said_before(lin: Resident, name: str) -> None:
    assert "情况：查了20家店" in await lin.says("查了20家店", name)


async def test_what_asks_for_something_else_is_answered_and_the_choice_waits_in_a_line(lin: Resident) -> None:
    assert "刚才说的是哪一项的进展" in await lin.says("查了20家店，罚了1.3万")
    answer = await lin.says("下次报表什么时候")
    assert answer.startswith("现在没有要填的统计报表") and "还没说是哪一项的进展，要接着办请点“继续”。" in answer
    assert "共 8 项" not in answer and "没有找到" not in answer
    assert "情况：查了20家店，罚了1.3万" in await lin.says("7-1")


async def test_figures_alone_are_first_offered_to_where_such_were_reported(town: Town, zhou: Resident) -> None:
    await zhou.says("3-10 60% 抽检30批次", "交")
    await town.move_to("2019-11-28 09:00")
    assert "刚才说的是哪一项的进展？" in await zhou.says("抽了120批次，不合格4批次")
    assert zhou.buttons()[0] == "3-10 食品抽检不合格通报"
    assert "抽检批次 120" in await zhou.presses("3-10 食品")
    assert "填报 3-10" in zhou.sees()


async def test_figures_alone_of_which_none_were_reported_are_asked_about_in_all(zhou: Resident) -> None:
    await zhou.says("抽了120批次，不合格4批次")
    assert zhou.buttons()[0] == "29-7"


async def test_figures_that_were_returned_say_nothing_of_where_such_are_reported(
    town: Town, zhou: Resident, chen: Resident
) -> None:
    await zhou.says("3-10 已完成 抽检30批次", "交")
    [report] = town.rows("SELECT assignment_id AS id FROM reports")
    assert reported_with(town.db, ["抽检批次"], [report["id"]]) == [report["id"]]
    await chen.says("3-10 退回，数字不对")
    await chen.presses("退回")
    assert reported_with(town.db, ["抽检批次"], [report["id"]]) == []


@pytest.mark.parametrize("said", ["两法衔接那个这个月移送了五条线索", "两法衔接机制开了联席会，60%"])
async def test_the_name_of_an_item_means_the_own_task_in_it_although_others_are_called_so(
    lin: Resident, said: str
) -> None:
    assert "您指的是哪一项？\n⚪ 6-7 公安与市监联合执法" in await lin.says(said)
    assert "填报 6-7 公安与市监联合执法\n请核对，无误后点“提交”：\n状态：进行中\n" in await lin.presses("6-7")
    assert f"情况：{said}" in lin.sees()


@pytest.mark.parametrize("said", ["算到昆仑行动里", "就放在昆仑那项里面", "记到昆仑行动名下吧"])
async def test_where_the_words_belong_is_an_answer(lin: Resident, said: str) -> None:
    assert "填报 1-2 昆仑行动打食药环犯罪" in await lin.says("完成80%，立案12件", said)


async def test_where_the_words_belong_takes_not_their_place(town: Town, lin: Resident) -> None:
    assert "没有找到" in await lin.says("完成80%，查了12家店，发现2起", "就报到那个绿化养护的里面")
    shown = await lin.says("1-2")
    assert "填报 1-2" in shown and "情况：完成80%，查了12家店，发现2起" in shown


async def test_what_was_missing_goes_to_the_report_sent_back_not_to_the_reminder(
    town: Town, zhou: Resident, chen: Resident
) -> None:
    await zhou.submits("43-5 培训班今天办完了，来了93人")
    await chen.says("43-5退回，缺签到表和总结", "退回")
    await town.move_to("2019-11-25 11:00")
    assert "29-7" in zhou.sees()
    shown = await zhou.says("总结写好了：本次培训93人，参训单位15家")
    assert "填报 43-5" in shown and "退回原因：缺签到表和总结" in shown


@pytest.mark.parametrize("named", ["六杠七也报一下 就上面说的那个活动", "就是刚才说的事，6-7的", "算6-7的"])
async def test_what_only_points_back_names_the_task_of_what_was_told(lin: Resident, named: str) -> None:
    told = "在中山公园搞了个活动 去了两百来人"
    assert "刚才说的是哪一项的进展？" in await lin.says(told)
    shown = await lin.says(named)
    assert shown.startswith("填报 6-7 ") and f"情况：{told}\n" in shown


async def test_what_is_told_or_put_right_meanwhile_belongs_to_the_words_that_wait(town: Town, wu: Resident) -> None:
    await wu.says("铁拳那个 今天又查了3家 扣了假茅台12瓶")
    assert "“铁拳那个 昨天又查了3家 扣了假茅台12瓶”。\n\n您指的是哪一项？" in await wu.says("不是今天是昨天")
    assert "12瓶，还有五粮液6瓶”。\n\n您指的是哪一项？" in await wu.says("还有五粮液6瓶")
    await wu.says("25")
    await wu.presses("1-8")
    await wu.presses("提交")
    [(code, _, percent, note, _)] = reports_stored(town)
    assert (code, percent) == ("1-8", 25) and "昨天又查了3家 扣了假茅台12瓶，还有五粮液6瓶" in str(note)


async def test_a_figure_put_right_meanwhile_is_the_right_one(lin: Resident) -> None:
    assert (await lin.says("立案12件", "不是12是13", "移送2件")).startswith("一并记下了：“立案13件，移送2件”。")
    assert "统计数据：立案件数 13 件，移送公安件数 2 件" in await lin.presses("1-2")


@pytest.mark.parametrize("said", ["另外导出台账", "还有，提醒改到10点", "对了，明天请假", "还有，明天让小吴代我填报"])
async def test_an_order_meanwhile_is_no_part_of_the_words_that_wait(lin: Resident, said: str) -> None:
    await lin.says("查了3家店")
    assert "一并记下了" not in await lin.says(said)


async def test_what_is_sent_twice_is_written_once(town: Town, lin: Resident) -> None:
    await lin.says("查了3家店", "查了3家店")
    await lin.presses("1-2")
    assert "查了3家店" in lin.sees() and "查了3家店，查了3家店" not in lin.sees()


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("1-2 11月战果：", "立案5起，抓获嫌疑人17名，打掉团伙2个"),
        ("1-2", "打掉团伙2个"),
        ("1-2 战果", "打掉犯罪团伙1个、刑拘3人"),
    ],
)
async def test_what_is_counted_below_a_card_names_no_other_task(lin: Resident, heading: str, said: str) -> None:
    await lin.says(heading)
    await lin.says(said)
    assert "填报 1-2" in lin.sees()


@pytest.mark.parametrize("said", ["阿里京东推送线索20条 立案2起", "8-2 打掉团伙2个"])
async def test_a_task_that_is_surely_named_below_the_card_of_another_is_meant(lin: Resident, said: str) -> None:
    await lin.says("1-2")
    await lin.says(said)
    assert "填报 8-2" in lin.sees()


async def test_without_a_card_what_is_counted_may_name_a_task(lin: Resident) -> None:
    assert "填报 18-1" in await lin.says("打掉团伙2个")


@pytest.mark.parametrize("said", ["打掉团伙2个，移送4人", "打掉制假窝点3个，抓了5人"])
async def test_the_task_of_several_counts_is_asked_for(lin: Resident, said: str) -> None:
    assert "刚才说的是哪一项的进展？" in await lin.says(said)


ALSO_DESTROYED = ["打掉制假窝点3个", "还打掉制假窝点3个", "又打掉制假窝点3个", "今天又打掉制假窝点3个"]


@pytest.mark.parametrize("said", [*ALSO_DESTROYED, "打掉团伙2个"])
async def test_words_that_belong_to_a_figure_do_not_name_a_task_right_after_a_report(lin: Resident, said: str) -> None:
    await lin.submits("1-2 立案3起 抓12人 60%")
    assert "您指的是哪一项？" in await lin.says(said)
    assert lin.buttons()[0] == "1-2" and lin.buttons()[-1] == "取消"
    assert "填报 1-2" in await lin.presses("1-2") and said in lin.sees()


async def test_below_a_card_they_are_of_its_task(lin: Resident) -> None:
    await lin.says("1-2")
    assert "填报 1-2" in await lin.says("打掉制假窝点3个")


@pytest.mark.parametrize(
    ("said", "code"), [("侵权立案5起", "18-1"), ("跨国打假协作办了2起", "38-1"), ("2-3打掉窝点3个", "2-3")]
)
async def test_sure_words_for_another_task_name_it_also_right_after_a_report(
    lin: Resident, said: str, code: str
) -> None:
    await lin.submits("1-2 立案3起 抓12人 60%")
    assert f"填报 {code} " in await lin.says(said)


async def test_without_anything_before_unsure_words_name_the_likeliest(lin: Resident) -> None:
    assert "填报 2-3" in await lin.says("打掉制假窝点3个")


@pytest.mark.parametrize("said", ["今天又立案2件", "昨晚又抓获5人", "本周又立案2件"])
async def test_what_was_counted_on_a_day_is_a_report_and_keeps_its_words(lin: Resident, said: str) -> None:
    assert "刚才说的是哪一项的进展？" in await lin.says(said)
    assert "填报 1-2" in await lin.presses("1-2") and said in lin.sees()


@pytest.mark.parametrize("said", ["今天又立案几件", "今天开会12人参加"])
async def test_what_counts_nothing_of_the_plan_is_no_report(lin: Resident, said: str) -> None:
    assert "哪一项的进展" not in await lin.says(said)


@pytest.mark.parametrize("said", ["刚才报错了，应该是60%", "报错了，应该是60%"])
async def test_somebody_who_has_not_reported_has_nothing_to_put_right(town: Town, lin: Resident, said: str) -> None:
    assert (await lin.says(said)).startswith("您还没有填报过，没有可以更正或撤回的。")
    assert town.rows("SELECT * FROM dialogs") == []
    await lin.says("1-2 50%", "我的任务")
    assert "进度：60%" in await lin.says(said)


async def test_the_same_in_english_leaves_nothing_open(town: Town, grace: Resident) -> None:
    assert (await grace.says("my last report was wrong, should be 40%")).startswith("You have no report to correct")
    assert "not clear yet" not in await grace.says("my tasks")


@pytest.mark.parametrize("said", ["漏报了立案2起", "忘报了，昨天查了3家"])
async def test_what_somebody_forgot_to_report_is_reported_now(lin: Resident, said: str) -> None:
    assert "刚才说的是哪一项的进展？" in await lin.says(said)


async def test_words_of_a_task_in_what_is_counted_do_not_hide_the_figure(lin: Resident) -> None:
    told = "情况：今天又打掉制假窝点3个\n统计数据：捣毁窝点数 3 个"
    assert told in await lin.says("今天又打掉制假窝点3个")
    await lin.says("取消", "不要了", "1-2 50%", "提交", "今天又打掉制假窝点3个")
    assert told in await lin.presses("1-2")


@pytest.mark.parametrize("said", ["刚才报的进度是60%，现在70%", "刚报的那个 现在到70%了"])
async def test_what_goes_on_from_the_report_just_made_is_about_its_task(zhou: Resident, said: str) -> None:
    await zhou.says("1-8 立案12件 60%", "提交")
    shown = await zhou.says(said)
    assert shown.startswith("填报 1-8 ") and "进度：70%" in shown


async def test_of_several_reports_just_made_the_task_is_asked_for(zhou: Resident) -> None:
    await zhou.says("1-8 立案12件 60%\n1-9 70%", "全部提交")
    assert "刚才说的是哪一项的进展？" in await zhou.says("刚才报的进度是60%，现在80%")
