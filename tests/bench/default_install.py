"""`liaison` as the default install has it: without what the extra `fast` brings."""

import sys

sys.modules["uvloop"] = None  # type: ignore[assignment]

from bot.cli import main  # noqa: E402  (only now, so that nothing is found)

main()
