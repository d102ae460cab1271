"""Who may use what, and what the others hear."""

from collections.abc import Callable
from enum import StrEnum

from telegram import Update
from telegram.constants import ChatType

from data.people.people import Person
from handlers.telegram.context import Context
from handlers.telegram.refusals import (
    DEPUTIES_BY_LIAISONS,
    FOR_LIAISONS,
    FOR_LIAISONS_OF_OFFICE,
    FOR_OFFICE,
    NOT_FOR_ROLE,
)
from handlers.telegram.sending import Callback, acknowledge, answer
from handlers.telegram.wording import Wording


class For(StrEnum):
    """Who a command, a button or a sentence is for."""

    EVERYONE = "everyone"
    SPEAKERS = "speakers"
    LIAISONS = "liaisons"
    OVERSEERS = "overseers"
    WRITERS = "writers"
    COORDINATORS = "coordinators"
    GROUPS = "groups"


INSTEAD = {For.SPEAKERS: FOR_LIAISONS, For.WRITERS: FOR_LIAISONS, For.LIAISONS: DEPUTIES_BY_LIAISONS}
"""What somebody hears who uses a command of others."""
MEMBERS: dict[For, Callable[[Person], bool]] = {
    For.SPEAKERS: lambda person: bool(person.speaks_for),
    For.LIAISONS: lambda person: bool(person.liaison_for),
    For.OVERSEERS: lambda person: person.sees_everything,
    For.WRITERS: lambda person: bool(person.speaks_for) or person.is_coordinator,
    For.COORDINATORS: lambda person: person.is_coordinator,
}
"""Who is of an audience; of any other, everybody is."""


def may_use(person: Person, audience: For) -> bool:
    """Whether a person is of an audience."""
    is_of_it = MEMBERS.get(audience)
    return is_of_it is None or is_of_it(person)


def words_instead(person: Person, audience: For) -> Wording:
    """What a person hears who is not of an audience."""
    words = INSTEAD.get(audience, NOT_FOR_ROLE)
    return FOR_LIAISONS_OF_OFFICE if words is FOR_LIAISONS and person.is_coordinator else words


def only_for(audience: For, callback: Callback) -> Callback:
    """A handler for an audience alone; others are told what they can use instead, after a press in a notice."""

    async def guarded(update: Update, context: Context) -> None:
        if may_use(context.person, audience):
            await callback(update, context)
        else:
            in_group = update.effective_chat is not None and update.effective_chat.type != ChatType.PRIVATE
            words = (FOR_OFFICE if in_group else words_instead(context.person, audience))(context.language)
            await (
                answer(update, context, words) if update.callback_query is None else acknowledge(update, context, words)
            )

    return guarded
