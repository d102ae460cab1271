"""Files that are given or asked for on the command line."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from bot.cli.base import language, refuse, say
from bot.cli.texts import console as m
from data.plan.files.apart import read_apart
from data.plan.files.limits import OF_THE_COMMAND_LINE
from data.plan.files.problems import FileProblem
from handlers.plan.texts.files import file_problem
from handlers.telegram.wording import plain

Reading = TypeVar("Reading")


def read_file(path: Path, read: Callable[[bytes, str], Reading]) -> Reading:
    """What a reader makes of a file, apart from this process; one line and exit code 1 when it cannot be read."""
    try:
        return read_apart(read, path.read_bytes(), path.name, OF_THE_COMMAND_LINE)
    except OSError as error:
        reason = str(error.strerror)
    except FileProblem as error:
        reason = plain(file_problem(error, language()))
    return refuse(m.FILE_UNREADABLE, name=path, reason=reason)


def write_file(path: Path, content: bytes) -> None:
    """Write a file, whole or not at all; one line and exit code 1 where it cannot be written. What is no plain file,
    such as /dev/stdout, a pipe or a link, is written into and never replaced."""
    beside = path.with_name(f".{path.name}.part")
    try:
        if path.is_symlink() or (path.exists() and not path.is_file()):
            path.write_bytes(content)
        else:
            beside.write_bytes(content)
            beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        refuse(m.FILE_UNWRITABLE, name=path, reason=error.strerror)
    say(m.FILE_WRITTEN, err=True, name=path)
