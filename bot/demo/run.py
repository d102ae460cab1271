"""liaison demo: everything on one port, until it is stopped."""

import asyncio
import tempfile
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

from bot.demo.opening import Wishes, open_demo
from bot.process import catch_stop_signals


def run_demo(wishes: Wishes, database: Path | None, ready: Callable[[str], None]) -> None:
    """Serve the demo until SIGINT or SIGTERM; `ready` hears the page's address.

    Without a database it runs on one that is thrown away afterwards. Raises as `open_demo` does.
    """
    with tempfile.TemporaryDirectory() if database is None else nullcontext() as folder:
        asyncio.run(_serve(wishes, database or Path(folder or "") / "demo.db", ready))


async def _serve(wishes: Wishes, database: Path, ready: Callable[[str], None]) -> None:
    async with open_demo(wishes, database) as demo:
        stopped = catch_stop_signals()
        ready(demo.url)
        await stopped.wait()
