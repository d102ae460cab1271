"""A reminder rule as an answer states it, in its stored form: 30天、7天和当天, 晚上9点到早上8点, 每月.

Each function returns an empty string if the text does not state such a rule.
"""

from data.understanding.orders import kind_said, says
from data.understanding.settings.setting_asked import weekdays_in
from data.understanding.settings.setting_values import days_in, hours_in, numbers_in


def days_stated(text: str) -> str:
    """Return the numbers of days."""
    return ",".join(days_in(text))


def hour_stated(text: str) -> str:
    """Return the hour."""
    return _only(_hours(text))


def hours_stated(text: str, present: tuple[int, int] | None) -> str:
    """Return the first and last hour; if the text names only one (21点以后), the other is taken from `present`."""
    hours = _hours(text)
    if present is not None and len(hours) == 1 and says(text, "settings.hours.since"):
        hours = [hours[0], str(present[1])]
    elif present is not None and len(hours) == 1 and says(text, "settings.hours.until"):
        hours = [str(present[0]), hours[0]]
    return "-".join(hours)


def weekday_stated(text: str) -> str:
    """Return the day of the week, 1 for Monday."""
    return _only([*map(str, weekdays_in(text))] or numbers_in(text))


def period_stated(text: str) -> str:
    """Return how often."""
    return kind_said("settings.periods", text) or ""


def number_stated(text: str) -> str:
    """Return the number."""
    return _only(numbers_in(text))


def _hours(text: str) -> list[str]:
    return [*map(str, hours_in(text) or ())]


def _only(found: list[str]) -> str:
    return found[0] if len(found) == 1 else ""
