"""What the answers at the setting up of a return give, and what is refused."""

from collections.abc import Iterator, Sequence

from data.calendar import Period
from data.errors.numbers import NoSuchIndicator
from data.errors.returns import DueDayUnclear, ScheduleUnclear
from data.returns.returns import Limit
from data.returns.schedule import PERIODS, USUAL_WORKDAYS
from data.understanding import IndicatorWords
from data.understanding.normalise.sentence import normalise
from data.understanding.returns.indicators_named import indicators_in, limits_in
from data.understanding.returns.return_asked import ONCE, period_said
from data.understanding.returns.return_schedule import count_in, day_of_month_in, names_a_day, opening_in

MOST_WORKDAYS, MOST_DAYS = 30, 60


def read_frequency(text: str) -> Period | None:
    """Return how often a text says something is asked for; None means once. Raises ScheduleUnclear."""
    said = period_said(normalise(text))
    if said is ONCE:
        return None
    if said not in PERIODS:
        raise ScheduleUnclear
    return said


def read_due(text: str) -> tuple[int, int | None]:
    """Return the number of the working day after a period on which something is due, and the day of the next month
    (次月5号) that counts instead, or None.

    Raises ScheduleUnclear, and DueDayUnclear for any other calendar day.
    """
    if (day := day_of_month_in(text)) is not None:
        return USUAL_WORKDAYS, day
    if names_a_day(text):
        raise DueDayUnclear
    count = count_in(text)
    if count is None or not 1 <= count <= MOST_WORKDAYS:
        raise ScheduleUnclear
    return count, None


def read_opening(text: str) -> int:
    """Return how many days after a period's last day it opens, negative if before. Raises ScheduleUnclear."""
    days = opening_in(text)
    if days is None or abs(days) > MOST_DAYS:
        raise ScheduleUnclear
    return days


def read_indicators(text: str, known: Sequence[IndicatorWords]) -> tuple[IndicatorWords, ...]:
    """Return the indicators that a text names, in its order. Raises NoSuchIndicator for any other words."""
    found, rest = indicators_in(text, known)
    if rest or not found:
        raise NoSuchIndicator(rest or text.strip(), beside=bool(found))
    return found


def read_limits(text: str, known: Sequence[IndicatorWords]) -> tuple[Limit, ...]:
    """Return the limits stated in a text: 移送不超过立案；批捕≤抓获.

    Raises NoSuchIndicator for a part that states none.
    """
    return tuple(dict.fromkeys(_limits(text, known)))


def _limits(text: str, known: Sequence[IndicatorWords]) -> Iterator[Limit]:
    for part, sides in limits_in(text):
        if len(sides) != 2:
            raise NoSuchIndicator(part)
        small, large = (read_indicators(side, known) for side in sides)
        if len(small) != 1 or len(large) != 1 or small == large:
            raise NoSuchIndicator(part)
        yield Limit(small[0].name, large[0].name)
