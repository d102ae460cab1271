"""Logging that never shows the token, which httpx's lines, exception texts and `repr(bot)` contain."""

import logging
import re
import sys
from traceback import format_tb
from types import TracebackType

from telegram.error import TelegramError

TOKEN = re.compile(r"\d{5,}:[A-Za-z0-9_-]{20,}")
LIBRARIES = {"telegram": logging.INFO} | dict.fromkeys(("httpx", "httpcore", "aiohttp", "apscheduler"), logging.WARNING)
"""The lowest level logged for each library; below it, python-telegram-bot logs what people write."""
FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


SAYS_NO_TEXT = (TelegramError, OSError)
"""Exceptions whose message is safe to log, besides SQLite's; the message of any other may quote what a user wrote."""


class RedactingFormatter(logging.Formatter):
    """Formatter that removes every token from a record and its traceback. Exceptions are shown by class and place, and
    with their message only where it cannot quote what a user wrote."""

    def __init__(self, token: str | None = None) -> None:
        super().__init__(FORMAT)
        self._token = token

    def format(self, record: logging.LogRecord) -> str:
        """Return the formatted record with all tokens replaced."""
        if record.exc_info:
            record.exc_text = _tracebacks(record.exc_info[1])
        if record.name == "asyncio":
            record.msg, record.args = _without_values(record.getMessage()), ()
        text = super().format(record)
        if self._token:
            text = text.replace(self._token, "[token]")
        return TOKEN.sub("[token]", text)


def _without_values(message: str) -> str:
    """Return an asyncio message without the tasks and calls it names, because their `repr` contains their arguments."""
    return message.partition("\n")[0].partition("(")[0]


def _tracebacks(error: BaseException | None) -> str:
    """Return the tracebacks of an exception and its causes, earliest first."""
    told, lines = set[int](), list[str]()
    while error is not None and id(error) not in told:
        told.add(id(error))
        is_of_sqlite = type(error).__module__ == "sqlite3"
        said = f": {error}" if is_of_sqlite or isinstance(error, SAYS_NO_TEXT) else ""
        lines.insert(0, f"{''.join(format_tb(error.__traceback__))}{type(error).__qualname__}{said}")
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return "\n".join(lines)


def set_up_logging(level: str, token: str | None) -> None:
    """Log to stderr at `level`, or a library's own level if that is higher. Uncaught exceptions are logged too, because
    Python itself would print them without redaction."""
    handler = logging.StreamHandler()
    handler.setFormatter(RedactingFormatter(token))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for library, least in LIBRARIES.items():
        logging.getLogger(library).setLevel(max(least, logging.getLogger().level))
    sys.excepthook = log_uncaught


def log_uncaught(kind: type[BaseException], error: BaseException, traceback: TracebackType | None) -> None:
    """Log an uncaught exception, which ends the process; installed as `sys.excepthook`."""
    logging.getLogger(__name__).critical("the process ends", exc_info=(kind, error, traceback))
