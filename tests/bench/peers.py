"""Benchmark against minimal echo bots, asked in the same way and in turns with this bot."""

import asyncio
import statistics
from collections import defaultdict
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.bot_api import BotApi
from tests.bench.driver import Question, Report, Stint, keep_asking, numbers
from tests.bench.figures import Figure
from tests.bench.large_plan import Reporter, make_plan
from tests.bench.rivals import SATURDAY, Rival, echoes, ours

PART = "Floor and peers"
SIDE_BY_SIDE = 48
"""The number of people who ask at once."""
ROUNDS, SECONDS = 7, 2.0
ECHO, TASKS, REPORT = Question("我的任务"), Question("我的任务", "共"), Report()
PTB, AIOGRAM = "PTB echo", "aiogram echo"
GOALS = {
    ("liaison, 我的任务", PTB): 1.0,
    ("liaison[fast], 我的任务", PTB): 2.0,
    ("liaison[fast], 我的任务", AIOGRAM): 1.2,
}
Turns = dict[str, tuple[Rival, Question]]


def measure() -> list[Figure]:
    """Ask every bot in turns, and compare."""
    return asyncio.run(_measure())


async def _measure() -> list[Figure]:
    async with asked_bots() as (api, turns, reporters):
        memory = {name: bot.memory() for name, (bot, _) in turns.items()}
        stints = await ask_in_turns(api, turns, reporters, ROUNDS, SECONDS)
        bots = [Figure(PART, f"{name}: memory idle", memory[name], "MB") for name in turns if "report" not in name]
    return [*(each for name, found in stints.items() for each in _of_one(name, found)), *_ratios(stints), *bots]


@asynccontextmanager
async def asked_bots() -> AsyncIterator[tuple[BotApi, Turns, Sequence[Reporter]]]:
    """Context with every bot running against one server, and the questions for each."""
    with TemporaryDirectory() as folder:
        api = BotApi(datetime.fromisoformat(SATURDAY))
        url = await api.start()
        turns: Turns = {each.name: (each, ECHO) for each in echoes()}
        for fast in (False, True):
            reporters = make_plan(Path(folder) / f"{fast}.db", 1, SIDE_BY_SIDE)
            bot = ours(Path(folder) / f"{fast}.db", fast)
            turns |= {f"{bot.name}, 我的任务": (bot, TASKS), f"{bot.name}, a report": (bot, REPORT)}
        bots = list({id(bot): bot for bot, _ in turns.values()}.values())
        try:
            for number, bot in enumerate(bots):
                await bot.start(api, url, number)
            yield api, turns, reporters
        finally:
            for bot in bots:
                await bot.stop()
            await api.stop()


async def ask_in_turns(
    api: BotApi, turns: Turns, reporters: Sequence[Reporter], rounds: int, seconds: float
) -> Mapping[str, list[Stint]]:
    """Return what every bot did in each of `rounds` rounds, after one for warming up."""
    stints: dict[str, list[Stint]] = defaultdict(list)
    ids = numbers()
    for round in range(rounds + 1):
        for name, (bot, question) in turns.items():
            before = bot.cpu()
            stint = await keep_asking(api, bot.bot, reporters, question, seconds, ids)
            stint.cpu = bot.cpu() - before
            if round:
                stints[name].append(stint)
    return stints


def _of_one(name: str, stints: Sequence[Stint]) -> list[Figure]:
    waits = statistics.quantiles([1000 * wait for stint in stints for wait in stint.waits], n=100)
    return [
        Figure(PART, f"{name}: updates a second", statistics.median(each.rate for each in stints)),
        Figure(PART, f"{name}: processor an update", statistics.median(each.cpu_each for each in stints), "ms"),
        *(Figure(PART, f"{name}: p{share}", waits[share - 1], "ms") for share in (50, 95, 99)),
    ]


def _ratios(stints: Mapping[str, list[Stint]]) -> list[Figure]:
    """Return how many updates this bot answers for each one of a peer, in the same time and with the same processor
    time, which matters on a shared machine; the median over the rounds."""
    found = []
    for name, mine in stints.items():
        for peer in (PTB, AIOGRAM):
            if name.startswith("liaison") and peer in stints:
                pairs = list(zip(mine, stints[peer], strict=True))
                rate = statistics.median(a.rate / b.rate for a, b in pairs)
                cost = statistics.median(b.cpu_each / a.cpu_each for a, b in pairs)
                goal = GOALS.get((name, peer))
                found.append(Figure(PART, f"{name} / {peer}, by the clock", rate, least=goal))
                found.append(Figure(PART, f"{name} / {peer}, by the processor", cost, least=goal, kept=True))
    return found
