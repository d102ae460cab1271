"""What can be refused, by name. The sentences for it are in handlers/texts."""

from dataclasses import dataclass


class Refusal(Exception):
    """Something asked for cannot be done as asked. Nothing was changed."""


@dataclass
class UnknownUnit(Refusal):
    """No unit has this name; `near` are names like it."""

    name: str
    near: tuple[str, ...] = ()


@dataclass
class UnknownTask(Refusal):
    """No task of the plan has this code, or none that the person may see."""

    code: str


@dataclass
class NotYours(Refusal):
    """The assignment is no longer the person's to report on: reassigned, or gone from the plan."""


@dataclass
class InviteInvalid(Refusal):
    """The invitation is unknown, used, or past its time; which of them is not told."""


@dataclass
class RoleNeedsUnit(Refusal):
    """Liaisons and deputies belong to a unit."""

    role: str


@dataclass
class PercentOutOfRange(Refusal):
    """A percent that is no whole number from 0 to 100."""

    text: str


@dataclass
class NoteTooLong(Refusal):
    """A note longer than may be kept; both in characters."""

    length: int
    most: int


@dataclass
class StaleButton(Refusal):
    """A button of a dialog that has moved on or ended."""


@dataclass
class TaskClosed(Refusal):
    """The assignment is closed; there is nothing more to report."""

    code: str


@dataclass
class NoPlan(Refusal):
    """No plan has been imported yet."""


@dataclass
class DatabaseUnusable(Refusal):
    """The database cannot be opened, read or written; `reason` is SQLite's own word for it."""

    reason: str
