"""The tables on costs in the report: a line for each month, and the messages of a day."""

from collections import Counter
from collections.abc import Callable, Mapping

from tests.rehearsal.cost import ROLES, Cost, costs, heard_a_day
from tests.rehearsal.goals import by_role
from tests.rehearsal.markdown import table
from tests.rehearsal.play import Play

LIAISONS, SECOND, OFFICE, GROUPS = ROLES
HEAD = """
## What it cost people

Averages per person, by month. “Heard” are unprompted messages: the bot's own (a digest, the office's morning message) +
those caused by somebody else's act (a verdict, a report to review, a changed plan). “Done” are messages written +
presses. “Read” is the number of words in all messages and answers; a Chinese character counts as one. For a group: what
was posted in it. The second liaisons and the deputies write and press nothing.
"""


def costs_told(play: Play) -> list[str]:
    """Return the lines of the whole chapter."""
    found = {(each.role, each.month): each for each in costs(play)}
    months = sorted({month for _, month in found})
    rows = [(month, *(cell(found[role, month]) for _, role, cell in COLUMNS)) for month in months]
    head = ("month", *(words for words, _, _ in COLUMNS))
    return [HEAD, *table(head, rows), "\nPer person and working day:\n", *_messages_a_day(play)]


def _heard(cost: Cost) -> str:
    return f"{cost.heard / _people(cost):.1f} + {cost.caused / _people(cost):.1f}"


def _done(cost: Cost) -> str:
    return f"{cost.wrote / _people(cost):.1f} + {cost.pressed / _people(cost):.1f}"


def _read(cost: Cost) -> str:
    return f"{cost.words / _people(cost):.0f}"


def _people(cost: Cost) -> int:
    return 1 if cost.role == GROUPS else max(1, cost.people)


COLUMNS: tuple[tuple[str, str, Callable[[Cost], str]], ...] = (
    ("liaisons: heard", LIAISONS, _heard),
    ("done", LIAISONS, _done),
    ("read", LIAISONS, _read),
    ("second and deputies: heard", SECOND, _heard),
    ("read", SECOND, _read),
    ("office: heard", OFFICE, _heard),
    ("done", OFFICE, _done),
    ("read", OFFICE, _read),
    ("groups: heard", GROUPS, _heard),
    ("read", GROUPS, _read),
)
"""The heading of each column, its role, and the function for its cells."""


def _messages_a_day(play: Play) -> list[str]:
    """Return the table of messages to a person on a working day, and of days with more than one."""
    days = Counter[str]()
    for each in costs(play):
        days[each.role] += each.days
    rows = []
    for kind, caused in (("the bot's own", False), ("caused by somebody else", True)):
        heard: Mapping[str, tuple[int, int]] = by_role(heard_a_day(play, caused=caused))
        for role, (count, more) in sorted(heard.items()):
            rows.append((kind, role, f"{count / max(1, days[role]):.2f}", f"{more} of {days[role]}"))
    return table(("messages", "role", "a day", "days with more than one"), rows)
