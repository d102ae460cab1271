"""`python -m tests.bench`: measure the bot's speed and size, print tables and update docs/performance.md."""

from collections.abc import Callable, Mapping
from time import perf_counter

import click

from tests.bench import broadcast, cost, files, growth, peers, texts
from tests.bench.figures import Figure, keep, moved, read_kept, table
from tests.bench.page import write_page

PARTS: Mapping[str, Callable[[], list[Figure]]] = {
    "peers": peers.measure,
    "cost": cost.measure,
    "growth": growth.measure,
    "broadcast": broadcast.measure,
    "files": files.measure,
    "texts": texts.measure,
}


@click.command()
@click.argument("parts", nargs=-1, type=click.Choice(list(PARTS)))
@click.option("--page/--no-page", default=True, show_default=True, help="Write the tables into docs/performance.md.")
@click.option("--release", is_flag=True, help="Keep these figures as those of the release.")
def main(parts: tuple[str, ...], page: bool, release: bool) -> None:
    """Measure these PARTS, or all."""
    found: list[Figure] = []
    for name in parts or PARTS:
        begun = perf_counter()
        measured = PARTS[name]()
        told = table(measured) if measured else f"{name} cannot be measured here"
        click.echo(f"{told}\n({perf_counter() - begun:.0f} s)\n")
        found += measured
    changes = moved(found, read_kept())
    heading = (
        "Moved by more than 20 % since the last release:" if changes else "Nothing has moved since the last release."
    )
    click.echo("\n".join([heading, *changes]))
    if page:
        write_page(found)
    if release:
        keep(found)


main()
