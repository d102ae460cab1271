"""Conversion of Telegram's `retry_after`."""

from datetime import timedelta


def retry_seconds(wait: int | timedelta) -> float:
    """Return a `retry_after` in seconds; python-telegram-bot gives a number or a timedelta."""
    return wait.total_seconds() if isinstance(wait, timedelta) else wait
