"""Statements about the work that sound like cancelling or postponing the report, and statements that add nothing."""

import pytest

from tests.journeys.town import Resident, Town

OBSTACLE = "困难和需要的支持："


@pytest.mark.parametrize("why", ["省里取消了", "培训班停了", "项目撤销了"])
async def test_what_others_called_off_is_a_reason(lin: Resident, why: str) -> None:
    await lin.says("1-2 受阻")
    assert f"{OBSTACLE}{why}" in await lin.says(why)


@pytest.mark.parametrize("words", ["取消", "我取消了", "算了 取消吧"])
async def test_cancelling_what_is_being_written_cancels_it(lin: Resident, words: str) -> None:
    await lin.says("1-2 受阻")
    assert OBSTACLE not in await lin.says(words)


async def test_what_is_stuck_and_why_is_not_asked_again(zhou: Resident) -> None:
    assert f"状态：受阻\n情况：（无）\n{OBSTACLE}不做了，省里取消了" in await zhou.says("1-10 不做了，省里取消了")


async def test_why_it_waits_is_kept_where_a_percent_is_asked(town: Town, nong: Resident) -> None:
    await nong.says("44-4 在等钱")
    assert (await nong.says("财政局没批 说明年再看")).startswith("已记下：\n状态：受阻\n")
    assert f"情况：在等钱\n{OBSTACLE}财政局没批 说明年再看" in await nong.says("20")


async def test_what_blocks_is_asked_for_and_need_not_be_said_twice(nong: Resident) -> None:
    assert "状态：受阻\n情况：钱没批下来" in await nong.says("44-4 钱没批下来")
    assert f"{OBSTACLE}财政局没批 说明年再看" in await nong.says("财政局没批 说明年再看")


async def test_saying_that_there_is_no_evidence_does_not_say_how_the_work_stands(zhou: Resident) -> None:
    await zhou.says("29-7 在弄")
    assert "百分之几" in await zhou.says("没有佐证")


@pytest.mark.parametrize("words", ["就这些", "没有了", "完了就这些", "好了，没别的了", "that's all"])
async def test_at_the_check_nothing_more_is_no_mistake(lin: Resident, words: str) -> None:
    await lin.says("1-2 60%")
    assert (await lin.says(words)).startswith("好的，就这些。请点“提交”：\n\n填报 1-2")


@pytest.mark.parametrize("words", ["就这两张 交吧", "要得 交了嘛", "没别的 提交"])
async def test_consent_that_says_there_is_nothing_more_submits(lin: Resident, words: str) -> None:
    await lin.says("1-2 60%")
    assert (await lin.says(words)).startswith("已提交 ✓")


async def test_a_number_put_right_in_passing_is_not_asked_about(lin: Resident) -> None:
    await lin.says("1-2 60% 抓了12人")
    assert "统计数据：抓获人数 13 人" in await lin.says("哦对了抓获是13个不是12个")
    assert "提交" in lin.buttons()


async def test_a_day_to_be_reminded_on_is_not_lost_while_a_report_is_open(lin: Resident) -> None:
    await lin.says("1-2 60%", "下周二再提醒我")
    told, check = (message.text for message in lin.messages()[-2:])
    assert told == "好的，1-2 到12月3日（周二）再提醒您。" and check.startswith("填报 1-2")


@pytest.mark.parametrize("said", ["29-7 那个5月就做了", "29-7 6月就搞过了"])
async def test_what_was_done_long_ago_is_done(zhou: Resident, said: str) -> None:
    assert "状态：已完成" in await zhou.says(said)


async def test_what_is_not_finished_after_all_goes_on(nong: Resident) -> None:
    await nong.says("43-1 昨天培训班结束了")
    assert "状态：进行中" in await nong.says("不是完成 还有农资一期")


async def test_what_only_the_office_can_do_is_no_refusal_while_a_report_is_checked(zhou: Resident) -> None:
    await zhou.says("2-11 抓到个黑作坊 货值15万")
    assert "通知在网上" in await zhou.says("通知在网上 http://scjg.wuhan.gov.cn/abc")
    assert "补充到情况里" in zhou.buttons()
    await zhou.presses("补充到情况里")
    assert "货值15万\n通知在网上 http://scjg" in zhou.sees()


async def test_a_count_up_to_a_day_a_few_days_ahead_is_a_figure(zhou: Resident) -> None:
    assert "检查户次 3,260" in await zhou.says("1-8到11月底共检查3260户次")


async def test_a_count_to_be_reached_by_a_later_day_is_no_figure(zhou: Resident) -> None:
    assert "检查户次 3,260" not in await zhou.says("1-8到12月底共检查3260户次")


async def test_figures_that_are_asked_of_a_task_are_its_own(lin: Resident) -> None:
    await lin.says("1-2 60% 抓了12人", "提交", "2-3 抓了5人", "提交")
    assert await lin.says("1-2 11月25日抓获多少人") == "统计数据 · 1-2 · 今天\n抓获人数 12 人"
    assert (await lin.says("11月25日抓获多少人")).endswith("抓获人数 17 人")


async def test_who_stands_in_is_kept_until_the_days_are_said(lin: Resident, wang: Resident) -> None:
    await lin.says("我请假两天 王警官替我")
    assert "由王警官代" in await lin.says("明天到后天")


async def test_who_is_not_on_the_list_is_told_at_once(lin: Resident) -> None:
    assert (await lin.says("我请假两天，小刘顶一下")).startswith("小刘不在市公安局的名单上")


async def test_the_word_which_is_nobodys_name(nong: Resident) -> None:
    assert (await nong.says("我下周休假 找哪个代")).startswith("2019年12月2日至2019年12月8日由谁代为")


async def test_a_number_in_the_note_is_put_right_though_its_words_name_another_task(zhou: Resident) -> None:
    await zhou.says("2-12 抽检了500批次 不合格23批 60%", "提交")
    shown = await zhou.says("不合格的改成25")
    assert shown.startswith("填报 2-12") and "不合格25批" in shown


@pytest.mark.parametrize("said", ["以后别给我发早报了", "提醒先停一周", "提醒太多了"])
async def test_who_wants_to_hear_less_is_told_how(lin: Resident, said: str) -> None:
    told = await lin.says(said)
    assert told.startswith("每个工作日 9 点提醒您") and "2-7 下周三再提醒" in told
    assert lin.buttons() == ["我的免打扰时段"]


async def test_an_english_reader_is_left_in_peace_and_sees_what_is_left(grace: Resident) -> None:
    assert (await grace.says("don't ping me before 10")).startswith("Set: no unprompted messages from 21:00 to 10:00.")
    assert (await grace.says("what is left to do?")).startswith("2 tasks · Unfinished")


@pytest.mark.parametrize("said", ["我要退出", "i quit", "/forget"])
async def test_who_wants_to_leave_is_asked_once_more(lin: Resident, said: str) -> None:
    assert (await lin.says(said)).startswith("要删除您的登记吗？")


async def test_a_command_with_another_bots_name_is_answered_in_the_private_chat(lin: Resident) -> None:
    assert (await lin.says("/tasks@other_bot")).startswith("共 8 项 · 我的任务")


async def test_what_is_surely_added_with_its_figure_stands_in_the_note(lin: Resident) -> None:
    await lin.says("1-2 60% 抓了12人")
    shown = await lin.says("还有查扣假药2吨")
    assert "情况：还有查扣假药2吨" in shown and "查获吨数 2 吨" in shown and "提交" in lin.buttons()


async def test_how_it_stands_is_told_of_the_task_that_was_just_shown(grace: Resident) -> None:
    await grace.says("36-4")
    shown = await grace.says("its stuck, no money for the trip")
    assert shown.startswith("Reporting on 36-4") and "Status: Blocked" in shown


async def test_without_a_task_shown_it_is_asked_on_which(grace: Resident) -> None:
    assert "Reporting on" not in await grace.says("its stuck, no money for the trip")


@pytest.mark.parametrize("words", ["可以了", "好了", "ok send it"])
async def test_words_that_agree_still_hand_in(lin: Resident, words: str) -> None:
    await lin.says("1-2 60%")
    assert (await lin.says(words)).startswith("已提交 ✓")


@pytest.mark.parametrize("said", ["年底能完成", "到6月底能完成", "12月完成", "12月20号完成"])
async def test_what_is_hoped_for_on_a_day_ahead_is_not_done(lin: Resident, said: str) -> None:
    assert "完成了百分之几？" in await lin.says("1-2", said)


async def test_what_is_planned_for_a_day_ahead_is_kept_as_told(lin: Resident) -> None:
    assert "情况：下月组织抽检20家" in await lin.says("1-2 下月组织抽检20家")
    assert "状态：进行中" in await lin.says("取消", "不要了", "1-2完成了", "下月办结")


@pytest.mark.parametrize("said", ["协调好了 编制批了", "困难解决了", "不受阻了"])
async def test_what_held_up_the_only_blocked_task_is_over(lin: Resident, said: str) -> None:
    await lin.says("1-2受阻 编制没批下来")
    await lin.presses("提交")
    shown = await lin.says(said)
    assert "状态：进行中" in shown and "\n填报 1-2" in shown


async def test_figures_beside_the_end_of_a_trouble_are_kept(lin: Resident) -> None:
    await lin.says("1-2受阻 编制没批下来")
    await lin.presses("提交")
    assert "立案件数 3 件" in await lin.says("协调好了，立案3件")


@pytest.mark.parametrize("said", ["协调好了 编制批了", "还没协调好", "协调好了吗"])
async def test_nothing_is_over_where_nothing_was_blocked_or_said_to_be(lin: Resident, said: str) -> None:
    if said != "协调好了 编制批了":
        await lin.says("1-2受阻 编制没批下来")
        await lin.presses("提交")
    assert "填报 1-2" not in await lin.says(said)


@pytest.mark.parametrize(
    ("said", "stands"),
    [
        ("去年就做过了 今年没做", "未启动"),
        ("去年办完了，今年没办", "未启动"),
        ("上半年搞完过一次，现在还没搞", "未启动"),
        ("上个月做完一轮，这个月没做", "未启动"),
        ("之前没做，现在办完了", "已完成"),
        ("上个月没动，这个月已经启动", "进行中"),
        ("去年已完成", "已完成"),
    ],
)
async def test_how_it_stands_now_counts_and_not_how_it_stood_before(lin: Resident, said: str, stands: str) -> None:
    assert f"状态：{stands}" in await lin.says(f"1-2 {said}")
