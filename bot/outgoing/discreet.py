"""Keeping malformed answers of Telegram out of the log: python-telegram-bot would log them whole, with what people
wrote."""

import json
import ssl
from functools import cache
from typing import Any

import httpx
from telegram.error import TelegramError
from telegram.request import BaseRequest


class DiscreetRequest(BaseRequest):
    """Base of the Bot API clients that never quotes an answer it cannot parse."""

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Return the parsed answer. Raises TelegramError if it is malformed."""
        try:
            answer: dict[str, Any] = json.loads(payload.decode(errors="replace"))
        except ValueError:
            raise TelegramError("Invalid server response") from None
        return answer

    def without_nonsense(self, status: int, payload: bytes) -> tuple[int, bytes]:
        """Return the answer, with an empty body if it is a failure whose body cannot be parsed and would be quoted."""
        if not 200 <= status <= 299:
            try:
                self.parse_json_payload(payload)
            except TelegramError:
                payload = b"{}"
        return status, payload


@cache
def certificates() -> ssl.SSLContext:
    """Return the trusted certificates, cached because loading them takes longer than many calls."""
    return httpx.create_ssl_context()
