"""Keeps damaged answers of Telegram out of the log: python-telegram-bot would log them whole, with what people write
in them."""

import json
import ssl
from functools import cache
from typing import Any

import httpx
from telegram.error import TelegramError
from telegram.request import BaseRequest


class Discreet(BaseRequest):
    """A client of the Bot API that never quotes an answer that it cannot read."""

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The content of an answer. Raises TelegramError for a damaged one."""
        try:
            answer: dict[str, Any] = json.loads(payload.decode(errors="replace"))
        except ValueError:
            raise TelegramError("Invalid server response") from None
        return answer

    def without_nonsense(self, status: int, payload: bytes) -> tuple[int, bytes]:
        """An answer; for a failure with a senseless body, which would be quoted, only its status."""
        if not 200 <= status <= 299:
            try:
                self.parse_json_payload(payload)
            except TelegramError:
                payload = b"{}"
        return status, payload


@cache
def certificates() -> ssl.SSLContext:
    """The trusted certificates, read only once, because that takes longer than many calls."""
    return httpx.create_ssl_context()
