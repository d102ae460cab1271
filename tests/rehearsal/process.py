"""`python -m tests.rehearsal.process FLAW FILE run`: the real `liaison` on a machine whose time of day can be set, as
for chaos, and whose days last a second. It checks often whether something is due, marks updates as done without waiting
for more, and takes Telegram's rate limits as proportionally shorter. It waits longer for answers of Telegram, because
the machine may be busy. FLAW names a deliberate flaw, or `none`."""

import os
import sys
from pathlib import Path

from tests.chaos.rehearsed import live_by

TICK_SECONDS = 0.05
SECOND, MINUTE = 0.01, 0.2
WAITS_SECONDS = 60.0


def main(flaw: str, clock: str, *words: str) -> None:
    """Set the clock before anything is imported that might read it, then run the command line."""
    live_by(Path(clock))
    os.environ["LIAISON_LOG_LEVEL"] = "ERROR"
    from bot.cli.root import liaison
    from bot.incoming import inbox
    from bot.outgoing import aiohttp_client, limiter
    from bot.upkeep import watchdog
    from tests.rehearsal.flaws import put_in

    watchdog.TICK_SECONDS, inbox.TOGETHER = TICK_SECONDS, 0
    limiter.SECOND, limiter.MINUTE = SECOND, MINUTE
    aiohttp_client.READ = WAITS_SECONDS
    put_in(flaw)
    liaison(list(words))


if __name__ == "__main__":
    main(*sys.argv[1:])
