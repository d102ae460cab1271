"""People and returns that several tests of returns begin with."""

from datetime import date

import pytest

from data.calendar import Period
from data.people.people import Role
from data.plan.units import find_unit
from data.returns.returns import ReturnDefinition
from data.returns.rounds import set_up_return
from data.returns.schedule import Schedule
from tests.journeys.stored_people import by
from tests.journeys.town import Resident, Town


@pytest.fixture
def wang(town: Town) -> Resident:
    """A liaison of the customs who reads English."""
    return town.member(1031, "Wang", "武汉海关", Role.LIAISON, "en")


@pytest.fixture
async def asked(town: Town, chen: Resident, lin: Resident) -> Resident:
    """The office on the first working day of December, with a monthly return of four units from November on."""
    units = tuple(find_unit(town.db, name).id for name in ("市公安局", "市农业农村局", "市商务局", "武汉海关"))
    november, indicators = Schedule(Period.MONTH, date(2019, 11, 1)), ("立案件数", "案值", "抓获人数")
    set_up_return(town.db, by(town, chen, "test"), ReturnDefinition("统计月报", november, indicators, units), ())
    await town.move_to("2019-12-02 09:05")
    return chen
