"""`liaison` as the default install has it: without what the extra `fast` brings."""

import sys

for absent in ("aiohttp", "uvloop"):
    sys.modules[absent] = None  # type: ignore[assignment]

from bot.cli import main  # noqa: E402  (only now, so that nothing is found)

main()
