"""What an amount is as a figure, in the unit of its indicator."""

from collections.abc import Sequence

from data.understanding.entities.amounts import Amount, Exactness, find_amounts, measures, worth
from data.understanding.lexicon.patterns import patterns
from data.understanding.numerals import SCALES
from data.understanding.words import IndicatorWords

YUAN = {"元": 1, "万元": 10_000, "亿元": 100_000_000}
_MONEY = "万元"
_TOO_MUCH = 1e12
RATHER_YUAN, _SPOKEN_YUAN = 10_000, 1_000
"""From here on a bare number is rather in 元 than in 万元; and where the indicator is not named as such."""
_BRACKETS = "(（"
WHAT_IS_COUNTED = patterns("figures")["counted"]
_COUNTED_IN = {"人": ("人", "人次"), "犯": ("人",), "件": ("件",), "子": ("件",)}
"""The units of measure of what WHAT_IS_COUNTED names, by its last character."""


def unit_of(amount: Amount, indicators: Sequence[IndicatorWords]) -> IndicatorWords | None:
    """Return the one of several indicators that an amount is measured in, the first if it has no counter, or None."""
    if not amount.counter:
        return indicators[0]
    return next((each for each in indicators if amount.counter in measures(each.unit)), None)


def is_exact(amount: Amount, indicator: IndicatorWords) -> bool:
    """Return whether an amount is exact or, as sums of money may be, approximate (约1200余万元)."""
    exactness = amount.exactness
    return exactness is Exactness.EXACT or (exactness is Exactness.ABOUT and indicator.unit == _MONEY)


def value_in(amount: Amount, indicator: IndicatorWords, measure: str = "", *, spoken: bool = False) -> float | None:
    """Return an amount in the indicator's unit, or None if it cannot be a figure of it.

    `measure` is the unit of measure beside the indicator's name (案值（元）), if any; `spoken` is whether the indicator
    is not named as such: 罚了2000 is in 元, and 案件350万 is no number of cases.
    """
    unit, value = indicator.unit, amount.value
    if measure:
        if amount.scale or amount.counter or not (measure in YUAN if unit == _MONEY else measure == unit):
            return None
        found = value * (YUAN[measure] / YUAN[_MONEY] if unit == _MONEY else 1)
    elif unit == _MONEY and not (amount.counter or amount.is_as_large_as_money):
        if not spoken and _lacks_measure(amount):
            return None
        in_yuan = spoken and (_is_in_hundreds(amount) or value >= _SPOKEN_YUAN)
        found = value * worth("元", unit) if in_yuan else value
    elif spoken and amount.is_as_large_as_money and not amount.counter and indicator.kind == "whole":
        return None
    else:
        found = value * worth(amount.counter, unit)
    found = round(found, 6)
    return None if found > _TOO_MUCH or (indicator.kind == "whole" and not found.is_integer()) else found


def value_written(words: str, indicator: IndicatorWords) -> float | None:
    """Return the amount that lower-cased `words` only are, with what it counts (五个人, 12起案件), in the unit of an
    indicator, or None if it cannot be a figure of it."""
    amounts = find_amounts(words)
    if len(amounts) != 1 or words[: amounts[0].start].strip() or not is_exact(amounts[0], indicator):
        return None
    counted = words[amounts[0].end :].split()
    if not all(WHAT_IS_COUNTED.fullmatch(each) and indicator.unit in _COUNTED_IN[each[-1]] for each in counted):
        return None
    return value_in(amounts[0], indicator) if unit_of(amounts[0], (indicator,)) else None


def lacks_measure(words: str, unit: str) -> bool:
    """Return whether the last number in `words` has no measure, and may be in 元 as well as in 万元."""
    amounts = find_amounts(words) if unit == _MONEY and not any(bracket in words for bracket in _BRACKETS) else ()
    return bool(amounts) and amounts[-1].end == len(words) and _lacks_measure(amounts[-1])


def _lacks_measure(amount: Amount) -> bool:
    """Return whether a bare number is large for 万元, or is said in hundreds or thousands (8千, 两百)."""
    if amount.counter or (amount.scale and amount.scale.isascii()):
        return False
    is_large = not amount.scale and amount.digits[0].isdecimal() and amount.value >= RATHER_YUAN
    return is_large or _is_in_hundreds(amount)


def _is_in_hundreds(amount: Amount) -> bool:
    """Return whether a number is said in hundreds or thousands (8千, 两百), as sums in 元 are."""
    return SCALES["百"] <= amount.largest_scale < SCALES["万"]
