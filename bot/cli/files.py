"""Reading and writing files named on the command line."""

from collections.abc import Callable
from contextlib import suppress
from errno import EISDIR, ESPIPE
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import TypeVar

from bot.cli.base import language, readable, refuse, say, system_reason
from bot.cli.texts import console as m
from data.plan.files.apart import read_in_process
from data.plan.files.limits import OF_THE_COMMAND_LINE, check_size
from data.plan.files.problems import FileProblem, Problem
from handlers.plan.texts.files import file_problem, problem_text
from handlers.wording import plain

Reading = TypeVar("Reading")
SHORT = 50
"""How many characters of a long name can be part of another one: a name has at most 255 bytes."""


def read_file(path: Path, read: Callable[[bytes, str], Reading]) -> Reading:
    """Return what `read` makes of a file, in a process of its own; a line and exit code 1 if it cannot be read."""
    try:
        return read_in_process(read, _content(path), path.name, OF_THE_COMMAND_LINE)
    except OSError as error:
        reason = system_reason(error)
    except FileProblem as error:
        reason = plain(file_problem(error, language()))
    return refuse(m.FILE_UNREADABLE, name=readable(str(path)), reason=reason)


def problem_words(found: Problem) -> str:
    """Return what is said of a problem found in a file."""
    return plain(problem_text(found, language()))


def _content(path: Path) -> bytes:
    """Return the bytes of an ordinary file: a pipe might never end, nor a device. Raises OSError and FileTooLarge."""
    found = path.stat()
    if not S_ISREG(found.st_mode):
        raise OSError(EISDIR if S_ISDIR(found.st_mode) else ESPIPE, "")
    check_size(found.st_size)
    return path.read_bytes()


def write_file(path: Path, content: bytes) -> None:
    """Write a file completely or not at all, readable by its owner alone. If it cannot be written, print a line and
    exit with code 1. Anything but a regular file (/dev/stdout, a pipe, a link) is written to directly and never
    replaced."""
    beside = path.with_name(f".{path.name[:SHORT]}.part")
    try:
        if path.is_symlink() or (path.exists() and not path.is_file()):
            path.write_bytes(content)
        else:
            beside.unlink(missing_ok=True)
            beside.touch(0o600)
            beside.write_bytes(content)
            beside.replace(path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        refuse(m.FILE_UNWRITABLE, name=path, reason=system_reason(error))
    say(m.FILE_WRITTEN, err=True, name=path)
