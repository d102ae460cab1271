"""What can be refused, by name, and what every room refuses. The sentences for it stand with the texts of the rooms."""

from dataclasses import dataclass
from typing import dataclass_transform


@dataclass_transform()
class Refusal(Exception):
    """Something asked for cannot be done as asked; nothing was changed. Each kind is a dataclass of what the sentence
    about it needs."""

    def __init_subclass__(cls) -> None:
        dataclass(cls)


class Unread(Refusal):
    """What was written is no answer to what was asked, as far as can be told."""


class UnknownUnit(Refusal):
    """No unit has this name; `near` are names like it."""

    name: str
    near: tuple[str, ...] = ()


class UnitGroupNamed(UnknownUnit):
    """A unit group is named where one unit is asked for; `near` are its members."""


class UnknownTask(Refusal):
    """No task has this code: none `in_the_plan` at all, or none that the person may see."""

    code: str
    in_the_plan: bool = False


class NoReason(Unread):
    """A courtesy or the word of a button where a reason is asked for."""

    said: str


class NotYours(Refusal):
    """The assignment is no longer the person's to report on: reassigned, or gone from the plan; or a task that was
    `named` in words is another unit's."""

    named: str = ""


class NotYourTasks(Refusal):
    """The tasks of a unit or unit group that the person does not report for; `unit` is its name."""

    unit: str


class NotYourUnit(Refusal):
    """A unit whose reports are for its own people and the coordinating office; `unit` is its name."""

    unit: str


class ForTheOffice(Refusal):
    """Only the coordinating office may do this, and the person is not, or no longer, of it."""


class WhichUnit(Refusal):
    """A task that several of the person's units answer for; it has to be said which one is spoken of."""

    code: str
    units: tuple[str, ...]


class NoteTooLong(Refusal):
    """A note longer than may be kept; both in characters."""

    length: int
    most: int


class StaleButton(Refusal):
    """A button of a dialog that has moved on or ended."""


class NoSuchAnswer(Unread):
    """What the open question does not have among its answers, such as the word of another button."""

    word: str


class LeftAside(Refusal):
    """Words beside a change of which nothing was taken."""

    words: str


class ButtonsOnly(Unread):
    """Words that say nothing for a question that buttons answer."""


class TextMissing(Unread):
    """A question that must be answered in words was answered with none."""


class AlreadyDecided(Refusal):
    """A review or a request for more time that somebody has decided already."""


class NothingToExport(Refusal):
    """What was asked for as a file would be empty."""
