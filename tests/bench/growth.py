"""Benchmark of growth: the same questions on plans of 1, 10 and 40 times the shipped one, by bots that take turns."""

import asyncio
import json
import statistics
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from subprocess import run
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.bench.bot_api import BotApi, Heard
from tests.bench.driver import Question, Report, Somebody, numbers
from tests.bench.figures import Figure
from tests.bench.large_plan import COORDINATOR, Reporter, make_plan
from tests.bench.rivals import SATURDAY, Rival, ours

PART = "Growth"
PEOPLE_EACH = 100
"""The number of liaisons for each copy of the plan."""
TIMES = (1, 10, 40)
"""The last has about as many tasks as a plan file may have."""
ASKED = 15
GROWS_BY = 1.5
"""The greatest ratio by which a liaison's questions may take longer than on the shipped plan."""
MINE: dict[str, Question] = {
    "我的任务": Question("我的任务", "共"),
    "a search by words": Question("种子的任务", "共"),
    "a report": Report(),
}
"""What liaisons do, by name."""
SUMMARY = "/summary"
OFFICE = Reporter(COORDINATOR, "")


def measure(most: int = TIMES[-1]) -> list[Figure]:
    """Measure bots on plans of up to `most` times the shipped one."""
    return asyncio.run(_measure([each for each in TIMES if each <= most]))


async def _measure(times: Sequence[int]) -> list[Figure]:
    found: list[Figure] = []
    with TemporaryDirectory() as folder:
        api = BotApi(datetime.fromisoformat(SATURDAY))
        url = await api.start()
        bots: dict[int, tuple[Rival, list[Reporter]]] = {}
        plans = {size: Path(folder) / f"{size}.db" for size in times}
        reporters = {size: make_plan(file, size, PEOPLE_EACH * size) for size, file in plans.items()}
        for size, file in plans.items():
            found += [Figure(PART, f"×{size:,}: file", file.stat().st_size / 2**20, "MB"), *_ticks(size, file)]
        for number, (size, file) in enumerate(plans.items()):
            bot = ours(file, fast=False)
            seconds = await bot.start(api, url, number)
            found.append(Figure(PART, f"×{size:,}: start", seconds, "s", most=2 if size == 1 else None))
            bots[size] = bot, reporters[size]
        waits = await _asked(api, bots)
        for size, (bot, _) in bots.items():
            most = 150 if size == 1 else None
            found.append(Figure(PART, f"×{size:,}: memory, all questions asked", bot.memory(), "MB", most=most))
            await bot.stop()
        await api.stop()
    return [*found, *_compared(waits)]


async def _asked(
    api: BotApi, bots: Mapping[int, tuple[Rival, list[Reporter]]]
) -> Mapping[tuple[int, str], list[float]]:
    """Return the milliseconds of every question on every plan, one at a time with the plans taking turns; the first
    turn does not count."""
    waits: dict[tuple[int, str], list[float]] = defaultdict(list)
    ids = numbers()
    for turn in range(ASKED + 1):
        for size, (bot, reporters) in bots.items():
            for name, question in {**MINE, SUMMARY: Question(SUMMARY, "汇总")}.items():
                reporter = OFFICE if name == SUMMARY else reporters[turn]
                person = Somebody(api, bot.bot, reporter)
                bot.bot.heard = _heard_by(person)
                begun = perf_counter()
                await question.put(person, next(ids))
                if turn:
                    waits[size, name].append(1000 * (perf_counter() - begun) / question.updates)
    return waits


def _heard_by(person: Somebody) -> Heard:
    return lambda chat, parameters, message: person.hear(parameters, message)


def _compared(waits: Mapping[tuple[int, str], list[float]]) -> list[Figure]:
    """Return the median times, and their ratios to those on the shipped plan."""
    found = []
    for (size, name), mine in waits.items():
        limit = 300 if name == SUMMARY else None
        found.append(Figure(PART, f"×{size:,}: {name}", statistics.median(mine), "ms", most=limit))
        if size > 1:
            ratio = statistics.median(a / b for a, b in zip(mine, waits[1, name], strict=True))
            goal = GROWS_BY if name in MINE else None
            found.append(Figure(PART, f"×{size:,}: {name} / ×1", ratio, most=goal, kept=True))
    return found


def _ticks(size: int, file: Path) -> list[Figure]:
    """Measure ticks in a process of its own, on a copy of the file."""
    copy = file.with_suffix(".ticks.db")
    copy.write_bytes(file.read_bytes())
    done = run([sys.executable, "-m", "tests.bench.ticks", str(copy)], capture_output=True, text=True, check=True)
    told = json.loads(done.stdout)
    return [
        Figure(PART, f"×{size:,}: a tick with nothing due", told["idle"], "ms", most=10),
        Figure(PART, f"×{size:,}: a morning of {told['notices']:,} notices planned", told["planned"], "ms"),
        Figure(PART, f"×{size:,}: everything else held up meanwhile", told["held"], "ms", most=1000),
    ]
