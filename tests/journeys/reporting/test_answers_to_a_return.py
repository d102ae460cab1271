"""What is said right after a report was returned is about that report."""

import pytest

from tests.journeys.town import Resident, Town


@pytest.fixture
async def returned(town: Town, lin: Resident, chen: Resident) -> Resident:
    await lin.says("1-2搞完了 抓了5个", "提交")
    await chen.says("1-2退回 缺结案材料", "提交")
    await town.move_to("2019-11-25 10:00")
    return lin


async def test_words_right_below_the_notice_are_added_to_the_returned_report(returned: Resident) -> None:
    shown = await returned.says("移送文书下周才有")
    assert shown.startswith("填报 1-2 ") and "退回原因：缺结案材料" in shown and "情况：移送文书下周才有" in shown


async def test_a_percent_right_below_the_notice_is_that_of_the_returned_report(returned: Resident) -> None:
    shown = await returned.says("那我先报80吧")
    assert shown.startswith("填报 1-2 ") and "状态：进行中\n进度：80%\n" in shown


@pytest.mark.parametrize("said", ["还缺啥", "缺什么材料", "还要补什么", "what is missing?"])
async def test_what_is_missing_is_told_with_the_button_to_report_again(returned: Resident, said: str) -> None:
    assert "退回原因：缺结案材料" in await returned.says(said)
    assert "1-2 报进展" in [each.text for each in returned.last().buttons]


@pytest.mark.parametrize("said", ["收到", "好的 知道了", "啊这", "什么意思"])
async def test_what_tells_nothing_begins_no_report(returned: Resident, said: str) -> None:
    assert not (await returned.says(said)).startswith("填报")


async def test_without_a_returned_report_nothing_is_taken_so(lin: Resident) -> None:
    assert not (await lin.says("移送文书下周才有")).startswith("填报")
    assert "退回" not in await lin.says("还缺啥")
