"""What can be refused of statistics returns."""

from datetime import date

from data.errors import Refusal, Unread
from data.understanding.words import IndicatorWords


class ReturnKnown(Refusal):
    """Another statistics return that is asked for has this title."""

    title: str


class NotAskedFor(Refusal):
    """Figures for indicators that a statistics return does not ask for; `asked` are those that it does."""

    names: tuple[str, ...]
    asked: tuple[IndicatorWords, ...]


class ReturnEnded(Refusal):
    """A statistics return, by its title, that is asked for no longer."""

    title: str


class PeriodLeftOut(Refusal):
    """A period that a statistics return, by its title, is not asked for, and why."""

    title: str
    reason: str


class NotYourReturn(Refusal):
    """A statistics return of a unit that the person does not report for; `unit` is its name."""

    unit: str


class FiledMeanwhile(Refusal):
    """Somebody else of the unit has filed the statistics return since the figures were begun."""

    unit_return_id: int


class ReasonNeeded(Refusal):
    """Figures that stand are corrected without a reason."""


class NothingFiled(Refusal):
    """A unit's statistics return of which nothing counts that could be given back."""


class ScheduleUnclear(Unread):
    """Words that do not say how often or when a statistics return is asked for."""


class WorkdaysOnly(Refusal):
    """A day of the calendar where a statistics return can be due on a working day alone."""


class WholePeriodsOnly(Refusal):
    """A day where a statistics return can begin with a whole period alone."""


class AllFiled(Refusal):
    """Every unit has filed this statistics return."""

    title: str


class NoIndicatorChosen(Unread):
    """It is not said yet that all indicators of a statistics return are chosen; so far there are `count`."""

    count: int


class NotAsked(Refusal):
    """A unit that is not asked for a statistics return of this title."""

    unit: str
    title: str


class PeriodNotOpen(Refusal):
    """A period of a statistics return, by its title, that is filled in only from the day `opens` on."""

    title: str
    opens: date


class NoSuchPeriod(Refusal):
    """A period for which the person's units are asked for no statistics return."""
