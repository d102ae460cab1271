"""Greetings and help."""

from data.people.people import Membership, Person
from handlers.entrance.commands import commands_for
from handlers.telegram import labels
from handlers.telegram.days import day_text
from handlers.telegram.wording import Html, Language, Wording, join, series

WELCOME = Wording("{name}，您好！您已登记为：{roles}。", "Hello {name}. You are registered as: {roles}.")
HINT = Wording(
    "发“我的任务”看任务，发“报进展”填报，也可用下方按钮。",
    "Send “my tasks” to see the tasks, “report” to report progress, or use the buttons below.",
)
HINT_OVERSEER = Wording(
    "发“汇总”看总体情况，发“临期”看快到期的任务，也可用下方按钮。",
    "Send “summary” for the state of the plan, “due soon” for what falls due, or use the buttons below.",
)
ROLE_OF_UNIT = Wording("{unit}{role}", "{role}, {unit}")
ROLE_UNTIL = Wording("{role}（到{day}）", "{role} (until {day})")
HELP_HEAD = Wording("我可以做这些：", "What I can do:")
HELP_LINE = Wording("/{command} {summary}", "/{command} {summary}")
HELP_FOOT = Wording(
    "\n也可以直接说，例如：我的任务、我们还有哪些没完成、2-7、2-7 完成80%、本期无变化、撤回。",
    "\nYou can also just say it: my tasks, what is due next week, 2-7, 2-7 80%, no change, undo.",
)
HELP_FOOT_OVERSEER = Wording(
    "\n也可以直接说，例如：下周到期的、市公安局还有哪些没完成、2-7。",
    "\nYou can also just say it: what is due next week, what is overdue, 2-7.",
)
NOT_UNDERSTOOD = Wording("没听明白。", "I did not understand.")
NOT_UNDERSTOOD_FOOT = Wording(
    "也可以发任务编号（如 2-7）；发 /help 看全部用法。",
    "You can also send a task code such as 2-7; /help shows everything.",
)
GREETING = Wording("您好！", "Hello!")


def welcome(person: Person, language: Language) -> Html:
    """Say hello and as whom the person is registered."""
    roles = Html(series((role_text(each, language) for each in person.memberships), language))
    return join([WELCOME(language, name=person.name, roles=roles), hint(person, language)])


def greeting(person: Person, language: Language) -> Html:
    """Answer a hello."""
    return join([GREETING(language), hint(person, language)])


def not_understood(person: Person, language: Language) -> Html:
    """Say what can be said instead."""
    return join([NOT_UNDERSTOOD(language), hint(person, language), NOT_UNDERSTOOD_FOOT(language)])


def hint(person: Person, language: Language) -> Html:
    """The few words that a person needs most."""
    return HINT(language) if person.speaks_for else HINT_OVERSEER(language)


def role_text(membership: Membership, language: Language) -> Html:
    """A role, with its unit where it has one."""
    role = labels.ROLE[membership.role](language)
    named = ROLE_OF_UNIT(language, unit=membership.unit, role=role) if membership.unit else role
    if membership.until is None:
        return named
    return ROLE_UNTIL(language, role=named, day=day_text(membership.until, language))


def help_text(person: Person, language: Language) -> Html:
    """What this person can do."""
    lines = [
        HELP_LINE(language, command=command.name, summary=command.summary(language)) for command in commands_for(person)
    ]
    lights = join([Html(f"{light} {words(language)}") for light, words in labels.LIGHT.items()], "  ")
    foot = HELP_FOOT if person.speaks_for else HELP_FOOT_OVERSEER
    return join([HELP_HEAD(language), *lines, foot(language), lights])
