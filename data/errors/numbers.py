"""Refusals about figures and indicators."""

from datetime import date

from data.errors import Refusal, Unread
from data.understanding import IndicatorWords


class NotBetween(Unread):
    """A number is not from `least` to `most`."""

    least: int
    most: int


class FiguresUnclear(Unread):
    """The figures cannot be read at `word`; `known` are the indicators that may be named."""

    word: str
    known: tuple[IndicatorWords, ...]


class FigureImpossible(Refusal):
    """An indicator cannot have this number: it is not whole, in another measure, or far too large."""

    word: str
    indicator: str
    unit: str
    whole: bool


class FigureWithoutMeasure(Refusal):
    """The number is so large that it must be in a smaller measure (元) than the indicator's `unit` (万元)."""

    word: str
    indicator: str
    unit: str


class FigureTwice(Refusal):
    """One indicator is given several numbers, `words` as written; `english` is its English name, if any."""

    indicator: str
    words: tuple[str, ...]
    english: str = ""


class TotalBelowReported(Refusal):
    """A running total `since` a day is less than what was reported `before`."""

    indicator: str
    said: float
    before: float
    since: date


class FigureNotThere(Refusal):
    """No report that counts has a figure for this indicator that could be corrected."""

    indicator: str


class IndicatorUnclear(Unread):
    """A new indicator is not written as name, unit, kind and total."""


class IndicatorKnown(Refusal):
    """Another indicator already goes by this name."""

    name: str


class IndicatorUnreadable(Refusal):
    """A figure could not be entered under this name."""

    name: str


class IndicatorInUse(Refusal):
    """The indicator is used in a report or in one being written."""

    name: str


class NoSuchIndicator(Unread):
    """The plan has no indicators called `name`, which is empty if none was named.

    `beside` says whether an existing indicator was named as well.
    """

    name: str
    beside: bool = False


class FiguresMissing(Unread):
    """No figure was given for these indicators of a statistics return."""

    indicators: tuple[IndicatorWords, ...]


class FigureNegative(Unread):
    """A figure is below zero."""

    indicator: IndicatorWords


class NothingCorrected(Refusal):
    """The corrected figures equal the present ones."""


class FigureNotRead(Unread):
    """The words are not a figure of the statistics return; `asked` are the indicators it asks for."""

    words: str
    asked: tuple[IndicatorWords, ...] = ()
