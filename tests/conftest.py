"""Fixtures used in many rooms (a town with its bot, two liaisons, a coordinator), and what makes the tests run fast."""

import gc
import os
from collections import defaultdict
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
from tests.journeys.kept_database import KeptDatabase
from tests.journeys.town import PLAN, Resident, Town, with_plan
from tests.launcher import Launcher
from tests.sources import FILES, Source, parsed
from tests.thoroughness import spread

gc.disable()
PRAGMAS = database.PRAGMAS
HERE = Path(__file__).parent
LONGEST = (
    "chaos/test_chaos.py",
    "data/notices/test_two_years.py",
    "journeys/all_rooms/test_killed_between.py",
    "rehearsal/test_rehearsal.py",
    "journeys/all_rooms/test_who_may_do_what.py",
    "journeys/all_rooms/test_matrix.py",
    "test_names.py",
    "bot/test_process.py",
    "browser/test_demo.py",
    "journeys/settings/test_settings_in_words.py",
    "browser/test_chat_page.py",
    "understanding/test_units.py",
    "bot/demo/test_demo_time_machine.py",
    "journeys/plan/test_plan_import.py",
    "journeys/all_rooms/test_forged_presses.py",
    "journeys/all_rooms/test_old_buttons.py",
    "journeys/all_rooms/test_any_order.py",
    "bot/outgoing/test_courier.py",
    "bot/demo/test_demo_database.py",
    "data/plan/test_files_apart.py",
    "journeys/office/test_audit.py",
    "journeys/announcing/test_broadcasts_in_words.py",
    "journeys/all_rooms/test_dialogs_left_open.py",
    "understanding/test_understanding.py",
    "understanding/test_turns.py",
    "journeys/all_rooms/test_carried_over.py",
    "data/standing/test_rows.py",
)
"""The files that take longest, longest first; chaos and the rehearsal, which mostly wait, do not begin together, which
would leave a processor idle."""
OF_STEPS = "SELECT 1 FROM sqlite_master WHERE name = '_sqlite_migrations'"
STEPS = "SELECT name FROM _sqlite_migrations ORDER BY rowid"
"""The steps of the schema that a database has taken, and whether it knows any."""


def pytest_collection(session: pytest.Session) -> None:
    """Let each xdist worker start importing at a different file, so that they do not all compile and cache the same
    ones first."""
    if "PYTEST_XDIST_WORKER" in os.environ and runs_all(session.config):
        number, count = int(os.environ["PYTEST_XDIST_WORKER"][2:]), int(os.environ["PYTEST_XDIST_WORKER_COUNT"])
        files = sorted(HERE.rglob("test_*.py"))
        first = len(files) * number // count
        for file in (*files[first:], *files[:first]):
            import_module(".".join(file.relative_to(HERE.parent).with_suffix("").parts))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Run the slowest files first, so that none of them is left to run alone at the end. If all files are run, try only
    some cases of each test; a file that is run by itself tries them all."""
    turns = {HERE / file: turn for turn, file in enumerate(LONGEST)}
    items.sort(key=lambda item: turns.get(item.path, len(turns)))
    if runs_all(config):
        cases: dict[str, list[pytest.Item]] = defaultdict(list)
        for item in items:
            cases[item.nodeid.partition("[")[0]].append(item)
        kept = {item for of_test in cases.values() for item in spread(of_test)}
        config.hook.pytest_deselected(items=[item for item in items if item not in kept])
        items[:] = [item for item in items if item in kept]


def runs_all(config: pytest.Config) -> bool:
    """Return whether the whole folder of tests is run."""
    return [Path(each).resolve() for each in config.args] == [HERE]


def pytest_collection_finish() -> None:
    """Exempt what has been imported from garbage collection, which would take a third of the time until here and a
    tenth of the rest; tests leave few cycles, so collect seldom."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
    gc.enable()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Return one more than the number of processors, because a worker often waits for a process or its bot."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture(autouse=True, scope="session")
def no_waiting_for_the_disk() -> Iterator[None]:
    """Do not wait for the disk: test data need not survive a power cut. Processes that tests start still wait."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(database, "PRAGMAS", ("PRAGMA synchronous=OFF", *PRAGMAS, "PRAGMA synchronous=OFF"))
        yield


@pytest.fixture(autouse=True, scope="session")
def schema_made_once() -> Iterator[None]:
    """Copy the finished schema into each new database, because running all migrations takes longer than most tests.
    Migrations that a test substitutes are run."""
    empty = database.open_database(":memory:")
    whole = empty.fetch_column(STEPS)

    def after_copying(prepare: Callable[[Database, Path], None]) -> Callable[[Database, Path], None]:
        def prepared(db: Database, path: Path) -> None:
            if vars(database)["migrations"] is migrations:
                if not db.exists("SELECT 1 FROM sqlite_master"):
                    empty.conn.backup(db.conn)
                if db.exists(OF_STEPS) and db.fetch_column(STEPS) == whole:
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
    """Index the names of units once for all databases with the same ones; it takes longer than a short journey."""
    known: dict[str, UnitIndex] = {}

    def index_once(names: Mapping[str, Iterable[str]]) -> UnitIndex:
        return known.get(repr(names)) or known.setdefault(repr(names), index_units(names))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(vocabulary, "index_units", index_once)
        yield


@pytest.fixture(scope="session")
def launcher() -> Iterator[Launcher]:
    """A launcher that starts the bot in processes which need not import anything."""
    launcher = Launcher("docx", "openpyxl", "data.exports.taken_information", "data.reporting.harmful_files")
    yield launcher
    launcher.close()


@pytest.fixture(autouse=True, scope="session")
def readers_copied(launcher: Launcher) -> Iterator[None]:
    """Read files in copies of a process that has imported the readers; importing takes longer than reading most
    files."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(apart, "run", launcher.run)
        yield


@pytest.fixture(scope="module")
def sources() -> list[Source]:
    """The product's sources, parsed once for each file of tests, because that takes longer than all the checks."""
    return [parsed(file) for file in FILES]


@pytest.fixture(scope="session")
def kept_database() -> Iterator[KeptDatabase]:
    """The database of all towns that the next fixture builds."""
    kept = KeptDatabase(lambda: with_plan(PLAN))
    yield kept
    kept.close()


@pytest.fixture
async def town(kept_database: KeptDatabase) -> AsyncIterator[Town]:
    """A town."""
    async with Town(kept_database) as town:
        yield town


@pytest.fixture
def lin(town: Town) -> Resident:
    """A liaison of the public security bureau, which has eight tasks."""
    return town.member(1002, "林警官", "市公安局", Role.LIAISON)


@pytest.fixture
def zhou(town: Town) -> Resident:
    """A liaison of the market bureau, which has fifty-three tasks."""
    return town.member(1003, "周科长", "市市场监管局", Role.LIAISON)


@pytest.fixture
def chen(town: Town) -> Resident:
    """A coordinator."""
    return town.member(1001, "陈主任", None, Role.COORDINATOR)
