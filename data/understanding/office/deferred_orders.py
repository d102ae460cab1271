"""Orders of the office that are to be carried out later: 1-2下个月再改到3月底, 等公安局报了再固定月报."""

from collections.abc import Collection

from data.understanding.normalise.sentence import Span
from data.understanding.orders import find_order, says
from data.understanding.polarity import clauses


def deferred_clauses(text: str, days: Collection[Span]) -> list[Span]:
    """Return the clauses of a lower-cased text whose order is to wait for a day named before it, or for an event.

    `days` are the places of the days in the text.
    """
    found = []
    said = [*clauses(text, spaces=False)]
    for start, end in said:
        then = find_order(text[start:end], "polarity.then")
        if then is None:
            continue
        at = start + then.place[0]
        names_a_day = any(start <= day[0] and day[1] <= at for day in days)
        if names_a_day or says(text[:at], "polarity.waited_for"):
            waits = (each[0] for each in said if says(text[slice(*each)], "polarity.waited_for"))
            found.append((min(start, next(waits, start)), end))
    return found
