"""What a summary of one section tells is of that section alone."""

from data.standing.counts import count_parts
from data.summary.summary import overview, summarise
from tests.journeys.town import Resident, Town


async def test_units_without_liaison_are_those_of_the_section(town: Town, chen: Resident, lin: Resident) -> None:
    parts = count_parts(town.db, town.today())
    section = next(each.section for each in parts if "信用" in each.section)
    units = {each.unit for each in parts if each.section == section}
    whole = set(summarise(town.db, town.clock.now()).without_liaison)
    named = summarise(town.db, town.clock.now(), sections=[section]).without_liaison
    assert named and set(named) == units & whole < whole
    assert overview(town.db, None, town.today(), sections=[section]).without_liaison == named
    assert f"还没有联络员的单位：{len(named)} 家" in await chen.says(f"/summary {section}")
