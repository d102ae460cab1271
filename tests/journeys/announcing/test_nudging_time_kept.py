"""The time in a nudge that names no tasks yet is kept while the tasks are chosen, also by leaving some out."""

import pytest

from data.people.people import Role
from tests.journeys.town import Resident, Town


@pytest.mark.parametrize(
    "words", ["催一下没报的单位 明天上午9点", "明天上午9点催一下没报的单位", "催一下没报的，明早9点"]
)
async def test_what_is_left_out_at_the_choice_leaves_the_others_at_that_time(
    town: Town, chen: Resident, zhu: Resident, words: str
) -> None:
    town.member(1005, "卫科长", "市卫生健康委", Role.LIAISON)
    assert "催办哪些？" in await chen.says(words)
    assert "要附一句话吗？" in await chen.says("先别催市监局")
    assert "还没发出。定在11月26日（周二）9:00，1 人（市卫生健康委）会收到：" in await chen.says("跳过")


async def test_a_time_that_is_not_set_apart_belongs_to_what_is_asked_for(chen: Resident, zhu: Resident) -> None:
    assert (await chen.says("催市监局明天3点交表")).startswith("还没发出。1 人（市市场监管局）会收到：")
