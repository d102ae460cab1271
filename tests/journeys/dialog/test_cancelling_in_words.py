"""A bare word for stopping ends the open dialog, whatever it asks; and a negated wish begins nothing."""

import pytest

from tests.journeys.town import Resident, Town

STOPS = "真的取消吗？已填的内容不会保留。"
CANCELLED = "已取消，没有提交任何内容。"
NOTHING_CHANGED = "好的，什么也没有改，也没有发。"
WHY = "为什么改？有关单位会看到原因。"


@pytest.mark.parametrize("word", ["撤销", "撤回", "先不改", "不改了", "先别", "算了"])
async def test_a_word_of_stopping_is_no_reason(town: Town, chen: Resident, word: str) -> None:
    assert WHY in await chen.says("29-4改到12月20号")
    assert (await chen.says(word)).endswith(STOPS) and chen.buttons() == ["不要了", "继续"]
    assert await chen.says("不要了") == CANCELLED
    assert town.rows("SELECT * FROM plan_changes") == []


@pytest.mark.parametrize("said", ["搞错了撤销", "还是不改了", "还是算了", "弄错了，别改了", "改回去", "那就不改了吧"])
async def test_who_takes_it_back_in_more_words_gives_no_reason(town: Town, chen: Resident, said: str) -> None:
    assert WHY in await chen.says("29-4改到12月20号")
    assert (await chen.says(said)).endswith(STOPS)
    assert await chen.says("不要了") == CANCELLED
    assert town.rows("SELECT * FROM plan_changes") == []


@pytest.mark.parametrize("said", ["搞错了撤销", "还是算了", "算了别申请了", "先不申请了"])
async def test_a_request_that_is_taken_back_has_no_such_reason(town: Town, lin: Resident, said: str) -> None:
    await lin.says("1-2申请延期到2020年3月底")
    assert await lin.says(said) == "真的取消这份申请吗？"
    await lin.presses("不要了")
    assert town.rows("SELECT * FROM extensions") == []


@pytest.mark.parametrize("said", ["改回去", "还是不换了", "搞错了撤销"])
async def test_words_that_take_an_order_back_are_nobodys_name(
    town: Town, chen: Resident, lin: Resident, said: str
) -> None:
    assert "谁来接任林警官" in await chen.says("林警官换人")
    assert await chen.says(said) == CANCELLED


async def test_what_is_wrong_may_be_the_reason(chen: Resident) -> None:
    await chen.says("29-4改到12月20号")
    assert "原因：原来的写错了" in await chen.says("原来的写错了")


async def test_what_cannot_be_done_is_the_reason(lin: Resident) -> None:
    await lin.says("1-2申请延期到2020年3月底")
    assert "原因和进展：办不了\n" in (await lin.says("办不了")) + "\n"


async def test_what_others_do_not_do_is_what_stands_in_the_way(lin: Resident) -> None:
    await lin.begins("1-2", "受阻", "50%")
    await lin.says("抽检三批", "不批")
    assert "困难和需要的支持：不批\n" in (await lin.skips_to_the_preview()) + "\n"


@pytest.mark.parametrize("said", ["不用写", "不写"])
async def test_what_is_not_done_at_a_question_that_can_be_skipped_skips_it(lin: Resident, said: str) -> None:
    await lin.begins("1-2", "进行中", "50%")
    assert "本期有统计数据吗？" in await lin.says(said)
    assert "情况：（无）" in await lin.skips_to_the_preview()


async def test_not_to_do_what_the_dialog_does_gives_it_up(town: Town, chen: Resident, lin: Resident) -> None:
    await chen.says("群发")
    assert await chen.says("不发") == CANCELLED
    await chen.says("林警官换人")
    assert await chen.says("不换") == CANCELLED
    await chen.says("1-2期限改到12月20号")
    assert (await chen.says("不改")).endswith(STOPS)


async def test_an_answer_that_is_not_changed_after_all_stays(lin: Resident) -> None:
    await lin.says("1-2申请延期到2020年3月底", "人手不够")
    await lin.presses("修改", "原因和进展")
    assert "原因和进展：人手不够" in await lin.says("还是不改了")


@pytest.mark.parametrize("said", ["好的", "可以", "行"])
async def test_who_only_agrees_praises_nobody(lin: Resident, chen: Resident, said: str) -> None:
    await lin.reports("1-2", "已完成", note="都办完了")
    await chen.reviews("通过并留言")
    assert (await chen.says(said)).startswith("这一项请写几个字说明。")
    assert "跳过" in chen.buttons()


@pytest.mark.parametrize("said", ["好的", "可以"])
async def test_a_nudge_has_no_such_words(lin: Resident, zhou: Resident, chen: Resident, said: str) -> None:
    await chen.says("催办29-7")
    await chen.presses("修改", "附言")
    assert (await chen.says(said)).startswith("这一项请写几个字说明。")


async def test_what_is_not_wanted_of_a_notice_is_taken_out_of_it(town: Town, lin: Resident, chen: Resident) -> None:
    await chen.says("通知市公安局：明天下午3点开会，带身份证和工作证")
    assert "明天下午3点开会，带工作证\n" in await chen.says("身份证不要了")
    assert "\n明天下午3点开会\n" in await chen.says("工作证不要了")


async def test_nothing_is_left_of_what_to_bring_but_please(lin: Resident, chen: Resident) -> None:
    await chen.says("通知市公安局：周五开会，请带材料")
    assert "\n周五开会\n" in await chen.says("材料不要了")


async def test_what_is_taken_out_of_a_report_takes_its_joint_along(lin: Resident) -> None:
    await lin.says("1-2 50% 检查了商场和超市，立案3件")
    assert "检查了商场，立案3件\n" in await lin.says("超市不要了")


async def test_what_is_not_wanted_of_work_is_told(lin: Resident) -> None:
    await lin.begins("1-2", "进行中", "50%")
    assert "情况：那批案卷不要了" in await lin.says("那批案卷不要了") + await lin.skips_to_the_preview()


async def test_a_note_that_is_not_wanted_goes(lin: Resident) -> None:
    await lin.says("1-2 50% 专项经费已取消，人手不够")
    assert "情况：（无）" in await lin.says("备注不要了")


async def test_what_is_not_wanted_is_not_understood_where_nothing_is_open(lin: Resident) -> None:
    assert (await lin.says("身份证不要了")).startswith("没听明白。")


@pytest.mark.parametrize("word", ["撤销", "算了", "先别发", "取消"])
async def test_a_word_of_stopping_is_nothing_to_be_told_to_others(town: Town, chen: Resident, word: str) -> None:
    await chen.says("群发", "明天下午3点开会")
    await chen.presses("全体联络员", "需要回复")
    assert await chen.says(word) == "不发了吗？写好的内容不会保留。"
    assert await chen.says("取消") == CANCELLED
    assert town.rows("SELECT * FROM broadcasts") == []


async def test_a_word_of_stopping_is_no_deliverable(chen: Resident) -> None:
    assert (await chen.says("新增一项：开展冬季执法检查", "2-7", "撤销")).endswith(STOPS)
    assert "成果形式是什么" in await chen.says("继续")
    assert (await chen.says("先不改了")).endswith(STOPS)
    assert "成果形式是什么" in await chen.presses("继续")


async def test_a_word_of_stopping_at_the_preview(town: Town, chen: Resident) -> None:
    assert (await chen.says("43-5交给商务局", "分工调整", "先别")).endswith(STOPS)
    assert await chen.says("确认") == CANCELLED
    assert town.rows("SELECT * FROM plan_changes") == []


@pytest.mark.parametrize(
    "word",
    [
        *("算了不撤了", "先别取消", "还是不撤回了吧", "no, don't cancel it", "别取消", "不", "继续"),
        *("算了还是交吧", "不撤了 提交", "等等，还是要交的", "no wait, submit it", "actually keep it"),
    ],
)
@pytest.mark.parametrize("stop", ["撤回", "不交了", "never mind"])
async def test_what_is_not_to_be_stopped_goes_on(town: Town, lin: Resident, stop: str, word: str) -> None:
    assert (await lin.says("2-3 60%", stop)).endswith(STOPS)
    assert "60%" in await lin.says(word)
    assert lin.buttons()[0].startswith("提交")
    assert town.rows("SELECT * FROM reports") == []


@pytest.mark.parametrize("word", ["对，不要了", "不，取消吧", "算了，不报了", "确认取消", "不交了", "no, drop it"])
async def test_what_is_to_be_stopped_is_not_kept(town: Town, lin: Resident, word: str) -> None:
    assert (await lin.says("2-3 60%", "取消")).endswith(STOPS)
    assert await lin.says(word) == CANCELLED
    assert town.rows("SELECT * FROM dialogs WHERE state <> 'ended'") == []


async def test_a_change_at_the_question_whether_to_stop_is_no_answer_to_it(lin: Resident) -> None:
    assert (await lin.says("2-3 60%", "取消")).endswith(STOPS)
    assert "80%" in await lin.says("进度改成80%")


async def test_whether_to_stop_is_asked_again_after_something_in_between(lin: Resident) -> None:
    assert (await lin.says("2-3 进行中", "取消")).endswith(STOPS)
    assert (await lin.says("我的任务")).endswith(STOPS)
    assert await lin.says("取消填报") == CANCELLED


async def test_the_command_said_twice_stops(chen: Resident) -> None:
    assert (await chen.says("29-4改到12月20号", "/cancel")).endswith(STOPS)
    assert await chen.says("/cancel") == CANCELLED


async def test_a_hurried_second_press_does_not_stop(chen: Resident) -> None:
    await chen.says("29-4改到12月20号")
    assert (await chen.presses("取消")).endswith(STOPS)
    assert chen.buttons() == ["不要了", "继续"]
    assert WHY in await chen.presses("继续")


async def test_consent_to_nothing_is_no_search(chen: Resident) -> None:
    assert await chen.says("确认") == "现在没有要您确认的内容。"
    assert await chen.says("没问题") == "现在没有要您确认的内容。"


@pytest.mark.parametrize("said", ["商务局别催了，他们没数", "先别发通知", "别催了", "月报先不催了"])
async def test_a_wish_that_is_denied_begins_nothing(town: Town, chen: Resident, said: str) -> None:
    assert await chen.says(said) == NOTHING_CHANGED
    assert town.rows("SELECT * FROM dialogs") == []


async def test_what_others_are_told_may_deny_something(chen: Resident) -> None:
    shown = await chen.says("通知大家明天不用发材料了")
    assert "明天不用发材料了" in shown and "确认发送" in chen.buttons()


async def test_a_task_that_is_open_again_is_said_to_be_so(chen: Resident) -> None:
    await chen.says("2-8办结", "早就公布了", "确认")
    assert "办结 → 未办结" in await chen.presses("撤销")


async def test_a_change_is_undone_once(chen: Resident) -> None:
    await chen.says("43-5交给商务局", "分工调整", "确认", "撤销")
    assert "已撤销" in await chen.presses("撤销")
    await chen.presses("撤销")
    assert any(each.text.startswith("已经撤销过了，这次没有再改：") for each in chen.messages())


async def test_quiet_hours_are_no_answer_about_another_setting(town: Town, chen: Resident) -> None:
    assert "免打扰时段：21 点到 8 点 → 22 点到 8 点" in await chen.says("提前10天提醒", "晚上10点以后别打扰")
    assert town.rows("SELECT * FROM settings WHERE name = 'days_before'") == []


@pytest.mark.parametrize("said", ["领导还没定呢", "我问问处长", "好吧", "我再看看"])
async def test_what_neither_gives_up_nor_goes_on_keeps_what_was_written(town: Town, lin: Resident, said: str) -> None:
    assert await lin.says("1-2 50%", "取消", said) == "好，先放着，写的都留着。发“继续”就接着办。"
    assert town.rows("SELECT percent, note, state FROM drafts") == [{"percent": 50, "note": "", "state": "parked"}]
    assert "进度：50%" in await lin.says("继续")


@pytest.mark.parametrize("said", ["先别催公安局了, 催市场局", "不催公安局了，催市场局"])
async def test_an_order_instead_of_giving_up_is_carried_out_and_what_was_written_waits(
    town: Town, chen: Resident, lin: Resident, zhou: Resident, said: str
) -> None:
    shown = await chen.says("通知公安局：周五开会", "取消", said)
    assert "1 人（市市场监管局）会收到" in shown and "有一条群发还没确认" in chen.heard()[-1]
    assert "周五开会" in await chen.says("继续")
    assert "周五开会" in await chen.says("取消", "发吧"), "that names nobody else and is an answer"


async def test_an_answer_in_ones_own_words_goes_on(lin: Resident) -> None:
    await lin.begins("1-2", "进行中", "50%")
    assert "统计数据" in await lin.says("取消", "抽检了三批，还有两家没去")


async def test_later_said_instead_of_giving_up_keeps_what_was_written_and_puts_off_no_reminder(
    town: Town, lin: Resident
) -> None:
    assert (await lin.says("1-2 50%", "取消", "明天再说吧")).startswith("好，先放着")
    assert town.rows("SELECT * FROM snoozes") == []
    assert "进度：50%" in await lin.says("继续")


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("1-2 还是报吧 65", "进度：65%\n情况：（无）"),
        ("不，接着报，又抓了2人", "进度：60%\n情况：又抓了2人\n统计数据：抓获人数 2 人"),
        ("不取消，80", "进度：80%\n情况：（无）"),
    ],
)
async def test_who_keeps_it_after_all_may_go_on_in_the_same_breath(lin: Resident, said: str, shown: str) -> None:
    await lin.begins("1-2", "进行中")
    assert (await lin.says("60", "算了，先不报了")).endswith(STOPS)
    await lin.says(said)
    assert shown in await lin.skips_to_the_preview()


async def test_what_waits_is_asked_about_anew_if_the_question_is_no_longer_the_last_message(lin: Resident) -> None:
    await lin.begins("1-2", "进行中")
    await lin.says("60", "先放着")
    asked = await lin.says("取消")
    await lin.says("我的任务")
    assert await lin.says("取消") == asked
    assert await lin.says("取消") != asked


@pytest.mark.parametrize("said", ["不对", "不是", "点错了"])
async def test_who_denies_having_wanted_to_cancel_keeps_all(town: Town, lin: Resident, said: str) -> None:
    assert (await lin.says("1-2 完成60%，办了现场会", "取消")).endswith(STOPS)
    assert "情况：完成60%，办了现场会" in await lin.says(said)
    await lin.presses("提交")
    assert town.rows("SELECT percent FROM reports") == [{"percent": 60}]


@pytest.mark.parametrize("more", ["又抓获2人", "今天又立案2件", "还走访了企业"])
async def test_what_is_added_where_it_is_asked_whether_to_cancel_is_not_lost(lin: Resident, more: str) -> None:
    assert (await lin.says("1-2 完成60%，办了现场会", "取消")).endswith(STOPS)
    assert f"“{more}”" in await lin.says(more) and "补充到情况里" in lin.buttons()
    assert f"完成60%，办了现场会\n{more}" in await lin.presses("补充到情况里")


@pytest.mark.parametrize("said", ["我问问处长", "我再看看"])
async def test_who_has_to_see_first_whether_to_cancel_puts_it_off(lin: Resident, said: str) -> None:
    assert (await lin.says("1-2 完成60%，办了现场会", "取消")).endswith(STOPS)
    assert (await lin.says(said)).startswith("好，先放着，写的都留着。")


async def test_what_would_be_dropped_is_named_unless_the_question_tells_it(lin: Resident, chen: Resident) -> None:
    await lin.says("1-2 完成80%，立案12件")
    assert await lin.says("延期不要了") == f"1-2 的进展还没提交\n{STOPS}"
    await chen.says("29-4改到12月20号，领导要求")
    assert await chen.says("取消") == f"29-4 的改动还没提交\n{STOPS}"
