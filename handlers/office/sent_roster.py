"""A roster that the office sends to the chat: each of its people is invited by a press."""

import asyncio
from functools import partial

from telegram import InlineKeyboardMarkup

from data.people.people import SPEAKING_ROLES
from data.people.roster_file import RosterRow, read_roster
from data.plan.files.apart import read_apart
from data.plan.files.problems import FileProblem
from data.plan.units import all_units, known_names
from handlers.office import keyboard as buttons
from handlers.office.texts import invitations as texts
from handlers.telegram import Context, Html


async def people_in(context: Context, content: bytes, name: str) -> list[RosterRow]:
    """The people whom a file lists that is no plan; nobody where it is no roster either."""
    read = partial(read_roster, names=known_names(context.db))
    try:
        roster = await asyncio.to_thread(read_apart, read, content, name)
    except FileProblem:
        return []
    return [row for row in roster.rows if row.name and row.unit]


def shown(context: Context, name: str, people: list[RosterRow]) -> tuple[Html, InlineKeyboardMarkup | None]:
    """What is said of a roster, and a button for each of those who speak for a unit of the plan."""
    units = {unit.name: unit for unit in all_units(context.db)}
    invited = [(row, units[row.unit]) for row in people if row.unit in units and row.role in SPEAKING_ROLES]
    unknown = list(dict.fromkeys(row.unit for row in people if row.unit not in units))
    text = texts.roster(name, len(people), unknown if units else [], context.language, has_plan=bool(units))
    return text, buttons.listed_people(invited) if invited else None
