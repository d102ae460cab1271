"""A monthly return of four units, filed by the office for them."""

from data.people.actor import Actor
from data.people.people import person_by_id
from data.returns.filings import file_return
from data.returns.unit_returns import UnitReturn, unit_returns
from tests.journeys.stored_people import id_of
from tests.journeys.town import ZONE, Resident, Town

TITLE = "侵权假冒统计月报"
INDICATORS = ("立案件数", "案值", "移送公安件数")
UNITS = ("市公安局", "市市场监管局", "市农业农村局", "市贸促会")


def filed(town: Town, unit: str, period: str, *figures: float, by: Resident, reason: str = "") -> UnitReturn:
    """Let the office file for a unit, as the unit would."""
    found = next(
        each for each in unit_returns(town.db, town.today()) if (each.unit.name, each.round.period) == (unit, period)
    )
    return file_return(
        town.db,
        Actor(person_by_id(town.db, id_of(town, by)), town.clock.now(), ZONE),
        found.id,
        dict(zip(INDICATORS, figures, strict=False)),
        f"{unit} {period} {town.clock.now()}",
        seen=found.last.id if found.last else None,
        nil=not figures,
        reason=reason,
    )
