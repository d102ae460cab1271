"""Refusals about broadcasts and nudges."""

from datetime import date, datetime

from data.errors import Refusal, Unread


class RecipientUnclear(Unread):
    """No person or bound group goes by `name`, or several do, listed in `names`."""

    name: str
    names: tuple[str, ...]


class AnnouncementEmpty(Unread):
    """A broadcast has no text and no file."""


class NoRecipients(Refusal):
    """None of the people chosen can be reached."""


class ChoicesUnclear(Unread):
    """The answers to choose from are too few, too many or too long: `most` answers of `longest` characters each."""

    most: int
    longest: int


class MoreThanADay(Unread):
    """The text says more than the day to answer by, for instance a new text for the broadcast."""

    text: str


class TimeGone(Refusal):
    """The time set for sending has passed."""

    at: datetime


class AnswersTooEarly(Refusal):
    """The day to answer by comes before the day on which the message goes out."""

    day: date


class TimeUnclear(Unread):
    """The text names no time of day for sending."""


class AnswersClosed(Refusal):
    """What a notice asks has been called off or, `anew`, is asked by a later notice."""

    anew: bool


class NotAFile(Refusal):
    """A message that is not text, a photo or a document."""


class TooManyToSend(Refusal):
    """There are more than the `most` files that can be sent together."""

    most: int


class GroupsApart(Refusal):
    """Something is to go to groups and to units, which are told apart."""


class NoDeputies(Refusal):
    """Something is to go to deputies, and there are none."""


class NoGroups(Refusal):
    """Something is to go to groups, and none is bound."""


class NamesNothingToNudge(Unread):
    """The text names no unit or task to nudge about."""

    text: str


class PoliteAlready(Refusal):
    """A nudge is to be worded politely, which it always is."""


class NudgedAlready(Refusal):
    """All `count` tasks meant were nudged within the last 24 hours; this one may be again from `again` on."""

    code: str
    unit: str
    again: datetime
    count: int


class NobodyToNudge(Refusal):
    """The units have nobody who can be nudged."""

    units: tuple[str, ...]


class NothingToNudge(Refusal):
    """Nothing open is left to nudge about; `in_doubt` are the codes of overdue tasks whose deadlines are in doubt."""

    in_doubt: tuple[str, ...] = ()


class NotTheirTask(Refusal):
    """The task named does not belong to the unit named with it; the units in `others` answer for it."""

    code: str
    others: tuple[str, ...]
