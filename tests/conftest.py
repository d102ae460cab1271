"""Who is met in many tests: a town with its bot, and two liaisons."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from data.people.people import Role
from data.plan import vocabulary
from data.store import Database, fetch_all
from data.understanding import Vocabulary
from tests.journeys.town import Resident, Town

WORDS_OF_A_PLAN = (
    *(f"SELECT * FROM {table}" for table in ("units", "unit_aliases", "unit_group_members", "indicators")),
    "SELECT id, code, title, measure, deliverable, section FROM tasks WHERE gone_at IS NULL ORDER BY position",
    "SELECT task_id, unit_id FROM assignments WHERE gone_at IS NULL ORDER BY id",
)
"""All that the index of a plan's words is made of."""


@pytest.fixture(autouse=True, scope="session")
def plans_indexed_once() -> Iterator[None]:
    """Index the words of a plan once for all databases that hold it: that takes longer than a short journey."""
    known: dict[str, Vocabulary] = {}

    def read_once(db: Database) -> Vocabulary:
        words = repr([fetch_all(db, sql) for sql in WORDS_OF_A_PLAN])
        return known.get(words) or known.setdefault(words, read(db))

    read = vocabulary.read_vocabulary
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(vocabulary, "read_vocabulary", read_once)
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
