"""`python -m tests.chaos.rehearsed FILE run`: the real `liaison`, on a machine whose time of day can be set.

FILE holds by how many seconds it is ahead; whatever reads the time of day in this process reads that. The schedule
ticks more often, for a day of the suite lasts seconds. Nothing else is different.
"""

import datetime as dates
import gc
import os
import sqlite3
import sys
from pathlib import Path
from typing import Any

TICK_SECONDS = 2
WIDTH = 32
"""The bytes of the file, which is written in one piece and never becomes another."""


class _Datetime(type):
    """Lets moments that were made elsewhere count as moments."""

    def __instancecheck__(cls, value: object) -> bool:
        return isinstance(value, REAL)


REAL = dates.datetime


_CLOCK: dict[str, int] = {}
"""The file that is read, once there is one."""


class Datetime(REAL, metaclass=_Datetime):
    """The class `datetime` of a machine whose clock is as far ahead as a file says."""

    @classmethod
    def now(cls, tz: dates.tzinfo | None = None) -> Any:
        """The present moment on it."""
        ahead = os.pread(_CLOCK["file"], WIDTH, 0) if _CLOCK else b"0"
        return REAL.now(tz) + dates.timedelta(seconds=float(ahead))


def live_by_any_clock() -> None:
    """Let all that is imported from now on, and might read the time of day, have the clock that will be named. Moments
    that are reckoned from one of its are of the class that there was: they are stored alike."""
    vars(dates)["datetime"] = Datetime
    gc.disable()
    from data.times import stored

    sqlite3.register_adapter(REAL, stored)


def live_by(clock: Path) -> None:
    """Let the clock be that of a file."""
    if vars(dates)["datetime"] is REAL:
        live_by_any_clock()
    _CLOCK["file"] = os.open(clock, os.O_RDONLY)


def main(clock: str, *words: str) -> None:
    """Set the clock before anything is imported that might read it, and run the command line."""
    live_by(Path(clock))
    from bot.cli.root import liaison
    from bot.upkeep import watchdog

    watchdog.TICK_SECONDS = TICK_SECONDS
    liaison(list(words))


if __name__ == "__main__":
    main(*sys.argv[1:])
