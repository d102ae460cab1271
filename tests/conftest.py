"""Who is met in many tests: a town with its bot, and two liaisons."""

from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from pathlib import Path

import pytest

from data.people.people import Role
from data.plan import vocabulary
from data.store import database
from data.understanding.entities.units.index import UnitIndex, index_units
from tests.journeys.town import Resident, Town

PRAGMAS = database.PRAGMAS


@pytest.fixture(autouse=True, scope="session")
def no_waiting_for_the_disk() -> Iterator[None]:
    """What is written need not outlive the power here. Processes that tests start wait for the disk, as everywhere."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(database, "PRAGMAS", (*PRAGMAS, "PRAGMA synchronous=OFF"))
        yield


@pytest.fixture(autouse=True, scope="session")
def units_indexed_once() -> Iterator[None]:
    """Index the names of units once for all databases that hold the same: that takes longer than a short journey."""
    known: dict[str, UnitIndex] = {}

    def index_once(names: Mapping[str, Iterable[str]]) -> UnitIndex:
        return known.get(repr(names)) or known.setdefault(repr(names), index_units(names))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(vocabulary, "index_units", index_once)
        yield


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
