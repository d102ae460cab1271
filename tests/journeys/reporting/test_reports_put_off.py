"""Whoever asks to report on a later day hears whether anything falls due before it; an open report waits."""

import pytest

from data.people.people import Role
from tests.journeys.town import Resident, Town


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("今天忙死了明天再报行不行", "2019年11月26日"),
        ("这两天太忙了，后天再报可以吗", "2019年11月27日"),
        ("能不能下周一再报", "2019年12月2日"),
        ("周五报行吗", "2019年11月29日"),
        ("晚点再报吧", "过两天"),
        ("好的，下周一报", "2019年12月2日"),
        ("收到，下周三前一定给您报过来", "2019年12月4日"),
        ("本周五前报", "2019年11月29日"),
        ("下周二上午开会前能报完", "2019年12月3日"),
    ],
)
async def test_nothing_falls_due_before_the_day(town: Town, lin: Resident, said: str, day: str) -> None:
    assert await lin.says(said) == (f"可以，{day}再报就行：在那之前没有到期的任务。到时发任务编号，或发“报进展”。")
    assert town.rows("SELECT * FROM drafts") == []


@pytest.mark.parametrize("said", ["收到 今天就报", "好的，今天报完"])
async def test_who_promises_to_report_today_hears_how(lin: Resident, said: str) -> None:
    assert await lin.says(said) == "好的。报的时候发任务编号，或发“报进展”。"


async def test_the_same_in_english(town: Town) -> None:
    grace = town.member(1009, "Grace", "武汉海关", Role.LIAISON, "en")
    for said in ("busy today, can I report tomorrow?", "swamped today, can i file it on tuesday"):
        assert "That is fine: nothing of yours falls due before then." in await grace.says(said)


async def test_what_falls_due_before_is_shown_with_buttons_to_report(zhou: Resident) -> None:
    answer = await zhou.says("今天太忙了，下周一再报行不行")
    assert answer.startswith("可以，2019年12月2日再报；不过有 4 项已到期或到那时到期，请先报一句，如“29-7 60%”")
    assert zhou.buttons() == ["29-7 报进展", "43-4 报进展", "29-11 报进展", "43-5 报进展"]


async def test_an_open_report_waits(lin: Resident) -> None:
    await lin.begins("1-2", "进行中", "50")
    answer = await lin.says("今天忙死了明天再报行不行")
    assert answer.endswith("没填完的 1-2 都留着，发“继续填报”接着填。")
    assert "做了哪些工作" in await lin.says("继续填报")


@pytest.mark.parametrize(
    "said",
    [
        *("明天报几项", "明天要报吗", "1-2 60%，数据明天再报", "我们昨天才报了", "上周才报，怎么又催"),
        *("昨天报可以吗", "今天报", "昨天报了", "联合执法方案下周再报", "企业下周才交。", "统计报表明天再报行吗"),
    ],
)
async def test_what_asks_or_reports_something_else_is_no_such_wish(lin: Resident, said: str) -> None:
    assert "再报就行" not in await lin.says(said)


async def test_a_question_about_other_papers_does_not_put_an_open_report_off(town: Town, lin: Resident) -> None:
    await lin.begins("1-2", "受阻", "50")
    await lin.says("材料下周才交吗")
    assert town.rows("SELECT state FROM drafts")[0]["state"] == "open"
