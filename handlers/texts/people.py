"""Greetings and help."""

from data.people import Membership, Person
from handlers.commands import commands_for
from handlers.texts import messages as m
from handlers.texts.days import day_text
from handlers.texts.wording import Html, Language, join


def welcome(person: Person, language: Language) -> Html:
    """Say hello and as whom the person is registered."""
    roles = join([role_text(each, language) for each in person.memberships], "、")
    return join([m.WELCOME(language, name=person.name, roles=roles), hint(person, language)])


def greeting(person: Person, language: Language) -> Html:
    """Answer a hello."""
    return join([m.GREETING(language), hint(person, language)])


def not_understood(person: Person, language: Language) -> Html:
    """Say what can be said instead."""
    return join([m.NOT_UNDERSTOOD(language), hint(person, language), m.NOT_UNDERSTOOD_FOOT(language)])


def hint(person: Person, language: Language) -> Html:
    """The few words that a person needs most."""
    return m.HINT(language) if person.speaks_for else m.HINT_OVERSEER(language)


def role_text(membership: Membership, language: Language) -> Html:
    """A role, with its unit where it has one."""
    role = m.ROLE[membership.role](language)
    named = m.ROLE_OF_UNIT(language, unit=membership.unit, role=role) if membership.unit else role
    if membership.until is None:
        return named
    return m.ROLE_UNTIL(language, role=named, day=day_text(membership.until, language))


def help_text(person: Person, language: Language) -> Html:
    """What this person can do."""
    lines = [
        m.HELP_LINE(language, command=command.name, summary=command.summary(language))
        for command in commands_for(person)
    ]
    lights = join([Html(f"{light} {words(language)}") for light, words in m.LIGHT.items()], "  ")
    foot = m.HELP_FOOT if person.speaks_for else m.HELP_FOOT_OVERSEER
    return join([m.HELP_HEAD(language), *lines, foot(language), lights])
