"""Damaged answers of Telegram: what they hold stays out of the log and out of what is raised."""

import pytest
from telegram.error import NetworkError, TelegramError
from telegram.request import HTTPXRequest

from bot.outgoing.client import Client

SAID = "张三举报李四"


async def answered(monkeypatch: pytest.MonkeyPatch, status: int, body: str) -> Client:
    """A client whose every call is answered like this."""

    async def answer(self: HTTPXRequest, *args: object, **kwargs: object) -> tuple[int, bytes]:
        return status, body.encode()

    monkeypatch.setattr(HTTPXRequest, "do_request", answer)
    return Client()


@pytest.mark.parametrize(("status", "kind"), [(200, TelegramError), (502, NetworkError)])
async def test_a_damaged_answer_is_quoted_nowhere(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, status: int, kind: type[TelegramError]
) -> None:
    client = await answered(monkeypatch, status, '{"ok": true, "result": [{"text": "' + SAID)
    with pytest.raises(kind) as raised:
        await client.post("https://api.telegram.org/bot/getUpdates")
    assert SAID not in caplog.text and SAID not in str(raised.value)
    await client.shutdown()


async def test_what_telegram_says_of_a_failure_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    client = await answered(monkeypatch, 400, '{"ok": false, "description": "Bad Request: chat not found"}')
    with pytest.raises(TelegramError, match="hat not found"):
        await client.post("https://api.telegram.org/bot/sendMessage")
    await client.shutdown()
