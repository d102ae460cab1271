"""Refusals about days: deadlines, requests for more time, pauses and spans."""

from datetime import date

from data.errors import AlreadyDecided, Refusal, Unread


class RequestRests(Refusal):
    """The request for more time needs no answer: the task has been reported `finished`, or a newer request or another
    deadline has replaced it."""

    code: str
    finished: bool


class RequestLapsed(AlreadyDecided):
    """The request needs no answer: the unit that asked for more time has the task no longer."""


class NoRequestWaits(Refusal):
    """No request for more time waits for an answer on the task or of the unit that is `named`."""

    named: str


class OtherNumberWaits(Refusal):
    """Another number of requests for more time waits than was said: `count`."""

    count: int


class NothingToExtend(Refusal):
    """There is nothing to extend: the assignment is said to be done (`finished`) or has no due day."""

    code: str
    finished: bool = False


class DayUnclear(Unread):
    """No single day can be read from the text; `example` is one that would be accepted."""

    example: date


class NoSuchDay(DayUnclear):
    """No calendar has the day that is `said`: 13月40日."""

    said: str


class DayTooEarly(Refusal):
    """The new due day has passed or is not after the present one: it must be later than `last`."""

    last: date


class DayTooLate(Refusal):
    """The new due day reaches the next occurrence of a recurring task, on the day `following`."""

    following: date


class DayTooFar(Unread):
    """A day lies too far ahead to be meant: the latest possible one is `last`."""

    last: date


class SpanBackwards(Refusal):
    """A span of days ends before it starts."""

    first: date
    last: date


class SpanAhead(Refusal):
    """A span of days begins in the future, so that there is nothing to show yet."""

    first: date


class BeforeThePlan(Refusal):
    """A day lies before the plan was issued."""

    day: date
    issued: date


class DayGone(Refusal):
    """A day has passed where a future one is needed."""

    day: date


class HourIsQuiet(Refusal):
    """Nothing can be sent at this hour, which lies in the quiet hours from `first` to `last`."""

    hour: int
    first: int
    last: int


class RuleUnclear(Unread):
    """The text is not a possible value of the reminder rule with this name."""

    rule: str


class PauseTooLong(Refusal):
    """The last day of a pause is later than the latest possible one, `last`."""

    last: date
