"""A town for journeys: an embedded Telegram, the bot talking to it over HTTP, and people who use it."""

import asyncio
import pickle
import sqlite3
import zlib
from collections.abc import Callable, Coroutine, Hashable
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import Any, Protocol, Self, TypeVar, cast
from zoneinfo import ZoneInfo

from bot.app import LiaisonBot, build_application
from bot.demo.demo_bot import TOKEN, demo_settings
from bot.emulator import EmbeddedServer, World
from bot.process import stop_bot
from data.errors import Refusal
from data.office.importing import import_plan
from data.people.people import Role, add_membership, add_person
from data.plan.files.plan import read_plan
from data.plan.unit_names import shipped_unit_names
from data.plan.vocabulary import PlanWords
from data.standing.rows import rebuild_rows
from data.store import Database, Row, open_database
from tests.journeys.introduced import start_introduced
from tests.journeys.kept_database import KeptDatabase, LentDatabase
from tests.journeys.resident import Resident
from tests.journeys.stored import Stored

__all__ = [
    "GROUP",
    "ISSUED",
    "OPENING",
    "PLAN",
    "SUPERGROUP",
    "ZONE",
    "FakeClock",
    "Resident",
    "Town",
    "at",
    "with_plan",
]

ZONE = ZoneInfo("Asia/Shanghai")
OPENING = datetime(2019, 11, 25, 8, 30, tzinfo=ZONE)
ISSUED = date(2019, 10, 24)
GROUP, SUPERGROUP = -4001, -1_000_000_007_001
PLAN = Path("data/plan/shipped/wuhan-2019-2020.csv")


DRAFTS = """CREATE TEMP VIEW IF NOT EXISTS drafts AS
WITH answered AS (
    SELECT id, person_id, subject_id AS assignment_id, state, reopened, answers ->> 'status' AS status,
        answers ->> 'percent' AS percent, answers ->> 'note' AS note, answers ->> 'obstacle' AS obstacle,
        replace(replace(answers -> 'figures', '":', '": '), ',"', ', "') AS figures,
        answers -> 'doubted' AS doubted, answers ->> 'evidence' AS evidence,
        answers ->> 'replaces' AS replaces
    FROM dialogs WHERE kind = 'report' AND state <> 'ended'
)
SELECT *, iif(state = 'open', NULL, 0) AS bundle, CASE
    WHEN reopened IS NOT NULL AND (reopened <> 'obstacle' OR status = 'blocked') THEN reopened
    WHEN status IS NULL THEN 'status'
    WHEN status IN ('in_progress', 'blocked') AND percent IS NULL THEN 'percent'
    WHEN note IS NULL THEN 'note'
    WHEN status = 'blocked' AND ifnull(obstacle, '') = '' THEN 'obstacle'
    WHEN ifnull(figures, 'null') = 'null' OR ifnull(doubted, '{}') <> '{}' THEN 'figures'
    WHEN NOT ifnull(evidence, 0) THEN 'evidence'
    ELSE 'preview' END AS step
FROM answered"""


class FakeClock:
    """A clock that stands still until it is moved."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment


def at(text: str) -> datetime:
    """Return a moment in the plan's zone, given as 2019-11-25 09:00."""
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


@cache
def with_plan(plan: Path) -> bytes:
    """Return the file of a database with an imported plan; cached, because importing takes longer than all else in a
    town."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "town.db")
        with closing(open_database(path)) as db:
            reading = read_plan(plan.read_bytes(), plan.name, ISSUED, shipped_unit_names())
            import_plan(db, reading, "测试任务表", ISSUED, plan.name, OPENING)
        return path.read_bytes()


@cache
def words_of(plan: Path) -> dict[str, Any]:
    """Return what the bot knows of the words of an imported plan; read once, for it takes longer than a message. It
    reads them again by itself when the plan, a unit or an indicator has changed."""
    db = open_database(":memory:")
    with TemporaryDirectory() as folder:
        path = Path(folder, "town.db")
        path.write_bytes(with_plan(plan))
        with closing(sqlite3.connect(path)) as stored:
            stored.backup(db.conn)
    words = PlanWords(db)
    words.current()
    return vars(words)


class Seconds(Protocol):
    """How seconds pass for the bot."""

    def monotonic(self) -> float:
        """Return seconds on a clock that never goes back."""

    async def sleep(self, seconds: float) -> None:
        """Let seconds pass."""


class Pace:
    """Real seconds, except that waits of the bot for its turn to send pass at once."""

    def __init__(self) -> None:
        self._skipped = 0.0

    def monotonic(self) -> float:
        return monotonic() + self._skipped

    async def sleep(self, seconds: float) -> None:
        self._skipped += seconds
        await asyncio.sleep(0)


async def never_ticks() -> None:
    """Run no ticker, so that what is due goes out when a test lets time pass and at no other moment."""


SEEN = ("bot", "users", "chats", "files", "queries", "answered", "toasts", "menus")
"""The parts of the world that people see."""


@dataclass(frozen=True)
class Left:
    """A state to resume from: the bot's database, and what people see."""

    moment: datetime
    database: bytes
    seen: bytes
    """Pickled, because copying by pickle takes a quarter of the time of deepcopy."""
    next_update: int


DONE: dict[Hashable, tuple[Left, Any]] = {}
"""What something has led to with which many tests begin, and what it returned, by what it was and the state before
it."""
Result = TypeVar("Result")


class Town:
    """The bot and its Telegram; everybody in it is a Resident."""

    def __init__(self, place: Path | KeptDatabase, plan: Path = PLAN, database: bytes | None = None) -> None:
        """`place` is the folder for the database, or one that is used again and stays open."""
        self.clock = FakeClock(OPENING)
        self.world = World(TOKEN, "liaison_test_bot", self.clock.now)
        self.server = EmbeddedServer(self.world)
        self.db: Database
        self._kept = place if isinstance(place, KeptDatabase) else None
        if isinstance(place, KeptDatabase):
            self.db = place.renewed()
            self.database = place.path
        else:
            self.database = place / "town.db"
            self.database.write_bytes(with_plan(plan) if database is None else database)
            self.db = open_database(self.database)
        self._lent = words_of(plan) if database is None else {}
        self.failures: list[BaseException] = []
        self._first_update = self.world.updates.next_id
        self._handled: set[int] = set()
        self._progress = asyncio.Condition()
        self.pace: Seconds = Pace()
        self.ticks_by_itself = False
        """Whether what is due goes out by itself rather than when the test lets time pass."""
        self._stored: Stored | None = None
        self.app: LiaisonBot

    async def open(self) -> None:
        """Start Telegram and the bot."""
        self.url = await self.server.start()
        await self.start()

    async def __aenter__(self) -> Self:
        await self.open()
        return self

    async def __aexit__(self, *failure: object) -> None:
        await self.close()

    async def start(self) -> None:
        """Start the bot on the present database."""
        settings = demo_settings(self.url, self.database, ZONE)
        self.app = build_application(settings, self.db, self.clock.now, self.pace.monotonic, self.pace.sleep)
        vars(self.app.bot_data.words).update({**self._lent, "_db": self.db})
        if not self.ticks_by_itself:
            vars(self.app.ticker).update(_run=never_ticks, wake=lambda: None)
        self._listen_for_failures()
        self._count_updates()
        await start_introduced(self.app, self.world)

    async def restart(self) -> None:
        """Stop the bot and start it again, as a new process would."""
        await stop_bot(self.app)
        self.db.close()
        self.db = open_database(self.database)
        await self.start()

    async def restart_undone(self) -> None:
        """Restart the bot as if it had been killed after handling the newest update, but before marking it as done."""
        self.db.change("UPDATE inbox SET done_at = NULL WHERE arrival = (SELECT max(arrival) FROM inbox)")
        self._handled.discard(self.world.updates.next_id - 1)
        await self.restart()
        await self.settle()

    def leave(self) -> Left:
        """Return the present state, to be taken up in another town."""
        seen = pickle.dumps({name: getattr(self.world, name) for name in SEEN})
        return Left(self.clock.moment, self.db.conn.serialize(), seen, self.world.updates.next_id)

    async def take_up(self, left: Left) -> None:
        """Continue from a state with a newly started bot."""
        await stop_bot(self.app)
        if self._kept is None or not (isinstance(self.db, LentDatabase) and self._kept.put_back(left.database)):
            self.db.close()
            self.database.write_bytes(left.database)
            self.db = open_database(self.database)
        vars(self.world).update(pickle.loads(left.seen))
        self.world.updates.next_id = self._first_update = left.next_update
        self._handled.clear()
        self.clock.moment = left.moment
        await self.start()

    async def after(self, deed: Callable[..., Coroutine[Any, Any, Result]], *given: object) -> Result:
        """Continue after something with which many tests begin, and return what it returns. It is done only once from
        each state by the same people with the same words."""
        by = tuple(each.id if isinstance(each, Resident) else each for each in given if each is not self)
        state = zlib.crc32(self.db.conn.serialize())
        before = (deed, by, state, self.clock.moment, self.world.updates.next_id, tuple(self.world.users))
        if before not in DONE:
            returned = await deed(*given)
            DONE[before] = self.leave(), returned
        left, result = DONE[before]
        await self.take_up(left)
        return cast(Result, result)

    async def close(self) -> None:
        """Stop everything, and fail if any handler has failed unexpectedly."""
        await stop_bot(self.app)
        await self.server.stop()
        if not isinstance(self.db, LentDatabase):
            self.db.close()
        assert not self.failures, self.failures

    async def settle(self) -> None:
        """Wait until the bot has handled everything that was said and pressed."""
        async with self._progress:
            await asyncio.wait_for(self._progress.wait_for(self._idle), timeout=30)
        self.app.inbox.note_handled()

    def today(self) -> date:
        """The present day."""
        return self.clock.now().astimezone(ZONE).date()

    async def move_to(self, *moments: str) -> None:
        """Move the clock to each moment in turn, and let the bot do what is due then."""
        for each in moments:
            self.clock.moment = at(each)
            await self.app.ticker.tick()

    def newcomer(self, id: int, name: str, language: str = "zh-hans", **details: Any) -> Resident:
        """Return a person who uses Telegram and is unknown to the bot."""
        self.world.add_user(id, name, language, **details)
        return Resident(self, id, name)

    def member(self, id: int, name: str, unit: str | None, role: Role, language: str = "zh-hans") -> Resident:
        """Return a person on the roster who has opened the bot's chat."""
        resident = self.newcomer(id, name, language)
        person_id = add_person(self.db, name, self.clock.now(), id)
        units = self.rows("SELECT id FROM units WHERE name = ?", unit)
        add_membership(self.db, person_id, role, units[0]["id"] if unit else None)
        self.world.chat(id).bot_status = "member"
        return resident

    async def found_group(self, founder: Resident, *members: Resident) -> int:
        """Create a group to which the founder adds the bot; return its chat id."""
        self.world.add_group(GROUP, "联络员群", [person.id for person in (founder, *members)])
        self.world.add_bot_to_group(founder.id, GROUP)
        await self.settle()
        return GROUP

    async def bind_group(self, founder: Resident, *members: Resident) -> int:
        """Create a group that its founder, a coordinator, binds; return its chat id."""
        group = await self.found_group(founder, *members)
        await founder.says("/bind", chat=group)
        return group

    def replan(self, sql: str, *values: object) -> None:
        """Change the plan itself, as an import would."""
        self.db.change(sql, values)
        rebuild_rows(self.db, self.clock.now())

    def move_away(self, code: str) -> None:
        """Take a task away from its units."""
        task = "SELECT id FROM tasks WHERE code = ?"
        self.replan(f"UPDATE assignments SET gone_at = '2019-11-25' WHERE task_id = ({task})", code)

    def rows(self, sql: str, *values: object) -> list[Row]:
        """Return the rows of a query; `drafts` are the reports that are being filled in."""
        if "drafts" in sql:
            self.db.conn.execute(DRAFTS)
        return self.db.fetch_all(sql, values)

    def everything(self, *but: str) -> dict[str, list[tuple[object, ...]]]:
        """Return the contents of the database, apart from these tables."""
        if self._stored is None or self._stored.connection is not self.db.conn:
            self._stored = Stored(self.db)
        return self._stored.rows(but)

    def _idle(self) -> bool:
        return self._handled.issuperset(range(self._first_update, self.world.updates.next_id))

    def _count_updates(self) -> None:
        """Count every update that has been handled, even if its handler failed."""
        processor: Any = self.app.update_processor
        handle = processor.do_process_update

        async def counted(update: Any, coroutine: Any) -> None:
            try:
                await handle(update, coroutine)
            finally:
                async with self._progress:
                    self._handled.add(update.update_id)
                    self._progress.notify_all()

        processor.do_process_update = counted

    def _listen_for_failures(self) -> None:
        """Record every failure before the bot's own error handler sees it."""
        own = list(self.app.error_handlers)
        for handler in own:
            self.app.remove_error_handler(handler)
        for handler in (self._note_failure, *own):
            self.app.add_error_handler(handler)

    async def _note_failure(self, update: object, context: Any) -> None:
        if not isinstance(context.error, Refusal):
            self.failures.append(context.error)
