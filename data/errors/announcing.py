"""What can be refused of broadcasts and nudges."""

from datetime import datetime

from data.errors import Refusal, Unread


class RecipientUnclear(Unread):
    """Nobody and no bound group goes by a name, or several do: `names`."""

    name: str
    names: tuple[str, ...]


class AnnouncementEmpty(Unread):
    """A broadcast without words and without a file."""


class NoRecipients(Refusal):
    """Nobody whom something could be sent to: none of the people chosen can be reached."""


class ChoicesUnclear(Unread):
    """Answers to choose from that are too few, too many or too long: `most` of up to `longest` characters."""

    most: int
    longest: int


class MoreThanADay(Unread):
    """A text that says more than the day to answer by, such as another one for what is announced."""

    text: str


class TimeGone(Refusal):
    """A moment to send something at that is over."""

    at: datetime


class TimeUnclear(Unread):
    """A text that names no time of a day at which something could be sent."""


class NotAFile(Refusal):
    """A message that is neither text, a photo nor a document."""


class TooManyToSend(Refusal):
    """One file more than the `most` that go out together."""

    most: int


class NoGroups(Refusal):
    """Something is to go to groups, and none is bound."""


class NamesNothingToNudge(Unread):
    """A text that names neither a unit nor a task for which somebody could be asked."""

    text: str


class NudgedAlready(Refusal):
    """A task that a unit was asked for within 24 hours; it may be asked for again at the moment `again`. So it is with
    all `count` tasks that were meant."""

    code: str
    unit: str
    again: datetime
    count: int


class NobodyToNudge(Refusal):
    """Units that have nobody who could be asked."""

    units: tuple[str, ...]


class NothingToNudge(Refusal):
    """Nothing is open of what somebody could be asked for."""


class NotTheirTask(Refusal):
    """A task of other units than the one that was named with it; `others` answer for it."""

    code: str
    others: tuple[str, ...]
