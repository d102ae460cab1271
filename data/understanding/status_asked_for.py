"""A status that is to be reported, whatever else a text says: 人手不够，帮我报个受阻."""

from typing import NamedTuple

from data.understanding.lexicon.patterns import patterns
from data.understanding.meaning import Kind, Reading
from data.understanding.normalise.sentence import TAKEN, Span
from data.understanding.orders import kind_said
from data.understanding.polarity import clauses
from data.understanding.statuses import every_status

BLOCKED = "blocked"
_RULES = patterns("statuses")
_GROUPS = ("status", "status_")
_AROUND = " \n,，。;；:：、.!！~～"


class StatusAskedFor(NamedTuple):
    """A status that is to be reported, and the place of the words that ask for it, which are no part of the report.

    Blocked as a word of its own (27-5 受阻 场地没了) is to be reported, too; it asks only if the text begins with it.
    """

    status: Reading
    request: Span


def status_asked_for(text: str) -> StatusAskedFor | None:
    """Return the status that a lower-cased text, its codes blanked out, asks to be reported, or None."""
    found = _RULES["asked_for"].search(text)
    if found is not None and not _RULES["not_asked_for"].search(text[: found.start()]):
        group = next(each for each in _GROUPS if found[each])
        kind = kind_said("statuses.asked_for.statuses", found[group]) or BLOCKED
        end = found.start("end") if found["end"] else found.end()
        return StatusAskedFor(Reading(Kind.STATUS, *found.span(group), (kind,)), (found.start(), end))
    alone = (each for each in every_status(text) if each.values[0] == BLOCKED and _is_a_clause(each, text))
    return next((StatusAskedFor(each, (_begin_of(each, text), each.end)) for each in alone), None)


def span_beside(request: Span, text: str) -> Span:
    """Return the place of what is said after or before a request with which a text begins or ends."""
    if not text[request[1] :].strip(TAKEN + _AROUND):
        return 0, request[0]
    if not text[: request[0]].strip(TAKEN + _AROUND):
        return request[1], len(text)
    return 0, len(text)


def _begin_of(status: Reading, text: str) -> int:
    return status.end if text[: status.start].strip(TAKEN + _AROUND) else status.start


def _is_a_clause(status: Reading, text: str) -> bool:
    clause = next(each for each in clauses(text) if each[1] >= status.end)
    return not (text[clause[0] : status.start] + text[status.end : clause[1]]).strip(TAKEN + _AROUND)
