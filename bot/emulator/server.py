"""HTTP server of an embedded Telegram world, in the caller's event loop.

It serves the Bot API (bot_api.py) and, given a page directory, the chat page and its API (page.py).
"""

import socket
from collections.abc import Callable, Sequence
from pathlib import Path

from aiohttp import web

from bot.emulator.bot_api import BotApi
from bot.emulator.files import UPLOAD_LIMIT
from bot.emulator.local_only import ADDRESS, EVERYWHERE
from bot.emulator.page import Page
from bot.emulator.records import Json
from bot.emulator.webhook import WebhookSender
from bot.emulator.world import World

_LONGEST_LINE = 65_536
_FAREWELL = 0.05
"""Seconds that stopping leaves to requests in progress."""


class EmbeddedServer:
    """Telegram for one bot at `address`:`port` (0: any free one).

    `routes` are further routes (such as the demo's time machine), which come first; each should be a local_route
    (local_only.py). `extra` returns additions to /chat/state. `webhook_retry` is the number of seconds
    after which a refused webhook delivery is repeated.
    """

    def __init__(
        self,
        world: World,
        address: str = "127.0.0.1",
        port: int = 0,
        page: Path | None = None,
        *,
        routes: Sequence[web.RouteDef] = (),
        extra: Callable[[], Json] = dict,
        webhook_retry: float = 1.0,
    ) -> None:
        self.world = world
        self.address = address
        self.port = port
        self._routes = [*routes, *BotApi(world).routes(), *(Page(world, page, extra).routes() if page else [])]
        self._webhook = WebhookSender(world, webhook_retry)
        self._runner: web.AppRunner | None = None

    async def start(self) -> str:
        """Listen, and return the root URL for calls from this machine; the bot's base_url is that plus "/bot". Raises
        OSError if it cannot listen."""
        family = socket.AF_INET6 if ":" in self.address else socket.AF_INET
        listening = socket.create_server((self.address, self.port), family=family)
        self.port = listening.getsockname()[1]
        application = web.Application(client_max_size=2 * UPLOAD_LIMIT)
        application[ADDRESS] = self.address
        application.add_routes(self._routes)
        self._runner = web.AppRunner(
            application,
            access_log=None,
            handler_cancellation=True,
            shutdown_timeout=_FAREWELL,
            max_line_size=_LONGEST_LINE,
            max_field_size=_LONGEST_LINE,
        )
        await self._runner.setup()
        await web.SockSite(self._runner, listening).start()
        self._webhook.start()
        host = "127.0.0.1" if self.address in EVERYWHERE else self.address
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}"

    async def stop(self) -> None:
        """Close everything, after ending a waiting poll."""
        await self._webhook.stop()
        self.world.updates.wake()
        if self._runner:
            await self._runner.cleanup()
