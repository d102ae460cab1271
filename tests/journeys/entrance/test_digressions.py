"""While a day or a reason is asked for, clear requests for something else are answered, and the question waits."""

import pytest

from tests.journeys.town import Resident, Town

WHICH_DAY = "延到哪一天？请点按钮，或发日期，例如：2020年3月30日。"
WAITS = "1-2 的延期申请还没写完，要接着办请点“继续”。"


async def to_the_day(lin: Resident) -> None:
    await lin.says("1-2")
    await lin.presses("申请延期")


async def to_the_reason(lin: Resident) -> None:
    await to_the_day(lin)
    await lin.presses("延一个月")


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("我的任务还有哪些没完成", "共 8 项 · 未完成"),
        ("我的任务哪些12月到期", "共 "),
        ("2-3", "2-3 食药环假犯罪主动打击"),
        ("B角", "市公安局 B角"),
        ("2-3什么时候到期", "2-3 食药环假犯罪主动打击"),
        ("我的任务", "共 8 项"),
        ("2-3的填报记录", "共 0 条"),
    ],
)
async def test_something_else_is_answered_while_the_new_day_is_asked(lin: Resident, said: str, answer: str) -> None:
    await to_the_day(lin)
    heard = await lin.says(said)
    assert heard.startswith(answer) and heard.endswith(WHICH_DAY)
    assert "原因是什么" in await lin.says("3月15日")


async def test_several_reports_put_the_request_aside_until_they_are_handed_in(lin: Resident) -> None:
    await to_the_day(lin)
    heard = await lin.says("1-2 进行中 50%\n2-3 进行中 60%")
    assert heard.startswith("读到 2 条") and heard.endswith("1-2 的延期申请还没写完，要接着办请点“继续”。")
    assert "已提交 ✓" in await lin.says("全部提交")
    assert WHICH_DAY in await lin.presses("继续")


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("2-3 完成80%", "填报 2-3"),
        ("1-2 完成80%，12月10日已发通知", "填报 1-2"),
        ("1-2 进行中 50%\n2-3 进行中 60%", "读到 2 条"),
    ],
)
async def test_a_report_puts_the_question_for_the_new_day_aside(lin: Resident, said: str, answer: str) -> None:
    await to_the_day(lin)
    heard = await lin.says(said)
    assert heard.startswith(answer) and heard.endswith(WAITS)
    assert "延到哪一天" in await lin.presses("继续")


async def test_the_question_for_the_day_stays_open_where_nothing_else_is_asked(lin: Resident) -> None:
    await to_the_day(lin)
    assert "原因是什么" in await lin.says("我的任务还有哪些没完成", "3月15日")


@pytest.mark.parametrize("day", ["延到3月15日", "3月15日可以吗？", "三个月内", "下月底前办结"])
async def test_a_day_in_a_sentence_is_still_a_day(lin: Resident, day: str) -> None:
    await to_the_day(lin)
    assert "请只写一个日期" not in await lin.says(day) and WAITS not in lin.sees()


@pytest.mark.parametrize("said", ["我的任务还有哪些没完成", "B角", "/tasks", "/help"])
async def test_something_else_is_answered_while_the_reason_is_asked(lin: Resident, said: str) -> None:
    await to_the_reason(lin)
    assert (await lin.says(said)).endswith("延到2020年3月31日。原因是什么、做到了哪一步？请用一两句话说明。")
    assert "申请延到：2020年3月31日\n原因和进展：等省里文件" in await lin.says("等省里文件")


@pytest.mark.parametrize("said", ["2-3 完成80%", "食药环假犯罪主动打击 已完成"])
async def test_a_report_puts_the_question_for_the_reason_aside(lin: Resident, said: str) -> None:
    await to_the_reason(lin)
    assert (await lin.says(said)).endswith(WAITS)
    assert "延到2020年3月31日。原因是什么" in await lin.presses("继续")
    assert "申请延到：2020年3月31日\n原因和进展：等省里文件" in await lin.says("等省里文件")


@pytest.mark.parametrize(
    "reason",
    [
        "1-2 已完成摸底，等省里文件",
        "1-2 完成80%，等省里文件",
        "和2-3一起办，任务还没完成",
        "昆仑行动 受阻，等省里文件",
        "我们单位的任务没完成",
        "12月15日前完成",
        "邀请市市场监管局一起办，要等他们的时间",
    ],
)
async def test_a_reason_may_speak_of_tasks_and_states(lin: Resident, reason: str) -> None:
    await to_the_reason(lin)
    assert f"原因和进展：{reason}" in await lin.says(reason)


async def test_the_question_for_the_last_day_of_a_deputy_waits(lin: Resident) -> None:
    await lin.says("/deputy")
    await lin.presses("请一位B角")
    heard = await lin.says("2-3 完成80%")
    assert heard.startswith("填报 2-3") and heard.endswith("B角代到哪一天还没定，要接着办请点“继续”。")
    assert "代到哪一天？" in await lin.presses("继续")
    await lin.says("12月31日")
    assert "代到2019年12月31日" in lin.sees()


async def test_a_reason_for_returning_may_speak_of_the_tasks(town: Town, lin: Resident, chen: Resident) -> None:
    await lin.reports("1-2", "已完成")
    await town.move_to("2019-11-25 08:31")
    await chen.presses("退回")
    heard = await chen.says("汇总")
    assert heard.endswith("退回 1-2 的原因是什么？请写一两句话。")
    await chen.says("1-2 完成80%不实，还有哪些没完成，请说明")
    assert "已退回" in await chen.presses("退回")
    assert [row["reason"] for row in town.rows("SELECT reason FROM reviews")] == [
        "1-2 完成80%不实，还有哪些没完成，请说明"
    ]


async def test_the_offices_questions_for_another_day_and_a_reason_wait(lin: Resident, chen: Resident) -> None:
    await to_the_reason(lin)
    await lin.submits("等省里文件")
    await chen.reviews("改日期")
    heard = await chen.says("市公安局的任务")
    assert heard.startswith("共 8 项") and "改到哪一天？请发日期" in heard
    await chen.presses("不同意")
    assert "不同意 1-2 延期的原因是什么？" in (await chen.says("汇总")).splitlines()[-1]
    await chen.says("年底要汇总")
    assert "已答复 ✓" in await chen.presses("不同意")


async def test_what_was_said_waits_for_its_task_while_something_is_asked(lin: Resident) -> None:
    heard = await lin.says("完成80%，立案3", "本周到期")
    assert heard.startswith("共 0 项 · 本周到期") and "还没说是哪一项的进展，要接着办请点“继续”。" in heard
    preview = await lin.presses("2-3")
    assert preview.startswith("填报 2-3") and "进度：80%" in preview and "立案件数 3 件" in preview


async def test_a_task_to_report_on_that_was_left_is_not_waited_for(lin: Resident) -> None:
    assert (await lin.says("报进展", "本周到期", "2-3")).startswith("2-3 食药环假犯罪主动打击")


@pytest.mark.parametrize("said", ["市公安局还有哪些没完成", "谁还没报", "下周到期的", "what's overdue"])
async def test_a_question_of_the_office_is_never_a_reason(town: Town, lin: Resident, chen: Resident, said: str) -> None:
    await lin.reports("1-2", "已完成")
    await town.move_to("2019-11-25 08:31")
    await chen.presses("退回")
    assert (await chen.says(said)).endswith("退回 1-2 的原因是什么？请写一两句话。")
    assert town.rows("SELECT * FROM reviews") == []


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("下周到期的", "共 0 项"),
        ("汇总一下今年的数", "数据（1月1日至11月25日）"),
        ("1-2这个月报了没", "1-2"),
    ],
)
async def test_what_is_asked_of_a_time_names_no_last_day_of_a_deputy(lin: Resident, said: str, answer: str) -> None:
    await lin.says("/deputy")
    await lin.presses("请一位B角")
    heard = await lin.says(said)
    assert answer in heard and "代到哪一天？请点按钮，或发日期" in heard


@pytest.mark.parametrize("said", ["能不能代到年底", "到年底行吗", "到年底吧 她要学习到那时候"])
async def test_a_last_day_may_be_asked_for(lin: Resident, said: str) -> None:
    await lin.says("/deputy")
    await lin.presses("请一位B角")
    assert "代到2019年12月31日" in await lin.says(said)


async def test_the_open_report_is_gone_on_with_by_its_words(lin: Resident) -> None:
    await lin.begins("2-3", "进行中")
    await to_the_day(lin)
    heard = await lin.says("继续填报")
    assert heard.startswith("填报 2-3") and "做了哪些工作" in heard and heard.endswith(WAITS)
    assert "延到哪一天" in await lin.presses("继续")


async def test_without_a_report_those_words_go_on_with_what_is_open(lin: Resident) -> None:
    await to_the_day(lin)
    assert (await lin.says("继续填报")).endswith(WHICH_DAY)


async def test_who_is_not_understood_twice_is_told_the_ways_out_and_they_work(lin: Resident) -> None:
    await lin.begins("1-2")
    assert "先放一放" not in await lin.says("香蕉")
    assert "先放一放发“先放着”" in await lin.says("苹果")
    assert (await lin.says("先放着")).startswith("好，先放着")
    assert (await lin.says("继续填报")).startswith("填报 1-2")
    assert "百分之几" in await lin.says("进行中") and "先放一放" not in await lin.says("香蕉")


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("8-2呢", "8-2 阿里京东情报共享"),
        ("2-3呢", "2-3 食药环假犯罪主动打击"),
        ("1-2？", "1-2 昆仑行动打食药环犯罪"),
        ("谁写的", "1-2"),
        ("这个谁报的", "1-2"),
        ("导出我们的填报记录", "导出"),
        ("把我们的台账发我", "台账"),
    ],
)
async def test_a_code_or_a_question_is_no_note(town: Town, lin: Resident, said: str, answer: str) -> None:
    await lin.begins("1-2", "进行中")
    heard = await lin.says("60", said)
    assert answer in heard and "做了哪些工作" in heard
    assert town.rows("SELECT note FROM drafts") == [{"note": None}]


@pytest.mark.parametrize("said", ["导出我们的填报记录", "帮我导出一下填报记录", "看看本周要报什么"])
async def test_a_request_beside_a_doubted_number_is_no_note(town: Town, lin: Resident, said: str) -> None:
    await lin.submits("1-2 抓6人，60%")
    await lin.says("1-2 抓200人，70%", said)
    assert "抓获人数 200 人（上次 6 人）" in lin.sees()
    assert town.rows("SELECT note FROM drafts") == [{"note": ""}]


@pytest.mark.parametrize("said", ["整理了一份台账发给各区", "导出了涉案数据并移交检察院", "汇总各区线索"])
async def test_work_with_such_words_is_a_note(town: Town, lin: Resident, said: str) -> None:
    await lin.begins("1-2", "进行中")
    await lin.says("60", said)
    assert town.rows("SELECT note FROM drafts") == [{"note": said}]
