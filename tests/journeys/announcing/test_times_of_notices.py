"""Times and days of a notice: until when answers are wanted, and which time a new time stands for."""

import pytest

from tests.journeys.town import Resident


@pytest.mark.parametrize("said", ["周四下午", "周四下午四点前", "周四17:00之前"])
async def test_a_time_of_the_day_to_answer_by_gives_that_day(lin: Resident, chen: Resident, said: str) -> None:
    await chen.says("给市公安局发通知：明天下午3点开会", "需要回复", "能参加吗？")
    await chen.presses("能参加、不能参加")
    assert "请在11月28日（周四）前点下面的按钮回复" in await chen.says(said)


async def test_a_time_alone_is_asked_about_if_the_notice_has_a_time_of_its_own(lin: Resident, chen: Resident) -> None:
    await chen.says("通知市公安局：明天下午3点开会")
    asked = await chen.says("改成四点")
    assert asked.startswith("“改成四点”是改发送时间，还是通知里写的“下午3点”？") and "16:00发出" not in asked
    assert "11月25日（周一）16:00发出。" in await chen.says("四点发出")
    assert "明天下午4点开会" in await chen.says("下午3点改成下午4点")


async def test_a_time_alone_moves_a_notice_without_a_time_of_its_own(lin: Resident, chen: Resident) -> None:
    await chen.says("通知市公安局：请报名单")
    assert "11月25日（周一）16:00发出。" in await chen.says("改成下午四点")
