"""Files that are given on the command line."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from bot.cli.base import fail, language
from bot.cli.texts import console as m
from data.plan.files.apart import read_apart
from data.plan.files.problems import FileProblem
from handlers.office.texts.files import file_problem
from handlers.telegram.wording import plain

Reading = TypeVar("Reading")


def read_file(path: Path, read: Callable[[bytes, str], Reading]) -> Reading:
    """What a reader makes of a file, apart from this process; one line and exit code 1 when it cannot be read."""
    try:
        return read_apart(read, path.read_bytes(), path.name)
    except OSError as error:
        reason = str(error.strerror)
    except FileProblem as error:
        reason = plain(file_problem(error, language()))
    return fail(plain(m.FILE_UNREADABLE(language(), name=path, reason=reason)))
