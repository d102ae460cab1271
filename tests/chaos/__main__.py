"""`python -m tests.chaos`: every kind of trouble at once for a while, and a table of the results."""

import asyncio
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from random import SystemRandom

import click

from tests.chaos.checks import Check, check
from tests.chaos.city import City
from tests.chaos.course import run
from tests.chaos.disk import begin_again_with_own_mounts, small_disk
from tests.chaos.phone import Phone, text_of
from tests.chaos.troubles import Troubles
from tests.launcher import Launcher


@click.command()
@click.option("--seconds", default=300.0, show_default=True, help="How long it takes, about.")
@click.option("--seed", type=int, help="Repeats the choices of an earlier run.")
@click.option(
    "--log", type=click.Path(path_type=Path), help="Where the bot's log is kept; database and talk beside it."
)
def main(seconds: float, seed: int | None, log: Path | None) -> None:
    """Run the bot among people and troubles, and check that nothing was lost and nothing done twice."""
    begin_again_with_own_mounts()
    sys.exit(asyncio.run(chaos(seconds, SystemRandom().randrange(10_000) if seed is None else seed, log)))


async def chaos(seconds: float, seed: int, log: Path | None) -> int:
    """Run once and print the table; return 0 if all is as it should be, else 1."""
    click.echo(f"seed {seed}, {seconds:g} seconds")
    launcher = Launcher("tests.chaos.beforehand")
    with tempfile.TemporaryDirectory() as scratch, closing(launcher):
        folder = Path(scratch, "disk")
        folder.mkdir()
        with small_disk(folder) as can_be_full:
            city = City(folder, seed, launcher)
            await city.open()
            troubles = Troubles(city, can_be_full)
            try:
                await run(city, troubles, seconds)
                checks = check(city, troubles, seconds)
            finally:
                if log is not None:
                    log.write_bytes(city.machine.log)
                    log.with_suffix(".db").write_bytes(city.machine.database.read_bytes())
                    log.with_suffix(".heard").write_text(heard(city))
    click.echo(story(city, troubles))
    click.echo(table(checks))
    return 0 if all(each.ok for each in checks) else 1


def heard(city: City) -> str:
    """Return all that people have received, person by person, in order."""
    return "\n".join(f"{each.phone.id}: {text_of(news)!r}" for each in city.people for news in each.phone.news)


def story(city: City, troubles: Troubles) -> str:
    """Return what has happened, and who is still waiting."""
    units, updates = len(city.people) - 2, len(city.world.updates.history)
    lines = [
        f"{units} units, {updates} updates, {len(city.days) - 1} working days, {city.machine.lives} starts of the bot",
        ", ".join(f"{name} {count}" for name, count in sorted(troubles.counts.items())),
        *(_still_waits(each.phone) for each in city.people if each.phone.waits_for),
    ]
    return "\n".join(lines)


def _still_waits(phone: Phone) -> str:
    """Return what a phone is waiting for, with the messages before and after it was asked."""
    news = [text_of(each)[:80].replace("\n", "/") for each in phone.news]
    before, after = news[max(phone.since - 3, 0) : phone.since], news[phone.since : phone.since + 3]
    return f"{phone.id} still waits for an answer to {phone.waits_for}; before: {before}; after: {after}"


def table(checks: list[Check]) -> str:
    """Return the checks as a table, one a line."""
    rows = [("check", "measured", "allowed", "ok")]
    rows += [(each.name, str(each.measured), str(each.allowed), "yes" if each.ok else "NO") for each in checks]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )


if __name__ == "__main__":
    main()
