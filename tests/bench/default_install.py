"""`liaison` as installed by default, without the extra `fast`."""

import sys
from typing import cast

for each in ("uvloop", "orjson"):
    cast("dict[str, None]", sys.modules)[each] = None

from bot.cli import main  # noqa: E402  (only now, so that nothing is found)

main()
