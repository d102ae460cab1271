"""Refusals: the errors that use-cases raise, each turned into a sentence by a room's texts. Those here are shared by
all rooms."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ParamSpec, TypeVar, dataclass_transform

P = ParamSpec("P")
T = TypeVar("T")


@dataclass_transform()
class Refusal(Exception):
    """Something that cannot be done as asked; nothing was changed.

    Each subclass is made a dataclass of what the sentence shown for it needs.
    """

    def __init_subclass__(cls) -> None:
        dataclass(cls)


class Unread(Refusal):
    """The message does not seem to answer the question."""


class UnknownUnit(Refusal):
    """No unit has this name; `near` holds similar names."""

    name: str
    near: tuple[str, ...] = ()


class UnitGroupNamed(UnknownUnit):
    """A unit group was named where one unit is needed; `near` holds its members."""


class UnknownTask(Refusal):
    """No task has this code: none `in_the_plan`, or none that the person may see; it may be that of other `units`."""

    code: str
    in_the_plan: bool = False
    units: tuple[str, ...] = ()


class NoReason(Unread):
    """The reason given is only a courtesy or the word of a button."""

    said: str


class NotYours(Refusal):
    """The assignment is not, or no longer, the person's to report on, or the task `named` is another unit's."""

    named: str = ""


class TaskArchived(NotYours):
    """The task is no longer in the plan."""


class NotYourTasks(Refusal):
    """The person does not report for the unit or unit group called `unit`."""

    unit: str


class NotYourUnit(Refusal):
    """The reports of `unit` may be seen only by its own people and the office."""

    unit: str


class ForTheOffice(Refusal):
    """Only the office may do this, and the person does not, or no longer, belong to it."""


class WhichUnit(Refusal):
    """Several of the person's units answer for the task; the person has to say which one is meant."""

    code: str
    units: tuple[str, ...]


class WhichTask(Refusal):
    """Words may mean several of the person's tasks, those with these `codes`."""

    codes: tuple[str, ...]


class NoteTooLong(Refusal):
    """A note has more characters than the `most` allowed."""

    length: int
    most: int


class StaleButton(Refusal):
    """The button belongs to something that has moved on or ended."""


class NoSuchAnswer(Unread):
    """The open question has no such answer; `word` may be that of another button."""

    word: str


class LeftAside(Refusal):
    """Some `words` beside a change were not used."""

    words: str


class NothingToReplace(Refusal):
    """What is to be replaced is none of the list."""


class OtherOrder(Refusal):
    """Some `words` beside a decision are an order of their own, which was not carried out."""

    words: str


class ButtonsOnly(Unread):
    """The question is answered by buttons, and the words match none of them."""


class TextMissing(Unread):
    """The question needs an answer in words, and there are none."""


class AlreadyDecided(Refusal):
    """Somebody has already decided the review or the request for more time."""


class NothingToExport(Refusal):
    """The exported file would be empty."""


def needed(found: T | None, why_not: type[Refusal] | Refusal) -> T:
    """Return what was found. Raises the refusal if that is None or empty."""
    if not found:
        raise why_not
    return found


def unless(
    reasons: type[Exception] | tuple[type[Exception], ...], do: Callable[P, T], *args: P.args, **kwargs: P.kwargs
) -> T | None:
    """Return what `do` returns, or None if it raises an error for one of these reasons."""
    try:
        return do(*args, **kwargs)
    except reasons:
        return None


def still_there(found: T | None) -> T:
    """Return what a button is about. Raises StaleButton if that is None or empty."""
    return needed(found, StaleButton)
