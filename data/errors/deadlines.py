"""What can be refused of days: deadlines, requests for more time, pauses and spans."""

from datetime import date

from data.errors import Refusal, Unread


class RequestRests(Refusal):
    """A request for more time that wants no answer now: its task has been reported `finished`, else a newer request or
    another deadline has taken its place."""

    code: str
    finished: bool


class NothingToExtend(Refusal):
    """The assignment is said to be done (`finished`), or has no due day: there is nothing to put off."""

    code: str
    finished: bool = False


class DayUnclear(Unread):
    """No one day can be read from a text; `example` is one that would be taken."""

    example: date


class DayTooEarly(Refusal):
    """A new due day that has passed or is not later than the present one: it must be later than `last`."""

    last: date


class DayTooLate(Refusal):
    """A new due day that reaches the next occurrence of a recurring task, on the day `following`."""

    following: date


class SpanBackwards(Refusal):
    """A span of days that ends before it starts."""

    first: date
    last: date


class SpanAhead(Refusal):
    """A span that is yet to begin, of which nothing can be told."""

    first: date


class BeforeThePlan(Refusal):
    """A day before the plan was issued."""

    day: date
    issued: date


class DayGone(Refusal):
    """A day that is over, where one to come is asked for."""

    day: date


class HourIsQuiet(Refusal):
    """An hour at which nothing can go out: it lies within the quiet hours, from `first` to `last`."""

    hour: int
    first: int
    last: int


class RuleUnclear(Unread):
    """What was written is no value that the rule of reminders with this name can have."""

    rule: str


class PauseTooLong(Refusal):
    """A last day of a pause that is later than the `last` possible one."""

    last: date
