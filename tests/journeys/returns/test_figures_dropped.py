"""Dropping a figure from a return does not end the return."""

from tests.journeys.returning import asks_for_returns
from tests.journeys.town import Resident, Town


async def test_a_figure_that_is_dropped_does_not_stop_the_return(town: Town, chen: Resident) -> None:
    asks_for_returns(town, chen)
    await chen.says("月报的案值不报了")
    assert "确认停用" not in chen.buttons() and chen.buttons()
    assert [row["kind"] for row in town.rows("SELECT kind FROM dialogs WHERE state = 'open'")] == ["change_return"]


async def test_a_return_that_is_dropped_is_stopped_after_a_look(town: Town, chen: Resident) -> None:
    asks_for_returns(town, chen)
    await chen.says("月报不报了")
    assert "确认停用" in chen.buttons()
