"""The computer that the bot runs on: a real process, a clock, a disk, and a supervisor."""

import asyncio
import os
import resource
import sys
from asyncio.subprocess import PIPE, STDOUT, Process
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from bot.clock import Clock
from tests.chaos.rehearsed import WIDTH
from tests.launcher import Launched, Launcher

RESTART_AFTER = 0.3
LEVELS = ("INFO", "INFO", "DEBUG")
"""The log levels of successive processes; every third logs at DEBUG, where the token must not appear either."""


class Machine:
    """Runs `liaison run`, restarting it whenever it ends; can kill it, set its clock and take its disk away."""

    def __init__(
        self,
        folder: Path,
        environment: dict[str, str],
        program: Sequence[str] = ("tests.chaos.process",),
        launcher: Launcher | None = None,
    ) -> None:
        """`program` is the module that sets the clock and runs the command line, with its first arguments. `launcher`,
        if given, has imported the bot already."""
        self.folder = folder
        self.database = folder / "liaison.db"
        self.log = bytearray()
        self.lives = 0
        self.ended_by_itself: list[int | None] = []
        self.last_exit: int | None = None
        self._environment, self._program, self._launcher = environment, program, launcher
        self._clock = folder.with_name("clock")
        self._process: Process | Launched | None = None
        self._on = True
        self._made_to_end = self._disk_in_trouble = self._disk_was_in_trouble = False

    async def keep_running(self) -> None:
        """Start the bot, again and again, until the machine is switched off."""
        while self._on:
            self.lives += 1
            self._made_to_end, self._disk_was_in_trouble = False, self._disk_in_trouble
            before = len(self.log)
            self._process = await self._started()
            assert self._process.stdout is not None
            async for line in self._process.stdout:
                self.log += line
            self.last_exit = await self._process.wait()
            self._judge(b" is running" in self.log[before:])
            await asyncio.sleep(RESTART_AFTER)

    def _judge(self, ran: bool) -> None:
        """Record an unexpected end; a bot that cannot write when it starts may end, a running one must not."""
        if not self._made_to_end and (ran or not self._disk_was_in_trouble):
            self.ended_by_itself.append(self.last_exit)

    def kill(self) -> None:
        """Kill the process with SIGKILL."""
        if self._process is not None and self._process.returncode is None:
            self._made_to_end = True
            self._process.kill()

    def ask_to_stop(self) -> None:
        """Send SIGTERM to the process."""
        if self._process is not None and self._process.returncode is None:
            self._made_to_end = True
            with suppress(ProcessLookupError):
                self._process.terminate()

    def switch_off(self) -> None:
        """Send SIGTERM, and do not restart."""
        self._on = False
        self.ask_to_stop()

    def set_clock(self, moment: datetime) -> None:
        """Set the machine's clock, which runs on from there."""
        ahead = (moment - Clock().now()) / timedelta(seconds=1)
        clock = os.open(self._clock, os.O_WRONLY | os.O_CREAT, 0o600)
        os.pwrite(clock, f"{ahead:{WIDTH}.6f}".encode(), 0)
        os.close(clock)

    def fill_disk(self) -> None:
        """Fill the disk to the last byte."""
        self._disk_in_trouble = self._disk_was_in_trouble = True
        with self._ballast.open("wb", buffering=0) as ballast, suppress(OSError):
            while True:
                ballast.write(bytes(1 << 20))

    def refuse_writes(self) -> None:
        """Let every write of the running process fail."""
        self._disk_in_trouble = self._disk_was_in_trouble = True
        self._limit_files(lambda hard: 0)

    def mend_disk(self) -> None:
        """Free the disk, and allow writes again."""
        self._ballast.unlink(missing_ok=True)
        self._limit_files(lambda hard: hard)
        self._disk_in_trouble = False

    @property
    def _ballast(self) -> Path:
        return self.folder / "ballast"

    def _limit_files(self, limit: Callable[[int], int]) -> None:
        if self._process is not None and self._process.returncode is None:
            with suppress(ProcessLookupError):
                _, hard = resource.prlimit(self._process.pid, resource.RLIMIT_FSIZE)
                resource.prlimit(self._process.pid, resource.RLIMIT_FSIZE, (limit(hard), hard))

    async def _started(self) -> Process | Launched:
        level = LEVELS[self.lives % len(LEVELS)]
        environment = self._environment | {"LIAISON_DB": str(self.database), "LIAISON_LOG_LEVEL": level}
        command = ("-m", *self._program, str(self._clock), "run")
        if self._launcher is not None:
            return await self._launcher.start(command, os.environ | environment, in_one=True)
        return await asyncio.create_subprocess_exec(
            sys.executable, *command, env=os.environ | environment, stdout=PIPE, stderr=STDOUT, limit=1 << 24
        )
