"""liaison people import, liaison units import, liaison invite."""

import asyncio
from functools import partial
from pathlib import Path

import click
from telegram.error import TelegramError
from telegram.helpers import create_deep_linked_url

from bot.cli.base import FILE, TEXT, Desk, fail, language, open_desk, readable, said, say
from bot.cli.files import read_file
from bot.cli.texts import console as m
from bot.cli.understand import EVERYBODY
from bot.outgoing.client import name_at_telegram
from data.people.invitations import create_invite
from data.people.people import Role
from data.people.roster_file import RosterReading, read_roster
from data.people.roster_import import Listed, import_roster
from data.plan.files.problems import Problem, ProblemKind
from data.plan.units import Unit, columns_left_out, known_names, read_unit_table, replace_unit_table, unit_meant
from data.plan.vocabulary import read_vocabulary
from data.store.settings import read_setting, write_setting
from data.understanding import understand
from handlers.plan.texts.files import PROBLEMS, problem_text
from handlers.telegram.wording import plain

HARMLESS = (
    ProblemKind.UNIT_SPELLING_CHANGED,
    ProblemKind.SHEET_IGNORED,
    ProblemKind.ENCODING_DOUBTFUL,
    ProblemKind.COLUMN_UNKNOWN,
)


@click.group()
def people() -> None:
    """The people: take a roster over."""


@people.command("import")
@click.argument("file", type=FILE)
def import_people(file: Path) -> None:
    """Take the roster FILE over: unit,name,role,phone,telegram_id,language. Those without an id get a link each."""
    desk = open_desk()
    reading = read_file(file, partial(read_roster, names=known_names(desk.db)))
    lines, wrong = problems_of(reading)
    if wrong:
        fail("\n".join([said(m.ROSTER_REFUSED), *lines]))
    for line in lines:
        click.echo(line)
    bot = bot_name(desk)
    listed = import_roster(desk.db, reading, readable(file.name), desk.now, with_links=bot is not None)
    taken = [person for person in listed if not person.removed]
    say(m.ROSTER_DONE, count=len(taken))
    for line in filter(None, (about(person, bot) for person in listed)):
        click.echo(line)
    if bot is None:
        say(m.BOT_NAME_UNKNOWN)


def about(person: Listed, bot: str | None) -> str:
    """What is to be said of somebody on the roster: their link, that they have one, or that they stay out."""
    if person.token and bot:
        link = create_deep_linked_url(bot, person.token)
        return said(m.ROSTER_LINK, name=person.name, unit=person.unit, link=link)
    words = m.ROSTER_REMOVED if person.removed else m.ROSTER_LINK_WAITS if person.waits else None
    return said(words, name=person.name, unit=person.unit) if words else ""


@click.group()
def units() -> None:
    """The units: their other spellings and their groups."""


@units.command("import")
@click.argument("file", type=FILE)
def import_units(file: Path) -> None:
    """Take the table FILE over: name,aliases,group, aliases joined by 、.

    The shipped one is data/plan/shipped/units.csv.
    """
    desk = open_desk()
    text = read_file(file, read_unit_table)
    for column in columns_left_out(text):
        say(PROBLEMS[ProblemKind.COLUMN_UNKNOWN], column=column)
    count = replace_unit_table(desk.db, text)
    say(m.UNITS_TAKEN, count=count)


@click.command()
@click.argument("unit", type=TEXT)
@click.option("--role", type=click.Choice([role.value for role in Role]), default=Role.LIAISON.value, show_default=True)
def invite(unit: str, role: Role) -> None:
    """Print a one-time link that lets somebody in for UNIT, within 72 hours."""
    desk = open_desk()
    token = create_invite(desk.db, Role(role), unit_called(desk, unit).id, desk.now, source="liaison invite")
    click.echo(invitation(desk, token))


def unit_called(desk: Desk, words: str) -> Unit:
    """The unit by any name that a sentence may use. Raises UnknownUnit."""
    return unit_meant(desk.db, words, lambda text: understand(text, read_vocabulary(desk.db), EVERYBODY, desk.today))


def invitation(desk: Desk, token: str) -> str:
    """The link that a token makes; where the bot's name is not known there is a blank for it, and that is said."""
    name = bot_name(desk)
    if name is None:
        say(m.BOT_NAME_BLANK, err=True)
        return f"https://t.me/<bot>?start={token}"
    return create_deep_linked_url(name, token)


def bot_name(desk: Desk) -> str | None:
    """The bot's user name, which every link holds: as `liaison run` has learnt it, or as Telegram says; else None."""
    return read_setting(desk.db, "username") or asked_name(desk)


def asked_name(desk: Desk) -> str | None:
    """The bot's user name as Telegram says it; None without a token or an answer."""
    given = desk.settings
    if not given.token:
        return None
    try:
        name = asyncio.run(name_at_telegram(given.token, given.api_url, given.proxy))
    except TelegramError:
        return None
    write_setting(desk.db, "username", name)
    return name


def problems_of(reading: RosterReading) -> tuple[list[str], bool]:
    """What is to be said of a roster, and whether any of it keeps the roster from being taken over."""
    found: list[tuple[str, Problem]] = [("", each) for each in reading.problems]
    found += [(f"{row.row}: {row.name} ", each) for row in reading.rows for each in row.problems]
    lines = [where + plain(problem_text(each, language())) for where, each in found]
    return lines, any(each.kind not in HARMLESS for _, each in found)
