"""Audiences: who may use what, and what everybody else is told."""

from collections.abc import Callable
from enum import StrEnum

from telegram import Update
from telegram.constants import ChatType

from data.people.people import Person
from handlers.telegram.context import Callback, Context
from handlers.telegram.sending import acknowledge, answer
from handlers.wording import FOR_LIAISONS, Wording
from handlers.wording.refusals import DEPUTIES_BY_LIAISONS, FOR_LIAISONS_OF_OFFICE, FOR_OFFICE, NOT_FOR_ROLE


class For(StrEnum):
    """Whom a command, a button or a message is for."""

    EVERYONE = "everyone"
    SPEAKERS = "speakers"
    LIAISONS = "liaisons"
    OVERSEERS = "overseers"
    WRITERS = "writers"
    COORDINATORS = "coordinators"
    GROUPS = "groups"


INSTEAD = {For.SPEAKERS: FOR_LIAISONS, For.WRITERS: FOR_LIAISONS, For.LIAISONS: DEPUTIES_BY_LIAISONS}
"""What users outside an audience are told; NOT_FOR_ROLE if the audience is not listed."""
MEMBERS: dict[For, Callable[[Person], bool]] = {
    For.SPEAKERS: lambda person: bool(person.speaks_for),
    For.LIAISONS: lambda person: bool(person.liaison_for),
    For.OVERSEERS: lambda person: person.sees_everything,
    For.WRITERS: lambda person: bool(person.speaks_for) or person.is_coordinator,
    For.COORDINATORS: lambda person: person.is_coordinator,
}
"""Conditions for belonging to an audience; everybody belongs to those not listed."""


def may_use(person: Person, audience: For) -> bool:
    """Return whether a person belongs to an audience."""
    is_of_it = MEMBERS.get(audience)
    return is_of_it is None or is_of_it(person)


def words_instead(person: Person, audience: For) -> Wording:
    """Return what to tell a person who does not belong to an audience."""
    words = INSTEAD.get(audience, NOT_FOR_ROLE)
    return FOR_LIAISONS_OF_OFFICE if words is FOR_LIAISONS and person.is_coordinator else words


def only_for(audience: For, callback: Callback) -> Callback:
    """Return a handler that runs `callback` for an audience only and tells others what they can use instead, in a
    pop-up if they pressed a button."""

    async def guarded(update: Update, context: Context) -> None:
        if may_use(context.person, audience):
            await callback(update, context)
        else:
            in_group = update.effective_chat is not None and update.effective_chat.type != ChatType.PRIVATE
            words = (FOR_OFFICE if in_group else words_instead(context.person, audience))(context.language)
            await (acknowledge if update.callback_query else answer)(update, context, words)

    return guarded
