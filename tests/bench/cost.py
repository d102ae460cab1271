"""Benchmark of disk syncs and bytes written, for a single update and for many at once, and of processor time."""

import asyncio
import shutil
import signal
from datetime import datetime
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.bot_api import BotApi
from tests.bench.driver import Question, Report, keep_asking, numbers
from tests.bench.figures import Figure
from tests.bench.large_plan import make_plan
from tests.bench.rivals import SATURDAY, ours

PART = "Cost"
QUESTIONS: dict[str, Question] = {"我的任务": Question("我的任务", "共"), "a report with its submit": Report()}
CROWDS = {"one person": 1, "48 people at once": 48}
WARMING, SECONDS, TIMES = 0.5, 2.0, 100
"""Seconds of warming up and measuring, and how often one person does a thing at most: fewer presses than the bot's
limit for a minute."""
SYNCS = ("fsync", "fdatasync")


def measure() -> list[Figure]:
    """Count the system calls that sync the disk, with strace; empty if strace is missing."""
    return asyncio.run(_measure()) if shutil.which("strace") else []


async def _measure() -> list[Figure]:
    found = []
    with TemporaryDirectory() as folder:
        api = BotApi(datetime.fromisoformat(SATURDAY))
        url = await api.start()
        reporters = make_plan(Path(folder) / "cost.db", 1, max(CROWDS.values()))
        bot, ids = ours(Path(folder) / "cost.db", fast=False), numbers()
        await bot.start(api, url, 1)
        others = cycle(reporters)
        for crowd, people in CROWDS.items():
            for name, question in QUESTIONS.items():
                first, second, third = (list(islice(others, people)) for _ in range(3))
                await keep_asking(api, bot.bot, first, question, WARMING, ids, TIMES)
                cpu, written = bot.cpu(), bot.written()
                stint = await keep_asking(api, bot.bot, second, question, SECONDS, ids, TIMES)
                asked = len(stint.waits)
                found += [
                    Figure(PART, f"processor, {name}, {crowd}", 1000 * (bot.cpu() - cpu) / asked, "ms"),
                    Figure(PART, f"written to the disk, {name}, {crowd}", (bot.written() - written) / asked, "KB"),
                ]
                counting = await _start_counting(bot.process.pid)
                stint = await keep_asking(api, bot.bot, third, question, SECONDS, ids, TIMES)
                syncs = await _stop_counting(counting)
                found.append(Figure(PART, f"waits for the disk, {name}, {crowd}", syncs / len(stint.waits), kept=True))
        await bot.stop()
        await api.stop()
    return found


async def _start_counting(pid: int) -> asyncio.subprocess.Process:
    pipe = asyncio.subprocess.PIPE
    words = ("strace", "-f", "-c", "-e", f"trace={','.join(SYNCS)}", "-p", str(pid))
    counting = await asyncio.create_subprocess_exec(*words, stdout=pipe, stderr=pipe)
    assert counting.stderr is not None
    await counting.stderr.readline()
    return counting


async def _stop_counting(counting: asyncio.subprocess.Process) -> int:
    """Stop counting and return the number of calls."""
    counting.send_signal(signal.SIGINT)
    _, said = await counting.communicate()
    rows = [line.split() for line in said.decode().splitlines()]
    return sum(int(row[3]) for row in rows if row and row[-1] in SYNCS)
