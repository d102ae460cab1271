"""What can be refused of the plan, its tasks and its lists."""

from data.errors import Refusal


class TooManyGone(Refusal):
    """A plan file leaves out too many of the `present` tasks to be the same plan; `gone` are their codes and titles."""

    present: int
    gone: tuple[tuple[str, str], ...]


class CannotFilter(Refusal):
    """Tasks are asked for by a condition that they cannot be selected by; `words` are those of the question."""

    words: str


class NoSuchEvent(Refusal):
    """No deadline of the plan waits for this event."""


class NothingToCarryOver(Refusal):
    """A former plan had no open task at its end that the current plan lacks."""


class TooLateToUndo(Refusal):
    """A change of the plan, or an import, that was made too long ago to be undone by a button."""


class ChangedSince(Refusal):
    """A change of the plan cannot be undone: the task with this code has been changed again."""

    code: str


class SetAgainSince(Refusal):
    """A setting cannot be taken back: it has been set again."""


class NoChange(Refusal):
    """What is to be changed of the task with this code says that already."""

    code: str


class NoSuchUnitThere(Refusal):
    """A unit that does not answer for the task."""

    unit: str


class NoPlan(Refusal):
    """No plan has been imported yet."""


class UnknownSection(Refusal):
    """No section of the plan, or several, have these words in their title; `sections` are the titles."""

    name: str
    sections: tuple[str, ...]
