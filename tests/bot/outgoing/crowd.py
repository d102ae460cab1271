"""Many people on one clock, and when each of them hears something."""

import asyncio
from datetime import datetime, timedelta

from bot.emulator.records import Message
from data.people.people import Role
from data.store import transaction
from data.times import stored
from tests.journeys.town import OPENING, Resident, Town

MARKET = "市市场监管局"


class OneClock:
    """The town's clock, also as a monotonic clock. When the bot sleeps, it moves on as soon as nothing is under way."""

    def __init__(self, town: Town) -> None:
        self._town = town

    def monotonic(self) -> float:
        return (self._town.clock.moment - OPENING).total_seconds()

    async def sleep(self, seconds: float) -> None:
        until = self._town.clock.moment + timedelta(seconds=seconds)
        await self._town.app.ticker.courier.finish()
        self._town.clock.moment = max(until, self._town.clock.moment)


def people(town: Town, count: int) -> list[Resident]:
    """Add `count` liaisons of the market bureau, each of whom will get a reminder in the morning, because the deadline
    of its overdue task is not marked as doubtful."""
    town.replan("UPDATE tasks SET remark = '' WHERE code = '29-7'")
    [unit] = town.rows("SELECT id FROM units WHERE name = ?", MARKET)
    found = []
    with transaction(town.db):
        for number in range(count):
            resident = town.newcomer(5000 + number, f"科员{number}")
            person = town.db.insert("people", name=resident.name, telegram_id=resident.id, created_at=stored(OPENING))
            town.db.insert("memberships", person_id=person, role=Role.LIAISON, unit_id=unit["id"])
            town.world.chat(resident.id).bot_status = "member"
            found.append(resident)
    return found


class Arrivals:
    """Counts the messages that reach people."""

    def __init__(self, town: Town) -> None:
        self._count, self._more = 0, asyncio.Event()
        town.world.on_change(self._note)

    def _note(self, event: dict[str, object]) -> None:
        if event["event"] == "message":
            self._count += 1
            self._more.set()

    async def reach(self, count: int) -> None:
        """Wait until `count` messages have arrived."""
        while self._count < count:
            self._more.clear()
            await self._more.wait()


def heard_at(resident: Resident) -> list[datetime]:
    """Return the moments at which the bot wrote to somebody."""
    messages = resident.town.world.chat(resident.id).sent.values()
    return [message.date for message in messages if _by_bot(resident, message)]


def _by_bot(resident: Resident, message: Message) -> bool:
    return message.sender == resident.town.world.bot
