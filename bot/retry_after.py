"""How long Telegram asks to wait."""

from datetime import timedelta


def seconds_of(wait: int | timedelta) -> float:
    """The seconds of a `retry_after`, which python-telegram-bot gives either way."""
    return wait.total_seconds() if isinstance(wait, timedelta) else wait
