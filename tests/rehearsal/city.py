"""The city of the rehearsal: its Telegram, the real process on a machine with a fast clock, and the people."""

import asyncio
import sqlite3
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

from bot.clock import Clock
from bot.demo.demo_bot import TOKEN
from bot.emulator import EmbeddedServer, World
from bot.emulator.records import Json, Message
from data.calendar import Period
from data.notices.groups import bind_group
from data.people.actor import Actor
from data.people.people import Role, add_membership, add_person, person_by_id
from data.plan.units import find_unit
from data.standing.assignments import assignments
from data.store import Database, open_database
from data.times import at_hour
from tests.chaos.machine import Machine
from tests.journeys.town import PLAN, ZONE, at, with_plan
from tests.launcher import Launcher
from tests.rehearsal.characters import cast, names
from tests.rehearsal.diary import Diary
from tests.rehearsal.people import Person
from tests.rehearsal.phone import Phone
from tests.rehearsal.truth import Duty, Truth
from tests.rehearsal.voices import CHINESE_VOICES, ENGLISH

OPENING = at("2019-10-24 08:30")
OFFICE = (1001, 1002, 1003)
FIRST, SECOND, DEPUTY = 2001, 2101, 2201
"""The first ids of the units' liaisons, of their second ones, and of their deputies."""
ALL, DISTRICTS = -4001, -4002
"""The ids of the two groups."""
IN_ENGLISH = "武汉海关"
PATIENCE = 180
"""Seconds that the bot may take to answer, even if it is being restarted."""
NAP = 0.002
NOTHING_WAITS = """SELECT NOT EXISTS (SELECT 1 FROM inbox WHERE done_at IS NULL) AND NOT EXISTS (
    SELECT 1 FROM outbox WHERE state IN ('pending', 'sending') AND not_before <= ?)"""


class City:
    """Everything that outlives the bot's processes, and the truth beside it."""

    def __init__(
        self,
        folder: Path,
        seed: int,
        units: int | None = None,
        flaw: str = "none",
        launcher: Launcher | None = None,
        *,
        can_be_full: bool = False,
    ) -> None:
        """`units` is how many of the units, the largest first, have people (None: all). The bot's disk is in the
        folder; `can_be_full`: it is a file system of its own, small enough to be filled."""
        self.can_be_full = can_be_full
        self.seed, self.folder = seed, folder
        self.clock = Clock(OPENING)
        self.world = World(TOKEN, "liaison_rehearsal_bot", self.clock.now)
        self.server = EmbeddedServer(self.world)
        self.diary = Diary(self.now)
        self.tally = Counter[str]()
        """Counts of what people have done besides reporting."""
        self.killed_next = False
        """Whether the bot is to be killed while it handles the next message or press."""
        self.people: list[Person] = []
        self.office: list[Person] = []
        self.truth: Truth
        self.machine: Machine
        self._most, self._flaw, self._launcher = units, flaw, launcher
        self._phones: dict[int, Phone] = {}
        self._running: asyncio.Task[None] | None = None
        self._reading: sqlite3.Connection | None = None
        self.world.on_change(self._listen)

    async def open(self) -> None:
        """Import the plan and enrol the people, and start Telegram and the machine."""
        url = await self.server.start()
        environment = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": url, "LC_ALL": "C"}
        program = "tests.rehearsal.process", self._flaw
        self.machine = Machine(self.folder / "disk", environment, program, self._launcher)
        self.machine.set_clock(self.now())
        self.database.write_bytes(with_plan(PLAN))
        db = open_database(self.database)
        self.truth = Truth(self._duties(db))
        self._enrol(db)
        db.close()
        self._running = asyncio.create_task(self.machine.keep_running())

    async def close(self) -> None:
        """Stop the machine and Telegram, and raise whatever failed while they ran."""
        self.machine.switch_off()
        if self._running is not None:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._running, 20)
        self.machine.kill()
        if self._reading is not None:
            self._reading.close()
        await self.server.stop()

    @property
    def database(self) -> Path:
        return self.machine.database

    def now(self) -> datetime:
        """Return the present moment in the city's zone."""
        return self.clock.now().astimezone(ZONE)

    @property
    def today(self) -> date:
        return self.now().date()

    def luck(self, whose: object) -> Random:
        """Return a random stream of its own for `whose`."""
        return Random(f"{self.seed} {whose}")

    def move_to(self, moment: datetime) -> None:
        """Set every clock to a moment."""
        self.clock.move_to(moment)
        self.machine.set_clock(moment)

    def pass_minutes(self, minutes: float) -> None:
        """Move every clock forward."""
        self.move_to(self.now() + timedelta(minutes=minutes))

    def meet_fate(self) -> None:
        """Kill the bot if that is due at the next message or press."""
        if self.killed_next:
            self.killed_next = False
            self.machine.kill()

    async def answered(self) -> None:
        """Wait until the bot has handled everything that was said and pressed."""
        newest = self.world.updates.next_id - 1
        await self._until("SELECT EXISTS (SELECT 1 FROM inbox WHERE update_id = ? AND done_at IS NOT NULL)", newest)

    async def quiet(self) -> None:
        """Wait until nothing needs handling or sending now."""
        await self._until(NOTHING_WAITS, self.clock.now().isoformat(timespec="seconds"))

    async def planned(self) -> None:
        """Wait until today's messages have been planned."""
        await self._until("SELECT EXISTS (SELECT 1 FROM planned_days WHERE day = ?)", self.today.isoformat())

    def asked(self, sql: str, *values: object) -> list[tuple[object, ...]]:
        """Return the rows of a query on the bot's database. Raises sqlite3.Error while it cannot be read."""
        if self._reading is None:
            self._reading = sqlite3.connect(f"{self.database.absolute().as_uri()}?mode=ro", uri=True)
        try:
            return self._reading.execute(sql, values).fetchall()
        except sqlite3.Error:
            self._reading.close()
            self._reading = None
            raise

    async def _until(self, sql: str, *values: object) -> None:
        async with asyncio.timeout(PATIENCE):
            while True:
                with suppress(sqlite3.Error):
                    if self.asked(sql, *values)[0][0]:
                        return
                await asyncio.sleep(NAP)

    def new_phone(self, owner: int, name: str, english: bool) -> Phone:
        """Return the phone of a person who uses Telegram and is unknown to the bot."""
        self.world.add_user(owner, name, "en" if english else "zh-hans")
        self._phones[owner] = Phone(self, owner)
        return self._phones[owner]

    def _duties(self, db: Database) -> Sequence[Duty]:
        return [
            Duty(
                each.code,
                each.unit,
                each.section,
                each.deadline.kind,
                each.due,
                each.doubtful,
                each.deadline.check_in or Period.QUARTER,
            )
            for each in assignments(db, OPENING.date())
        ]

    def _enrol(self, db: Database) -> None:
        """Enrol the office, the people of the units, and the groups."""
        called = iter(names(self.luck("names")))
        for id in OFFICE:
            self.office.append(self._let_in(db, id, next(called), Role.COORDINATOR, None))
        units = self._units()
        for number, (unit, character) in enumerate(zip(units, cast(len(units), self.luck("cast")), strict=True)):
            first = self._let_in(db, FIRST + number, next(called), Role.LIAISON, unit)
            first.character = character
            for every, rest, id, role in ((3, 1, SECOND, Role.LIAISON), (5, 2, DEPUTY, Role.DEPUTY)):
                if number % every == rest:
                    first.others.append(self._let_in(db, id + number, next(called), role, unit).phone.owner)
            self.people.append(first)
        self._bind(db, ALL, "打假联络员群", units)
        self._bind(db, DISTRICTS, "各区联络员群", [each for each in units if each.endswith("区人民政府")])

    def _units(self) -> list[str]:
        """Return the units that have people, those with most tasks first."""
        named = {each.unit for each in self.truth.duties if each.unit}
        ordered = sorted(named, key=lambda unit: (-len(self.truth.of(unit)), unit))
        return ordered[: self._most] if self._most else ordered

    def _let_in(self, db: Database, id: int, name: str, role: Role, unit: str | None) -> Person:
        english = unit == IN_ENGLISH
        phone, luck = self.new_phone(id, name, english), self.luck(id)
        self.world.chat(id).bot_status = "member"
        add_membership(db, add_person(db, name, OPENING, id), role, find_unit(db, unit).id if unit else None)
        return Person(phone, name, role, unit, ENGLISH if english else luck.choice(CHINESE_VOICES), luck)

    def _bind(self, db: Database, group: int, title: str, units: Sequence[str]) -> None:
        """Create a group of the office and the units' liaisons, bound to these units."""
        members = [each.phone.owner for each in self.people if each.unit in units]
        self.world.add_group(group, title, [*OFFICE, *members]).bot_status = "member"
        ids = () if group == ALL else tuple(find_unit(db, unit).id for unit in units)
        if ids or group == ALL:
            bind_group(db, Actor(person_by_id(db, 1), OPENING, ZONE, "rehearsal"), group, title, ids)

    def _listen(self, event: Json) -> None:
        match event:
            case {"event": "message" | "edit" as kind, "message": Message() as message} if (
                message.sender is self.world.bot
            ):
                phone = self._phones.get(message.chat_id)
                if phone is not None and phone.busy:
                    phone.news.append(message)
                    self.diary.read(message.chat_id, message.text)
                elif kind == "message":
                    self.diary.heard(message.chat_id, message.text, message.message_id)


def disk_in(folder: Path) -> Path:
    """Create the folder of the bot's disk and return it."""
    disk = folder / "disk"
    disk.mkdir()
    return disk


def morning(day: date) -> datetime:
    """Return the moment just after nine on a day."""
    return at_hour(day, 9, ZONE) + timedelta(seconds=1)
