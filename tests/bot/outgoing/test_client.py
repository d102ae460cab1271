"""The two clients of the Bot API: answers are returned, failures get the right exception, and malformed answers are
never quoted."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest
from telegram import Bot, InputFile
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData
from telegram.request._requestparameter import RequestParameter

from bot.demo.demo_bot import TOKEN
from bot.emulator import EmbeddedServer, World
from bot.outgoing import client as choice
from bot.outgoing.aiohttp_client import AiohttpClient, json_writer
from bot.outgoing.client import NOT_SENT, Client, new_client
from tests.journeys.town import OPENING

SAID = "张三举报李四"
CLIENTS: dict[str, Callable[[int], BaseRequest]] = {"httpx": Client, "aiohttp": AiohttpClient}


@pytest.fixture(params=CLIENTS)
async def calls(request: pytest.FixtureRequest) -> AsyncIterator[BaseRequest]:
    made = CLIENTS[request.param](2)
    await made.initialize()
    yield made
    await made.shutdown()


@asynccontextmanager
async def server(answer: bytes | None) -> AsyncIterator[str]:
    """The URL of a server that answers everything with the same bytes and hangs up; None means that it never
    answers."""
    over = asyncio.Event()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        if answer is None:
            await over.wait()
        else:
            writer.write(answer)
            await writer.drain()
        writer.close()

    listening = await asyncio.start_server(serve, "127.0.0.1", 0)
    yield f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}/bot/sendMessage"
    over.set()
    listening.close()
    await listening.wait_closed()


def http(status: int, body: str) -> bytes:
    return f"HTTP/1.1 {status} x\r\nContent-Length: {len(body.encode())}\r\n\r\n{body}".encode()


@pytest.mark.parametrize(("status", "kind"), [(200, TelegramError), (502, NetworkError)])
async def test_a_damaged_answer_is_quoted_nowhere(
    calls: BaseRequest, caplog: pytest.LogCaptureFixture, status: int, kind: type[TelegramError]
) -> None:
    async with server(http(status, '{"ok": true, "result": [{"text": "' + SAID)) as url:
        with pytest.raises(kind) as raised:
            await calls.post(url)
    assert SAID not in caplog.text and SAID not in str(raised.value)


async def test_what_telegram_says_of_a_failure_is_told(calls: BaseRequest) -> None:
    async with server(http(400, '{"ok": false, "description": "Bad Request: chat not found"}')) as url:
        with pytest.raises(TelegramError, match="hat not found"):
            await calls.post(url)


async def test_a_call_that_reached_nobody_has_surely_not_gone_out(calls: BaseRequest) -> None:
    async with server(None) as url:
        pass
    with pytest.raises(NetworkError) as raised:
        await calls.post(url)
    assert isinstance(raised.value.__cause__, NOT_SENT)


@pytest.mark.parametrize(
    ("answer", "kind"), [(None, TimedOut), (b"", NetworkError), (http(200, "{}")[:-1], NetworkError)]
)
async def test_of_a_call_without_a_whole_answer_nobody_knows(
    calls: BaseRequest, answer: bytes | None, kind: type[NetworkError]
) -> None:
    async with server(answer) as url:
        with pytest.raises(kind) as raised:
            await calls.post(url, read_timeout=0.05)
    assert not isinstance(raised.value.__cause__, NOT_SENT)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not say how long a peer takes nothing")
async def test_a_file_of_which_nothing_more_is_taken_is_given_up(
    calls: BaseRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.outgoing.aiohttp_client.WRITE_FILES", 0.3)
    file = RequestParameter.from_input("document", InputFile(bytes(30_000_000), "evidence.zip"))
    async with server(None) as url, asyncio.timeout(20):
        with pytest.raises(NetworkError) as raised:
            await calls.post(url, RequestData([file]), read_timeout=30, write_timeout=0.3)
    assert not isinstance(raised.value.__cause__, NOT_SENT)


async def test_a_call_on_a_connection_that_was_kept_and_then_fails_is_not_made_again_unseen(calls: BaseRequest) -> None:
    """The call may have been carried out: only the outbox may decide to repeat it."""
    heard: list[bytes] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heard.append(await reader.readuntil(b"\r\n\r\n"))
        writer.write(http(200, '{"ok": true, "result": true}'))
        await writer.drain()
        heard.append(await reader.readuntil(b"\r\n\r\n"))
        writer.close()

    listening = await asyncio.start_server(serve, "127.0.0.1", 0)
    url = f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}/bot/sendMessage"
    await calls.post(url)
    with pytest.raises(NetworkError) as raised:
        await calls.post(url)
    listening.close()
    assert len(heard) == 2 and not isinstance(raised.value.__cause__, NOT_SENT)


async def test_words_and_files_arrive_as_they_are(calls: BaseRequest) -> None:
    world = World(TOKEN, "liaison_test_bot", lambda: OPENING)
    world.add_user(7, "林警官")
    world.chat(7).bot_status = "member"
    embedded = EmbeddedServer(world)
    bot = Bot(TOKEN, f"{await embedded.start()}/bot", request=calls, get_updates_request=calls)
    await bot.initialize()
    await bot.send_message(7, "一 & <b>二</b>", parse_mode="HTML")
    sent = await bot.send_document(7, bytes(range(256)) * 5000, caption="佐证", filename="材料 1.pdf")
    await bot.shutdown()
    await embedded.stop()
    words, file = world.chat(7).messages
    assert words.text == "一 & 二" and file.text == "佐证"
    assert sent.document is not None
    assert (sent.document.file_name, sent.document.file_size) == ("材料 1.pdf", 1_280_000)


async def test_more_calls_than_connections_wait_their_turn(calls: BaseRequest) -> None:
    async with server(http(200, '{"ok": true, "result": 1}')) as url:
        assert await asyncio.gather(*(calls.post(url) for _ in range(9))) == [1] * 9


def test_behind_a_proxy_it_is_httpx(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choice, "getproxies", dict)
    assert isinstance(new_client(None), AiohttpClient)
    assert isinstance(new_client("http://127.0.0.1:9"), Client)
    monkeypatch.setattr(choice, "getproxies", lambda: {"https": "http://127.0.0.1:9"})
    assert isinstance(new_client(None), Client)


def test_parameters_are_the_same_json_with_and_without_orjson(monkeypatch: pytest.MonkeyPatch) -> None:
    given = {
        "chat_id": 7,
        "text": "共 8 项 “更多”\n<b>&amp;</b>",
        "reply_markup": {"inline_keyboard": [[{"text": "提交"}]]},
    }
    fast = json_writer()(given)
    monkeypatch.setitem(sys.modules, "orjson", None)
    assert json_writer()(given) == fast and json.loads(fast) == given
