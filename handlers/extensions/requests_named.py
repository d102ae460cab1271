"""What one clause says of the waiting requests for more time: which it names, and what it decides on which of them."""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from data.office.extensions import Extension
from data.understanding import Kind, Understanding, of_kind, says
from data.understanding.dialog.lists_changed import ListChange, ListedMembers, list_orders_in
from data.understanding.lines_named import count_of_all, names_another_number, places_named
from data.understanding.meaning import within
from data.understanding.office.decisions import (
    ClauseOnRequests,
    DecisionOnRequests,
    clause_on_requests,
    with_units_of_people,
)
from handlers.telegram import Context, hear


class RequestsClause(NamedTuple):
    """A clause: the places where it names waiting requests, the tasks it names, those and the units on which none
    waits, whether it decides on another number of requests than wait, or a place beyond, and what it says of them."""

    heard: Understanding
    places: list[ListedMembers]
    codes: list[str]
    missing: list[str]
    is_miscounted: bool
    said: ClauseOnRequests

    @property
    def ids(self) -> list[int]:
        """The ids of the requests named."""
        return [one for each in self.places for one in each.values]

    @property
    def is_called_so(self) -> bool:
        """Whether it says that it is about requests for more time, or about all that waits."""
        return says(self.heard, "decisions.request.named_so", "decisions.waits")

    @property
    def sure_decision(self) -> DecisionOnRequests | None:
        """The decision, unless it is to give another day, and that is not read (换成海关)."""
        said = self.said.decision
        return None if said and said.is_day and not self.heard.names(Kind.TIME) else said

    def decides(
        self, said: DecisionOnRequests, waiting: Sequence[Extension], settled: Collection[int], decided: Collection[int]
    ) -> list[int]:
        """Return the ids of the requests that it decides: those it names, all, all but those, or the rest: those not
        `decided` yet, or else all others. What the clauses before it `settled` is none of the rest, and what they left
        undecided is not among all."""
        order = list_orders_in(self.heard.text.lower(), {"": self.places}, strictly=False).get("")
        whole = [each.id for each in waiting if each.id not in settled or not (said.rest or each.id not in decided)]
        whole = ([each for each in whole if each not in decided] or whole) if said.rest else whole
        if order is not None and order.how is ListChange.ALL_BUT:
            return [each for each in (order.values or whole) if each not in order.without]
        if order is not None:
            return [each for each in order.values if each not in settled or each in decided or not said.all]
        return whole if said.rest or said.all else []


def read_clause(context: Context, clause: str, waiting: Sequence[Extension]) -> RequestsClause:
    """Read a clause, which names waiting requests by task, unit or who asked, by their place in the order in which they
    came, or all of them by their number. If it does so before it decides, what follows are words for the unit."""
    heard = hear(context, clause)
    named = _named(heard, waiting)
    decision = named.said.decision
    if decision is not None and any(each.end <= decision.at for each in named.places):
        before = _named(within(heard, 0, decision.at), waiting)
        return before._replace(heard=heard, said=named.said, is_miscounted=named.is_miscounted)
    return named


def _named(heard: Understanding, waiting: Sequence[Extension]) -> RequestsClause:
    named_by = with_units_of_people(heard, {each.by: each.unit for each in waiting})
    tasks = (each for each in of_kind(heard, Kind.TASK) if len(each.values) == 1 and _on(waiting, each.values, set()))
    codes, units = [*of_kind(heard, Kind.CODE), *tasks], list(of_kind(named_by, Kind.UNIT))
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
    said = clause_on_requests(heard, [each[:2] for each in (*places, *places_named(heard.text))])
    before = heard.text.partition(said.decision.words or "\n")[0] if said.decision is not None else ""
    is_miscounted = names_another_number(before, len(waiting))
    return RequestsClause(heard, sorted(places), [each.values[0] for each in codes], missing, is_miscounted, said)


def _on(waiting: Iterable[Extension], codes: Sequence[str], units: set[str]) -> tuple[int, ...]:
    return tuple(
        each.id
        for each in waiting
        if (not codes or each.assignment.code in codes) and (not units or each.assignment.unit in units)
    )
