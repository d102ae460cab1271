"""Messages that name no task are about the one shown last: its card, a nudge about it, a line of a digest."""

import pytest

from data.people.people import Role
from tests.journeys.announcing.announced import nudged
from tests.journeys.town import Resident, Town


async def test_a_nudge_is_answered_without_its_code(town: Town, chen: Resident, lin: Resident) -> None:
    await nudged(town, chen, "公安局1-2")
    assert lin.sees().startswith("催办")
    preview = await lin.says("还在审讯，到八成了")
    assert preview.startswith("填报 1-2 昆仑行动打食药环犯罪\n请核对")
    assert "进度：80%\n情况：还在审讯，到八成了" in preview


async def test_words_below_a_card_are_of_its_task(lin: Resident) -> None:
    assert "填报 2-3" in (preview := await lin.says("2-3", "端了个黑作坊 抓5个")) and "抓获人数 5 人" in preview
    await lin.says("取消")
    await lin.presses("不要了")
    assert await lin.says("6-7", "没啥变化") == "没有变化请点按钮确认：\n⚪ 6-7 公安与市监联合执法 · 持续开展"


async def test_more_time_is_asked_for_the_task_of_the_card(lin: Resident) -> None:
    await lin.says("1-2")
    assert (await lin.says("想延到明年4月底")).startswith("申请延期 1-2 昆仑行动打食药环犯罪\n延到2020年4月30日")


async def test_what_is_said_of_all_is_not_of_the_card_alone(lin: Resident) -> None:
    assert "2-3" in (await lin.says("6-7", "都没变化"))


async def test_where_a_list_was_shown_it_is_still_asked_which_task(lin: Resident) -> None:
    assert "刚才说的是哪一项的进展？" in await lin.says("1-2", "我的任务", "还在审讯，到八成了")


async def test_the_task_of_the_card_is_put_off_and_to_the_day_that_is_named(town: Town, nong: Resident) -> None:
    await town.move_to("2019-11-25 09:05")
    assert await nong.says("43-1下周才办班 先不报", "那等到下周五提醒我") == "好的，43-1 到12月6日（周五）再提醒您。"
    assert await nong.says("所有的都下周一再提醒") == "好的，29-4 到12月2日（周一）再提醒您。"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("4-4 next class on 6 dec, remind me the day before", "Thu 5 Dec"),
        ("remind me of 4-4 two days before the deadline", "Fri 27 Dec"),
        ("remind me of 4-4 on monday", "Mon 2 Dec"),
        ("snooze 4-4 till tuesday", "Tue 3 Dec"),
        ("stop the reminders for 4-4 till january", "2 Jan 2020"),
    ],
)
async def test_a_reminder_is_put_off_to_some_days_before_a_day(town: Town, words: str, day: str) -> None:
    grace = town.member(1040, "Grace", "武汉海关", Role.LIAISON, "en")
    await town.move_to("2019-11-29 09:05")
    assert (await grace.says(words)).startswith(f"All right, I will remind you of 4-4 on {day}.")


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("1-2 请于12月10日提醒我", "12月10日（周二）"),
        ("1-2 请改为12月12日提醒", "12月12日（周四）"),
    ],
)
async def test_a_code_a_day_and_a_word_for_reminding_put_off(lin: Resident, said: str, day: str) -> None:
    assert await lin.says(said) == f"好的，1-2 到{day}再提醒您。"


async def test_a_code_and_how_long_before_its_deadline_put_off_its_reminder(nong: Resident) -> None:
    assert await nong.says("43-1提前一天提醒就行") == "好的，43-1 到12月30日（周一）再提醒您。"


async def test_what_was_put_off_last_is_put_off_to_another_day(town: Town, lin: Resident) -> None:
    assert await lin.says("下周二再提醒我1-2", "改下周三吧") == "好的，1-2 到12月4日（周三）再提醒您。"
    assert await lin.says("改到12月吧") == "好的，1-2 到12月2日（周一）再提醒您。"
    await town.move_to("2019-11-25 10:05")
    assert "再提醒您" not in await lin.says("改下周四吧")


async def test_another_day_is_of_what_was_done_last(lin: Resident) -> None:
    await lin.says("1-2申请延期到3月底，因为在等省里文件")
    assert await lin.says("提交", "下周二再提醒我2-3", "改下周三吧") == "好的，2-3 到12月4日（周三）再提醒您。"


async def test_consent_names_no_task(lin: Resident) -> None:
    assert "哪一项的进展" in await lin.says("还在审讯，到八成了")
    for words in ("交", "好的", "交流"):
        answer = await lin.says(words)
        assert ("填报 38-1" in answer) == (words == "交流"), words


@pytest.mark.parametrize("words", ["43-1 今天开班了", "13-3 等省里通知", "4-2 老师提前走了"])
async def test_what_is_told_of_an_own_task_can_be_reported(nong: Resident, words: str) -> None:
    code, _, told = words.partition(" ")
    await nong.says(words)
    assert nong.buttons() == [f"报 {code} 的进展", f"看 {code}", "告诉办公室", "取消"]
    assert told in await nong.presses(f"报 {code} 的进展")


@pytest.mark.parametrize("words", ["写好了 报省厅了", "老师提前走了，剩下的明天讲"])
async def test_what_is_told_below_a_card_may_be_of_its_task(nong: Resident, words: str) -> None:
    await nong.says("43-1", words)
    assert nong.buttons()[0] == "报 43-1 的进展"
    assert f"情况：{words}" in await nong.presses("报 43-1 的进展")


async def test_what_is_told_below_anything_else_is_not_understood(nong: Resident) -> None:
    assert "没听明白" in await nong.says("43-1", "你好", "写好了 报省厅了")


async def test_what_is_not_understood_of_an_own_task_can_be_reported(zhu: Resident) -> None:
    assert "您是想" in await zhu.says("43-6 老师病了，换人了")
    assert zhu.buttons()[0] == "报 43-6 的进展"
    assert "情况：老师病了，换人了" in await zhu.presses("报 43-6 的进展")


async def test_what_is_told_instead_of_choosing_is_a_sentence_of_its_own(nong: Resident, lin: Resident) -> None:
    asked = await nong.says("43-1 今天开班了", "老师提前走了，剩下的改明天")
    assert asked == "“老师提前走了，剩下的改明天”，您是想…？" and nong.buttons()[0] == "报 43-1 的进展"
    answer = await lin.says("6-7 被我吃了", "开玩笑的 报50%")
    assert answer.startswith("“6-7 被我吃了”没有处理。要办就再发一次。\n填报 6-7") and "被我吃了" not in lin.sees()
    assert "进度：50%" in await lin.says("取消", "确认取消", "6-7 被我吃了", "现在大概50%了")
    answer = await lin.says("取消", "确认取消", "2-3收网我做不了", "收网完成了")
    assert "填报 2-3" in answer and "状态：已完成\n情况：收网完成了" in answer


async def test_words_that_may_be_of_several_are_of_the_card_among_them(zhou: Resident) -> None:
    await zhou.says("3-12")
    said = "完成了，发了通知，查了45家机构，整改6家，通报附后"
    assert (await zhou.says(said)).startswith("填报 3-12 检验检测机构联合抽查\n请核对")


async def test_a_figure_of_several_is_not_said_of_all_tasks(lin: Resident) -> None:
    assert (await lin.says("18-1", "又收网了，打掉三个窝点")).startswith("填报 18-1")


async def test_words_below_a_card_that_was_looked_at_meanwhile_are_not_taken_unasked(zhou: Resident) -> None:
    await zhou.says("43-5 12315培训班办了，培训86人，就剩签到表没传", "43-4")
    assert zhou.sees().startswith("填报 43-5")
    assert "您是想…？" in await zhou.says("这个6月份就办过了 当时没报")
    await zhou.presses("是别的事")
    assert any(each.startswith("填报 43-4") and "状态：已完成" in each for each in zhou.heard())
    assert zhou.sees().startswith("43-5 的进展还没填完")


async def test_a_card_that_was_opened_by_its_button_is_looked_at_as_any_other(zhou: Resident) -> None:
    await zhou.says("43-5 12315培训班办了，就剩签到表没传", "我的任务")
    await zhou.presses("43-4")
    assert "您是想…？" in await zhou.says("这个6月份就办过了 当时没报")


async def test_a_card_that_the_office_looks_at_makes_no_reason_doubtful(chen: Resident) -> None:
    await chen.says("把43-5移出任务表", "1-2")
    assert "原因：这项已经办完了，不用再做" in await chen.says("这项已经办完了，不用再做")


async def test_a_number_below_a_card_still_answers_what_is_asked(zhou: Resident) -> None:
    await zhou.says("43-5 12315培训班办了，就剩签到表没传", "43-4")
    assert (await zhou.says("90")).startswith("填报 43-5") and "进度：90%" in zhou.sees()


async def test_words_below_a_card_change_nothing_at_a_check_of_several(zhou: Resident) -> None:
    await zhou.says("1-9、1-12、1-18都完成了，总结都写好了", "6-13", "跟检察院的培训没搞成，检察院那边说不办了")
    assert any(each.startswith("填报 6-13") and "状态：受阻" in each for each in zhou.heard())
    assert "还有 3 条没提交：1-9、1-12、1-18" in zhou.sees()


async def test_a_task_is_named_in_a_whole_sentence_where_it_is_asked_for(lin: Resident) -> None:
    assert "刚才说的是哪一项的进展？" in await lin.says("大概百分之五十吧")
    assert (await lin.says("就是那个十八杠一的严打的那个")).startswith("填报 18-1") and "进度：50%" in lin.sees()
    await lin.presses("提交")
    assert "刚才说的是哪一项的进展？" in await lin.says("抓了8个")
    await lin.says("看看1-2那个")
    assert any(each.startswith("1-2 昆仑行动打食药环犯罪\n任务名称") for each in lin.heard())


async def test_words_that_rather_name_another_task_are_not_of_the_card(zhou: Resident) -> None:
    assert (await zhou.says("1-9", "铁拳办案52件")).startswith(("填报 1-8", "已记下")) and "填报 1-8" in zhou.sees()
    await zhou.says("取消", "取消")
    assert (await zhou.says("43-5", "培训班办完了")).startswith("填报 43-5")


async def test_what_is_forwarded_was_not_said_of_the_task_shown_last(town: Town, lin: Resident) -> None:
    said = town.world.say(lin.id, "谢谢")
    await town.settle()
    forwarded = town.world.edit(lin.id, lin.id, said.message_id, "今日检查药店12家，立案2起")
    await town.settle()
    await lin.says("1-2")
    assert "刚才说的是哪一项的进展" in await lin.does(lambda: town.world.forward(lin.id, lin.id, forwarded.message_id))


async def test_what_is_written_below_the_card_is_said_of_its_task(lin: Resident) -> None:
    assert "填报 1-2" in await lin.says("1-2", "今日检查药店12家，立案2起")


async def test_what_is_not_understood_in_between_shows_nothing(lin: Resident) -> None:
    await lin.says("1-2", "食堂中午吃什么")
    assert "填报 1-2" in await lin.says("今日检查药店12家，立案2起")


@pytest.mark.parametrize("said", ["成果要什么", "这项要交什么", "要交什么材料", "这个期限是哪天"])
async def test_what_its_card_tells_is_asked_for_without_the_code(lin: Resident, said: str) -> None:
    card = await lin.says("14-2")
    assert "成果：研判本地侵权犯罪" in card and await lin.says(said) == card
