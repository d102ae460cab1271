"""Of two unsubmitted reports on one task, the other is not offered once one has been submitted."""

import pytest

from tests.journeys.town import Resident, Town


async def _submits_anew(lin: Resident, percent: str) -> str:
    """Let a report on 1-2 wait, fill in another in its place, and submit that; return the answer."""
    await lin.says("1-2 50% 查了三家，还有两家没去", "先放着")
    await lin.begins("1-2", "重新填报", "进行中")
    await lin.says(percent)
    return await lin.hands_in()


async def test_nothing_of_the_submitted_task_is_offered(town: Town, lin: Resident) -> None:
    answer = await _submits_anew(lin, "60")
    assert answer.startswith("已提交 ✓") and "还没提交" not in answer and lin.buttons() == ["撤回", "更正"]
    assert await lin.says("提交") == "现在没有要您确认的内容。"
    assert [row["percent"] for row in town.rows("SELECT percent FROM reports")] == [60]


async def test_reports_on_other_tasks_are_still_offered(lin: Resident) -> None:
    await lin.says("2-3 30%")
    answer = await _submits_anew(lin, "60")
    assert answer.endswith("还没提交的填报：2-3。") and "继续填报 2-3" in lin.buttons()


async def test_all_that_waits_is_submitted_without_it(town: Town, lin: Resident) -> None:
    await _submits_anew(lin, "60")
    await lin.says("2-3 30%", "6-7 40%", "全部提交")
    assert "2-3" in lin.sees() and "6-7" in lin.sees() and "1-2" not in lin.sees()
    await lin.presses("全部提交")
    assert [row["percent"] for row in town.rows("SELECT percent FROM reports ORDER BY id")] == [60, 30, 40]


async def test_what_was_written_is_there_where_the_task_is_reported_on_next(lin: Resident) -> None:
    await _submits_anew(lin, "60")
    await lin.says("1-2")
    assert "查了三家，还有两家没去" in await lin.presses("报进展") and lin.buttons() == ["继续填报", "重新填报"]


async def test_once_the_submitted_one_is_withdrawn_the_other_is_offered_again(lin: Resident) -> None:
    await _submits_anew(lin, "60")
    await lin.presses("撤回")
    await lin.says("2-3 30%")
    assert "还没提交的填报：1-2。" in await lin.presses("提交")


async def test_a_colleagues_report_takes_nobodys_place(zhou: Resident, wu: Resident) -> None:
    await zhou.says("43-5 50% 查了三家，还有两家没去", "先放着", "43-6 30%")
    await wu.submits("43-5 60%")
    assert "还没提交的填报：43-5。" in await zhou.presses("提交")


@pytest.mark.parametrize("asked", ["还有啥没提交的", "有哪些没提交", "what have i not submitted yet?"])
async def test_who_asks_what_is_not_submitted_sees_what_waits(lin: Resident, asked: str) -> None:
    assert "还没提交的填报" not in await lin.says(asked)
    await lin.says("6-7 上周跟市监查了2家", "先放着", "1-2 60%")
    await lin.says(asked)
    told, open_one = lin.messages()[-2:]
    assert told.text == "还没提交的填报：1-2、6-7。" and open_one.text.startswith("填报 1-2")
    assert "还没提交的填报" not in await lin.says("哪些单位还没提交")
