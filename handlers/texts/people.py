"""Greetings and help."""

from data.people import Membership, Person
from handlers.commands import commands_for
from handlers.texts import messages as m
from handlers.texts.wording import Html, Language, join


def welcome(person: Person, language: Language) -> Html:
    """Say hello and as whom the person is registered."""
    roles = join([role_text(each, language) for each in person.memberships], "、")
    return m.WELCOME(language, name=person.name, roles=roles)


def role_text(membership: Membership, language: Language) -> Html:
    """A role, with its unit where it has one."""
    role = m.ROLE[membership.role](language)
    return m.ROLE_OF_UNIT(language, unit=membership.unit, role=role) if membership.unit else role


def help_text(person: Person, language: Language) -> Html:
    """What this person can do."""
    lines = [
        m.HELP_LINE(language, command=command.name, summary=command.summary(language))
        for command in commands_for(person)
    ]
    return join([m.HELP_HEAD(language), *lines, Html(""), m.HELP_FOOT(language)])
