"""A past day's summary tells the statistics returns as they were on that day."""

from tests.journeys.returning import TITLE, asks_for_returns, files_return, gives_back
from tests.journeys.town import Resident, Town

HEAD = "统计报表"


async def test_a_return_set_up_later_is_not_told_of_the_day_before(town: Town, chen: Resident) -> None:
    asks_for_returns(town, chen)
    assert TITLE in await chen.says("/summary")
    await town.move_to("2019-12-10 09:00")
    assert HEAD not in await chen.says("/summary 2019-11-24")


async def test_rounds_and_filings_of_a_past_day_are_counted(town: Town, chen: Resident, lin: Resident) -> None:
    asks_for_returns(town, chen)
    await lin.says("/returns")
    await town.move_to("2019-11-26 09:00")
    await files_return(lin)
    await town.move_to("2019-11-28 09:00")
    gives_back(town, chen, "市公安局", "案值请按万元填")
    await town.move_to("2019-12-10 09:00")
    for day, filed in (("2019-11-25", 0), ("2019-11-26", 1), ("2019-11-27", 1), ("2019-11-28", 0)):
        told = await chen.says(f"/summary {day}")
        assert f"已报 {filed}/4" in told and "11月 " not in told.partition(HEAD)[2]
    assert told != await chen.says("/summary")
