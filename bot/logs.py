"""Logging that cannot give the token away: it stands in httpx's lines, in exceptions' texts and in `repr(bot)`."""

import logging
import re
import sys
from traceback import format_tb
from types import TracebackType

from telegram.error import TelegramError

TOKEN = re.compile(r"\d{5,}:[A-Za-z0-9_-]{20,}")
LIBRARIES = {"telegram": logging.INFO} | dict.fromkeys(("httpx", "httpcore", "aiohttp", "apscheduler"), logging.WARNING)
"""From which level on libraries are heard: below it python-telegram-bot logs what people write."""
FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


SAYS_NO_TEXT = (TelegramError, OSError)
"""What Telegram and the system say of a failure, as SQLite does; the message of others may hold what somebody wrote."""


class Redacting(logging.Formatter):
    """Formats a record and then takes every token out of it, tracebacks included. Of an exception it tells the kind and
    the place, and what it says only where that cannot be what somebody wrote."""

    def __init__(self, token: str | None = None) -> None:
        super().__init__(FORMAT)
        self._token = token

    def format(self, record: logging.LogRecord) -> str:
        """The record as one text, without any token."""
        if record.exc_info:
            record.exc_text = _told(record.exc_info[1])
        if record.name == "asyncio":
            record.msg, record.args = _without_values(record.getMessage()), ()
        text = super().format(record)
        if self._token:
            text = text.replace(self._token, "[token]")
        return TOKEN.sub("[token]", text)


def _without_values(message: str) -> str:
    """What asyncio says, without the tasks and calls that it says it of: it quotes with them what they were given."""
    return message.partition("\n")[0].partition("(")[0]


def _told(error: BaseException | None) -> str:
    """An exception with those that led to it, the first one first."""
    told, lines = set[int](), list[str]()
    while error is not None and id(error) not in told:
        told.add(id(error))
        is_of_sqlite = type(error).__module__ == "sqlite3"
        said = f": {error}" if is_of_sqlite or isinstance(error, SAYS_NO_TEXT) else ""
        lines.insert(0, f"{''.join(format_tb(error.__traceback__))}{type(error).__qualname__}{said}")
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return "\n".join(lines)


def set_up_logging(level: str, token: str | None) -> None:
    """Log to stderr at a level, libraries at theirs where that is higher. What ends the process is logged too, for
    Python itself would print it as it is."""
    handler = logging.StreamHandler()
    handler.setFormatter(Redacting(token))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for library, least in LIBRARIES.items():
        logging.getLogger(library).setLevel(max(least, logging.getLogger().level))
    sys.excepthook = log_the_end


def log_the_end(kind: type[BaseException], error: BaseException, traceback: TracebackType | None) -> None:
    """Log an exception that nobody has expected, and that ends the process."""
    logging.getLogger(__name__).critical("the process ends", exc_info=(kind, error, traceback))
