"""Buttons 本期无变化 of an earlier period do not count for the present one."""

import pytest

from tests.journeys.reporting.unchanged_tasks import STORED, presses_all, reports_all
from tests.journeys.town import Resident, Town


async def test_an_old_reminder_s_button_does_not_speak_for_the_next_quarter(town: Town, lin: Resident) -> None:
    await town.move_to("2019-12-24 09:00")
    everything = lin.last().buttons[0].callback_data or ""
    await town.move_to("2020-01-06 10:00")
    assert (await lin.forges(everything)).startswith("那是上一期的按钮，没有记下。\n这些持续性任务本期还没报。")
    assert town.rows(STORED) == []


@pytest.mark.parametrize("words", ["全部本期无变化", "38-1 本期无变化"])
async def test_a_list_of_an_earlier_period_brings_the_present_one_and_stores_nothing(
    town: Town, lin: Resident, words: str
) -> None:
    await lin.submits("2-3 50% 情况甲")
    assert "2-3" not in await lin.says("本期无变化")
    old = lin.last()
    await town.move_to("2020-01-06 10:00")
    answer = await lin.presses(words, on=old)
    assert "那是上一期的按钮，没有记下。\n这些持续性任务本期还没报。" in answer and "2-3" in answer
    assert town.rows(f"{STORED} WHERE unchanged") == []
    await lin.presses("2-3 本期无变化")
    assert [row["code"] for row in town.rows(f"{STORED} WHERE unchanged")] == ["2-3"]


async def test_a_card_of_an_earlier_period_stores_nothing(town: Town, lin: Resident) -> None:
    await lin.says("38-1")
    card = lin.last()
    await town.move_to("2020-01-06 10:00")
    assert "那是上一期的按钮" in await lin.presses("本期无变化", on=card)
    assert town.rows(STORED) == []


async def test_a_button_pressed_in_an_earlier_period_already_says_so_and_brings_the_present_list(
    town: Town, lin: Resident
) -> None:
    await town.move_to("2019-12-24 09:00")
    reminder = lin.last()
    await presses_all(lin)
    stored = town.rows(STORED)
    await town.move_to("2020-01-06 10:00")
    answer = await lin.presses("全部本期无变化", on=reminder)
    assert "那是上一期的按钮，上一期您已报过，本期没有记下。\n这些持续性任务本期还没报。" in answer
    assert "已提交" not in answer and lin.buttons()[0] == "全部本期无变化" and town.rows(STORED) == stored


async def test_what_was_stored_in_an_earlier_period_is_not_taken_back_at_once(town: Town, lin: Resident) -> None:
    await reports_all(lin)
    confirmed = lin.last()
    await town.move_to("2020-01-06 10:00")
    answer = await lin.presses("全部撤回", on=confirmed)
    assert "那是上一期的填报，没有撤回。\n这些持续性任务本期还没报。" in answer
    assert town.rows(f"{STORED} WHERE withdrawn_at IS NOT NULL") == []


@pytest.mark.parametrize("data", ["unchanged:all", "unchanged:asked", "unchanged:1"])
async def test_a_button_from_before_days_stood_in_it_is_out_of_date(town: Town, lin: Resident, data: str) -> None:
    assert "过时" in await lin.forges(data)
    assert town.rows(STORED) == []


async def test_what_was_shown_in_an_earlier_period_stores_nothing_in_the_next(town: Town, lin: Resident) -> None:
    await lin.says("本期无变化")
    await lin.presses("全部本期无变化")
    await town.move_to("2020-01-06 10:00")
    assert "那是上一期的按钮，没有记下。" in await lin.presses("提交")
    assert town.rows(STORED) == []


async def test_what_was_stored_below_a_message_is_not_told_again_in_the_next_period(town: Town, lin: Resident) -> None:
    await lin.submits("1-2 完成")
    await town.move_to("2020-03-31 10:00")
    await lin.presses("全部本期无变化")
    await lin.says("14-2和18-1不算")
    await lin.presses("提交")
    stored = town.rows(STORED)
    await town.move_to("2020-05-11 10:00")
    await lin.presses("14-2")
    await lin.presses("返回")
    answer = await lin.presses("全部本期无变化")
    assert "上一期您已报过，本期没有记下。\n这些持续性任务本期还没报。" in answer and "14-2" in answer
    assert town.rows(STORED) == stored
