"""/invite: a one-time link for a unit's liaison or deputy."""

from telegram import Update
from telegram.constants import ChatType
from telegram.helpers import create_deep_linked_url

from data.invites import create_invite
from data.people import Role
from data.units import find_unit
from handlers.context import Context, source
from handlers.replies import answer
from handlers.texts import labels
from handlers.texts.access import INVITE_LINK, INVITE_USAGE
from handlers.texts.groups import GROUP_PRIVATE

DEPUTY_WORDS = ("B角", "b角", "deputy")


async def invite(update: Update, context: Context) -> None:
    """A link for the unit named after the command; with B角 behind it, for a deputy. Raises UnknownUnit."""
    words = list(context.args or [])
    if update.effective_chat is None or update.effective_chat.type != ChatType.PRIVATE:
        await answer(update, context, GROUP_PRIVATE(context.language))
        return
    if not words:
        await answer(update, context, INVITE_USAGE(context.language))
        return
    role = Role.DEPUTY if words[-1] in DEPUTY_WORDS and words.pop() else Role.LIAISON
    unit = find_unit(context.db, " ".join(words))
    token = create_invite(context.db, role, unit.id, context.now, source=source(update), by=context.person.id)
    text = INVITE_LINK(
        context.language,
        unit=unit.name,
        role=labels.ROLE[role](context.language),
        link=create_deep_linked_url(context.bot.username, token),
    )
    await answer(update, context, text)
