"""Until when answers to a notice are wanted is a day; a time of that day is left out, as the preview shows."""

import pytest

from tests.journeys.town import Resident


@pytest.mark.parametrize("said", ["周四下午", "周四下午四点前", "周四17:00之前"])
async def test_a_time_of_the_day_to_answer_by_gives_that_day(lin: Resident, chen: Resident, said: str) -> None:
    await chen.says("给市公安局发通知：明天下午3点开会", "需要回复", "能参加吗？")
    await chen.presses("能参加、不能参加")
    assert "请在11月28日（周四）前点下面的按钮回复" in await chen.says(said)
