"""`python -m tests.fuzz`: feed nonsensical texts, files and updates to everything that reads them."""

import logging
import sys
import warnings
from random import Random, SystemRandom

import click

from tests.fuzz.texts import fuzz_texts
from tests.fuzz.updates import fuzz_updates
from tests.fuzz.uploads import fuzz_uploads

KINDS = {"texts": fuzz_texts, "uploads": fuzz_uploads, "updates": fuzz_updates}


@click.command()
@click.option("--seconds", default=60.0, show_default=True, help="How long it takes, about.")
@click.option("--seed", type=int, help="Repeats the choices of an earlier run.")
@click.option("--only", type=click.Choice(list(KINDS)), help="One kind alone.")
def main(seconds: float, seed: int | None, only: str | None) -> None:
    """Try each kind for a part of the time; exits with 1 if anything hangs, crashes or gets through."""
    seed = SystemRandom().randrange(10_000) if seed is None else seed
    kinds = [only] if only else list(KINDS)
    click.echo(f"seed {seed}")
    logging.disable()
    warnings.simplefilter("ignore")
    bad = sum(KINDS[kind](Random(f"{seed} {kind}"), seconds / len(kinds)) for kind in kinds)
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
