"""What every command shares: settings, database, language, and problems as one line."""

import json
import os
import sys
from collections.abc import Iterator
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
from data.people.people import ensure_coordinators
from data.store import Database, open_beside_the_bot
from data.times import day_of
from handlers.telegram.refusals import refusal
from handlers.telegram.wording import Language, Wording, plain


@dataclass(frozen=True, slots=True)
class Desk:
    """An opened database with its settings and clock."""

    settings: Settings
    db: Database
    clock: Clock

    @property
    def now(self) -> datetime:
        """The present moment."""
        return self.clock.now()

    @property
    def today(self) -> date:
        """The present day in the zone of the deadlines."""
        return day_of(self.now, self.settings.zone)


class Day(click.ParamType[date]):
    """An ISO date of which a plan may speak."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The date; a usage error for anything else."""
        try:
            day = value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            self.fail(said(m.NO_DATE, text=value), param, ctx)
        if not EARLIEST <= day <= LATEST:
            self.fail(said(m.FAR_DATE, text=value, first=EARLIEST, last=LATEST), param, ctx)
        return day


class Text(click.ParamType[str]):
    """Words, such as somebody's terminal sends them."""

    name = "text"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The words as they can be shown and kept."""
        return readable(str(value))


DAY = Day()
TEXT = Text()
FILE = click.Path(dir_okay=False, path_type=Path)
SHOWN_EVERY = 5000
"""After so many rows of a large file it is said how far it is."""


def language() -> Language:
    """Chinese, unless the terminal's locale is an English one."""
    name = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "en" if name.startswith("en") else "zh"


def readable(words: str) -> str:
    """What was given, also a file's name, with � for bytes that are not UTF-8: those could not be shown or kept."""
    return os.fsencode(words).decode("utf-8", "replace")


@contextmanager
def problems_in_a_line() -> Iterator[None]:
    """Turn what can be wrong with what was given into one line on stderr and exit code 1."""
    try:
        yield
    except BadSetting as error:
        fail(f"{error.name} {error.zh if language() == 'zh' else error.en}")
    except Refusal as error:
        fail(plain(refusal(error, language())))
    except OSError as error:
        if error.errno != ENOSPC:
            raise
        refuse(m.NOTHING_MORE_WRITTEN)


def said(wording: Wording, **values: object) -> str:
    """A sentence in the terminal's language."""
    return plain(wording(language(), **values))


def say(wording: Wording, *, err: bool = False, **values: object) -> None:
    """A sentence on stdout, or on stderr."""
    click.echo(said(wording, **values), err=err)


def refuse(wording: Wording, **values: object) -> NoReturn:
    """Say what is wrong and leave."""
    fail(said(wording, **values))


@contextmanager
def holding(database: Path, otherwise: Wording = m.ALREADY_RUNNING) -> Iterator[None]:
    """Hold the lock of a database; `otherwise` is what is said, before leaving, where another process does."""
    try:
        with locked(database):
            yield
    except AlreadyRunning:
        refuse(otherwise, database=database)


def fail(line: str) -> NoReturn:
    """Say what is wrong, in a line, and leave."""
    click.echo(line, err=True)
    sys.exit(1)


def settings() -> Settings:
    """The settings of this process."""
    return read_settings(os.environ)


def open_desk(*, reading: bool = False) -> Desk:
    """Open the database beside the bot, which may be running; one that is not there is made unless it is only for
    `reading`. Raises SchemaOlder and what else open_database raises."""
    given = settings()
    return desk_with(given, open_beside_the_bot(given.database, given.zone, may_create=not reading))


def desk_with(given: Settings, db: Database) -> Desk:
    """A desk with a database; who the environment names is let in as a coordinator, once."""
    clock = Clock(given.clock)
    ensure_coordinators(db, given.coordinators, clock.now())
    return Desk(given, db, clock)


def print_json(value: object, *, indent: int | None = 2) -> None:
    """JSON to stdout, in UTF-8 whatever the terminal's encoding is."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=indent).encode())
