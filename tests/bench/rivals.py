"""The measured bots, each in a process of its own, and the resources that these processes use."""

import asyncio
import os
import sys
from asyncio.subprocess import PIPE, STDOUT, Process
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

from tests.bench.bot_api import Bot, BotApi

AIOGRAM = Path(".venv-bench/bin/python")
"""A Python with the extra `bench` installed."""
SATURDAY = "2019-11-30T08:00:00+08:00"
"""The start of the bot's clock, on a day without reminders."""
START_WITHIN = 120


@dataclass
class Rival:
    """A bot: its name, the module to run with its arguments, and the Python to run it with."""

    name: str
    module: tuple[str, ...]
    python: str = sys.executable
    database: Path | None = None
    clock: str = SATURDAY
    wrapped: tuple[str, ...] = ()
    bot: Bot = field(init=False)
    process: Process = field(init=False)
    log: bytearray = field(default_factory=bytearray)
    _reading: "asyncio.Task[None] | None" = None

    async def start(self, api: BotApi, url: str, number: int) -> float:
        """Start the process, and return the seconds until it polls. Raises RuntimeError if it never does."""
        self.bot = api.bots[f"{10_000_000 + number}:bench-{'x' * 30}"] = Bot(f"{10_000_000 + number}:bench-{'x' * 30}")
        environment = {"TELEGRAM_BOT_TOKEN": self.bot.token, "TELEGRAM_API_URL": url, "LIAISON_LOG_LEVEL": "WARNING"}
        if self.database is not None:
            environment |= {"LIAISON_DB": str(self.database), "LIAISON_CLOCK": self.clock}
        started = perf_counter()
        self.process = await asyncio.create_subprocess_exec(
            *self.wrapped, self.python, "-m", *self.module, env=os.environ | environment, stdout=PIPE, stderr=STDOUT
        )
        self._reading = asyncio.create_task(self._read())
        polled = asyncio.create_task(self.bot.polled.wait())
        await asyncio.wait([polled, self._reading], timeout=START_WITHIN, return_when=asyncio.FIRST_COMPLETED)
        if not self.bot.polled.is_set():
            raise RuntimeError(f"{self.name} does not ask for updates: {self.log.decode(errors='replace')[-2000:]}")
        return perf_counter() - started

    async def stop(self) -> None:
        """Stop the process, killing it if necessary."""
        self.process.terminate()
        try:
            await asyncio.wait_for(self.process.wait(), 20)
        except TimeoutError:
            self.process.kill()
            await self.process.wait()

    def cpu(self) -> float:
        """Return the seconds of processor time that the process has used, to the microsecond."""
        threads = Path(f"/proc/{self.process.pid}/task").glob("*/schedstat")
        return sum(int(each.read_text().split()[0]) for each in threads) / 1e9

    def written(self) -> float:
        """Return the kilobytes that the process has written to disk."""
        lines = Path(f"/proc/{self.process.pid}/io").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("write_bytes")) / 1024

    def memory(self) -> float:
        """Return the megabytes of memory that the process holds."""
        lines = Path(f"/proc/{self.process.pid}/status").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024

    async def _read(self) -> None:
        assert self.process.stdout is not None
        async for line in self.process.stdout:
            self.log += line


def echoes() -> list[Rival]:
    """Return the echo bots to compare with."""
    found = [Rival("PTB echo", ("tests.bench.echo_ptb",))]
    if AIOGRAM.exists():
        found.append(Rival("aiogram echo", ("tests.bench.echo_aiogram",), str(AIOGRAM)))
    return found


def ours(database: Path, fast: bool) -> Rival:
    """Return this bot on a database, installed by default or with the extra `fast`."""
    name, module = ("liaison[fast]", "bot") if fast else ("liaison", "tests.bench.default_install")
    return Rival(name, (module, "run"), database=database)
