"""Inviting people (/invite), by command or in words: whoever is invited is shown before there is a link."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from telegram import InlineKeyboardMarkup, Update

from data.errors import UnknownUnit
from data.errors.people import RoleNeedsUnit
from data.names import checked_name
from data.people.directory import people_by_unit, people_named
from data.people.people import Role
from data.plan.plan import current_plan
from data.plan.units import all_units
from data.understanding import Kind, Order, Understanding, find_order, of_kind
from data.understanding.announcing.addressees import unknown_office
from data.understanding.people.people_invited import (
    gives_only_a_person,
    names_the_office,
    only_a_name,
    role_said,
    words_behind_the_unit,
)
from data.understanding.people.phone_numbers import phone_within
from data.understanding.people.staffing import is_called
from handlers.dialog import Talk, begin, reader
from handlers.office.invited_people import INVITATIONS, InvitedLine, answers_for, make_link, people_to_invite
from handlers.office.texts.invitations import NO_NAME_READ, THERE_ALREADY
from handlers.telegram import Context, For, answer, hear, invite_button, only_for, text_of, unit_named
from handlers.wording import NOTHING, Html, refusal, series


async def invite_command(update: Update, context: Context) -> None:
    """Handle /invite: send the link for one person that it names, or show them first if more is said. Raises what
    people_to_invite raises."""
    is_command = text_of(update).startswith("/")
    await _invite(update, context, hear(context, " ".join(context.args or [])), at_once=is_command)


async def invite_in_words(update: Update, context: Context, meaning: Understanding) -> None:
    """Show whom a coordinator's sentence invites before there are links; a link for a unit alone is sent at once."""
    await only_for(For.COORDINATORS, partial(_invite, meaning=meaning))(update, context)


def _role_asked(context: Context, meaning: Understanding) -> Order | None:
    """Return what a sentence says that asks for somebody in a role who is not there yet, or None."""
    asked = find_order(meaning, "staffing.oversees_invited", "staffing.speaks_invited")
    if asked is None or (asked["name"] and (not is_called(asked["name"]) or people_named(context.db, asked["name"]))):
        return None
    return asked


def _names_newcomer(talk: Talk[Any], text: str, heard: Understanding) -> bool:
    asked = _role_asked(talk.context, heard)
    return asked is not None and bool(asked["name"] and asked.unit)


@reader(for_=For.COORDINATORS, knows=_names_newcomer)
async def invite_for_role(update: Update, context: Context, meaning: Understanding) -> bool:
    """Begin the dialog if a coordinator asks for somebody in a role, for the office (请个协调员) or one more for a unit
    (商务局加一个联络员李敏); return whether the sentence did so."""
    if _role_asked(context, meaning) is None:
        return False
    await _invite(update, context, meaning)
    return True


async def show_invited(update: Update, context: Context, invited: Sequence[InvitedLine], first: Html = NOTHING) -> None:
    """Begin the dialog with the people to be invited, with `first` above it."""
    await begin(update, context, INVITATIONS, update.update_id, answers=answers_for(invited), first=first)


async def _invite(update: Update, context: Context, meaning: Understanding, *, at_once: bool = False) -> None:
    """Show the people to be invited, or send the link if there is nothing to check: for a unit alone or, `at_once`, one
    person. Instead of a unit that is not clear, offer those with similar names."""
    office = unknown_office(meaning)
    try:
        lines = people_to_invite(context, meaning)
        if office and not lines:
            raise UnknownUnit(office)
        lines = lines or (_by_first_word(context, meaning) if at_once else [])
    except UnknownUnit as error:
        current_plan(context.db)
        near = [unit for unit in all_units(context.db) if unit.name in error.near]
        role, name = Role(role_said(meaning.text) or Role.LIAISON), only_a_name(meaning).removeprefix(error.name)
        phone = phone_within(meaning.text)
        name = checked_name(name.strip()) if near else name
        offered = [[invite_button(unit.name, role, unit.id, name, phone)] for unit in near]
        keyboard = InlineKeyboardMarkup(offered) if offered else None
        await answer(update, context, refusal(error, context.language), keyboard)
        return
    only_a_unit = not any(each.name or each.phone or each.role != Role.LIAISON for each in lines)
    there = _there_already(context, meaning, lines)
    lines = [each for each in lines if each.unit not in there]
    if not lines:
        await begin(update, context, INVITATIONS, update.update_id)
    elif office and any(each.unit for each in lines):
        await show_invited(update, context, lines, refusal(UnknownUnit(office), context.language))
    elif len(lines) == 1 and (at_once or only_a_unit) and gives_only_a_person(meaning):
        await make_link(update, context, lines[0])
    else:
        words = words_behind_the_unit(meaning) if len(lines) == 1 and not lines[0].name else ""
        first = NO_NAME_READ(context.language, words=words) if words else NOTHING
        names = series([*there.values()], context.language)
        await show_invited(update, context, lines, THERE_ALREADY(context.language, names=names) if there else first)


def _there_already(context: Context, meaning: Understanding, lines: Sequence[InvitedLine]) -> Mapping[int, str]:
    """Return the units of a group that is invited as a whole, though not all, that have a liaison, with the names."""
    named = {each.values for each in of_kind(meaning, Kind.UNIT)}
    asked = {each.unit for each in lines if not each.name and each.role == Role.LIAISON}
    there = {
        each.unit_id: f"{each.unit} {each.name}"
        for each in people_by_unit(context.db)
        if each.unit_id in asked and (each.unit,) not in named and each.role is Role.LIAISON
    }
    return there if len(there) < len(lines) else {}


def _by_first_word(context: Context, meaning: Understanding) -> list[InvitedLine]:
    """Return a line for the unit that a command's words or their first word name in any way, with the name behind it.
    Raises UnknownUnit, and RoleNeedsUnit if a liaison or deputy is asked for the office."""
    words, role = only_a_name(meaning), Role(role_said(meaning.text) or Role.LIAISON)
    if not words:
        return []
    if names_the_office(words):
        raise RoleNeedsUnit(role)
    first, _, name = words.partition(" ")
    try:
        unit, name = unit_named(context, words), ""
    except UnknownUnit:
        unit = unit_named(context, first)
    return [InvitedLine(unit.id, name.strip(), phone_within(meaning.text), role)]
