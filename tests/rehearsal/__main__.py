"""`python -m tests.rehearsal`: the whole plan lived through, and docs/rehearsal.md written."""

import asyncio
import resource
import sys
import tempfile
from datetime import date, datetime
from pathlib import Path
from time import monotonic

import click

from tests.chaos.disk import begin_again_with_own_mounts, small_disk
from tests.rehearsal.city import City, disk_in
from tests.rehearsal.flaws import FLAWS
from tests.rehearsal.goals import goals
from tests.rehearsal.play import FIRST_DAY, LAST_DAY, Play
from tests.rehearsal.report import DOCS, Other, write


@click.command()
@click.option("--seed", default=1, show_default=True, help="The chances of the play; the same seed repeats them.")
@click.option("--units", type=int, help="How many units have people, those with most to do first; by default all.")
@click.option("--also", type=int, multiple=True, help="Another seed to be played and told of beside the first.")
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), help="The last day; by default 31 January 2021.")
@click.option("--flaw", type=click.Choice([*FLAWS]), default="none", help="What is broken on purpose.")
@click.option("--folder", type=click.Path(path_type=Path), default=DOCS, help="Where the report goes.")
def main(seed: int, units: int | None, also: tuple[int, ...], until: datetime | None, flaw: str, folder: Path) -> None:
    """Play, and write the report. Exit code 1 where the bot differs from the truth."""
    begin_again_with_own_mounts("tests.rehearsal")
    start, last = monotonic(), until.date() if until else LAST_DAY
    play = asyncio.run(rehearse(seed, units, last, flaw))
    seconds = monotonic() - start
    for goal in goals(play):
        click.echo(f"{'yes' if goal.met else 'NO ':3}  {goal.name}: {goal.found} (wanted: {goal.wanted})")
    for difference in play.differences:
        click.echo(str(difference))
    write(play, seconds, folder)
    others = [Other.of(asyncio.run(rehearse(each, units, last, flaw))) for each in also]
    write(play, seconds, folder, others)
    sys.exit(1 if play.differences or any(each.differences for each in others) else 0)


async def rehearse(
    seed: int,
    units: int | None,
    last: date,
    flaw: str = "none",
    first: date = FIRST_DAY,
    *,
    files_from: date = FIRST_DAY,
) -> Play:
    """Play the plan in a city of its own."""
    with tempfile.TemporaryDirectory() as scratch, small_disk(disk_in(Path(scratch))) as can_be_full:
        before = processor()
        city = City(Path(scratch), seed, units, flaw, can_be_full=can_be_full)
        await city.open()
        play = Play(city, files_from)
        try:
            await play.run(first, last)
        finally:
            await city.close()
            play.processor = processor() - before
        return play


def processor() -> float:
    """How many seconds of processor time this process and those that it has started have taken."""
    used = (resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


if __name__ == "__main__":
    main()
