"""Files that are given or asked for on the command line."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from bot.cli.base import fail, language
from bot.cli.texts import console as m
from data.plan.files.apart import read_apart
from data.plan.files.limits import OF_THE_COMMAND_LINE
from data.plan.files.problems import FileProblem
from handlers.office.texts.files import file_problem
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
    return fail(plain(m.FILE_UNREADABLE(language(), name=path, reason=reason)))


def write_file(path: Path, content: bytes) -> None:
    """Write a file, whole or not at all; one line and exit code 1 where it cannot be written."""
    beside = path.with_name(f".{path.name}.part")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    except OSError as error:
        fail(plain(m.FILE_UNWRITABLE(language(), name=path, reason=error.strerror)))
    click.echo(plain(m.FILE_WRITTEN(language(), name=path)), err=True)
