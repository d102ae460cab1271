"""The city under chaos: its Telegram, its database, and a liaison for every unit of the shipped plan."""

import asyncio
import sqlite3
from contextlib import closing, suppress
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

from bot.clock import Clock
from bot.demo.demo_bot import TOKEN
from bot.emulator import EmbeddedServer, World
from bot.emulator.records import Json, Message
from data.calendar import Period
from data.notices.groups import bind_group
from data.notices.plan_rules import PlanRules
from data.people.actor import Actor
from data.people.people import Role, add_membership, add_person, person_by_id
from data.plan.indicators import ensure_indicators
from data.plan.units import find_unit
from data.returns.returns import ReturnDefinition, create_return
from data.returns.schedule import Schedule
from data.standing.assignments import assignments
from data.store import Database, open_database
from data.times import at_hour
from tests.chaos.machine import Machine
from tests.chaos.office import Coordinator
from tests.chaos.people import Deserter, Ledger, Liaison, Somebody
from tests.journeys.town import GROUP, OPENING, PLAN, ZONE, at, with_plan
from tests.launcher import Launcher

START = at("2019-12-29 20:00")
SHORTLY = timedelta(seconds=2)
OFFICE = (1001, 1002)
FIRST_LIAISON, FIRST_DEPUTY = 2001, 3001
DESERTERS, DEPUTIES = 4, 4
"""How many liaisons block the bot, and how many silent deputies of a unit get its reminders as well."""
RETURNS, MONTHLY = ("办案月报", "宣传月报", "抽检月报"), Schedule(Period.MONTH, date(2019, 11, 1), due_workdays=4)
FORESIGHT = timedelta(days=35)


class City:
    """Everything that outlives the bot's processes."""

    def __init__(self, folder: Path, seed: int, launcher: Launcher) -> None:
        """The launcher starts each bot in a process which need not import anything."""
        self.seed, self.folder, self._launcher = seed, folder, launcher
        self.clock = Clock(START)
        self.world = World(TOKEN, "liaison_chaos_bot", self.clock.now)
        self.server = EmbeddedServer(self.world)
        self.ledger = Ledger()
        self.over = asyncio.Event()
        self.people: list[Somebody] = []
        self.heard: list[Message] = []
        """Every message of the bot, as it arrived."""
        self.deserters: set[int] = set()
        self.group = GROUP
        self.days = [START.date()]
        self._jumped = timedelta()
        self.machine: Machine
        self.world.on_change(self._listen)

    async def open(self) -> None:
        """Import the plan, enrol the people and start Telegram; the machine is ready to be started."""
        url = await self.server.start()
        environment = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": url, "LC_ALL": "C"}
        self.machine = Machine(self.folder, environment, launcher=self._launcher)
        self.machine.set_clock(self.clock.now())
        self.machine.database.write_bytes(with_plan(PLAN))
        db = open_database(self.machine.database)
        self._enrol(db)
        db.close()
        self.pristine = self.machine.database.read_bytes()

    def luck(self, whose: str) -> Random:
        """Return a random stream of its own for `whose`."""
        return Random(f"{self.seed} {whose}")

    def sleep(self) -> None:
        """Let nobody begin anything new."""
        for each in self.people:
            each.is_awake = False

    def wake(self) -> None:
        """Let everybody be active again."""
        for each in self.people:
            each.is_awake = True

    def begin_day(self, day: date) -> None:
        """Move the clock to just before nine on a day."""
        self.days.append(day)
        self.move_to(at_hour(day, PlanRules().sending_hour, ZONE) - SHORTLY)

    def move_to(self, moment: datetime) -> None:
        """Set every clock to a moment."""
        self.clock.move_to(moment)
        self.machine.set_clock(moment + self._jumped)

    def jump(self, by: timedelta) -> None:
        """Let the machine's clock, and no other, be wrong by a span."""
        self._jumped = by
        self.machine.set_clock(self.clock.now() + by)

    def says(self, sql: str) -> bool:
        """Return the answer of a yes-or-no query on the bot's database; False while it cannot be read."""
        with suppress(sqlite3.Error), closing(self.opened()) as connection:
            return bool(connection.execute(sql).fetchone()[0])
        return False

    def opened(self) -> sqlite3.Connection:
        """Return a read-only connection to the bot's database."""
        return sqlite3.connect(f"{self.machine.database.absolute().as_uri()}?mode=ro", uri=True)

    def _enrol(self, db: Database) -> None:
        """Enrol the office, a group, and the people of every unit."""
        for id in OFFICE:
            self._let_in(db, id, Role.COORDINATOR, None)
        self.world.add_group(GROUP, "联络员群", [*OFFICE, FIRST_LIAISON]).bot_status = "member"
        bind_group(db, Actor(person_by_id(db, 1), OPENING, ZONE, "chaos"), GROUP, "联络员群", ())
        open_ones = [each for each in assignments(db, START.date()) if each.unit and not each.finished]
        reminded = sorted({each.unit or "" for each in open_ones if each.due and each.due < START.date() + FORESIGHT})
        leaving = self.luck("deserters").sample(reminded, DESERTERS)
        for number, unit in enumerate(dict.fromkeys(each.unit or "" for each in open_ones)):
            codes = [each.code for each in open_ones if each.unit == unit][1::2]
            self._bring_in_liaison(db, FIRST_LIAISON + number, unit, codes, unit in leaving)
            for deputy in range(DEPUTIES if unit in reminded and unit != leaving[0] else 0):
                self._let_in(db, FIRST_DEPUTY + DEPUTIES * number + deputy, Role.DEPUTY, unit)
        self._ask_for_returns(db)
        told = sorted({each.unit or "" for each in open_ones} - set(leaving))
        for id in OFFICE:
            self.people.append(Coordinator(self.world, id, self.ledger, self.luck(str(id)), self.over, told))

    def _ask_for_returns(self, db: Database) -> None:
        """Set up monthly returns that every unit files."""
        ensure_indicators(db)
        units = tuple(
            each["id"] for each in db.fetch_all("SELECT DISTINCT unit_id AS id FROM memberships WHERE unit_id")
        )
        for title in RETURNS:
            asked = ReturnDefinition(title, MONTHLY, ("立案件数", "移送公安件数"), units)
            create_return(db, Actor(person_by_id(db, 1), OPENING, ZONE, title), asked)

    def _bring_in_liaison(self, db: Database, id: int, unit: str, codes: list[str], leaves: bool) -> None:
        """Add a liaison who reports on these tasks and, if `leaves`, blocks the bot one day."""
        self._let_in(db, id, Role.LIAISON, unit)
        self.deserters |= {id} if leaves else set()
        kind = Deserter if leaves else Liaison
        self.people.append(kind(self.world, id, self.ledger, self.luck(str(id)), self.over, codes))

    def _listen(self, event: Json) -> None:
        match event:
            case {"event": "message", "message": Message() as message} if message.sender is self.world.bot:
                self.heard.append(message)

    def _let_in(self, db: Database, id: int, role: Role, unit: str | None) -> None:
        self.world.add_user(id, name := f"{role} {id}")
        self.world.chat(id).bot_status = "member"
        person = add_person(db, name, OPENING, id)
        add_membership(db, person, role, find_unit(db, unit).id if unit else None)
