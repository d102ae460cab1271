"""Refusals about statistics returns."""

from datetime import date

from data.errors import Refusal, Unread
from data.understanding import IndicatorWords


class ReturnKnown(Refusal):
    """Another current statistics return has this title."""

    title: str


class NotAskedFor(Refusal):
    """Figures were given for indicators that the return does not ask for; `asked` are those that it does."""

    names: tuple[str, ...]
    asked: tuple[IndicatorWords, ...]


class ReturnEnded(Refusal):
    """The statistics return with this title is no longer asked for."""

    title: str


class PeriodLeftOut(Refusal):
    """The return with this title is not asked for in this period, for the given reason."""

    title: str
    reason: str


class NotYourReturn(Refusal):
    """The person does not report for `unit`, whose statistics return this is."""

    unit: str


class FiledMeanwhile(Refusal):
    """Somebody else of the unit has filed the statistics return since the figures were begun."""


class ReasonNeeded(Refusal):
    """Figures that were filed cannot be corrected without a reason."""


class NothingFiled(Refusal):
    """The unit has no filed statistics return that could be given back."""


class ScheduleUnclear(Unread):
    """The words do not say how often or when the statistics return is asked for."""


class DueDayUnclear(Refusal):
    """The calendar days given for a statistics return to be due are no day of the next month."""


class WholePeriodsOnly(Refusal):
    """A day was given, but a statistics return begins with a whole period."""


class AllFiled(Refusal):
    """Every unit has filed this statistics return."""

    title: str


class NoIndicatorChosen(Unread):
    """The choice of a return's indicators is not confirmed yet; `count` are chosen so far."""

    count: int


class NotAnswered(Refusal):
    """The `words` beside the figures ask something that only the office can answer."""

    words: str


class NotAsked(Refusal):
    """The unit is not asked for a statistics return of this title."""

    unit: str
    title: str


class PeriodNotOpen(Refusal):
    """This period of the return can be filled in only from the day `opens` on."""

    title: str
    opens: date


class NoSuchPeriod(Refusal):
    """The person's units are asked for no statistics return for this period."""


class NoFilesTaken(Refusal):
    """A return is filled in with words alone, and a file for it is not read."""
