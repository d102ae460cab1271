"""People and returns that several tests of returns begin with."""

import pytest

from data.people.people import Role
from tests.journeys.town import Resident, Town


@pytest.fixture
def wang(town: Town) -> Resident:
    """A liaison of the customs who reads English."""
    return town.member(1031, "Wang", "武汉海关", Role.LIAISON, "en")


@pytest.fixture
async def asked(town: Town, chen: Resident, lin: Resident) -> Resident:
    """The office on the first working day of December, with a monthly return of four units from November on."""
    await town.after(_asks(town, chen))
    return chen


async def _asks(town: Town, chen: Resident) -> None:
    await chen.says("建统计月报，立案、案值、抓获，公安局、农业局、商务局、海关报，11月开始，第5个工作日截止")
    await chen.presses("跳过", "确认建立")
    await town.move_to("2019-12-02 09:05")
