"""What a digest lists below the tasks of the plan: heading, line and button for each kind of matter."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from telegram import InlineKeyboardButton

from data.notices.rules import Entry, NoticeMatter, Rule
from data.standing.assignments import Assignment
from handlers.returns import own_returns
from handlers.steps import page as steps_due
from handlers.telegram import Html, Language, Wording


@dataclass(frozen=True, slots=True)
class MatterLines:
    """How one kind of matter is shown in a digest."""

    heading: Wording
    """The heading above the lines of this kind."""
    line: Callable[[NoticeMatter, date, Language], Html]
    """Returns the line of one matter, as of a day."""
    button: Callable[[NoticeMatter, int, Language], InlineKeyboardButton]
    """Returns the button for a matter, given the digest's id in the outbox. A button of the matter's own room opens
    something below the digest. A button of Verb.NOTICE with that id and the choice "step" shows the digest again
    without the line."""
    name: Callable[[NoticeMatter, Language], str]
    """Returns the name of a matter for a list in a sentence."""


MATTERS: dict[Rule, MatterLines] = {
    Rule.RETURN_DUE: MatterLines(
        own_returns.HEADING, own_returns.due_line, own_returns.fill_button_in_digest, own_returns.return_name
    ),
    Rule.STEP_DUE: MatterLines(
        steps_due.HEADING, steps_due.due_line, steps_due.tick_button_in_digest, steps_due.step_name
    ),
}
"""How the matters of each rule are shown, in the order in which they are listed."""


def entry_name(entry: Entry, language: Language) -> str:
    """Return the name of an entry of a digest for a list in a sentence; a task's is its code."""
    if isinstance(entry.subject, Assignment):
        return entry.subject.code
    return MATTERS[entry.rule].name(entry.subject, language) if entry.rule in MATTERS else entry.name
