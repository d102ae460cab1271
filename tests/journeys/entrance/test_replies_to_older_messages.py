"""A reply to a message of the bot about one task or return means that one, not what was said last."""

import pytest

from tests.journeys.town import Resident, Town


async def older_and_newer(lin: Resident) -> int:
    """Report on 1-2 and then on 2-3; return the message about the older one."""
    await lin.submits("1-2 60% 立案12件")
    older = lin.last().message_id
    await lin.submits("2-3 50% 破案3起")
    return older


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("这个改成70%", "进度：70%"),
        ("不是12件是15件", "立案件数 15 件"),
        ("改成受阻 检测机构不接", "状态：受阻"),
    ],
)
async def test_what_is_put_right_in_a_reply_is_of_its_task(lin: Resident, said: str, shown: str) -> None:
    answer = await lin.says(said, reply_to=await older_and_newer(lin))
    assert "填报 1-2 昆仑行动打食药环犯罪" in answer and shown in answer


async def test_what_is_put_right_in_a_reply_leaves_the_report_that_waits(lin: Resident) -> None:
    await lin.submits("1-2 60% 立案12件")
    older = lin.last().message_id
    await lin.says("2-3 50% 破案3起")
    answer = await lin.says("这个改成70%", reply_to=older)
    assert "填报 1-2 昆仑行动打食药环犯罪" in answer and "进度：70%" in answer
    assert lin.town.rows("SELECT percent FROM drafts ORDER BY id") == [{"percent": 50}, {"percent": 70}]
    assert any("2-3 的进展还没提交" in each for each in lin.heard())


async def test_what_is_withdrawn_in_a_reply_is_of_its_task(lin: Resident) -> None:
    answer = await lin.says("撤回", reply_to=await older_and_newer(lin))
    assert "1-2 昆仑行动打食药环犯罪" in answer and "2-3" not in answer


async def test_a_reply_that_names_a_task_or_none_means_what_it_says(lin: Resident) -> None:
    older = await older_and_newer(lin)
    assert "填报 2-3" in await lin.says("2-3 60%", reply_to=older)
    await lin.presses("提交")
    assert (await lin.says("我的任务", reply_to=older)).startswith("共 8 项")


async def asked_below_a_card(lin: Resident, *answers: str) -> int:
    """Begin a report on 1-2 from its card; return the card's message, which is no longer the newest."""
    await lin.says("1-2")
    card = lin.last().message_id
    await lin.presses("报进展", *answers)
    return card


async def test_a_reply_to_the_card_of_the_task_reported_on_answers_the_open_question(lin: Resident) -> None:
    card = await asked_below_a_card(lin, "受阻", "50%", "跳过")
    await lin.says("检察院没批捕", reply_to=card)
    assert lin.town.rows("SELECT status, obstacle FROM drafts") == [{"status": "blocked", "obstacle": "检察院没批捕"}]


@pytest.mark.parametrize(("said", "shown"), [("取消", "真的取消吗"), ("上一步", "完成了百分之几")])
async def test_words_of_buttons_in_a_reply_stand_for_the_buttons(lin: Resident, said: str, shown: str) -> None:
    await lin.says("6-7")
    other = lin.last().message_id
    await asked_below_a_card(lin, "进行中", "50%")
    assert shown in await lin.says(said, reply_to=other)
    assert lin.town.rows("SELECT note FROM drafts") == [{"note": None}]


async def test_what_is_for_the_office_in_a_reply_is_no_report(lin: Resident) -> None:
    answer = await lin.says("告诉办公室：还有照片要补", reply_to=await older_and_newer(lin))
    assert answer.startswith("会告诉办公室") and "“还有照片要补”" in answer


@pytest.mark.parametrize(
    ("said", "shown"), [("已经办完了", "状态：已完成"), ("下周交", "43-4 到12月2日（周一）再提醒")]
)
async def test_a_reply_to_a_nudge_is_of_its_task_newest_or_not(
    town: Town, chen: Resident, zhou: Resident, said: str, shown: str
) -> None:
    await chen.says("催43-4")
    await chen.sends_out()
    nudge = zhou.last().message_id
    assert shown in await zhou.says(said, reply_to=nudge)
    await zhou.says("取消", "不要了", "我的任务")
    assert shown in await zhou.says(said, reply_to=nudge)
    assert (await zhou.says("下周到期的任务", reply_to=nudge)).startswith("共 0 项 · 下周到期")


@pytest.mark.parametrize("said", ["已经办完了", "下周交", "立案31 案值5"])
async def test_a_reply_to_a_reminder_of_a_return_opens_that_return(
    town: Town, chen: Resident, lin: Resident, said: str
) -> None:
    await chen.says("建个统计月报", "统计月报", "立案 案值", "跳过", "公安 农业局 商务", "11月", "5", "确认建立")
    await town.move_to("2019-12-02 09:00")
    reminder = lin.last().message_id
    await lin.says("我的任务")
    assert (await lin.says(said, reply_to=reminder)).startswith("统计月报 · 2019年11月 · 市公安局")


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("这个已经办完了，签到表后补", "您指的是哪一项？"),
        ("第三个已经办完了", "填报 43-5 "),
        ("都办完了", "读到 3 条"),
        ("收到", "好的"),
    ],
)
async def test_a_reply_to_a_reminder_is_about_its_tasks(town: Town, zhou: Resident, said: str, shown: str) -> None:
    await town.move_to("2019-12-02 09:00")
    answer = await zhou.says(said, reply_to=zhou.last().message_id)
    assert answer.startswith(shown)
    if shown.endswith("？"):
        assert zhou.buttons() == ["29-7", "29-11", "43-5", "取消"]
        assert "状态：已完成\n情况：这个已经办完了，签到表后补" in await zhou.presses("43-5")


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("同意", "1-3 同意延到2020年1月31日"),
        ("不同意，年底必须完成", "1-3 不同意：年底必须完成"),
        ("改到2月底", "1-3 改为延到2020年2月29日"),
    ],
)
async def test_a_decision_in_a_reply_is_on_the_request_replied_to(
    town: Town, chen: Resident, nong: Resident, zhou: Resident, said: str, shown: str
) -> None:
    await nong.submits("1-3申请延期到1月底，人手不够")
    await town.move_to("2019-11-25 08:31")
    asked = chen.last().message_id
    await zhou.submits("1-9申请延期到1月底，平台不配合")
    await town.move_to("2019-11-25 08:32")
    answer = await chen.says(said, reply_to=asked)
    assert shown in answer and "1-9 同意" not in answer


async def test_a_verdict_in_a_reply_is_on_the_report_replied_to(
    town: Town, chen: Resident, lin: Resident, zhou: Resident
) -> None:
    await lin.submits("1-2完成了")
    await town.move_to("2019-11-25 08:31")
    waiting = chen.last().message_id
    await zhou.submits("1-8完成了")
    await town.move_to("2019-11-25 08:32")
    assert "1-2 昆仑行动打食药环犯罪，请补充后再报一次：材料不齐" in await chen.says("材料不齐，退回", reply_to=waiting)
