"""A database with two months of a statistics return, filed and corrected."""

from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

from data.calendar import Period
from data.people.actor import Actor
from data.people.people import Role, add_membership, add_person, person_by_id
from data.plan.indicators import ensure_indicators
from data.plan.units import ensure_unit
from data.returns.filings import file_return, give_back
from data.returns.returns import ReturnDefinition, create_return
from data.returns.rounds import freeze_round, open_due_rounds, rounds
from data.returns.schedule import Schedule
from data.returns.unit_returns import UnitReturn, unit_returns
from data.store import Database, open_database
from tests.journeys.town import ZONE, at

TITLE, CASES, VALUE = "办案统计月报", "立案件数", "案值"
UNITS = ("市公安局", "市商务局", "武汉海关", "市农业农村局")


def with_returns(database: Path) -> None:
    """Fill the database: October is frozen and corrected since. For November, two units have filed, one of them late
    and nil, one unit's figures were returned, and one has not filed."""
    with closing(open_database(database)) as db:
        ensure_indicators(db)
        now = at("2019-11-01 09:00")
        office = add_person(db, "陈主任", now)
        add_membership(db, office, Role.COORDINATOR, None)
        desk = Actor(person_by_id(db, office), now, ZONE, "docs")
        units = tuple(ensure_unit(db, name) for name in UNITS)
        schedule = Schedule(Period.MONTH, date(2019, 10, 1), due_workdays=4)
        create_return(db, desk, ReturnDefinition(TITLE, schedule, (CASES, VALUE), units))
        open_due_rounds(db, now)
        _file(db, office, "市公安局", "2019-10", "2019-11-04 09:00", 10, 1.5)
        freeze_round(db, replace(desk, now=at("2019-11-08 09:00")), rounds(db)[0].id)
        _file(db, office, "市公安局", "2019-10", "2019-11-11 09:00", 11, 1.5)
        open_due_rounds(db, at("2019-12-01 09:00"))
        _file(db, office, "市公安局", "2019-11", "2019-12-02 09:00", 12, 35.5)
        _file(db, office, "市商务局", "2019-11", "2019-12-09 09:00")
        back = _file(db, office, "武汉海关", "2019-11", "2019-12-03 09:00", 3, 4)
        give_back(db, replace(desk, now=at("2019-12-04 09:00")), back.id, "案值请按万元填")


def _file(db: Database, office: int, unit: str, period: str, filed: str, *figures: float) -> UnitReturn:
    now = at(filed)
    found = next(each for each in unit_returns(db, now.date()) if (each.unit.name, each.round.period) == (unit, period))
    return file_return(
        db,
        Actor(person_by_id(db, office), now, ZONE),
        found.id,
        dict(zip((CASES, VALUE), figures, strict=False)),
        f"{unit}{filed}",
        seen=found.last.id if found.last else None,
        nil=not figures,
        reason="漏计一起" if found.last else "",
    )
