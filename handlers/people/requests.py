"""Strangers who write that they want to be let in."""

from dataclasses import replace
from typing import NamedTuple

from telegram import Update, User

from data.errors import Refusal, unless
from data.people.arrivals import ask_to_join, unfinished_arrival
from data.people.invitations import Invitee
from data.people.people import SPEAKING_ROLES, Role, set_language
from data.understanding import Kind, Speaker, Understanding
from data.understanding.announcing.addressees import surely_an_unknown_office
from data.understanding.normalise.sentence import is_hanzi
from data.understanding.people.people_invited import people_invited
from data.understanding.people.phone_numbers import phone_within
from handlers.office.invited_people import people_to_invite
from handlers.people.joining import name_at_telegram
from handlers.people.texts import newcomers as texts
from handlers.telegram import Context, answer
from handlers.telegram.sending import answer_stranger

LONGEST = 60
"""The longest message without a number, in characters, in which a stranger may say who they are."""


class Request(NamedTuple):
    """What strangers write of themselves: the unit, by its name if the plan has none such, and their name and role."""

    unit: int | str
    name: str
    role: str


async def answer_request(update: Update, context: Context, user: User, said: str) -> bool:
    """Answer a stranger who waits for the office or their first day, or who asks to be let in, which the office is then
    told and they as well, however much they have written before. Return whether they do either."""
    arrival, called = unfinished_arrival(context.db, user.id), name_at_telegram(user)
    asked = _request_in(context, said) if arrival is None or arrival.unit_is_unknown else None
    if arrival is not None and not (asked and isinstance(asked.unit, int)):
        await answer_stranger(update, context, texts.not_in_yet(arrival, context.language))
        return True
    if asked is None:
        return False
    named = Invitee(asked.name if any(map(is_hanzi, asked.name)) else called, phone_within(said))
    arrival = ask_to_join(context.db, asked.unit, Role(asked.role), named, user.id, called, context.now)
    if arrival is None:
        await answer_stranger(update, context, texts.NOT_PASSED_ON(context.language))
    else:
        set_language(context.db, arrival.person.id, context.language)
        await answer(update, context, texts.not_in_yet(arrival, context.language))
    return True


def _request_in(context: Context, said: str) -> Request | None:
    """Return the one unit, name and role that a stranger writes with a phone number in one message, or None."""
    if not phone_within(said):
        return None
    heard = _heard(context, said)
    invited = unless(Refusal, people_to_invite, context, heard) or _of_unknown_office(heard)
    found = [Request(each.unit, each.name, each.role or Role.LIAISON) for each in invited if each.name]
    return found[0] if len(found) == len(invited) == 1 and found[0].role in SPEAKING_ROLES else None


def unknown_unit_in(context: Context, said: str) -> str | None:
    """Return what a stranger calls a unit that the plan has not, in words that are short enough to say who they are."""
    return surely_an_unknown_office(_heard(context, said)) if len(said) <= LONGEST else None


def _heard(context: Context, said: str) -> Understanding:
    return context.bot_data.words.understand(said, Speaker(), context.today)


def _of_unknown_office(heard: Understanding) -> list[Request]:
    """Return those whom a sentence names with the one office in it, if the plan has none such."""
    office = surely_an_unknown_office(heard)
    if office is None or heard.names(Kind.UNIT):
        return []
    as_units = [replace(each, kind=Kind.UNIT) if each.kind is Kind.STRANGER else each for each in heard.readings]
    return [Request(office, each.name, each.role) for each in people_invited(replace(heard, readings=tuple(as_units)))]
