"""Undoing (撤销) whatever the office did last: a setting, a return, a verdict or a change of the plan."""

import pytest

from tests.journeys.town import Resident, Town


def rows(town: Town, table: str) -> int:
    return len(town.rows(f"SELECT * FROM {table}"))


def undo_button(chen: Resident) -> str:
    return next(each.callback_data or "" for each in chen.last().buttons if each.text == "撤销")


async def forged(chen: Resident, data: str) -> str:
    """Press an old button's data; return the answer, or what the last message then shows."""
    return await chen.forges(data) or chen.sees()


async def takes_back(chen: Resident, shown: str) -> str:
    """Ask to undo in words, check that it is the last act, and press."""
    assert shown in await chen.says("撤销")
    return await chen.presses("撤销")


@pytest.mark.parametrize("said", ["等下，撤销", "等等，先撤销", "hang on, undo"])
async def test_a_word_of_waiting_before_it_changes_nothing(chen: Resident, said: str) -> None:
    await chen.submits("12月30日到12月31日放假")
    assert "2019年12月30日、2019年12月31日：放假" in await chen.says(said)


async def test_days_off_entered_in_words_are_taken_back_at_once(town: Town, chen: Resident) -> None:
    await chen.submits("12月30日到12月31日放假")
    assert rows(town, "calendar_days") == 2
    assert (await takes_back(chen, "2019年12月30日、2019年12月31日：放假")).startswith("已撤销：")
    assert rows(town, "calendar_days") == 0
    assert (await chen.says("撤销")).startswith("最近一天没有可以撤销的操作")


@pytest.mark.parametrize("words", ["12月31日不放假了", "取消12月31日放假"])
async def test_a_day_off_is_made_a_working_day_in_words(town: Town, chen: Resident, words: str) -> None:
    await chen.submits("12月31日放假")
    assert (await chen.says(words)).startswith("2019年12月31日：上班")
    await chen.presses("提交")
    assert town.rows("SELECT works FROM calendar_days") == [{"works": 1}]
    await takes_back(chen, "2019年12月31日：上班")
    assert town.rows("SELECT works FROM calendar_days") == [{"works": 0}]
    await takes_back(chen, "2019年12月31日：放假")
    assert rows(town, "calendar_days") == 0


async def test_a_rule_is_again_what_it_was_and_an_old_button_says_so(town: Town, chen: Resident) -> None:
    await chen.submits("提醒时间改成8点")
    pressed = undo_button(chen)
    assert await chen.presses("撤销") == "已撤销：\n发提醒的时间：9 点 → 8 点"
    assert await forged(chen, pressed) == "已经撤销过了，这次没有再改：\n发提醒的时间：9 点 → 8 点"
    assert town.rows("SELECT value FROM settings WHERE name = 'sending_hour'") == [{"value": "9"}]


async def test_the_leave_that_was_put_right_is_there_again(town: Town, chen: Resident, lin: Resident) -> None:
    await chen.says("林警官下周请假", "不用", "提交", "不对，是12月9日到12月13日", "提交")
    assert (await takes_back(chen, "请假：林警官，2019年12月9日至2019年12月13日")).startswith("已撤销：")
    assert town.rows("SELECT last_day FROM absences WHERE ended_at IS NULL") == [{"last_day": "2019-12-08"}]
    await town.move_to("2019-11-25 08:31")
    assert [each for each in lin.heard() if "请假" in each][-1:] and "2019年12月2日至2019年12月8日" in lin.sees()
    assert (await takes_back(chen, "请假：林警官，2019年12月2日至2019年12月8日")).startswith("已撤销：")
    assert town.rows("SELECT last_day FROM absences WHERE ended_at IS NULL") == []


async def test_what_was_set_again_since_is_not_taken_back_by_an_old_button(town: Town, chen: Resident) -> None:
    await chen.submits("提醒时间改成8点")
    pressed = undo_button(chen)
    await chen.submits("提醒时间改成10点")
    assert (await forged(chen, pressed)).startswith("之后又改过，不能撤销了")
    await takes_back(chen, "发提醒的时间：8 点 → 10 点")
    assert (await forged(chen, pressed)).startswith("已撤销：")
    assert town.rows("SELECT value FROM settings WHERE name = 'sending_hour'") == [{"value": "9"}]


async def test_what_somebody_forgotten_has_set_twice_is_two_acts(town: Town, chen: Resident, ding: Resident) -> None:
    for hour in ("8", "10"):
        await ding.submits(f"提醒时间改成{hour}点")
    first, second = (row["id"] for row in town.rows("SELECT id FROM audit WHERE action = 'rule' ORDER BY id"))
    await ding.says("/forget")
    await ding.presses("删除我的登记")
    assert town.rows("SELECT DISTINCT source FROM audit WHERE action = 'rule'") == [{"source": ""}]
    await chen.says("/help")
    assert (await forged(chen, f"act:undo:{first}")).startswith("之后又改过，不能撤销了")
    assert town.rows("SELECT value FROM settings WHERE name = 'sending_hour'") == [{"value": "10"}]
    assert (await forged(chen, f"act:undo:{second}")).startswith("已撤销：")
    assert (await forged(chen, f"act:undo:{first}")).startswith("已撤销：")
    assert town.rows("SELECT value FROM settings WHERE name = 'sending_hour'") == [{"value": "9"}]


async def test_after_a_day_it_is_too_late(town: Town, chen: Resident) -> None:
    await chen.submits("提醒时间改成8点")
    pressed = undo_button(chen)
    await town.move_to("2019-11-26 10:00")
    assert "已经过了一天" in await forged(chen, pressed)
    assert (await chen.says("撤销")).startswith("最近一天没有可以撤销的操作")


async def test_a_pause_its_end_and_what_is_reviewed_are_taken_back(town: Town, chen: Resident) -> None:
    await chen.submits("暂停市公安局提醒到12月5号")
    await chen.says("恢复市公安局提醒")
    await chen.presses("恢复 市公安局")
    await takes_back(chen, "恢复提醒：市公安局")
    assert town.rows("SELECT until FROM pauses") == [{"until": "2019-12-05"}]
    await takes_back(chen, "暂停提醒：市公安局，到2019年12月5日")
    assert town.rows("SELECT until FROM pauses WHERE until >= '2019-11-25'") == []
    await chen.says("审核改成每份都审")
    await chen.presses("提交", "撤销")
    assert town.rows("SELECT value FROM settings WHERE name = 'review_all_since'") == [{"value": "never"}]


async def test_an_indicator_is_taken_back_and_brought_back(town: Town, chen: Resident) -> None:
    await chen.says("新增 约谈企业 家 整数 累加")
    await takes_back(chen, "新增指标：约谈企业")
    assert town.rows("SELECT 1 FROM indicators WHERE name = '约谈企业'") == []
    before = town.rows("SELECT * FROM indicators WHERE name = '培训人次'")
    await chen.says("/settings")
    await chen.presses("统计指标", "培训人次", "停用")
    await takes_back(chen, "停用指标：培训人次")
    assert town.rows("SELECT * FROM indicators WHERE name = '培训人次'") == before


async def test_what_was_done_last_is_what_is_shown_of_whatever_kind(town: Town, chen: Resident) -> None:
    await chen.submits("提醒时间改成8点")
    await town.move_to("2019-11-25 08:31")
    await chen.submits("29-4改到12月20号，因为分工调整")
    change = undo_button(chen)
    await town.move_to("2019-11-25 08:32")
    await takes_back(chen, "29-4")
    assert (await forged(chen, change)).startswith("已经撤销过了，这次没有再改：")
    assert (await takes_back(chen, "发提醒的时间：9 点 → 8 点")).startswith("已撤销：")


async def test_the_record_says_what_was_set_and_taken_back_in_words(chen: Resident) -> None:
    await chen.says("提醒时间改成8点")
    await chen.presses("提交", "撤销")
    await chen.submits("暂停市公安局提醒到12月5号")
    record = await chen.says("/audit")
    assert "改提醒规则 发提醒的时间：9 点 → 8 点" in record
    assert "撤销 发提醒的时间 · 改提醒规则" in record and "暂停提醒 市公安局 · 2019年12月5日" in record


async def test_how_long_things_are_kept_is_set_and_taken_back(town: Town, chen: Resident, lin: Resident) -> None:
    await chen.says("/settings")
    page = await chen.presses("数据保留")
    assert "大家发来的原话：7 天" in page and "每晚的备份：最近 14 份" in page and "一直保留" in page
    await chen.presses("改原话保留天数")
    assert await chen.says("1天") == "请写 2 到 30 之间的整数。\n\n大家发来的原话保留几天？2 到 30 天，如 7。"
    assert await chen.says("3天") == "原话保留：7 天 → 3 天"
    await chen.presses("提交")
    assert town.rows("SELECT value FROM settings WHERE name = 'kept_words'") == [{"value": "3"}]
    await takes_back(chen, "原话保留：7 天 → 3 天")
    assert town.rows("SELECT value FROM settings WHERE name = 'kept_words'") == [{"value": "7"}]
    assert "办公室" in await lin.forges("setting:retention")


async def test_the_record_leads_to_what_was_done_last(town: Town, chen: Resident) -> None:
    await chen.submits("提醒时间改成8点")
    await chen.says("/audit")
    assert "发提醒的时间：9 点 → 8 点" in await chen.presses("撤销最近一次操作")
    await chen.presses("撤销", on=chen.last())
    assert town.rows("SELECT value FROM settings WHERE name = 'sending_hour'") == [{"value": "9"}]


@pytest.mark.parametrize(
    ("said", "change", "after"),
    [
        ("备份保留30份", "备份保留：14 份 → 30 份", "已改：备份保留 30 份。"),
        ("大家发来的原话只保留三天", "原话保留：7 天 → 3 天", "已改：原话保留 3 天。"),
    ],
)
async def test_how_long_something_is_kept_is_set_in_words(chen: Resident, said: str, change: str, after: str) -> None:
    assert await chen.says(said) == change
    assert await chen.says("提交") == after
    await chen.says("撤销")
    assert f"已撤销：\n{change}" in await chen.presses("撤销")


@pytest.mark.parametrize("said", ["原话保留3个月", "聊天记录留20周", "备份保留12周", "备份保留半年"])
async def test_how_long_to_keep_something_in_other_measures_shows_the_page(chen: Resident, said: str) -> None:
    assert (await chen.says(said)).startswith("数据保留\n") and "改备份份数" in chen.buttons()


async def test_of_what_is_kept_for_good_that_is_said(chen: Resident, lin: Resident) -> None:
    assert "佐证材料、操作记录：一直保留" in await chen.says("附件留三年")
    assert "数据保留" not in await lin.says("附件留三年")


async def test_a_nudge_that_waits_is_called_off_in_words(town: Town, chen: Resident, lin: Resident) -> None:
    await chen.says("明天上午催公安局1-2", "对")
    assert "定时催办：1-2\n" in await chen.says("算了先不催")
    assert (await chen.says("算了")).startswith("没有撤销，刚才那一项照旧。")
    assert "定时催办：1-2\n" in await chen.says("明天那个催办取消")
    assert "定时催办：1-2\n" in await chen.says("撤回对公安局的催办")
    await town.move_to("2019-11-25 16:00")
    assert "定时催办：1-2\n" in await chen.says("公安局先不催了")
    assert (await chen.says("不催了")).startswith("已撤销：")
    assert town.rows("SELECT waits FROM nudges") == [{"waits": 0}]


async def test_the_nudge_that_is_meant_is_called_off(chen: Resident, lin: Resident, zhou: Resident) -> None:
    await chen.says("明天上午催公安局1-2", "对", "催43-4", "对")
    for said in ("明天那个催办取消", "撤回对市公安局的催办", "1-2的催办撤回"):
        shown = await chen.says(said)
        assert "定时催办：1-2\n" in shown and "43-4" not in shown
        await chen.says("算了")
    assert await chen.says("撤回对市法院的催办") == "现在没有定时的催办：市法院。"
    sent = await chen.says("撤回对市监局的催办")
    assert sent == "最近的催办 43-4 市市场监管局（11月25日）已经发出，不能撤销；要更正，请再发一条。"


@pytest.mark.parametrize("said", ["取消43-5的提醒", "43-5的提醒取消", "cancel the reminders for 43-5"])
async def test_that_reminders_are_called_off_urges_nobody(chen: Resident, zhou: Resident, said: str) -> None:
    told = await chen.says(said)
    assert told.startswith("现在没有定时的催办：43-5。\n到期提醒自动发") and "确认发送" not in chen.buttons()


async def test_of_two_nudges_that_wait_that_of_the_day_named_is_called_off(
    chen: Resident, lin: Resident, zhou: Resident
) -> None:
    await chen.says("明天上午催公安局1-2", "对", "后天上午催43-4", "对")
    assert "定时催办：1-2\n" in await chen.says("明天那个催办取消")
    await chen.says("算了")
    assert "定时催办：43-4\n" in await chen.says("催办取消")


async def test_what_was_just_sent_is_not_said_to_be_unsent(chen: Resident, lin: Resident) -> None:
    await chen.says("每周给陈主任发汇总", "对")
    assert (await chen.says("不用发了")).startswith("定期发送汇总\n1. 每周 → 陈主任") and "停发 1" in chen.buttons()
    await chen.says("通知公安局：周五交材料", "发")
    assert (await chen.says("别发了")).startswith("最近的群发：周五交材料") and "停止发送" in chen.buttons()
    await lin.says("告诉办公室：设备年底到不了", "对")
    assert "反映任务问题" in await lin.says("算了不用了") and "已经发出，不能撤销" in lin.sees()


async def test_a_verdict_that_is_not_to_be_given_yet(chen: Resident, lin: Resident) -> None:
    await lin.reports("1-2", "已完成", note="都办完了")
    assert "请审核：" in await chen.says("1-2先不通过 等盖章") and "通过" in chen.buttons()
    await chen.says("1-2通过")
    assert "1-2：通过\n" in await chen.says("等等 先别通过") and chen.buttons() == ["撤销"]


@pytest.mark.parametrize("said", ["早报别发给林警官了", "卫健委那边先不要催了，他们在搞保障", "公安局先别通知"])
async def test_what_went_to_nobody_is_not_undone_where_somebody_is_not_to_be_told(
    town: Town, chen: Resident, lin: Resident, said: str
) -> None:
    await town.bind_group(chen, lin)
    assert "绑定群" not in await chen.says(said) and "撤销" not in chen.buttons()
    await chen.says("通知公安局：周五交材料", "发")
    assert (await chen.says("公安局那个先别发了")).startswith("最近的群发：周五交材料")


async def test_a_task_that_is_not_to_be_nudged_shows_no_act_of_something_else(
    town: Town, chen: Resident, lin: Resident, zhou: Resident
) -> None:
    await town.bind_group(chen, lin)
    assert await chen.says("29-7先别催") == "好的，什么也没有改，也没有发。"
    await chen.says("催29-7")
    await chen.sends_out()
    assert "催办 29-7。已经发出，不能撤销" in await chen.says("29-7先别催")


@pytest.mark.parametrize("said", ["14-1撤销案件3件", "14-1办结撤销案件3件", "14-1撤销注册商标2件"])
async def test_what_is_revoked_is_no_change_to_be_undone(chen: Resident, said: str) -> None:
    assert "没有改动可以撤销" not in await chen.says(said)


async def test_cases_that_are_dropped_are_what_is_reported(jin: Resident) -> None:
    assert "情况：办结撤销案件3件" in await jin.says("14-1办结撤销案件3件")


async def test_the_end_of_a_leave_is_named_before_what_was_done_earlier(chen: Resident, lin: Resident) -> None:
    await chen.submits("提醒时间改成8点")
    await chen.says("林警官下周请假")
    await chen.presses("不用", "提交")
    await chen.says("林警官")
    await chen.presses("销假")
    shown = await chen.says("撤销")
    assert "结束请假 林警官。不能撤销" in shown and "发提醒的时间：9 点 → 8 点" in shown


async def test_a_return_taken_up_again_is_stopped_again(town: Town, chen: Resident) -> None:
    await chen.says("新建统计月报：立案、案值，各区，11月起，次月5号截止")
    await chen.presses("跳过", "确认建立")
    await chen.says("停用月报")
    await chen.presses("确认停用")
    await chen.says("报表设置")
    await chen.presses("恢复使用")
    assert "恢复统计报表：统计月报" in await chen.says("撤销")
    await chen.presses("撤销")
    await chen.says("报表设置")
    assert "恢复使用" in chen.buttons()
