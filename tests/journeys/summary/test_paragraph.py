"""The summary as one paragraph, to be read out or pasted into another chat."""

import pytest

from data.people.people import Role
from tests.journeys.town import Resident, Town

WHOLE = "截至2019年11月25日，《测试任务表》共230项任务（分到单位255项），其中"


@pytest.mark.parametrize(
    "words", ["就一段话 能发微信的", "太长了，简单点", "一段话总结", "给我个能念的稿子", "给领导写几句话"]
)
async def test_the_whole_plan_in_one_paragraph(chen: Resident, lin: Resident, words: str) -> None:
    await lin.submits("1-2 80% 立案3件")
    said = await chen.says(words)
    assert said.startswith(f"{WHOLE}已办结2项、进行中1项、") and "\n" not in said
    assert "逾期7项、7天内到期3项。" in said and "上报立案件数 3 件。" in said


async def test_a_unit_in_one_paragraph_also_for_the_unit_itself(chen: Resident, lin: Resident) -> None:
    for said in (await chen.says("市公安局一段话总结"), await lin.says("一段话总结")):
        assert said.startswith("截至2019年11月25日，市公安局《测试任务表》共8项任务，其中还没报过8项。")


async def test_an_observer_gets_it_too(town: Town) -> None:
    ma = town.member(1077, "马会长", None, Role.OBSERVER)
    assert (await ma.says("给我个能念的稿子")).startswith(WHOLE)
