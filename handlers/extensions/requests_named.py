"""Which waiting requests for more time a clause names, and whether a sentence decides several of them."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from data.office.extensions import Extension, waiting_for_decision
from data.reporting.reviews import waiting_for_review
from data.understanding import Kind, Understanding, of_kind
from data.understanding.dialog.lists_changed import ListChange, ListedMembers, list_orders_in
from data.understanding.lines_named import count_of_all, places_named
from data.understanding.office.decisions import DecisionOnSome, DecisionSubject, clause_on_some, decision_said
from handlers.telegram import Context, hear

MOST_NAMED = 100
"""No more requests are named by their place."""


class RequestsNamed(NamedTuple):
    """The places where a clause names waiting requests, the tasks or units it names on which none waits, and whether it
    says another number of requests than wait."""

    places: list[ListedMembers]
    missing: list[str]
    is_miscounted: bool = False


def requests_named(heard: Understanding, waiting: Sequence[Extension]) -> RequestsNamed:
    """Return the waiting requests that a clause names by task, unit or both, or by their place in the order in which
    they came, or all of them by their number."""
    codes, units = list(of_kind(heard, Kind.CODE)), list(of_kind(heard, Kind.UNIT))
    of_units = {value for each in units for value in each.values}
    named = [(each, _on(waiting, each.values[:1], of_units)) for each in codes]
    named += [(each, () if codes else _on(waiting, (), set(each.values))) for each in units]
    missing = [each.values[0] for each, meant in named if not meant and not (codes and each.kind is Kind.UNIT)]
    places = [ListedMembers(each.start, each.end, meant) for each, meant in named]
    for each in places_named(heard.text, len(waiting)):
        if not any(one.start < each.end and each.start < one.end for one, _ in named):
            places.append(each._replace(values=tuple(waiting[at].id for at in each.values)))
    whole = None if places else count_of_all(heard.text)
    if whole is not None:
        places.append(whole._replace(values=tuple(each.id for each in waiting)))
    return RequestsNamed(sorted(places), missing, whole is not None and whole.values != (len(waiting),))


def _on(waiting: Iterable[Extension], codes: Sequence[str], units: set[str]) -> tuple[int, ...]:
    return tuple(
        each.id
        for each in waiting
        if (not codes or each.assignment.code in codes) and (not units or each.assignment.unit in units)
    )


def requests_meant(
    heard: Understanding, named: RequestsNamed, said: DecisionOnSome, everything: Sequence[int], decided: Sequence[int]
) -> list[int]:
    """Return the ids of the requests that a clause decides: those it names, all, all but those, or those not `decided`
    yet."""
    order = list_orders_in(heard.text.lower(), {"": named.places}, strictly=False).get("")
    whole = [each for each in everything if each not in decided] if said.rest else list(everything)
    if order is not None and order.how is ListChange.ALL_BUT:
        return [each for each in (order.values or whole) if each not in order.without]
    return list(order.values) if order is not None else whole if said.rest or said.all else []


def _decides(heard: Understanding) -> bool:
    """Return whether a clause decides anything, whatever requests wait."""
    whole = count_of_all(heard.text)
    places = [*places_named(heard.text, MOST_NAMED), *([whole] if whole else [])]
    return clause_on_some(heard, [each[:2] for each in places]).decision is not None


def decides_several(context: Context, clauses: Sequence[str]) -> bool:
    """Return whether the clauses of a sentence decide several requests for more time, at least one of which waits,
    surely mean requests, and give no verdict on reports as well."""
    decides = any(_decides(hear(context, each)) for each in clauses)
    waiting = waiting_for_decision(context.db, context.today) if decides else []
    meant, names, surely = list[int](), list[object](), False
    for clause in clauses if waiting else ():
        heard = hear(context, clause)
        named = requests_named(heard, waiting)
        said = clause_on_some(heard, [each[:2] for each in named.places])
        if _is_on_reports(context, heard, named):
            return False
        if said.decision is not None:
            now = requests_meant(heard, named, said.decision, [each.id for each in waiting], meant)
        else:
            now = [one for each in named.places for one in each.values] if meant and said.likewise else []
        codes = {each.assignment.code for each in waiting if each.id in now}
        names += [*(codes if any(of_kind(heard, Kind.CODE)) else now), *(named.missing if said.decision else ())]
        meant, surely = [*meant, *now], surely or (said.decision is not None and said.decision.surely)
    return surely and len(names) > 1 and bool(meant)


def _is_on_reports(context: Context, heard: Understanding, named: RequestsNamed) -> bool:
    """Return whether a clause gives a verdict on reports, since no request is named or a report waits as well."""
    verdict = decision_said(DecisionSubject.REPORT, heard)
    if verdict is None or not verdict.names:
        return False
    return not any(each.values for each in named.places) or any(
        verdict.is_of(each.code, each.unit) for each in waiting_for_review(context.db)
    )
