"""Reporting no change (本期无变化) for several tasks in one line, and in other words."""

import pytest

from tests.journeys.town import Resident, Town

STORED = """SELECT code, percent FROM reports
JOIN assignments ON assignments.id = assignment_id JOIN tasks ON tasks.id = task_id ORDER BY code"""


@pytest.mark.parametrize(
    "said",
    [
        "1-11、1-13 没变化",
        "1-11和1-13本期无变化",
        "1-11, 1-13: no change",
        "1-11 and 1-13 no change",
        "1-11 1-13 都没什么进展",
    ],
)
async def test_no_change_of_several_is_one_press_each_and_no_more(town: Town, zhou: Resident, said: str) -> None:
    heard = await zhou.says(said)
    assert heard.startswith("没有变化请点按钮确认：") and len(heard.splitlines()) == 3
    assert [words.split()[0] for words in zhou.buttons()] == ["1-11", "1-13"]
    await zhou.presses("1-13")
    assert [row["unchanged"] for row in town.rows("SELECT unchanged FROM reports")] == [1]


@pytest.mark.parametrize("said", ["1-11 没什么进展", "1-11 无进展", "1-11没什么新情况", "1-11 no news"])
async def test_no_change_in_other_words_behind_a_code(zhou: Resident, said: str) -> None:
    assert (await zhou.says(said)).startswith("没有变化请点按钮确认：")


@pytest.mark.parametrize("said", ["这个月没啥变化", "nothing to report", "no news", "本月无新情况"])
async def test_no_change_in_other_words_without_a_code(zhou: Resident, said: str) -> None:
    assert (await zhou.says(said)).startswith("这些持续性任务本期还没报。")


@pytest.mark.parametrize("said", ["1-11 没什么进展，等文件", "1-11 60% 没变化", "1-11 没进展的原因是等文件"])
async def test_more_than_that_is_a_report(zhou: Resident, said: str) -> None:
    assert "没有变化请点按钮确认" not in await zhou.says(said)


@pytest.mark.parametrize(
    "said",
    [
        "14-1 18-2 没变化 19-1审结45件 70%",
        "14-1 18-2 没啥变化，19-1审结45件 70%",
        "14-1 18-2 没有变化。19-1 审结45件，进度70%。",
    ],
)
async def test_tasks_without_news_beside_a_report_are_each_offered(town: Town, said: str, jin: Resident) -> None:
    await jin.says(said)
    offered, preview = jin.messages()[-2:]
    assert [each.text for each in offered.buttons] == ["14-1 本期无变化", "18-2 本期无变化"]
    assert "填报 19-1 三合一审判" in preview.text and "进度：70%" in preview.text
    assert "统计数据：办结件数 45 件" in preview.text
    await jin.says("交")
    await jin.presses("14-1 本期无变化", on=offered)
    assert [(row["code"], row["percent"]) for row in town.rows(STORED)] == [("14-1", 0), ("19-1", 70)]


async def test_what_cannot_be_unchanged_does_not_keep_the_report_from_being_taken(kuang: Resident) -> None:
    await kuang.says("1-8 1-12没变化，1-9 查了5家 60%")
    refused, preview = kuang.messages()[-2:]
    assert refused.text.startswith("1-8、1-12 有完成期限") and "填报 1-9" in preview.text


@pytest.mark.parametrize(
    "said", ["nothing new on 1-11 and 1-13", "no change in 1-11, 1-13", "nothing new on 1-8 and 1-12"]
)
async def test_no_others_are_offered_than_those_that_are_named(kuang: Resident, zhou: Resident, said: str) -> None:
    who = kuang if "1-8" in said else zhou
    await who.says(said)
    assert {words.split()[0] for words in who.buttons()} == ({"1-8", "1-12"} if who is kuang else {"1-11", "1-13"})


@pytest.mark.parametrize("said", ["2-3和6-7都没变化1-2到90了", "2-3和6-7都没变化，1-2 90%"])
async def test_what_is_said_of_another_behind_no_change_is_reported(lin: Resident, said: str) -> None:
    assert "进度：90%" in await lin.says(said) and lin.sees().startswith("填报 1-2")
    assert "没有变化请点按钮确认：" in lin.messages()[-2].text


async def test_what_has_not_changed_either_is_no_report(lin: Resident) -> None:
    assert "没有变化请点按钮确认：" in await lin.says("1-2、2-3没变化6-7也没变化")
    assert lin.buttons() == ["2-3 本期无变化", "6-7 本期无变化"]


@pytest.mark.parametrize(
    "said",
    [
        "2-3 管控重点人员12名，8-2没进展，38-1无",
        "38-1 本期无变化，2-3 管控重点人员12名；8-2 没什么进展",
        "2-3 管控重点人员12名\n8-2 no change\n38-1 nothing new",
    ],
)
async def test_no_change_of_some_beside_a_report_on_another_is_that(town: Town, lin: Resident, said: str) -> None:
    shown = await lin.says(said)
    assert "填报 8-2 阿里京东情报共享\n状态：进行中\n情况：本期无变化" in shown
    assert "填报 38-1 公安跨国打假协作\n状态：进行中\n情况：本期无变化" in shown
    await lin.presses("全部提交")
    stored = {row["note"]: row["unchanged"] for row in town.rows("SELECT note, unchanged FROM reports")}
    assert stored == {"管控重点人员12名": 0, "": 1}


async def test_what_is_told_of_it_after_that_is_a_report(town: Town, lin: Resident) -> None:
    await lin.says("1-2 60%，7-1 无变化，8-2没进展，38-1没动静", "8-2改成30%")
    shown = await lin.says("38-1开了一次会")
    assert shown.count("情况：本期无变化") == 1 and "进度：30%\n情况：（无）" in shown and "情况：开了一次会" in shown
    await lin.presses("全部提交")
    assert [row["unchanged"] for row in town.rows("SELECT unchanged FROM reports ORDER BY id")] == [0, 1, 0, 0]


async def test_no_change_beside_another_where_the_period_has_a_report_repeats_that(lin: Resident) -> None:
    await lin.submits("7-1 40%")
    assert "填报 7-1 打假研判平台建设\n上次填报：" in await lin.says("7-1 无变化，14-2 50%")
    assert "进度：40%\n情况：无变化" in lin.sees() and "本期无变化" not in lin.sees()


async def test_submit_agrees_to_the_tasks_that_were_named_but_not_to_all(town: Town, lin: Resident) -> None:
    assert (await lin.says("都没变化", "提交")) == "现在没有要您确认的内容。"
    assert (await lin.says("2-3 7-1 8-2 都没变化", "提交")).startswith("下面 3 项各记一份“本期无变化”。")
    assert (await lin.says("提交")).startswith("已提交 ✓ 本期无变化（3 项）")
    assert [row["code"] for row in town.rows(STORED)] == ["2-3", "7-1", "8-2"]


async def test_after_one_press_the_other_named_tasks_are_still_offered(town: Town, lin: Resident) -> None:
    await lin.says("2-3 7-1 8-2 都没变化")
    await lin.presses("7-1")
    assert [words.split()[0] for words in lin.buttons()] == ["2-3", "8-2"]
    await lin.presses("8-2")
    await lin.presses("2-3")
    assert lin.sees().startswith("已提交 ✓") and [row["code"] for row in town.rows(STORED)] == ["2-3", "7-1", "8-2"]


@pytest.mark.parametrize(
    "said", ["29-11为什么没变化", "29-11怎么一直没变", "为啥29-11没有变化", "why is there no change in 29-11"]
)
async def test_asking_why_nothing_changed_shows_the_task(zhou: Resident, said: str) -> None:
    assert (await zhou.says(said)).startswith("29-11 安全用药月科普\n任务名称")


@pytest.mark.parametrize("said", ["29-11没变化行吗", "29-11没变化，怎么报", "29-11没变化吧"])
async def test_asking_whether_no_change_will_do_is_no_such_question(zhou: Resident, said: str) -> None:
    assert "不报“本期无变化”" in await zhou.says(said)
