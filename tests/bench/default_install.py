"""`liaison` as the default install has it: without what the extra `fast` brings."""

import sys

for each in ("uvloop", "orjson"):
    sys.modules[each] = None  # type: ignore[assignment]

from bot.cli import main  # noqa: E402  (only now, so that nothing is found)

main()
