"""`python -m tests.chaos.cost`: the cost of storing every update before confirming it to Telegram.

Two bots take turns in one process, one as it is and one that handles updates without storing them; each has a Telegram
and a database of its own.
"""

import asyncio
import json
import logging
import statistics
import tempfile
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from time import perf_counter
from typing import Any

import click

from bot.app import build_application
from bot.demo.demo_bot import TOKEN, demo_settings
from bot.emulator import EmbeddedServer, World
from bot.emulator.records import Json, Message
from bot.incoming.inbox import Inbox, queue_updates
from bot.process import start_bot, stop_bot
from data.people.people import Role, add_membership, add_person
from data.plan.units import find_unit
from data.store import open_database
from data.store.inbox import Received
from tests.journeys.town import OPENING, PLAN, ZONE, FakeClock, at, with_plan

SATURDAY = at("2019-11-23 08:00")
"""A day on which no reminder goes out."""
PATIENCE = timedelta(seconds=10)
"""Time on the bot's clock before each question, so that the rate limit is never hit."""
PEOPLE = range(2001, 2036)
QUESTIONS = {"a short answer (/help)": "/help", "a list of 53 tasks": "我的任务"}
Times = dict[bool, list[float]]


class UnstoredInbox(Inbox):
    """An inbox that passes updates on without storing them."""

    def take_in(self, updates: Sequence[dict[str, Any]]) -> None:
        """Queue updates; those not handled when the process ends are lost."""
        queue_updates(self._app, [Received(update["update_id"], json.dumps(update)) for update in updates])


class Side:
    """One of the two bots, with its Telegram."""

    def __init__(self, folder: Path, durable: bool) -> None:
        self.durable, self._clock = durable, FakeClock(SATURDAY)
        self.world = World(TOKEN, "liaison_cost_bot", self._clock.now)
        self.server = EmbeddedServer(self.world)
        self._file = folder / f"{durable}.db"
        self._waiting: dict[int, asyncio.Future[None]] = {}
        self.world.on_change(self._hear)

    async def open(self) -> None:
        """Start Telegram and the bot, with people who have many tasks."""
        self._file.write_bytes(with_plan(PLAN))
        self._db = open_database(self._file)
        for person in PEOPLE:
            self.world.add_user(person, "联络员")
            self.world.chat(person).bot_status = "member"
            unit = find_unit(self._db, "市市场监管局").id
            add_membership(self._db, add_person(self._db, "联络员", OPENING, person), Role.LIAISON, unit)
        settings = demo_settings(await self.server.start(), self._file, ZONE)
        self.app = build_application(settings, self._db, self._clock.now)
        processor: Any = self.app.update_processor
        receiver: Any = self.app.receiver
        if not self.durable:
            receiver._inbox = UnstoredInbox(self.app, lambda: None)
            processor._done = lambda update_id: None
        await start_bot(self.app)

    async def close(self) -> None:
        """Stop everything."""
        await stop_bot(self.app)
        await self.server.stop()
        self._db.close()

    async def answered(self, person: int, text: str) -> float:
        """Return the milliseconds until a person is answered."""
        self._clock.moment += PATIENCE
        self._waiting[person] = asyncio.get_running_loop().create_future()
        start = perf_counter()
        self.world.say(person, text)
        await self._waiting[person]
        return (perf_counter() - start) * 1000

    def _hear(self, event: Json) -> None:
        match event:
            case {"event": "message", "message": Message() as message} if message.sender is self.world.bot:
                if message.chat_id in self._waiting and not self._waiting[message.chat_id].done():
                    self._waiting[message.chat_id].set_result(None)


@click.command()
@click.option("--rounds", default=300, show_default=True, help="How often everything is asked of both.")
@click.option("--folder", type=click.Path(path_type=Path), help="Where the databases lie: the disk that is measured.")
def main(rounds: int, folder: Path | None) -> None:
    """Measure the time from an update to its answer, with and without the durable inbox."""
    click.echo(asyncio.run(measure(rounds, folder)))


async def measure(rounds: int, folder: Path | None) -> str:
    """Return the table."""
    logging.disable(logging.WARNING)
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        sides = [Side(Path(scratch), durable) for durable in (True, False)]
        for side in sides:
            await side.open()
        lines = [line(name, await one_by_one(sides, text, rounds)) for name, text in QUESTIONS.items()]
        lines.append(line("35 people at once (/help)", await all_at_once(sides, "/help", max(rounds // 10, 1))))
        for side in sides:
            await side.close()
    head = "| milliseconds, median (95 %) | with | without | difference | ratio |\n|---|---|---|---|---|"
    return "\n".join([head, *lines])


async def one_by_one(sides: Sequence[Side], text: str, rounds: int) -> Times:
    """Ask one question after another, alternating between the sides."""
    times: Times = {True: [], False: []}
    for number in range(rounds):
        person = PEOPLE[number % len(PEOPLE)]
        for side in sides if number % 2 else reversed(sides):
            times[side.durable].append(await side.answered(person, text))
    return times


async def all_at_once(sides: Sequence[Side], text: str, rounds: int) -> Times:
    """Let everybody ask at the same moment."""
    times: Times = {True: [], False: []}
    for number in range(rounds):
        for side in sides if number % 2 else reversed(sides):
            times[side.durable] += await asyncio.gather(*(side.answered(person, text) for person in PEOPLE))
    return times


def line(name: str, times: Times) -> str:
    """Return a line of the table."""
    (with_it, p_with), (without, p_without) = ((middle(times[side]), slowest(times[side])) for side in (True, False))
    figures = f"{with_it:.1f} ({p_with:.1f}) | {without:.1f} ({p_without:.1f})"
    return f"| {name} | {figures} | {with_it - without:.1f} | {with_it / without:.2f} |"


def middle(times: Sequence[float]) -> float:
    """Return the median."""
    return statistics.median(times)


def slowest(times: Sequence[float]) -> float:
    """Return the 95th percentile."""
    return statistics.quantiles(times, n=20)[-1]


if __name__ == "__main__":
    main()
