"""What stands in a digest below the tasks of the plan: a heading, a line and a button for each kind of matter."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from telegram import InlineKeyboardButton

from data.notices.rules import Entry, Matter, Rule
from data.standing.assignments import Assignment
from handlers.returns import return_notices
from handlers.steps import ticking
from handlers.telegram import Html, Language, Wording


@dataclass(frozen=True, slots=True)
class MatterLines:
    """How one kind of matter is shown in a digest."""

    heading: Wording
    """What stands above the lines of this kind."""
    line: Callable[[Matter, date, Language], Html]
    """The line of one matter, as of a day."""
    button: Callable[[Matter, int, Language], InlineKeyboardButton]
    """The button that deals with a matter, made with the digest's id in the outbox. A button of the matter's own room
    opens something below the digest. A button of Verb.NOTICE with that id and the choice "step" shows the digest again
    without the line."""
    name: Callable[[Matter, Language], str]
    """What a matter is called in a list of several, in a sentence."""


MATTERS: dict[Rule, MatterLines] = {
    Rule.RETURN_DUE: MatterLines(
        return_notices.HEADING, return_notices.due_line, return_notices.fill_in_digest, return_notices.name
    ),
    Rule.STEP_DUE: MatterLines(ticking.HEADING, ticking.due_line, ticking.done_in_digest, ticking.name),
}
"""By their rules, in the order in which they are told."""


def name_of(entry: Entry, language: Language) -> str:
    """What something in a digest is called in a row of others: a task by its code."""
    if isinstance(entry.subject, Assignment):
        return entry.subject.code
    return MATTERS[entry.rule].name(entry.subject, language) if entry.rule in MATTERS else entry.name
