"""A statistics return in a town, set up by the office, and what is stored of it."""

from datetime import date

from data.calendar import Period
from data.plan.indicators import ensure_indicators
from data.plan.units import ensure_unit
from data.returns.filings import give_back
from data.returns.returns import Limit, Return, ReturnDefinition, create_return
from data.returns.rounds import freeze_round, open_due_rounds, rounds
from data.returns.schedule import Schedule
from data.returns.unit_returns import UnitReturn, unit_returns
from tests.journeys.stored_people import by
from tests.journeys.town import Resident, Town

TITLE = "办案统计月报"
CASES, MOVED, VALUE = "立案件数", "移送公安件数", "案值"
UNITS = ("市公安局", "市市场监管局", "市农业农村局", "武汉海关")
MONTHLY = Schedule(Period.MONTH, date(2019, 10, 1), due_workdays=4)


def asks_for_returns(
    town: Town, office: Resident, schedule: Schedule = MONTHLY, units: tuple[str, ...] = UNITS, title: str = TITLE
) -> Return:
    """Let the office set up a return of three figures for these units, and open the rounds that are due."""
    ensure_indicators(town.db)
    unit_ids = tuple(ensure_unit(town.db, name) for name in units)
    asked = ReturnDefinition(title, schedule, (CASES, MOVED, VALUE), unit_ids, (Limit(MOVED, CASES),))
    made = create_return(town.db, by(town, office, f"set-up:{title}"), asked)
    open_due_rounds(town.db, town.clock.now())
    return made


def of(town: Town, unit: str, period: str = "2019-10") -> UnitReturn:
    """Return a unit's return for a period, as it stands."""
    found = unit_returns(town.db, town.today())
    return next(each for each in found if (each.unit.name, each.round.period) == (unit, period))


def counted(town: Town, unit: str, period: str = "2019-10") -> dict[str, float]:
    """Return the figures of a unit that count."""
    filing = of(town, unit, period).counted
    return dict(filing.values) if filing else {}


def freezes(town: Town, office: Resident, period: str = "2019-10") -> None:
    round_id = next(each.id for each in rounds(town.db) if each.period == period)
    freeze_round(town.db, by(town, office, f"freeze:{period}"), round_id)


def gives_back(town: Town, office: Resident, unit: str, reason: str, period: str = "2019-10") -> None:
    unit_return_id = of(town, unit, period).id
    give_back(town.db, by(town, office, f"back:{reason}"), unit_return_id, reason)


async def files_return(resident: Resident, figures: str = "立案12 案值35.5 移送2") -> str:
    return await resident.submits("填报表", figures)
