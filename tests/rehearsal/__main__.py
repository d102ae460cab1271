"""`python -m tests.rehearsal`: play the whole plan and write docs/rehearsal.md."""

import asyncio
import sys
from concurrent.futures import ProcessPoolExecutor
from datetime import datetime
from multiprocessing import get_context
from pathlib import Path
from time import monotonic

import click

from tests.chaos.disk import begin_again_with_own_mounts
from tests.rehearsal.flaws import FLAWS
from tests.rehearsal.goals import goals
from tests.rehearsal.performance import other, rehearse
from tests.rehearsal.play import LAST_DAY
from tests.rehearsal.report import DOCS, write


@click.command()
@click.option("--seed", default=1, show_default=True, help="The chances of the play; the same seed repeats them.")
@click.option("--units", type=int, help="How many units have people, those with most to do first; by default all.")
@click.option("--also", type=int, multiple=True, help="Another seed, played at the same time and told of below.")
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), help="The last day; by default 31 January 2021.")
@click.option("--flaw", type=click.Choice([*FLAWS]), default="none", help="What is broken on purpose.")
@click.option("--folder", type=click.Path(path_type=Path), default=DOCS, help="Where the report goes.")
def main(seed: int, units: int | None, also: tuple[int, ...], until: datetime | None, flaw: str, folder: Path) -> None:
    """Play the plan and write the report. Exit code 1 if the bot differs from the truth."""
    begin_again_with_own_mounts("tests.rehearsal")
    start, last = monotonic(), until.date() if until else LAST_DAY
    with ProcessPoolExecutor(len(also) or 1, get_context("spawn")) as beside:
        playing = [beside.submit(other, each, units, last, flaw) for each in also]
        play = asyncio.run(rehearse(seed, units, last, flaw))
        seconds = monotonic() - start
        for goal in goals(play):
            click.echo(f"{'yes' if goal.met else 'NO ':3}  {goal.name}: {goal.found} (wanted: {goal.wanted})")
        for difference in play.differences:
            click.echo(str(difference))
        write(play, seconds, folder)
        others = [each.result() for each in playing]
    write(play, seconds, folder, others)
    sys.exit(1 if play.differences or any(each.differences for each in others) else 0)


if __name__ == "__main__":
    main()
