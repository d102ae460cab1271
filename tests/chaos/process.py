"""`python -m tests.chaos.process FILE run`: the real `liaison`, on a machine whose time of day FILE sets.

The ticker ticks more often, because a day of the suite lasts seconds. Nothing else is different.
"""

import sys
from pathlib import Path

from tests.chaos.rehearsed import live_by

TICK_SECONDS = 2


def main(clock: str, *words: str) -> None:
    """Set the clock before anything is imported that might read it, then run the command line."""
    live_by(Path(clock))
    from bot.cli.root import liaison
    from bot.upkeep import watchdog

    watchdog.TICK_SECONDS = TICK_SECONDS
    liaison(list(words))


if __name__ == "__main__":
    main(*sys.argv[1:])
