"""What stands in a digest below the tasks of the plan: a heading, a line and a button for each kind of matter."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from telegram import InlineKeyboardButton

from data.notices.rules import Entry, Matter, Rule
from data.standing.assignments import Assignment
from handlers.returns import reminding
from handlers.steps import ticking
from handlers.telegram import Html, Language, Wording


@dataclass(frozen=True, slots=True)
class MatterLines:
    """How a kind of matter is shown in a digest: its heading, its line as of a day, the button that ends it, and what
    it is called in a row of others.

    That is one of the kind's own room, which opens something below the digest; or it is made of the digest's id in the
    outbox, with Verb.NOTICE and the choice "step", so that the digest is shown again without the line.
    """

    heading: Wording
    line: Callable[[Matter, date, Language], Html]
    button: Callable[[Matter, int, Language], InlineKeyboardButton]
    name: Callable[[Matter, Language], str]


MATTERS: dict[Rule, MatterLines] = {
    Rule.RETURN_DUE: MatterLines(reminding.HEADING, reminding.due_line, reminding.fill_in_digest, reminding.name),
    Rule.STEP_DUE: MatterLines(ticking.HEADING, ticking.due_line, ticking.done_in_digest, ticking.name),
}
"""By their rules, in the order in which they are told."""


def name_of(entry: Entry, language: Language) -> str:
    """What something in a digest is called in a row of others: a task by its code."""
    if isinstance(entry.subject, Assignment):
        return entry.subject.code
    return MATTERS[entry.rule].name(entry.subject, language) if entry.rule in MATTERS else entry.name
