"""The HTTP client. python-telegram-bot's own logs a damaged answer whole, and what people write with it."""

import json
import ssl
from functools import cache
from typing import Any

import httpx
from telegram.error import TelegramError
from telegram.request import HTTPXRequest


class Client(HTTPXRequest):
    """Calls the Bot API, and keeps to itself what a damaged answer holds."""

    def __init__(self, connection_pool_size: int = 1, proxy: str | None = None) -> None:
        super().__init__(connection_pool_size, proxy=proxy, httpx_kwargs={"verify": _certificates()})

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """What an answer says. Raises TelegramError for one that is damaged."""
        try:
            answer: dict[str, Any] = json.loads(payload.decode(errors="replace"))
        except ValueError:
            raise TelegramError("Invalid server response") from None
        return answer

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """The status and the body of an answer; of a failure without sense, which would be quoted, the status alone."""
        status, payload = await super().do_request(*args, **kwargs)
        if not 200 <= status <= 299:
            try:
                self.parse_json_payload(payload)
            except TelegramError:
                payload = b"{}"
        return status, payload


@cache
def _certificates() -> ssl.SSLContext:
    """Whom to trust. Read once, for that takes longer than many calls."""
    return httpx.create_ssl_context()
