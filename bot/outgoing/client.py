"""Choice of the HTTP client: aiohttp, or httpx behind a proxy."""

import asyncio
from typing import Any
from urllib.request import getproxies

import httpx
from telegram import Bot
from telegram.request import BaseRequest, HTTPXRequest

from bot.outgoing.aiohttp_client import NOT_CONNECTED, AiohttpClient
from bot.outgoing.discreet import DiscreetRequest, certificates

NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError, *NOT_CONNECTED)
"""Exceptions raised when a request has certainly not been sent."""


def new_client(proxy: str | None, connections: int = 1) -> BaseRequest:
    """Return a client of the Bot API with up to `connections` connections."""
    behind_a_proxy = proxy or not {"http", "https", "all"}.isdisjoint(getproxies())
    return Client(connections, proxy) if behind_a_proxy else AiohttpClient(connections)


async def name_at_telegram(token: str, api_url: str, proxy: str | None) -> str:
    """Return the bot's user name as Telegram knows it. Raises InvalidToken, or TelegramError if there is no answer."""
    async with Bot(token, f"{api_url}/bot", request=Client(proxy=proxy)) as bot:
        return bot.username


class Client(DiscreetRequest):
    """A client of the Bot API on httpx, which supports all kinds of proxies. As httpx checks every connection of a pool
    at each call, each pool has one connection, and the pool used last takes the next call."""

    def __init__(self, connections: int = 1, proxy: str | None = None) -> None:
        verified = {"verify": certificates()}
        self._all = [HTTPXRequest(1, proxy=proxy, httpx_kwargs=verified) for _ in range(connections)]
        self._free: asyncio.LifoQueue[HTTPXRequest] = asyncio.LifoQueue()
        for each in self._all:
            self._free.put_nowait(each)

    @property
    def read_timeout(self) -> float | None:
        """Seconds to wait for an answer, unless a call says otherwise."""
        return self._all[0].read_timeout

    async def initialize(self) -> None:
        """Open the connection pools."""
        for each in self._all:
            await each.initialize()

    async def shutdown(self) -> None:
        """Close the connections."""
        for each in self._all:
            await each.shutdown()

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """Return the status and body of the answer, waiting for a free connection; every call times out by itself."""
        connection = await self._free.get()
        try:
            return self.without_nonsense(*await connection.do_request(*args, **kwargs))
        finally:
            self._free.put_nowait(connection)
