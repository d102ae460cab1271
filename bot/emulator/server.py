"""HTTP server of an embedded Telegram world, in the caller's event loop.

It serves the Bot API (bot_api.py) and, given a page directory, the chat page and its API (page.py).
"""

import socket
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from tornado.httpserver import HTTPServer
from tornado.web import Application

from bot.emulator.bot_api import FileHandler, MethodHandler
from bot.emulator.files import UPLOAD_LIMIT
from bot.emulator.local_only import EVERYWHERE
from bot.emulator.page import page_routes
from bot.emulator.records import Json
from bot.emulator.webhook import WebhookSender
from bot.emulator.world import World

_TOKEN = r"([^/]+)"


class EmbeddedServer:
    """Telegram for one bot at `address`:`port` (0: any free one).

    `routes` are further tornado routes (such as the demo's time machine), which come first; their handlers should be
    LocalHandlers (local_only.py). `extra` returns additions to /chat/state. `webhook_retry` is the number of seconds
    after which a refused webhook delivery is repeated.
    """

    def __init__(
        self,
        world: World,
        address: str = "127.0.0.1",
        port: int = 0,
        page: Path | None = None,
        *,
        routes: Sequence[tuple[Any, ...]] = (),
        extra: Callable[[], Json] = dict,
        webhook_retry: float = 1.0,
    ) -> None:
        self.world = world
        self.address = address
        self.port = port
        self._routes = [*routes, *_api_routes(world), *page_routes(world, page, extra)]
        self._webhook = WebhookSender(world, webhook_retry)
        self._server: HTTPServer | None = None

    async def start(self) -> str:
        """Listen, and return the root URL for calls from this machine; the bot's base_url is that plus "/bot". Raises
        OSError if it cannot listen."""
        family = socket.AF_INET6 if ":" in self.address else socket.AF_INET
        listening = socket.create_server((self.address, self.port), family=family)
        listening.setblocking(False)
        self.port = listening.getsockname()[1]
        application = Application(self._routes, address=self.address, log_function=lambda handler: None)
        self._server = HTTPServer(application, max_buffer_size=2 * UPLOAD_LIMIT)
        self._server.add_socket(listening)
        self._webhook.start()
        host = "127.0.0.1" if self.address in EVERYWHERE else self.address
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}"

    async def stop(self) -> None:
        """Close everything, after ending a waiting poll."""
        await self._webhook.stop()
        self.world.updates.wake()
        if self._server:
            self._server.stop()
            await self._server.close_all_connections()


def _api_routes(world: World) -> list[tuple[Any, ...]]:
    return [
        (rf"/bot{_TOKEN}/([A-Za-z]+)", MethodHandler, {"state": world}),
        (rf"/file/bot{_TOKEN}/(.+)", FileHandler, {"state": world}),
    ]
