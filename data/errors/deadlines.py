"""What can be refused of days: deadlines, requests for more time, pauses and spans."""

from dataclasses import dataclass
from datetime import date

from data.errors import Refusal, Unread


@dataclass
class RequestRests(Refusal):
    """A request for more time that wants no answer now: its task has been reported `finished`, else a newer request or
    another deadline has taken its place."""

    code: str
    finished: bool


@dataclass
class NothingToExtend(Refusal):
    """The assignment is said to be done (`finished`), or has no due day: there is nothing to put off."""

    code: str
    finished: bool = False


@dataclass
class DayUnclear(Unread):
    """No one day can be read from a text; `example` is one that would be taken."""

    example: date


@dataclass
class DayTooEarly(Refusal):
    """A new due day that has passed or is not later than the present one: it must be later than `last`."""

    last: date


@dataclass
class DayTooLate(Refusal):
    """A new due day that reaches the next occurrence of a recurring task, on the day `following`."""

    following: date


@dataclass
class SpanBackwards(Refusal):
    """A span of days that ends before it starts."""

    first: date
    last: date


@dataclass
class SpanAhead(Refusal):
    """A span that is yet to begin, of which nothing can be told."""

    first: date


@dataclass
class BeforeThePlan(Refusal):
    """A day before the plan was issued."""

    day: date
    issued: date


@dataclass
class DayGone(Refusal):
    """A day that is over, where one to come is asked for."""

    day: date


@dataclass
class HourIsQuiet(Refusal):
    """An hour at which nothing can go out: it lies within the quiet hours, from `first` to `last`."""

    hour: int
    first: int
    last: int


@dataclass
class RuleUnclear(Unread):
    """What was written is no value that the rule of reminders with this name can have."""

    rule: str


@dataclass
class PauseTooLong(Refusal):
    """A last day of a pause that is later than the `last` possible one."""

    last: date
