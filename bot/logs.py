"""Logging that cannot give the token away: it stands in httpx's lines, in exceptions' texts and in `repr(bot)`."""

import logging
import re
import sys
from types import TracebackType

TOKEN = re.compile(r"\d{5,}:[A-Za-z0-9_-]{20,}")
FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class Redacting(logging.Formatter):
    """Formats a record and then takes every token out of it, tracebacks included."""

    def __init__(self, token: str | None = None) -> None:
        super().__init__(FORMAT)
        self._token = token

    def format(self, record: logging.LogRecord) -> str:
        """The record as one text, without any token."""
        text = super().format(record)
        if self._token:
            text = text.replace(self._token, "[token]")
        return TOKEN.sub("[token]", text)


def set_up_logging(level: str, token: str | None) -> None:
    """Log to stderr at a level, and keep httpx to its warnings. What ends the process is logged too, for Python itself
    would print it as it is."""
    handler = logging.StreamHandler()
    handler.setFormatter(Redacting(token))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    logging.getLogger("httpx").setLevel(logging.WARNING)
    logging.getLogger("apscheduler").setLevel(logging.WARNING)
    sys.excepthook = log_the_end


def log_the_end(kind: type[BaseException], error: BaseException, traceback: TracebackType | None) -> None:
    """Log an exception that nobody has expected, and that ends the process."""
    logging.getLogger(__name__).critical("the process ends", exc_info=(kind, error, traceback))
