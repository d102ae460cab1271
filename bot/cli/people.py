"""The commands `liaison people import`, `liaison units import` and `liaison invite`."""

import asyncio
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

import click
from telegram.error import TelegramError
from telegram.helpers import create_deep_linked_url

from bot.cli.base import (
    FILE_TYPE,
    TEXT_TYPE,
    Desk,
    agreed,
    desk_to_write,
    in_terminal_language,
    readable,
    refuse,
    say,
    semicolons,
)
from bot.cli.files import problem_words, read_file
from bot.cli.texts import console as m
from bot.cli.understand import EVERYBODY
from bot.outgoing.client import name_at_telegram
from data.errors import unless
from data.errors.plans import NoPlan
from data.names import MOST_CHARACTERS
from data.people.invitations import create_invite
from data.people.people import Role
from data.people.roster_file import RosterReading, RosterRow, read_roster
from data.people.roster_import import ImportedPerson, import_roster
from data.plan.files.headers import headings_unknown
from data.plan.files.problems import ProblemKind
from data.plan.units import (
    Unit,
    UnitRow,
    UnitTable,
    all_units,
    known_names,
    lost_names,
    read_unit_table,
    replace_unit_table,
    unit_meant,
)
from data.plan.vocabulary import read_vocabulary
from data.store.settings import read_setting, write_setting
from data.understanding import understand

HARMLESS = (
    ProblemKind.UNIT_SPELLING_CHANGED,
    ProblemKind.SHEET_IGNORED,
    ProblemKind.TABLE_IGNORED,
    ProblemKind.ENCODING_DOUBTFUL,
    ProblemKind.COLUMN_UNKNOWN,
    ProblemKind.COLUMNS_UNKNOWN,
    ProblemKind.PHONE_SHARED,
)
PROBLEMS_IN_A_LINE = 10


@click.group()
def people() -> None:
    """The people: import a roster."""


@people.command("import")
@click.argument("file", type=FILE_TYPE)
def import_people(file: Path) -> None:
    """Import the roster FILE: unit,name,role,phone,telegram_id,language. Each person without an id gets a link."""
    with desk_to_write() as desk:
        listed, bot = _import_people(desk, file)
    taken = [person for person in listed if not person.removed]
    say(m.ROSTER_DONE, count=len({(person.name, person.unit) for person in taken}))
    for line in filter(None, (roster_line(person, bot) for person in listed)):
        click.echo(line)
    if bot is None:
        say(m.BOT_NAME_UNKNOWN)


def _import_people(desk: Desk, file: Path) -> tuple[list[ImportedPerson], str | None]:
    """Import the roster, and return the people in it and the bot's name, if it is known."""
    reading = read_file(file, partial(read_roster, names=known_names(desk.db)))
    lines, wrong = problems_of(reading)
    if wrong:
        refuse(m.ROSTER_REFUSED, problems=in_a_line(lines))
    for line in lines:
        click.echo(line)
    bot = bot_name(desk)
    return import_roster(desk.db, reading, readable(file.name), desk.now, with_links=bot is not None), bot


def roster_line(person: ImportedPerson, bot: str | None) -> str:
    """Return the line to print about a person on the roster: their link, or that one still works, or that they stay
    removed; empty if there is nothing to say."""
    if person.token and bot:
        link = create_deep_linked_url(bot, person.token)
        return in_terminal_language(m.ROSTER_LINK, name=person.name, unit=person.unit, link=link)
    words = m.ROSTER_REMOVED if person.removed else m.ROSTER_LINK_WAITS if person.has_open_link else None
    return in_terminal_language(words, name=person.name, unit=person.unit) if words else ""


@click.group()
def units() -> None:
    """The units: other spellings and groups."""


@units.command("import")
@click.argument("file", type=FILE_TYPE)
@click.option("--yes", is_flag=True)
def import_units(file: Path, yes: bool) -> None:
    """Import the table FILE: name,aliases,group, aliases joined by 、. It replaces all present spellings and groups;
    what would be lost is told before.

    The shipped one is data/plan/shipped/units.csv.
    """
    table = read_file(file, read_unit_table)
    if lines := row_lines(table.rows):
        refuse(m.UNITS_REFUSED, problems=in_a_line(lines))
    for each in headings_unknown(table.left_out):
        click.echo(problem_words(each))
    with desk_to_write() as desk:
        if _tells_of_loss(desk, table) and not yes and not agreed():
            refuse(m.NOT_IMPORTED)
        count = replace_unit_table(desk.db, table)
    say(m.UNITS_TAKEN, count=count)


def _tells_of_loss(desk: Desk, table: UnitTable) -> bool:
    """Print the spellings and groups that the table would make unknown; return whether there are any."""
    lost = lost_names(desk.db, table)
    for wording, names in ((m.SPELLINGS_LOST, lost.spellings), (m.GROUPS_LOST, lost.groups)):
        if names:
            say(wording, err=True, count=len(names), names=in_a_line(names))
    return bool(lost.spellings or lost.groups)


@click.command()
@click.argument("unit", type=TEXT_TYPE)
@click.option("--role", type=click.Choice([role.value for role in Role]), default=Role.LIAISON.value)
def invite(unit: str, role: Role) -> None:
    """Print a one-time link that admits a person for UNIT, valid for 72 hours."""
    with desk_to_write() as desk:
        if not all_units(desk.db):
            raise NoPlan
        token = create_invite(desk.db, Role(role), unit_called(desk, unit).id, desk.now, source="liaison invite")
        link = invitation_link(desk, token)
    click.echo(link)


def unit_called(desk: Desk, words: str) -> Unit:
    """Return the unit by any name that is understood in a message. Raises UnknownUnit."""
    return unit_meant(desk.db, words, lambda text: understand(text, read_vocabulary(desk.db), EVERYBODY, desk.today))


def invitation_link(desk: Desk, token: str) -> str:
    """Return the link for a token, with a blank for the bot's name if that is unknown, as a line on stderr explains."""
    name = bot_name(desk)
    if name is None:
        say(m.BOT_NAME_BLANK, err=True)
        return f"https://t.me/<bot>?start={token}"
    return create_deep_linked_url(name, token)


def bot_name(desk: Desk) -> str | None:
    """Return the bot's user name for links, as stored by `liaison run` or else as Telegram gives it, which is stored;
    None without a token or an answer."""
    given, known = desk.settings, read_setting(desk.db, "username")
    if known or not given.token:
        return known or None
    name = unless(TelegramError, asyncio.run, name_at_telegram(given.token, given.api_url, given.proxy))
    if name is not None:
        write_setting(desk.db, "username", name)
    return name


def problems_of(reading: RosterReading) -> tuple[list[str], bool]:
    """Return the lines to print about a roster's problems, and whether any of them prevents the import."""
    found = [*reading.problems, *(each for row in reading.rows for each in row.problems)]
    of_file = map(problem_words, reading.problems)
    return [*of_file, *row_lines(reading.rows)], any(each.kind not in HARMLESS for each in found)


def row_lines(rows: Iterable[RosterRow | UnitRow]) -> list[str]:
    """Return a line for each problem of the rows."""
    return [
        in_terminal_language(m.UNIT_WITHOUT_NAME, row=row.row)
        if isinstance(row, UnitRow) and each.kind is ProblemKind.NAME_MISSING
        else in_terminal_language(
            m.ROW, row=row.row, name=row.name[:MOST_CHARACTERS] or "?", problem=problem_words(each)
        )
        for row in rows
        for each in row.problems
    ]


def in_a_line(problems: Sequence[str]) -> str:
    """Return the problems joined into one line; of a long list the first ones, and how many more there are."""
    shown = list(problems[:PROBLEMS_IN_A_LINE])
    if left := len(problems) - len(shown):
        shown.append(in_terminal_language(m.ROSTER_MORE, count=left))
    return semicolons(shown)
