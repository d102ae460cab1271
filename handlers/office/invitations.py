"""/invite: a one-time link for a unit's liaison or deputy."""

from telegram import Update
from telegram.constants import ChatType
from telegram.helpers import create_deep_linked_url

from data.errors import StaleButton, UnknownUnit
from data.people.invitations import create_invite
from data.people.people import Role
from data.plan.units import Unit, all_units
from handlers.office.keyboard import pick_invited
from handlers.office.texts.invitations import INVITE_LINK, INVITE_USAGE
from handlers.telegram import labels
from handlers.telegram.callbacks import unpack
from handlers.telegram.context import Context, source
from handlers.telegram.refusals import GROUP_PRIVATE, refusal
from handlers.telegram.sending import acknowledge, answer, show
from handlers.telegram.understanding import unit_named

DEPUTY_WORDS = ("B角", "b角", "deputy")


async def invite(update: Update, context: Context) -> None:
    """Send a link for the unit named after the command, for a deputy where B角 stands behind it. Raises UnknownUnit."""
    words = list(context.args or [])
    if update.effective_chat is None or update.effective_chat.type != ChatType.PRIVATE:
        await answer(update, context, GROUP_PRIVATE(context.language))
        return
    role = Role.DEPUTY if words and words[-1] in DEPUTY_WORDS and words.pop() else Role.LIAISON
    if not words:
        await answer(update, context, INVITE_USAGE(context.language))
        return
    try:
        unit = unit_named(context, " ".join(words))
    except UnknownUnit as error:
        near = [unit for unit in all_units(context.db) if unit.name in error.near]
        keyboard = pick_invited(near, role) if near else None
        await answer(update, context, refusal(error, context.language), keyboard)
        return
    await _show_link(update, context, unit, role)


async def press(update: Update, context: Context) -> None:
    """The unit that was chosen. Raises StaleButton for one that is gone."""
    assert update.callback_query is not None
    role, number = unpack(update.callback_query.data).arguments
    unit = next((unit for unit in all_units(context.db) if unit.id == int(number)), None)
    if unit is None:
        raise StaleButton
    await acknowledge(update)
    await _show_link(update, context, unit, Role(role))


async def _show_link(update: Update, context: Context, unit: Unit, role: Role) -> None:
    token = create_invite(context.db, role, unit.id, context.now, source=source(update), by=context.person.id)
    text = INVITE_LINK(
        context.language,
        unit=unit.name,
        role=labels.ROLE[role](context.language),
        link=create_deep_linked_url(context.bot.username, token),
    )
    await show(update, context, text)
