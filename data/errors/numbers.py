"""What can be refused of figures and indicators."""

from datetime import date

from data.errors import Refusal, Unread
from data.understanding.words import IndicatorWords


class NotBetween(Unread):
    """A number is asked for from `least` to `most`."""

    least: int
    most: int


class FiguresUnclear(Unread):
    """Figures that cannot be read: the word that is not understood, and the indicators that may be named."""

    word: str
    known: tuple[IndicatorWords, ...]


class FigureImpossible(Refusal):
    """A number that an indicator cannot have: no `whole` one, in another measure, or beyond all measure."""

    word: str
    indicator: str
    unit: str
    whole: bool


class FigureWithoutMeasure(Refusal):
    """So large a number that it must be of a smaller measure (元) than the indicator's `unit` (万元)."""

    word: str
    indicator: str
    unit: str


class FigureTwice(Refusal):
    """Several numbers for one indicator, as they were written; `english` is its name in English, where it has one."""

    indicator: str
    words: tuple[str, ...]
    english: str = ""


class TotalBelowReported(Refusal):
    """A running total `since` a day that is less than what was reported `before`."""

    indicator: str
    said: float
    before: float
    since: date


class FigureNotThere(Refusal):
    """No report that counts has a figure for this indicator that could be put right."""

    indicator: str


class IndicatorUnclear(Unread):
    """A new indicator that is not written as name, unit, kind and total."""


class IndicatorKnown(Refusal):
    """Another indicator goes by this name already."""

    name: str


class IndicatorUnreadable(Refusal):
    """A name by which no figure could be entered."""

    name: str


class IndicatorInUse(Refusal):
    """An indicator with which something was reported, or is about to be."""

    name: str


class NoSuchIndicator(Unread):
    """Names of indicators that the plan does not have; empty where none was named at all. `beside` says whether one
    that it has was named, too."""

    name: str
    beside: bool = False


class FiguresMissing(Unread):
    """Indicators of a statistics return for which no figure was given."""

    indicators: tuple[IndicatorWords, ...]


class FigureNegative(Unread):
    """A figure below nought."""

    indicator: IndicatorWords


class NothingCorrected(Refusal):
    """Figures that are to be corrected to what they are already."""


class FigureNotRead(Unread):
    """Words that are no figure of a statistics return; `asked` are the indicators that it asks for."""

    words: str
    asked: tuple[IndicatorWords, ...] = ()
