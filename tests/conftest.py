"""Who is met in many tests: a town with its bot, two liaisons, and a coordinator."""

import gc
import os
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping
from importlib import import_module
from pathlib import Path

import pytest

from data.people.people import Role
from data.plan import vocabulary
from data.plan.files import apart
from data.store import Database, database
from data.store.migrations import migrations
from data.understanding.entities.units.index import UnitIndex, index_units
from tests.journeys.town import Resident, Town
from tests.launcher import Launcher

gc.disable()
PRAGMAS = database.PRAGMAS
HERE = Path(__file__).parent
LONGEST = (
    "chaos/test_chaos.py",
    "rehearsal/test_rehearsal.py",
    "journeys/test_who_may_do_what.py",
    "journeys/test_old_buttons.py",
    "journeys/test_matrix.py",
    "journeys/test_killed_between.py",
    "data/notices/test_two_years.py",
    "journeys/test_forged_presses.py",
    "journeys/test_carried_over.py",
    "bot/outgoing/test_courier.py",
    "understanding/test_understanding.py",
    "understanding/test_turns.py",
    "journeys/test_importing.py",
    "journeys/test_settings_in_words.py",
    "journeys/test_left_open.py",
    "data/standing/test_rows.py",
)
"""The files that take longest, in processor time, the longest first."""


def pytest_collection(session: pytest.Session) -> None:
    """Of several processes that collect all tests, each begins to load them at another place: what is made ready for
    the first time, which takes a while, the others find when they come there."""
    if "PYTEST_XDIST_WORKER" in os.environ and [Path(each).resolve() for each in session.config.args] == [HERE]:
        number, count = int(os.environ["PYTEST_XDIST_WORKER"][2:]), int(os.environ["PYTEST_XDIST_WORKER_COUNT"])
        files = sorted(HERE.rglob("test_*.py"))
        first = len(files) * number // count
        for file in (*files[first:], *files[:first]):
            import_module(".".join(file.relative_to(HERE.parent).with_suffix("").parts))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take longest: nobody waits for one of them at the end, when all else is done."""
    turns = {HERE / file: turn for turn, file in enumerate(LONGEST)}
    items.sort(key=lambda item: turns.get(item.path, len(turns)))


def pytest_collection_finish() -> None:
    """What has been imported lasts to the end: to look again and again whether it is still used would take a third of
    the time until here, and a tenth of the time from now on. Tests leave few circles: they are looked for seldom."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
    gc.enable()


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are processors: while one waits for a process or for its bot, another works."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture(autouse=True, scope="session")
def no_waiting_for_the_disk() -> Iterator[None]:
    """What is written need not outlive the power here. Processes that tests start wait for the disk, as everywhere."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(database, "PRAGMAS", ("PRAGMA synchronous=OFF", *PRAGMAS, "PRAGMA synchronous=OFF"))
        yield


@pytest.fixture(autouse=True, scope="session")
def schema_made_once() -> Iterator[None]:
    """Copy the schema into each new database: to take all its steps there takes longer than most tests. Where all have
    been taken nothing more is looked at. Steps that a test puts in their place are taken."""
    empty = database.open_database(":memory:")
    whole = [step.name for step in migrations.applied(empty)]

    def after_copying(prepare: Callable[[Database, Path], None]) -> Callable[[Database, Path], None]:
        def prepared(db: Database, path: Path) -> None:
            if vars(database)["migrations"] is migrations:
                if not db.table_names():
                    empty.conn.backup(db.conn)
                if [step.name for step in migrations.applied(db)] == whole:
                    return
            prepare(db, path)

        return prepared

    with pytest.MonkeyPatch.context() as patch:
        for name in ("_bring_up_to_date", "_create_if_empty"):
            patch.setattr(database, name, after_copying(getattr(database, name)))
        yield
    empty.close()


@pytest.fixture(autouse=True, scope="session")
def units_indexed_once() -> Iterator[None]:
    """Index the names of units once for all databases that hold the same: that takes longer than a short journey."""
    known: dict[str, UnitIndex] = {}

    def index_once(names: Mapping[str, Iterable[str]]) -> UnitIndex:
        return known.get(repr(names)) or known.setdefault(repr(names), index_units(names))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(vocabulary, "index_units", index_once)
        yield


@pytest.fixture(scope="session")
def launcher() -> Iterator[Launcher]:
    """Starts the bot as a process of its own, which need not import anything."""
    launcher = Launcher("docx", "openpyxl", "data.exports.taken_information", "data.reporting.harmful_files")
    yield launcher
    launcher.close()


@pytest.fixture(autouse=True, scope="session")
def readers_copied(launcher: Launcher) -> Iterator[None]:
    """Let files be read in copies of a process that has imported what it needs: that takes longer than most files."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(apart, "run", launcher.run)
        yield


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    async with Town(tmp_path) as town:
        yield town


@pytest.fixture
def lin(town: Town) -> Resident:
    """The liaison of the public security bureau, who has eight tasks."""
    return town.member(1002, "林警官", "市公安局", Role.LIAISON)


@pytest.fixture
def zhou(town: Town) -> Resident:
    """A liaison of the market bureau, which has fifty-three tasks."""
    return town.member(1003, "周科长", "市市场监管局", Role.LIAISON)


@pytest.fixture
def chen(town: Town) -> Resident:
    """A coordinator."""
    return town.member(1001, "陈主任", None, Role.COORDINATOR)
