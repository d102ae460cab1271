"""Orders around a message that say to whom and when it is to be sent (祝大家新年快乐，发给所有联络员), and a day before
them that is part of the message (周五前通知公安局报数)."""

from collections.abc import Callable
from dataclasses import replace
from itertools import takewhile

from data.understanding.announcing.addressees import (
    begins_to_tell,
    names_addressees,
    only_names_addressees,
    split_at_colon,
    time_to_send,
    without_telling,
)
from data.understanding.clock_times import clock_times
from data.understanding.lexicon.patterns import patterns
from data.understanding.meaning import Kind, Understanding, of_kind
from data.understanding.normalise.sentence import blank_spans
from data.understanding.orders import says
from data.understanding.polarity import clauses

_RULES = patterns("recipients")
_ENDS = " ，,；;"


def message_and_order(text: str, hears: Callable[[str], Understanding]) -> tuple[str, str]:
    """Return a message, and the clauses at its end that only say to whom and when it is to be sent.

    There are none if another clause already says to whom.
    """
    places = [*clauses(text)]
    said = [text[start:end].strip() for start, end in places]
    behind = list(takewhile(lambda each: _orders(hears(each)), reversed(said[1:])))
    told = said[: len(said) - len(behind)]
    if not any(names_addressees(hears(each)) for each in behind) or begins_to_tell(hears(text)):
        return text, ""
    if any(names_addressees(hears(each)) for each in told if says(each.lower(), "recipients.sends")):
        return text, ""
    begins = places[len(told)][0]
    message, order = text[:begins], text[begins:]
    head, words = split_at_colon(message)
    return (words if head and _RULES["content_follows"].fullmatch(head) else message).strip(_ENDS), order.strip()


def time_before_order(named: Understanding) -> tuple[str, Understanding]:
    """Return the words before an order to tell somebody something that name a time other than that of sending
    (周五前通知公安局), and the order without them."""
    found = _RULES["before_telling"].match(named.text)
    before = found["before"] if found else ""
    ends = [*(each.end for each in of_kind(named, Kind.TIME)), *(each.end for each in clock_times(named.text))]
    sent = time_to_send(named)
    if not any(each <= len(before) for each in ends) or (sent is not None and (sent.day or sent.at)):
        return "", named
    readings = tuple(each for each in named.readings if each.start >= len(before))
    return before.lstrip(_ENDS), replace(
        named, text=blank_spans(named.text, [(0, len(before))], " "), readings=readings
    )


def description_of_units(head: str) -> str:
    """Return what describes the units that are to be told: 还没报的单位 for 发给所有还没报的单位."""
    told = without_telling(head)
    all_of = _RULES["everybody"].match(told)
    return told[all_of.end() :].lstrip("的 ") if all_of else told


def _orders(clause: Understanding) -> bool:
    """Return whether a clause orders to send something, and only says to whom or when."""
    sends = says(clause, "recipients.sends")
    return sends and (only_names_addressees(clause) or time_to_send(clause) is not None)
