"""What liaisons write in passing: abbreviations, a code below a list, a cause where a percent is asked."""

import pytest

from data.people.people import Role
from tests.journeys.town import Resident, Town


async def test_a_cause_at_the_percent_of_blocked_work_is_kept_and_it_stays_blocked(zhou: Resident) -> None:
    await zhou.begins("1-8", "受阻")
    answer = await zhou.says("等省局方案，另外经费也没下来")
    assert "状态：" not in answer and "完成了百分之几" in answer
    assert "卡在哪里" in await zhou.presses("跳过")
    await zhou.says("经费没下来")
    preview = await zhou.skips_to_the_preview()
    assert "状态：受阻" in preview and "等省局方案，另外经费也没下来" in preview


async def test_a_code_below_the_list_of_tasks_to_extend_asks_for_more_time(zhou: Resident) -> None:
    await zhou.says("延期")
    assert (await zhou.says("1-8")).startswith("申请延期 1-8")


async def test_a_code_below_a_card_shows_the_next_card(zhou: Resident) -> None:
    await zhou.says("1-8")
    assert (await zhou.says("1-9")).startswith("1-9 网络市场监管专项\n")


@pytest.mark.parametrize("said", ["my tasks pls", "whats due this year plz"])
async def test_abbreviations_are_no_filter(town: Town, said: str) -> None:
    grace = town.member(1009, "Grace", "武汉海关", Role.LIAISON, "en")
    assert "was not understood" not in await grace.says(said)


async def test_what_failed_a_test_has_a_number_of_its_own(zhou: Resident) -> None:
    assert "抽检批次 120 批次" in await zhou.says("1-8 60% 抽检了120批次不合格4批次都下架了")
    assert "统计数据" not in await zhou.says("1-9 60% 抽检出了3批不合格")
