"""Several matters in one message: reports on some tasks, more time for another, and a question."""

import pytest

from tests.journeys.town import Resident


async def test_what_is_said_in_one_breath_is_taken_apart(lin: Resident) -> None:
    await lin.says(
        "2-3这个月没啥动静 14-2也没啥 38-1跟公安部搞了一次跨国的抓了3个老外 1-2想延到明年三月底人手不够 对了延期要谁批"
    )
    how, request, reports, waits = (message.text for message in lin.messages()[-4:])
    assert "申请延到：2020年3月31日\n原因和进展：人手不够" in request
    assert "办公室答复会告诉您" in how
    assert reports.startswith("读到 3 条") and "情况：跟公安部搞了一次跨国的抓了3个老外" in reports
    assert "1-2 的延期申请还没写完" in waits
    assert (await lin.says("全部提交")).startswith("已提交 ✓\n2-3")
    assert "申请延到：2020年3月31日" in await lin.says("继续")
    assert "已提交" in await lin.says("提交")


async def test_each_sentence_of_an_english_message_is_answered(grace: Resident) -> None:
    await grace.says(
        "37-3 nothing new. 36-4 also signed an mou w/ belgrade. can i get more time for 37-3 til end of jan?"
    )
    refused, reports = (message.text for message in grace.messages()[-2:])
    assert refused.startswith("37-3 has no fixed deadline")
    assert reports.startswith("2 reports read.") and "Note: also signed an mou w/ belgrade." in reports


@pytest.mark.parametrize(
    "said",
    ["43-5 60%，签到册在补 1-9罚了48万 70% 还有哪些没报？", "43-5 60%，签到册在补\n1-9罚了48万 70%\n还有哪些没报？"],
)
async def test_a_question_behind_reports_is_answered_beside_them(zhou: Resident, said: str) -> None:
    await zhou.says(said)
    listed, reports = (message.text for message in zhou.messages()[-2:])
    assert "还没报过进展" in listed
    assert "情况：60%，签到册在补" in reports and "罚没金额 48 万元" in reports


async def test_while_a_report_is_open_it_waits_and_nothing_of_the_message_is_lost(zhou: Resident) -> None:
    await zhou.says("1-8 80%，检查了30家")
    await zhou.says("43-5 60% 43-6还没办，估计要推到1月15号，老师没请到 1-9罚了48万 70%")
    request, reports, _ = (message.text for message in zhou.messages()[-3:])
    assert "原因和进展：老师没请到" in request
    assert "填报 43-5" in reports and "填报 1-9" in reports and "还没提交的填报：1-8。" in reports


@pytest.mark.parametrize("said", ["1-2配合2-3办完", "1-2 抓获3人，下一步怎么办还没定"])
async def test_what_is_said_of_one_task_stays_with_it(lin: Resident, said: str) -> None:
    before = len(lin.messages())
    await lin.says(said)
    assert len(lin.messages()) == before + 1


@pytest.mark.parametrize(
    ("said", "day", "why"),
    [
        ("43-6还没办，推到1月15号", "2020年1月15日", ""),
        ("43-6还没办估计要推到1月15号，老师没请到", "2020年1月15日", "老师没请到"),
        ("43-6想延到1月底人手不够", "2020年1月31日", "人手不够"),
    ],
)
async def test_what_is_not_done_and_put_off_asks_for_more_time(zhou: Resident, said: str, day: str, why: str) -> None:
    heard = await zhou.says(said)
    assert heard.startswith("申请延期 43-6") and day in heard
    assert f"原因和进展：{why}" in heard if why else heard.endswith("请用一两句话说明。")


async def test_an_event_that_is_put_off_within_the_time_is_reported(nong: Resident) -> None:
    assert "填报 43-1" in await nong.says("43-1 培训推到12月20号开")


async def test_what_follows_words_for_another_matter_is_one_of_its_own(zhou: Resident) -> None:
    told = "检验检测机构联合抽查的通报发了，35家抽到7家有问题"
    await zhou.says(f"{told}。另外稽查办案培训班想延到1月15号，顺便问下还有哪些没报")
    listed, request, report, waits = (message.text for message in zhou.messages()[-4:])
    assert "还没报过进展" in listed
    assert "申请延期 43-6" in request and "2020年1月15日" in request
    assert "填报 3-12" in report and f"情况：{told}" in report
    assert waits.startswith("43-6 的延期申请还没写完") and zhou.buttons() == ["继续 43-6"]


async def test_a_question_is_answered_before_what_is_begun(zhou: Resident) -> None:
    await zhou.says("1-9想延到1月10日，顺便问下还有哪些没报")
    listed, request = (message.text for message in zhou.messages()[-2:])
    assert "还没报过进展" in listed and "申请延期 1-9" in request


async def test_more_is_said_of_the_task_that_was_spoken_of(zhou: Resident) -> None:
    await zhou.says("1-9想延到1月10日，另外进度改成80%")
    request, report, waits = (message.text for message in zhou.messages()[-3:])
    assert "申请延期 1-9" in request
    assert "填报 1-9" in report and "80%" in report
    assert waits.startswith("1-9 的延期申请还没写完")


async def test_words_before_the_first_task_and_between_two_are_no_part_of_them(lin: Resident) -> None:
    await lin.says("跟您汇报下 1-2又抓了3个人 6-7没搞 14-2的报告明天交 另外38-1能不能算完成了")
    card, reports = (message.text for message in lin.messages()[-2:])
    assert card.startswith("38-1") and reports.startswith("读到 3 条")
    assert "情况：报告明天交" in reports and "另外" not in reports


async def test_one_report_and_a_list_that_is_asked_for(lin: Resident) -> None:
    await lin.says("1-2改成70% 顺便看下我还有啥没报")
    listed, report = (message.text for message in lin.messages()[-2:])
    assert "还没报过进展" in listed and "进度：70%" in report and "顺便" not in report


async def test_an_english_question_behind_a_comma_is_answered(grace: Resident) -> None:
    await grace.says("36-4 two events done, 37-3 waiting for the court, and when is my next deadline?")
    due, reports = (message.text for message in grace.messages()[-2:])
    assert "Due 25 Nov" in due and reports.startswith("2 reports read.") and "Note: waiting for the court" in reports


async def test_no_change_of_some_tasks_and_a_report_on_another_are_told_apart(zhou: Resident) -> None:
    await zhou.says("2-11还有2-13这个季度没搞啥，2-14查了两个乡镇")
    unchanged, report = (message.text for message in zhou.messages()[-2:])
    assert unchanged.startswith("没有变化请点按钮确认：\n⚪ 2-11") and "填报 2-14" in report


@pytest.mark.parametrize("said", ["1-2完成80%了，下周三再提醒我", "1-2 80% 下周三再提醒"])
async def test_a_report_beside_a_wish_for_a_reminder_is_taken(lin: Resident, said: str) -> None:
    await lin.says(said)
    later, report = (message.text for message in lin.messages()[-2:])
    assert "1-2 到12月4日（周三）再提醒您" in later
    assert "填报 1-2" in report and "进度：80%" in report


@pytest.mark.parametrize(
    "said", ["what's 36-4 about, deadline?", "36-4是什么内容，期限哪天？", "36-4是啥？责任单位是谁？什么时候到期？"]
)
async def test_what_a_card_tells_is_asked_with_it(grace: Resident, said: str) -> None:
    seen = len(grace.messages())
    assert "36-4" in (await grace.says(said)).splitlines()[0]
    assert len(grace.messages()) == seen + 1


async def test_what_falls_due_is_no_question_on_the_card_shown(grace: Resident) -> None:
    await grace.says("36-4")
    assert (await grace.says("what is due?")).startswith("0 tasks")
    assert (await grace.says("哪些快到期了")).startswith("0 tasks")


@pytest.mark.parametrize(
    "said", ["and who else is on it", "who is working on this?", "这项还有谁在做", "什么时候到期？"]
)
async def test_who_else_is_on_a_task_stands_on_its_card(grace: Resident, said: str) -> None:
    card = await grace.says("36-4")
    assert await grace.says(said) == card


async def test_a_list_asked_for_behind_a_card_is_shown_as_well(lin: Resident) -> None:
    await lin.says("1-2怎么样了？还有哪些快到期的？")
    card, listed = (message.text for message in lin.messages()[-2:])
    assert card.startswith("1-2 ") and "到期" in listed.splitlines()[0]


async def test_a_numbered_line_that_asks_for_more_time_is_read_with_its_reason(zhou: Resident) -> None:
    await zhou.says(
        "一、1-8铁拳行动：共立案 23 起。\n二、1-9网络市场监管专项：立案 5 起，进度约 80%。\n"
        "三、43-5 12315平台培训班因场地原因尚未举办，拟延期至12月15日前完成。"
    )
    asked = await zhou.presses("继续 43-5")
    assert "申请延到：2019年12月15日\n原因和进展：12315平台培训班因场地原因尚未举办" in asked
