"""Settings, database, language and error handling common to all commands."""

import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from errno import ENOSPC
from pathlib import Path
from typing import Any, NoReturn

import click

from bot.cli.texts import console as m
from bot.clock import Clock
from bot.settings import BadSetting, Settings, read_settings
from bot.upkeep.lock import AlreadyRunning, locked
from data.calendar import EARLIEST, LATEST
from data.errors import Refusal
from data.errors.plans import NoPlan
from data.errors.store import DiskFull
from data.people.people import ensure_coordinators
from data.store import Database, is_only_read, keep, open_beside_the_bot, sqlite_errors_translated
from data.times import day_of
from handlers.wording import Language, Wording, plain, refusal
from handlers.wording.system_reasons import in_plain_words


@dataclass(frozen=True, slots=True)
class Desk:
    """An opened database with its settings and clock."""

    settings: Settings
    db: Database
    clock: Clock

    @property
    def now(self) -> datetime:
        """The present moment in UTC."""
        return self.clock.now()

    @property
    def today(self) -> date:
        """Today in the time zone of the settings."""
        return day_of(self.now, self.settings.zone)


class Day(click.ParamType[date]):
    """Parameter type for an ISO date within the range that plans may use."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the date. Anything else is a usage error."""
        try:
            day = value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            self.fail(in_terminal_language(m.NO_DATE, text=value), param, ctx)
        if not EARLIEST <= day <= LATEST:
            self.fail(in_terminal_language(m.FAR_DATE, text=value, first=EARLIEST, last=LATEST), param, ctx)
        return day


class Text(click.ParamType[str]):
    """Parameter type for text."""

    name = "text"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the text with undecodable bytes replaced."""
        return readable(str(value))


DAY_TYPE = Day()
TEXT_TYPE = Text()
FILE_TYPE = click.Path(dir_okay=False, readable=False, path_type=Path)
"""A file; whether it can be read or written is found out, and told, when that is done."""
SHOWN_EVERY = 5000
"""In rows: how often the progress on a large file is reported."""


def language() -> Language:
    """Return the language of the terminal's locale: English if it is an English one, else Chinese."""
    name = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "en" if name.startswith("en") else "zh"


def readable(words: str) -> str:
    """Return the text or file name with undecodable bytes replaced by �, so that it can be shown and stored."""
    return os.fsencode(words).decode("utf-8", "replace")


@contextmanager
def problems_in_a_line() -> Iterator[None]:
    """Turn foreseeable errors into one line on stderr and exit code 1."""
    try:
        with sqlite_errors_translated():
            yield
    except BadSetting as error:
        fail(f"{error.name} {error.zh if language() == 'zh' else error.en}")
    except NoPlan:
        database = settings().database
        if not database.exists():
            refuse(m.NO_DATABASE, path=database)
        refuse(m.NO_PLAN)
    except DiskFull:
        refuse(m.DISK_FULL)
    except Refusal as error:
        from handlers.all_refusals import add_all_refusals  # texts of every room, of which most commands need none

        add_all_refusals()
        fail(plain(refusal(error, language())))
    except click.Abort:
        refuse(m.NOT_ANSWERED)
    except KeyboardInterrupt:
        refuse(m.INTERRUPTED)
    except OSError as error:
        if error.errno == ENOSPC:
            refuse(m.NOTHING_MORE_WRITTEN)
        if error.filename is None:
            raise
        refuse(m.FILE_UNUSABLE, name=readable(str(error.filename)), reason=system_reason(error))


def system_reason(error: OSError) -> str:
    """Return why the system refused a file, in the terminal's language where it is a usual reason."""
    return in_plain_words(os.strerror(error.errno) if error.errno else str(error), language())


def in_terminal_language(wording: Wording, **values: object) -> str:
    """Return a sentence in the terminal's language."""
    return plain(wording(language(), **values))


def say(wording: Wording, *, err: bool = False, **values: object) -> None:
    """Print a sentence on stdout, or on stderr if `err`."""
    click.echo(in_terminal_language(wording, **values), err=err)


def semicolons(lines: Iterable[str]) -> str:
    """Return lines as one, separated by semicolons."""
    return ("; " if language() == "en" else "；").join(lines)


def agreed() -> bool:
    """Ask at the terminal whether to go on, and return whether the answer is yes; no answer is none. Raises click.Abort
    at the end of the input."""
    answer = click.prompt(in_terminal_language(m.PROCEED), default="", show_default=False, prompt_suffix=" ")
    return answer.strip().casefold() in m.AGREED


def refuse(wording: Wording, **values: object) -> NoReturn:
    """Print a sentence on stderr and exit with code 1."""
    fail(in_terminal_language(wording, **values))


def wrong_usage(wording: Wording, **values: object) -> click.UsageError:
    """Return the error that tells of wrong usage with a sentence."""
    return click.UsageError(in_terminal_language(wording, **values))


@contextmanager
def holding_lock(database: Path, otherwise: Wording = m.ALREADY_RUNNING) -> Iterator[None]:
    """Hold the lock of a database. If another process holds it, print `otherwise` and exit."""
    try:
        with locked(database):
            yield
    except AlreadyRunning:
        refuse(otherwise, database=database)


def fail(line: str) -> NoReturn:
    """Print a line on stderr and exit with code 1."""
    click.echo(line, err=True)
    sys.exit(1)


def settings() -> Settings:
    """Return the settings of this process."""
    return read_settings(os.environ)


def open_desk(*, to_write: bool = False) -> Desk:
    """Open the database, which the bot may be using, until the command ends, only to read it unless `to_write`; a
    missing one is empty and stays missing. Raises SchemaOlder and whatever open_database raises."""
    given = settings()
    db = open_beside_the_bot(given.database, given.zone, to_write=to_write)
    click.get_current_context().call_on_close(db.close)
    return desk_with(given, db)


@contextmanager
def desk_to_write() -> Iterator[Desk]:
    """Open the database like `open_desk`, to change it. A missing one gets its file when the block has ended well, so
    that a refusal, whatever its reason, leaves no file behind."""
    desk = open_desk(to_write=True)
    yield desk
    keep(desk.db, desk.settings.database)


def desk_with(given: Settings, db: Database) -> Desk:
    """Return a desk for an open database; unless it may only be read, the coordinators named in the settings are
    admitted, once each."""
    clock = Clock(given.clock)
    if not is_only_read(db):
        ensure_coordinators(db, given.coordinators, clock.now())
    return Desk(given, db, clock)


def print_json(value: object, *, indent: int | None = 2) -> None:
    """Print JSON on stdout, in UTF-8 whatever the terminal's encoding."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=indent).encode())
