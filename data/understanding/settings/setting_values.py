"""Days and hours given to a reminder rule (30天、7天和当天; 晚上9点), added to the present ones or replacing them."""

from collections.abc import Sequence
from itertools import pairwise

from data.patterns import Match
from data.understanding.dialog.lists_changed import ListedMembers, changed_list, list_orders_in
from data.understanding.lexicon.patterns import patterns
from data.understanding.normalise.sentence import blank_spans, clauses_of
from data.understanding.numerals import ordinal
from data.understanding.orders import says

_RULES = patterns("settings")
_NOON = 12


def numbers_in(text: str) -> list[str]:
    """Return the numbers in digits that a text has."""
    return [each[0] for each in _RULES["number"].finditer(text)]


def days_named(text: str) -> list[ListedMembers]:
    """Return the places and values of the numbers of days in a text, except those in a time of day."""
    said = blank_spans(text, _RULES["clock"].spans(text), " ")
    return [ListedMembers(*each.span(), (_count(each),)) for each in _RULES["days"].finditer(said)]


def without_denied_period(text: str) -> str:
    """Return a text without how often something is not to be done any more (不要每7天催，14天一次)."""
    return _RULES["no_longer"].sub(" ", text)


def _count(found: Match) -> int:
    said = found.parts()
    return int(ordinal(said.get("count", "0"))) * (7 if "weeks" in said else 1)


def hours_in(text: str) -> list[int] | None:
    """Return the hours that a text names, or None if one of its times is not a full hour.

    One without a part of the day comes next after one that has it (下午1点到3点), or right before (1 to 3 pm).
    """
    found = [each for each in _RULES["hour"].finditer(text) if not _RULES["counted"].match(text[each.end() :])]
    if any(each["half"] or int(each["minute"] or 0) for each in found):
        return None
    hours = [_of_the_day(each) for each in found]
    named = [any(each[part] for part in ("early", "noon", "late", "am", "pm")) for each in found]
    for n, (first, second) in enumerate(pairwise(named)):
        if first and not second:
            later = _NOON * sum(hours[n + 1] + late <= hours[n] for late in (0, _NOON))
            hours[n + 1] = (hours[n + 1] + later) % (2 * _NOON) if later else hours[n + 1]
        elif found[n + 1]["pm"] and not first and hours[n] + _NOON < hours[n + 1]:
            hours[n] += _NOON
    return hours


def _of_the_day(found: Match) -> int:
    hour = int(found["hour"])
    late = found["late"] or found["pm"] or (found["noon"] and hour < _NOON - 1)
    return hour + _NOON if late and hour < _NOON else hour


def days_after(text: str, present: Sequence[int]) -> tuple[list[int], bool]:
    """Return the days of a rule as a text changes them, and whether it is unclear what to do with a single day.

    The days are numbers, the largest first, and none if the text names none. A single day is unclear if the text does
    not say whether it is added to the `present` days or replaces them.
    """
    parts = (
        list_orders_in(clause, {"": days_named(clause)}, strictly=False) for clause in clauses_of(text, spaces=True)
    )
    orders = [order for part in parts for order in part.values()]
    found = sorted(changed_list(orders, present, present) or (), reverse=True) if orders else []
    is_one = len(orders) == 1 and orders[0].how is None and len(orders[0].values) == 1
    return found, is_one and not {*present} <= {*found} and not says(text, "settings.replaces")


def hours_stated(text: str, present: tuple[int, int] | None) -> str:
    """Return the first and last hour; if the text names only one (21点以后), the other is taken from `present`."""
    hours = [*map(str, hours_in(text) or ())]
    if present is not None and len(hours) == 1 and says(text, "settings.hours.since"):
        hours = [hours[0], str(present[1])]
    elif present is not None and len(hours) == 1 and says(text, "settings.hours.until"):
        hours = [str(present[0]), hours[0]]
    return "-".join(hours)
