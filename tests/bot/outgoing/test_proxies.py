"""Calls of the Bot API through a proxy, the way to Telegram from many offices."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from ipaddress import IPv4Address

import pytest
from telegram import Bot
from telegram.error import NetworkError
from yarl import URL

from bot.demo.demo_bot import TOKEN
from bot.emulator import EmbeddedServer, World
from bot.outgoing.client import NOT_SENT, new_client
from tests.journeys.town import OPENING

SOCKS, NO_PASSWORD, PASSWORD = 5, 0, 2
ACCEPTED = bytes([SOCKS, 0, 0, 1, *bytes(6)])
NAMED = 3
USER = ["lin", "geheim"]


class Proxy:
    """A proxy for HTTP and SOCKS5 in one. `asked` holds the addresses that were asked for. One that is `private` wants
    the password of USER, and one that is `closed` connects nobody by HTTP."""

    def __init__(self, private: bool = False, closed: bool = False) -> None:
        self.asked: list[str] = []
        self._private, self._closed = private, closed

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        first = await reader.readexactly(1)
        if first[0] == SOCKS:
            host, port = await self._greeted(reader, writer)
            writer.write(ACCEPTED)
            head = b""
        else:
            head = first + await reader.readuntil(b"\r\n\r\n")
            host, port = _address(head.split()[1].decode())
        self.asked.append(f"{host}:{port}")
        if self._closed:
            writer.write(b"HTTP/1.1 403 Forbidden\r\n\r\n")
        else:
            beyond, onward = await asyncio.open_connection(host, port)
            onward.write(head)
            await asyncio.gather(_pass_on(reader, onward), _pass_on(beyond, writer))
        writer.close()

    async def _greeted(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> tuple[str, int]:
        """Return the address that somebody asks for by SOCKS5 (RFC 1928, RFC 1929)."""
        await _counted(reader)
        writer.write(bytes([SOCKS, PASSWORD if self._private else NO_PASSWORD]))
        if self._private:
            await reader.readexactly(1)
            given = [(await _counted(reader)).decode() for _ in USER]
            writer.write(bytes([1, given != USER]))
        kind = (await reader.readexactly(4))[3]
        host = (await _counted(reader)).decode() if kind == NAMED else str(IPv4Address(await reader.readexactly(4)))
        return host, int.from_bytes(await reader.readexactly(2), "big")


def _address(asked: str) -> tuple[str, int]:
    """Return the host and port of a URL, or of what is to be connected with alone."""
    url = URL(asked if "://" in asked else f"//{asked}")
    return str(url.host), int(url.port or 0)


async def _counted(reader: asyncio.StreamReader) -> bytes:
    return await reader.readexactly((await reader.readexactly(1))[0])


async def _pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while some := await reader.read(65_536):
        writer.write(some)
    writer.close()


@asynccontextmanager
async def running(proxy: Proxy) -> AsyncIterator[str]:
    """The address of a proxy, without its scheme."""
    async with asyncio.TaskGroup() as connections:
        listening = await asyncio.start_server(
            lambda reader, writer: connections.create_task(proxy.serve(reader, writer)), "127.0.0.1", 0
        )
        yield f"127.0.0.1:{listening.sockets[0].getsockname()[1]}"
        listening.close()


@pytest.fixture
async def telegram() -> AsyncIterator[str]:
    embedded = EmbeddedServer(World(TOKEN, "liaison_test_bot", lambda: OPENING))
    yield await embedded.start()
    await embedded.stop()


async def asked_through(url: str, telegram: str) -> str:
    """Return the name that the bot is told when it asks through the proxy at `url`."""
    client = new_client(url)
    async with Bot(TOKEN, f"{telegram}/bot", request=client, get_updates_request=client) as bot:
        return bot.username


@pytest.mark.parametrize("scheme", ["http", "socks5", "socks5h"])
async def test_the_bot_calls_telegram_through_the_proxy(scheme: str, telegram: str) -> None:
    proxy = Proxy()
    async with running(proxy) as address:
        assert await asked_through(f"{scheme}://{address}", telegram) == "liaison_test_bot"
    assert proxy.asked == [telegram.removeprefix("http://")]


async def test_the_proxy_is_told_who_asks(telegram: str) -> None:
    async with running(Proxy(private=True)) as address:
        assert await asked_through(f"socks5://{':'.join(USER)}@{address}", telegram) == "liaison_test_bot"


async def test_what_a_proxy_does_not_let_through_has_surely_not_gone_out(telegram: str) -> None:
    async with running(Proxy(closed=True)) as address:
        with pytest.raises(NetworkError) as raised:
            await asked_through(f"http://{address}", telegram.replace("http", "https"))
    assert isinstance(raised.value.__cause__, NOT_SENT)


@pytest.mark.parametrize(("around", "asked"), [("", 1), ("127.0.0.1", 0)])
async def test_the_proxy_of_the_machine_is_used_except_for_what_goes_around_it(
    around: str, asked: int, telegram: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    proxy = Proxy()
    async with running(proxy) as address:
        monkeypatch.setenv("http_proxy", f"http://{address}")
        monkeypatch.setenv("no_proxy", around)
        client = new_client(None)
        async with Bot(TOKEN, f"{telegram}/bot", request=client, get_updates_request=client) as bot:
            assert bot.username == "liaison_test_bot"
    assert len(proxy.asked) == asked
