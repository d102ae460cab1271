"""One performance of the rehearsal: the plan played in a city of its own."""

import asyncio
import resource
import tempfile
from datetime import date
from pathlib import Path

from tests.chaos.disk import small_disk
from tests.launcher import Launcher
from tests.rehearsal.city import City, disk_in
from tests.rehearsal.play import FIRST_DAY, Play
from tests.rehearsal.report import Other


async def rehearse(
    seed: int,
    units: int | None,
    last: date,
    flaw: str = "none",
    first: date = FIRST_DAY,
    *,
    files_from: date = FIRST_DAY,
    launcher: Launcher | None = None,
) -> Play:
    """Play the plan in a city of its own and return the play. `launcher` starts the bot if given."""
    with tempfile.TemporaryDirectory() as scratch, small_disk(disk_in(Path(scratch))) as can_be_full:
        before = processor()
        city = City(Path(scratch), seed, units, flaw, launcher, can_be_full=can_be_full)
        await city.open()
        play = Play(city, files_from)
        try:
            await play.run(first, last)
        finally:
            await city.close()
            play.processor = processor() - before
        return play


def other(seed: int, units: int | None, last: date, flaw: str) -> Other:
    """Play with another seed in a process of its own."""
    return Other.of(asyncio.run(rehearse(seed, units, last, flaw)))


def processor() -> float:
    """Return the seconds of processor time taken by this process and its children."""
    used = (resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)
