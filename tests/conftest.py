"""Who is met in many tests: a town with its bot, and two liaisons."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from data.people.people import Role
from tests.journeys.town import Resident, Town


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    town = Town(tmp_path)
    await town.open()
    yield town
    await town.close()


@pytest.fixture
def lin(town: Town) -> Resident:
    """The liaison of the public security bureau, who has eight tasks."""
    return town.member(1002, "林警官", "市公安局", Role.LIAISON)


@pytest.fixture
def zhou(town: Town) -> Resident:
    """A liaison of the market bureau, which has fifty-three tasks."""
    return town.member(1003, "周科长", "市市场监管局", Role.LIAISON)
