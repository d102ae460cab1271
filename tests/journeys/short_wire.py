"""A client that hands the bot's calls over to the embedded Telegram without HTTP, which takes most of their time.

The first call of each method in a process goes over HTTP, and so do files and everything that meets faults.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any, cast
from unittest.mock import patch

from aiohttp import web
from telegram.request import BaseRequest, RequestData

from bot import app
from bot.emulator import EmbeddedServer
from bot.emulator.bot_api import BotApi
from bot.outgoing.aiohttp_client import AiohttpClient, in_json

CROSSED: set[str] = set()
"""The methods whose calls have come over HTTP in this process."""


@contextmanager
def short_wire(server: EmbeddedServer) -> Iterator[None]:
    """Give such clients to the bot that is built meanwhile, unless it would use httpx."""

    def new_client(connections: int = 1, proxy: str | None = None) -> BaseRequest:
        usual = usually(connections, proxy)
        return ShortWire(connections, server) if isinstance(usual, AiohttpClient) else usual

    usually = vars(app)["new_client"]
    with patch.object(app, "new_client", new_client):
        yield


class ShortWire(AiohttpClient):
    """A client of an embedded server in the same event loop."""

    def __init__(self, connections: int, server: EmbeddedServer) -> None:
        super().__init__(connections)
        self._server = server
        self._answer = BotApi(server.world).routes()[0].handler

    async def initialize(self) -> None:
        """Open no session before one is needed."""

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *args: Any, **kwargs: Any
    ) -> tuple[int, bytes]:
        """Return the status and the body of the answer."""
        address, _, query = url.partition("?")
        name = address.rpartition("/")[2]
        if name in CROSSED and self._is_free(request_data):
            return await self._hand_over(address, query, request_data)
        await super().initialize()
        status, body = await super().do_request(url, method, request_data, *args, **kwargs)
        if status == web.HTTPOk.status_code and "/file/" not in address:
            CROSSED.add(name)
        return status, body

    def _is_free(self, request_data: RequestData | None) -> bool:
        """Return whether HTTP would make no difference to the answer."""
        runner = vars(self._server)["_runner"]
        sends_files = request_data is not None and request_data.contains_files
        return bool(runner and runner.sites) and not sends_files and not self._server.world.faults.active

    async def _hand_over(self, address: str, query: str, request_data: RequestData | None) -> tuple[int, bytes]:
        token, name = address.rpartition("/bot")[2].split("/")
        body = in_json(request_data.parameters) if request_data else b""

        async def read() -> bytes:
            return body

        request = SimpleNamespace(
            match_info={"token": token, "method": name},
            content_type="application/json" if body else "application/octet-stream",
            rel_url=SimpleNamespace(raw_query_string=query),
            read=read,
        )
        answer = await self._answer(cast(web.Request, request))
        return self.without_nonsense(answer.status, cast(bytes, cast(web.Response, answer).body))
