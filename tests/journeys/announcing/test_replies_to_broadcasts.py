"""Replies to a broadcast that asks nothing are answered, and an answer can be changed in words."""

import pytest

from tests.journeys.announcing.announced import answers, asks_who_comes
from tests.journeys.town import Resident, Town


async def have_told(town: Town, chen: Resident) -> None:
    await chen.says("通知市公安局：12月5日上午9点开会，地点市政府3楼。")
    await chen.presses("确认发送")
    await town.move_to("2019-11-25 09:10")


@pytest.mark.parametrize(
    "said",
    [
        "收到 去两个",
        "去不了，下乡",
        "Will attend, 2 ppl",
        "来，带两个人",
        "我请假，派李科长去",
        "那天我有课，让小吴去行吗",
        "我们没法去现场 能线上不",
    ],
)
async def test_an_answer_to_a_notice_without_buttons_is_passed_on_to_the_office(
    town: Town, lin: Resident, chen: Resident, said: str
) -> None:
    await have_told(town, chen)
    assert f"【12月5日上午9点开会，地点市政府3楼。】{said}" in await lin.says(said)
    await lin.presses("告诉办公室")
    await town.move_to("2019-11-25 09:20")
    assert f"】{said}" in chen.sees()


@pytest.mark.parametrize("said", ["收到", "好的 收到", "1-2 没有去现场检查", "几点开会"])
async def test_what_only_nods_or_is_of_a_task_is_no_answer(
    town: Town, lin: Resident, chen: Resident, said: str
) -> None:
    await have_told(town, chen)
    assert "会告诉办公室" not in await lin.says(said)


async def test_a_number_is_an_answer_where_the_notice_asks_how_many(town: Town, lin: Resident, chen: Resident) -> None:
    await have_told(town, chen)
    assert "会告诉办公室" not in await lin.says("两个")
    await chen.says("问一下公安局：周五能来几个人")
    await chen.presses("确认发送")
    await town.move_to("2019-11-25 09:30")
    assert "会告诉办公室：\n“【周五能来几个人】两个”" in await lin.says("两个")


async def test_saying_how_many_come_changes_the_remark_of_an_answer(town: Town, lin: Resident, chen: Resident) -> None:
    await asks_who_comes(town, chen)
    assert "能参加（附言：来的 2个人去）" in await lin.says("来的 2个人去")
    assert "能参加（附言：改成1个）" in await lin.says("改成1个")
    await lin.presses("回复")
    assert "能参加（附言：改成3个）" in await lin.says("改成3个")
    assert "不能参加" in await lin.says("那天临时有事 去不成了")
    assert "“几楼啊”没有写进去" in await lin.says("几楼啊")
    assert (await lin.says("提交")).startswith("“几楼啊”没有写进去。不带这句就再点一次“回复”。")
    await lin.presses("回复")
    assert answers(town) == [1]


@pytest.mark.parametrize("said", ["收到，联系人为办案科小林。", "收到我是联系人林某", "收到，在几楼？"])
async def test_words_right_after_a_notice_that_mean_nothing_else_are_offered_to_be_passed_on(
    town: Town, lin: Resident, chen: Resident, said: str
) -> None:
    await have_told(town, chen)
    assert "2000 字以内" in await lin.says("字" * 4096)
    assert f"】{said}”" in await lin.says(said)
    await lin.says("交")
    await town.move_to("2019-11-25 09:20")
    assert f"】{said}" in chen.sees()


async def test_words_an_hour_after_a_notice_are_not_offered_to_be_passed_on(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await have_told(town, chen)
    await town.move_to("2019-11-25 10:30")
    assert (await lin.says("收到我是联系人林某")).startswith("没听明白。")


async def test_another_answer_at_the_check_takes_the_place_of_the_first(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await have_told(town, chen)
    assert "】哦去不了了那天要抽检”" in await lin.says("能来", "哦去不了了那天要抽检")
    await lin.presses("告诉办公室")
    assert town.rows("SELECT text FROM task_notes")[0]["text"].endswith("】哦去不了了那天要抽检")


@pytest.mark.parametrize("said", ["已经办完了", "下周交", "几点开会", "能来"])
async def test_a_telegram_reply_to_a_notice_is_for_the_office_whatever_it_says(
    town: Town, lin: Resident, chen: Resident, said: str
) -> None:
    await have_told(town, chen)
    notice = lin.last().message_id
    assert f"【12月5日上午9点开会，地点市政府3楼。】{said}" in await lin.says(said, reply_to=notice)
    await lin.presses("取消", "不要了")
    await lin.says("我的任务")
    assert f"】{said}" in await lin.says(said, reply_to=notice), "long after it, too"


async def test_a_telegram_reply_to_a_notice_that_nods_or_is_of_a_task_is_not_passed_on(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await have_told(town, chen)
    notice = lin.last().message_id
    for said, answer in (
        ("收到", "好的"),
        ("1-2 80%", "填报 1-2"),
        ("我的任务", "共 8 项"),
        ("取消", "现在没有正在填"),
    ):
        assert (await lin.says(said, reply_to=notice)).startswith(answer)
        if "不要了" in await lin.says("取消") or "不要了" in lin.buttons():
            await lin.presses("不要了")


async def test_a_telegram_reply_to_a_question_answers_that_question(town: Town, lin: Resident, chen: Resident) -> None:
    await asks_who_comes(town, chen)
    notice = lin.last().message_id
    await chen.says("通知市公安局：材料周五交")
    await chen.presses("确认发送")
    await town.move_to("2019-11-25 09:40")
    await lin.says("我的任务")
    assert "您的回复：" in await lin.says("能来", reply_to=notice)


@pytest.mark.parametrize(
    ("said", "choices"),
    [
        ("问一下公安局，周五的会能不能来", "能来、不能来"),
        ("问问公安局下周三能来吗", "能来、不能来"),
        ("问一下公安局：周五的培训能参加吗", "能参加、不能参加"),
        ("ask the police: can you come on friday", "Yes、No"),
    ],
)
async def test_who_is_asked_whether_they_can_has_buttons_for_that(
    chen: Resident, lin: Resident, said: str, choices: str
) -> None:
    assert f"回复按钮：{choices}\n" in await chen.says(said)


@pytest.mark.parametrize("said", ["问一下公安局：判决书有没有", "通知公安局：周五开会，能来的请早到"])
async def test_what_has_no_such_answer_has_no_buttons(chen: Resident, lin: Resident, said: str) -> None:
    assert "回复按钮" not in await chen.says(said)


@pytest.mark.parametrize("said", ["现在几个能来", "谁不能来", "一共几家参加"])
async def test_how_many_can_is_told_from_the_answers(town: Town, chen: Resident, lin: Resident, said: str) -> None:
    await chen.says("问一下公安局，周五的会能不能来")
    await chen.presses("确认发送")
    await town.move_to("2019-11-25 08:40")
    await lin.says("不能来，出差")
    await lin.presses("回复")
    shown = await chen.says(said)
    assert "已回复 1/1 人" in shown and "不能来（1）：林警官" in shown


async def have_asked_for_words(
    town: Town, chen: Resident, words: str = "周五下午3点开总结会，请回复参会人名单", at: str = "09:10"
) -> None:
    shown = await chen.says(f"通知公安局、市监局：{words}")
    assert f"{words}\n\n请" in shown and "把回复直接写给我" in shown and "回复按钮" not in shown
    await chen.presses("确认发送")
    await town.move_to(f"2019-11-25 {at}")


@pytest.mark.parametrize(
    "said",
    [
        "我们刘局和我参加",
        "金法官参加，另外分管院长出差",
        "收到，总结还在写，30号行不行",
        "好的收到，我们周科长去，我请假",
        "got it, but I'm travelling, Lucy will go",
        "去不了，下乡",
        "刘局、林警官",
        "张三、李四参加",
        "8人",
        "小吴去",
        "周五我和小王两个人去",
        "不去",
        "我们不去了",
        "没人能去",
        "3 people",
        "收到，" + "我们正在汇总，" * 20,
    ],
)
async def test_a_notice_that_wants_words_is_answered_in_any_and_who_has_not_is_known(
    town: Town, lin: Resident, zhou: Resident, chen: Resident, said: str
) -> None:
    await have_asked_for_words(town, chen)
    assert f"您的回复：{said}\n" in await lin.says(said)
    await lin.presses("回复")
    assert town.rows("SELECT words FROM broadcast_answers")[0]["words"] == said
    answers = await chen.says("谁还没回复")
    assert f"已回复（1）：林警官（市公安局）“{said}”\n" in answers and "还没回复（1）：周科长" in answers
    assert "发给周科长（市市场监管局）" in await chen.says("没回的再问一遍")


@pytest.mark.parametrize(
    "said",
    [
        "1-2 80%",
        "收到，1-2完成80%",
        "我的任务",
        "好的，我的任务有哪些",
        "收到，申请延期",
        "本期无变化",
        "参加培训的任务有哪些",
        "谁去？",
        "几个人去",
        "昆仑行动参加",
        "抓了8人",
        "周五我请假",
        "请假",
    ],
)
async def test_what_is_said_to_the_bot_is_no_answer_in_words(
    town: Town, lin: Resident, chen: Resident, said: str
) -> None:
    await have_asked_for_words(town, chen)
    assert "您的回复" not in await lin.says(said)


@pytest.mark.parametrize(
    "said",
    [
        "我们局我去，再带一个小吴，电话13800001111，谢谢",
        "我们这边在统计 明天给",
        "got it, will send Thursday",
        "明天来不及 后天行吗",
        "正在定，后天报",
        "晚一天交行不行",
        "这周忙 下周一给",
    ],
)
async def test_what_is_likely_for_nothing_else_answers_a_notice_that_waits_for_words(
    town: Town, lin: Resident, chen: Resident, said: str
) -> None:
    await have_asked_for_words(town, chen, at="08:40")
    assert f"您的回复：{said}\n" in await lin.says(said)


@pytest.mark.parametrize(
    "said", ["我还有哪些没报", "1-2申请延期到3月15", "明天提醒我", "导出台账", "本周要报什么", "你好"]
)
async def test_what_is_likely_for_the_bot_is_no_answer_while_a_notice_waits_for_one(
    town: Town, lin: Resident, chen: Resident, said: str
) -> None:
    await have_asked_for_words(town, chen)
    assert "您的回复" not in await lin.says(said)


async def test_what_is_put_off_just_after_a_notice_that_asks_nothing_is_told_to_the_office(
    town: Town, lin: Resident, chen: Resident
) -> None:
    await chen.says("通知公安局：11月的总结明天下班前交")
    await chen.presses("确认发送")
    await town.move_to("2019-11-25 08:40")
    assert "】明天来不及 后天行吗”" in await lin.says("明天来不及 后天行吗")


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("哦不对是19件", "我们查了19件 案值大概26万"),
        ("不对，是19件", "我们查了19件 案值大概26万"),
        ("案值改成27万", "我们查了18件 案值大概27万"),
    ],
)
async def test_an_answer_just_given_in_words_is_put_right(
    town: Town, lin: Resident, chen: Resident, said: str, words: str
) -> None:
    await have_asked_for_words(town, chen, "周四前回复 本月查处案件数和案值")
    await lin.says("我们查了18件 案值大概26万")
    await lin.presses("回复")
    assert f"您的回复：{words}\n" in await lin.says(said)
    assert f"已记下您的回复：{words}。" in await lin.presses("回复")
    assert f"“{words}”" in await chen.says("谁回复了")
    assert "您的回复" not in await lin.says("1-2 立案3起 50%", "立案改成4起")


async def test_an_answer_in_words_is_changed_by_other_words_and_a_nod_is_none(
    town: Town, lin: Resident, zhou: Resident, chen: Resident
) -> None:
    await have_asked_for_words(town, chen)
    assert "请把回复直接写给我" in await zhou.says("收到！")
    assert "您的回复：改成刘局一个人去\n" in await lin.says("刘局和我参加", "改成刘局一个人去")
    await lin.presses("回复")
    assert "您的回复：周科长参加\n" in await zhou.says("周科长参加", reply_to=zhou.messages()[0].message_id)
    await zhou.presses("回复")
    await have_asked_for_words(town, chen, "明天停电，收到请回复")
    assert "您的回复：收到！\n" in await zhou.says("收到！")


@pytest.mark.parametrize(
    ("words", "by"),
    [
        ("请周三前回复参会人名单", "11月27日（周三）前"),
        ("开会，周四前请回复", "11月28日（周四）前"),
        ("报总结，收到请尽快回复", ""),
    ],
)
async def test_a_notice_that_wants_words_may_say_by_when(chen: Resident, lin: Resident, words: str, by: str) -> None:
    assert f"请{'在' if by else ''}{by}把回复直接写给我" in await chen.says(f"通知公安局：{words}")
    assert "直接写给我" not in await chen.says("不用回复")


@pytest.mark.parametrize(
    "said", ["不用回复了", "不用他们回复", "别让他们回了", "这次不用大家回复了", "no need to reply", "no answer needed"]
)
async def test_that_nobody_need_answer_does_not_give_the_notice_up(chen: Resident, lin: Resident, said: str) -> None:
    await chen.says("通知公安局：周五下午3点开会，请回复参会人名单")
    shown = await chen.says(said)
    assert "周五下午3点开会" in shown and "确认发送" in chen.buttons() and "直接写给我" not in shown
    assert "请把回复直接写给我" in await chen.says("要回复")
    assert "不发了吗" in await chen.says("不用发了")


@pytest.mark.parametrize(
    ("words", "choices"),
    [
        ("meeting on Friday at 3, please let me know if you can come", "Yes、No"),
        ("meeting on Friday at 3, let me know whether you can attend", "Yes、No"),
        ("周五下午3点开会，请周三前回复是否参加", "能参加、不能参加"),
    ],
)
async def test_whether_they_can_come_is_asked_with_buttons(
    chen: Resident, lin: Resident, words: str, choices: str
) -> None:
    shown = await chen.says(f"通知公安局：{words}")
    assert f"回复按钮：{choices}" in shown and "直接写给我" not in shown


@pytest.mark.parametrize("words", ["let me know if you have questions", "请回复是否参加及人数"])
async def test_what_is_more_than_whether_they_come_is_answered_in_words(
    chen: Resident, lin: Resident, words: str
) -> None:
    assert "请把回复直接写给我" in await chen.says(f"通知公安局：{words}")


@pytest.mark.parametrize(
    "words",
    [
        "有问题的请回复",
        "不用回复",
        "回复要求见附件",
        "请回复1-2的进展",
        "请在表上填好后报给办公室",
        "他们要的回复已发",
        "请尽快回复12345投诉件",
        "请及时答复市民来信",
        "请各单位尽快回复人大代表建议办理情况",
        "请直接回复王科长电话",
        "请统一回复口径",
        "Please reply to the citizens' letters",
    ],
)
async def test_what_only_speaks_of_answers_wants_none(chen: Resident, lin: Resident, words: str) -> None:
    assert "直接写给我" not in await chen.says(f"通知公安局：{words}")


async def test_words_are_not_collected_from_groups(town: Town, chen: Resident, lin: Resident) -> None:
    await town.bind_group(chen, lin)
    await chen.says("通知公安局：请回复参会人名单")
    assert "直接写给我" not in await chen.says("发到群里")


@pytest.mark.parametrize("said", ["金法官参加，另外分管院长出差", "好的收到，我们周科长去，我请假"])
async def test_who_comes_to_the_meeting_just_told_of_is_no_leave(
    town: Town, lin: Resident, chen: Resident, said: str
) -> None:
    await have_told(town, chen)
    assert f"】{said}”" in await lin.says(said)


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("昆仑行动参加了两次会商", "填报 1-2"),
        ("好的，我下周一到周三请假", "由谁代为查看和填报"),
        ("好的，改成英文", "您是想"),
        ("王警官调走了，以后由小刘参加会议", "接任"),
        ("撤销刚才参加培训的填报", "撤回"),
        ("把参加的人名单发我", "联络员"),
    ],
)
@pytest.mark.parametrize("words", ["周五下午3点开总结会", "周五下午3点开总结会，请回复参会人名单"])
async def test_reports_leave_and_orders_win_over_a_reply(
    town: Town, lin: Resident, zhou: Resident, chen: Resident, words: str, said: str, answer: str
) -> None:
    await chen.says(f"通知公安局、市监局：{words}")
    await chen.presses("确认发送")
    await town.move_to("2019-11-25 09:10")
    shown = await lin.says(said)
    assert answer in shown and "您的回复" not in shown and "告诉办公室" not in shown


@pytest.mark.parametrize(
    "said",
    ["检查了20家，立案3件", "已完成80%", "已经完成了", "29-4完成了80%", "我下周请假", "再说吧", "下周再说", "我的任务"],
)
async def test_what_is_no_reply_does_not_replace_one_at_the_check(
    town: Town, lin: Resident, zhou: Resident, chen: Resident, said: str
) -> None:
    await have_asked_for_words(town, chen)
    await lin.says("刘局和我参加")
    assert f"您的回复：{said}" not in await lin.says(said)


async def test_who_has_answered_is_not_asked_again_by_a_courtesy(
    town: Town, lin: Resident, zhou: Resident, chen: Resident
) -> None:
    await have_asked_for_words(town, chen, "明天停电，收到请回复")
    assert "您的回复：知道了，谢谢\n" in await lin.says("知道了，谢谢")
    await lin.presses("回复")
    await town.move_to("2019-11-28 10:00")
    for said in ("好的", "谢谢", "收到"):
        assert "您的回复" not in await lin.says(said)


@pytest.mark.parametrize(("said", "reports"), [("收到，已完成", True), ("收到，正在办", True), ("收到，谢谢", False)])
async def test_progress_told_in_a_reply_is_said_to_be_no_report(
    town: Town, lin: Resident, zhou: Resident, chen: Resident, said: str, reports: bool
) -> None:
    await have_asked_for_words(town, chen, "请尽快填报本月进展，收到请回复")
    assert f"您的回复：{said}\n" in await lin.says(said)
    kept = await lin.presses("回复")
    assert kept.startswith(f"已记下您的回复：{said}") and ("进展还没有填报" in kept) is reports
    assert town.rows("SELECT id FROM reports") == []


@pytest.mark.parametrize("said", ["抓了12个", "本月抓获12人", "我们抓了12个 具体明天报 谢谢"])
async def test_the_figures_that_a_notice_asks_for_answer_it(
    town: Town, chen: Resident, lin: Resident, said: str
) -> None:
    await chen.says("通知市公安局 周四前回复 本月抓了几个人")
    await chen.presses("确认发送")
    await town.move_to("2019-11-26 09:30")
    assert f"您的回复：{said}" in await lin.says(said)
    await lin.presses("回复")
    assert "已回复 1/1 人" in await chen.says("谁回了")
    assert town.rows("SELECT 1 FROM reports") == []
    assert "您的回复" not in await lin.says("立案3起")


@pytest.mark.parametrize(
    ("asked", "said"), [("周四前回复 本月抓了几个人", "1-2抓了12个"), ("请周四前回复参会人名单", "抓了12个")]
)
async def test_figures_of_a_task_or_not_asked_for_are_no_answer(
    town: Town, chen: Resident, lin: Resident, asked: str, said: str
) -> None:
    await chen.says(f"通知市公安局 {asked}")
    await chen.presses("确认发送")
    await town.move_to("2019-11-26 09:30")
    assert "您的回复" not in await lin.says(said)
