"""What a damaged answer of Telegram holds is kept to oneself: python-telegram-bot would log it whole, and what people
write with it."""

import json
import ssl
from functools import cache
from typing import Any

import httpx
from telegram.error import TelegramError
from telegram.request import BaseRequest


class Discreet(BaseRequest):
    """A client of the Bot API that quotes no answer that it cannot read."""

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """What an answer says. Raises TelegramError for one that is damaged."""
        try:
            answer: dict[str, Any] = json.loads(payload.decode(errors="replace"))
        except ValueError:
            raise TelegramError("Invalid server response") from None
        return answer

    def without_nonsense(self, status: int, payload: bytes) -> tuple[int, bytes]:
        """An answer; of a failure without sense, which would be quoted, the status alone."""
        if not 200 <= status <= 299:
            try:
                self.parse_json_payload(payload)
            except TelegramError:
                payload = b"{}"
        return status, payload


@cache
def certificates() -> ssl.SSLContext:
    """Whom to trust. Read once, for that takes longer than many calls."""
    return httpx.create_ssl_context()
