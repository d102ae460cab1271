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
