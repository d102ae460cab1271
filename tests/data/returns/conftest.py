"""A monthly return of three units, from November 2019 on."""

import pytest

from data.calendar import Period
from data.people.actor import Actor
from data.people.people import Person, Role
from data.plan.indicators import ensure_indicators
from data.plan.units import ensure_unit
from data.returns.returns import Limit, Return, ReturnDefinition, create_return
from data.returns.rounds import open_due_rounds, rounds
from data.returns.schedule import Schedule
from data.returns.unit_returns import UnitReturn, unit_returns
from data.store import Database
from tests.data.conftest import CUSTOMS, MARKET, POLICE, ZONE, Line, at, bring_in, day, let_in

CASES, MOVED, VALUE = "立案件数", "移送公安件数", "案值"
MONTHLY = Schedule(Period.MONTH, day("2019-11-01"), opens_after=1, due_workdays=4)
SET_UP = at("2019-11-20 09:00")


def asked(db: Database, schedule: Schedule = MONTHLY, title: str = "办案统计月报") -> ReturnDefinition:
    units = tuple(ensure_unit(db, name) for name in (POLICE, MARKET, CUSTOMS))
    return ReturnDefinition(title, schedule, (CASES, MOVED, VALUE), units, (Limit(MOVED, CASES),))


def figures(cases: float = 12, moved: float = 2, value: float = 35.5) -> dict[str, float]:
    return {CASES: cases, MOVED: moved, VALUE: value}


def of(db: Database, unit: str, on: str = "2019-12-03", period: str = "2019-11") -> UnitReturn:
    """Return a unit's return for a period, as it stands on a day."""
    found = unit_returns(db, day(on))
    return next(each for each in found if each.unit.name == unit and each.round.period == period)


@pytest.fixture
def office(db: Database) -> Person:
    bring_in(db, Line("查处假冒商品", units=f"{POLICE}、{MARKET}、{CUSTOMS}"))
    ensure_indicators(db)
    return let_in(db, 1001, "陈主任", Role.COORDINATOR, None)


@pytest.fixture
def police(db: Database, office: Person) -> Person:
    return let_in(db, 1002, "林警官", Role.LIAISON, POLICE)


@pytest.fixture
def market(db: Database, office: Person) -> Person:
    return let_in(db, 1004, "周科长", Role.LIAISON, MARKET)


@pytest.fixture
def monthly(db: Database, office: Person) -> Return:
    return create_return(db, Actor(office, SET_UP, ZONE, "set-up"), asked(db))


@pytest.fixture
def november(db: Database, monthly: Return) -> int:
    """The id of the November round, opened on 1 December."""
    open_due_rounds(db, at("2019-12-01 08:00"))
    return rounds(db, monthly.id)[0].id
