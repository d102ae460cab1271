"""Invitations (/invite): a one-time link, sent as words to forward and as a picture to scan."""

from contextlib import suppress
from dataclasses import dataclass, replace
from io import BytesIO

from telegram import Update
from telegram.constants import ChatType
from telegram.error import TelegramError

from data.errors import UnknownUnit
from data.errors.people import RoleNeedsUnit
from data.people.directory import people_named
from data.people.invitations import create_invite
from data.people.people import SPEAKING_ROLES, Role
from data.plan.plan import current_plan
from data.plan.units import Unit, all_units
from data.understanding import Kind, Understanding, find_order, of_kind
from data.understanding.list_exceptions import unit_in, units_in
from data.understanding.people.people_invited import role_said, role_word
from data.understanding.people.phone_numbers import phone_within, without_phone
from data.understanding.people.staffing import (
    BESIDE_A_NAME,
    is_called,
    name_before_a_unit,
    name_behind_a_unit,
    name_invited,
)
from handlers.office.keyboard import pick_invited
from handlers.office.texts import invitations as texts
from handlers.telegram import (
    GROUP_PRIVATE,
    Context,
    For,
    Html,
    answer,
    hear,
    labels,
    only_for,
    pressed,
    refusal,
    still_there,
    unit_named,
)
from handlers.telegram.wording import with_phone

LONGEST_NAME, NAME_IN_BUTTON = 20, 8
SCALE, BORDER = 8, 4
"""The size of a module of the QR code in pixels, and of the white border in modules."""


@dataclass(frozen=True, slots=True)
class InvitationDetails:
    """The role, unit (None for the office's own people), name and phone number of a person to be invited; the last two
    may be empty."""

    role: Role
    unit: Unit | None
    name: str = ""
    phone: str = ""


async def invite_one(update: Update, context: Context) -> None:
    """Handle /invite for one person: send a link for the unit, role and name in the arguments. Raises RoleNeedsUnit,
    and NoPlan if no plan has been imported yet."""
    if update.effective_chat is None or update.effective_chat.type != ChatType.PRIVATE:
        await answer(update, context, GROUP_PRIVATE(context.language))
        return
    words = " ".join(context.args or [])
    role, said = _role_in(words)
    if not without_phone(said) and role in (None, *SPEAKING_ROLES):
        await answer(update, context, texts.INVITE_USAGE(context.language))
        return
    await _invite(update, context, role, without_phone(said), phone_within(said))


async def invite_one_in_words(update: Update, context: Context, meaning: Understanding) -> None:
    """Send the link that a coordinator's sentence asks for (请法院的刘某当观察员)."""
    role = role_word(meaning.text).casefold()
    unit = unit_in(meaning) or next(iter(units_in(meaning)), "")
    name = name_invited(meaning, role) if unit or role else ""
    context.args = [each for each in (unit, name, role, phone_within(meaning.text)) if each]
    await only_for(For.COORDINATORS, invite_one)(update, context)


async def invite_for_role(update: Update, context: Context, meaning: Understanding) -> bool:
    """Send a link if a coordinator asks for somebody in a role, for the office (请个协调员) or one more for a unit
    (商务局加一个联络员李敏); return whether the sentence did so."""
    ways = ("staffing.oversees_invited", "staffing.speaks_invited")
    asked = find_order(meaning, *ways) if context.person.is_coordinator else None
    if asked is None or (asked["name"] and (not is_called(asked["name"]) or people_named(context.db, asked["name"]))):
        return False
    context.args = [each for each in (asked.unit, asked["role"], asked["name"], phone_within(meaning.text)) if each]
    await invite_one(update, context)
    return True


async def _invite(update: Update, context: Context, role: Role | None, said: str, phone: str) -> None:
    """Send the link for one unit, or buttons with similar names if the unit is unknown. Raises RoleNeedsUnit and
    NoPlan."""
    try:
        await _make_link(update, context, replace(_invited(context, role, said), phone=phone))
    except UnknownUnit as error:
        current_plan(context.db)
        near = [unit for unit in all_units(context.db) if unit.name in error.near]
        name = said.removeprefix(error.name).strip() if said != error.name else ""
        keyboard = pick_invited(near, role or Role.LIAISON, name[:NAME_IN_BUTTON]) if near else None
        await answer(update, context, refusal(error, context.language), keyboard)


async def press_invite(update: Update, context: Context) -> None:
    """Send the link for the chosen unit. Raises StaleButton if the unit no longer exists."""
    role, number, *name = pressed(update)
    unit = still_there(next((unit for unit in all_units(context.db) if unit.id == int(number)), None))
    await _make_link(update, context, InvitationDetails(Role(role), unit, "".join(name)))


def _role_in(said: str) -> tuple[Role | None, str]:
    """Return the role that `said` names or contains (市公安局B角小吴), and `said` without it."""
    word = role_word(said)
    if not word:
        return None, said
    before, _, behind = said.casefold().partition(word.casefold())
    beside = said[: len(before)], said[len(said) - len(behind) :]
    return Role(role_said(word)), " ".join(filter(None, (each.strip(BESIDE_A_NAME) for each in beside)))


def _invited(context: Context, role: Role | None, said: str) -> InvitationDetails:
    """Return the person that `said` asks to invite; a coordinator or observer may be named without a unit. Raises
    UnknownUnit, and RoleNeedsUnit if a liaison or deputy is asked for the office."""
    oversees = role not in (None, *SPEAKING_ROLES)
    if oversees and (not said or said.casefold() in texts.THE_OFFICE):
        return InvitationDetails(role or Role.OBSERVER, None)
    unit, name = _unit_and_name(context, said)
    if unit is None and oversees:
        office = next((word for word in texts.THE_OFFICE if said.casefold().startswith(word)), "")
        return InvitationDetails(role or Role.OBSERVER, None, said[len(office) :].strip()[:LONGEST_NAME])
    if unit is None:
        if said.casefold() in texts.THE_OFFICE:
            raise RoleNeedsUnit(role or Role.LIAISON)
        unit = unit_named(context, said)
    return InvitationDetails(role or Role.LIAISON, unit, name[:LONGEST_NAME])


def _unit_and_name(context: Context, said: str) -> tuple[Unit | None, str]:
    """Return the unit that `said` names, or None if that is not certain, and the name of the person beside it. Raises
    UnknownUnit if the first word only resembles the names of units and more words follow."""
    with suppress(UnknownUnit):
        return unit_named(context, said), ""
    meaning, units = hear(context, said), {unit.name: unit for unit in all_units(context.db)}
    for reading in of_kind(meaning, Kind.UNIT):
        if len(reading.values) == 1 and reading.values[0] in units:
            before, behind = meaning.text[: reading.start], meaning.text[reading.end :]
            return units[reading.values[0]], name_behind_a_unit(behind) or name_before_a_unit(before)
    first_word, _, rest = said.partition(" ")
    try:
        return unit_named(context, first_word), rest.strip()
    except UnknownUnit as error:
        if error.near and rest:
            raise
    return None, ""


async def _make_link(update: Update, context: Context, invited: InvitationDetails) -> None:
    unit = invited.unit
    token = create_invite(
        context.db,
        invited.role,
        unit.id if unit else None,
        context.now,
        source=context.source,
        by=context.person.id,
        name=invited.name,
        phone=invited.phone,
    )
    await show_link(update, context, invited, token)


async def show_link(update: Update, context: Context, invited: InvitationDetails, token: str) -> None:
    """Send what the link is for and, below it, what can be forwarded: a picture to scan with the words and the link."""
    unit, link = invited.unit, context.link(token)
    role = labels.ROLE[invited.role](context.language)
    named = {"unit": unit.name if unit else "", "role": role, "name": invited.name}
    called = with_phone(invited.name, invited.phone, context.language)
    await answer(update, context, texts.link_text(context.language, **{**named, "name": called}))
    await _send_picture(update, context, link, texts.LETTER(context.language, **named, link=link))


async def _send_picture(update: Update, context: Context, link: str, caption: Html) -> None:
    """Send the link as a QR code with `caption`, or `caption` alone if Telegram refuses the picture."""
    assert update.effective_chat is not None
    try:
        sent = await context.bot.send_photo(
            update.effective_chat.id, picture_of(link), caption=caption, parse_mode="HTML"
        )
    except TelegramError:
        await answer(update, context, caption)
        return
    context.bot_data.last_messages.note(sent)


def picture_of(link: str) -> bytes:
    """Return a PNG with the QR code of `link`."""
    import segno

    picture = BytesIO()
    segno.make(link, error="m").save(picture, kind="png", scale=SCALE, border=BORDER)
    return picture.getvalue()
