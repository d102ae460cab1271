"""The days and hours that a rule of reminding is given (30天、7天和当天; 晚上9点), and whether they come to those there
are."""

from data.understanding.lexicon.patterns import patterns
from data.understanding.orders import says

_RULES = patterns("settings")
_NOON = 12


def numbers_in(text: str) -> list[str]:
    """Return the numbers in a text."""
    return [each[0] for each in _RULES["number"].finditer(text)]


def days_wanted(text: str) -> list[str]:
    """Return the numbers of days that a text names, 0 for the day itself, but for those that it does not want; all
    where it wants none."""
    return _days("，".join(each[0] for each in _RULES["clause"].finditer(text) if not not_wanted(each[0]))) or _days(
        text
    )


def days_not_wanted(text: str) -> set[int]:
    """Return the days that a text does not want, where it wants others instead: 不用30天，10天就行."""
    return {int(each) for each in _days(text)} - {int(each) for each in days_wanted(text)}


def hours_in(text: str) -> list[int] | None:
    """Return the hours that a text names, None where one is no full hour; a number of something else is none."""
    found = [each for each in _RULES["hour"].finditer(text) if not _RULES["counted"].match(text[each.end() :])]
    if any(each["half"] or int(each["minute"] or 0) for each in found):
        return None
    return [_of_the_day(int(each["hour"]), late=bool(each["late"] or each["pm"])) for each in found]


def _of_the_day(hour: int, *, late: bool) -> int:
    return hour + _NOON if late and hour < _NOON else hour


def addition_in(text: str) -> bool | None:
    """Return True if a text adds a value to the present ones, False if it replaces them, None if it does not say."""
    if not_wanted(text):
        return None
    return False if says(text, "settings.replaces") else says(text, "settings.adds") or None


def not_wanted(text: str) -> bool:
    """Return whether a text does not want a value after all (提前5天那个不要了), and replaces none."""
    return says(text, "settings.refuses") and not says(text, "settings.replaces")


def _days(text: str) -> list[str]:
    return numbers_in(_RULES["the_day"].sub("0", _RULES["clock"].sub(" ", text)))
