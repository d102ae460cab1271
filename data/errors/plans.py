"""Refusals about the plan, its tasks and its lists."""

from data.errors import Refusal


class TooManyGone(Refusal):
    """A plan file leaves out too many of the `present` tasks to be the same plan; `gone` are their codes and titles."""

    present: int
    gone: tuple[tuple[str, str], ...]


class CannotFilter(Refusal):
    """Tasks cannot be selected by the condition in `words`, as the user wrote it."""

    words: str


class ListTooNarrow(Refusal):
    """A list is limited by more than the buttons that turn its pages can carry."""


class NoSuchEvent(Refusal):
    """No deadline of the plan waits for this event."""


class NothingToCarryOver(Refusal):
    """Every task left open in a former plan is in the current plan."""


class TooLateToUndo(Refusal):
    """A change was made too long ago for a button to undo it."""


class ChangedSince(Refusal):
    """A change cannot be undone because the task with this code has been changed again."""

    code: str


class SetAgainSince(Refusal):
    """A setting cannot be taken back because it has been changed again."""


class NoChange(Refusal):
    """The task with this code already has the value asked for."""

    code: str


class NoSuchUnitThere(Refusal):
    """The unit does not answer for the task."""

    unit: str


class NoPlan(Refusal):
    """No plan has been imported yet."""


class UnknownSection(Refusal):
    """The words in `name` fit no section of the plan, or several; `sections` are the titles."""

    name: str
    sections: tuple[str, ...]
