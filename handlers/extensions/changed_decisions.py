"""How words state and change decisions on requests for more time, clause by clause."""

from collections.abc import Sequence

from data.errors import LeftAside
from data.errors.deadlines import DayUnclear, NoRequestWaits, OtherNumberWaits
from data.office.extension_decision import RequestDecision
from data.office.extensions import Decision, Extension, check_day, example_day
from data.plan.deadlines.day_answer import day_asked_for
from data.reporting.drafts import checked_reason
from data.understanding import Kind, of_kind
from data.understanding.office.decisions import (
    ClauseOnSome,
    DecisionOnSome,
    StatedDecision,
    clause_on_some,
    reason_told,
)
from handlers.dialog import Talk
from handlers.dialog.declaration import open_question
from handlers.extensions.requests_named import RequestsNamed, requests_meant, requests_named
from handlers.telegram import Context, hear, series


def ids_of(talk: Talk[list[Extension]]) -> list[int]:
    """Return the ids of the requests that wait."""
    return [each.id for each in talk.subject]


def decisions_of(talk: Talk[list[Extension]]) -> list[RequestDecision]:
    """Return the decisions in a dialog as they were given."""
    return [RequestDecision(*each) for each in talk.answers.get("decided") or ()]


def altered_decisions(
    talk: Talk[list[Extension]], clause: str, before: Sequence[RequestDecision]
) -> list[RequestDecision] | None:
    """Return the decisions with those that a clause states, without those it leaves open, or with its reason for those
    refused `before`. Raises NoRequestWaits, OtherNumberWaits, LeftAside, and what the day of a decision raises."""
    heard = hear(talk.context, clause)
    named, decided = requests_named(heard, talk.subject), decisions_of(talk)
    meant = [one for each in named.places for one in each.values]
    said = clause_on_some(heard, [each[:2] for each in named.places])
    if said.left and (meant or named.missing):
        return [each for each in decided if each.request not in meant]
    if said.decision is None:
        return _continued(clause, said, named, decided, before)
    if named.is_miscounted:
        raise OtherNumberWaits(len(talk.subject))
    if named.missing:
        raise NoRequestWaits(series(named.missing, talk.language))
    meant = requests_meant(heard, named, said.decision, ids_of(talk), [each.request for each in decided])
    meant = meant or [each.request for each in before] or (_only(talk) if said.decision.surely else [])
    try:
        given = [decision_on(each, said.decision, talk.context) for each in talk.subject if each.id in meant]
    except DayUnclear as why:
        raise (why if any(of_kind(heard, Kind.TIME)) else LeftAside(clause)) from None
    return with_decisions(decided, given) if given else None


def _only(talk: Talk[list[Extension]]) -> list[int]:
    """Return the id of the request that is meant if none is named: the only one decided or, before that, the only one
    that waits. At the question for a reason the words are the reason."""
    question = open_question(talk)
    ids = [each.request for each in decisions_of(talk)] or ids_of(talk)
    return ids if len(ids) == 1 and (question is None or not question.free) else []


def _continued(
    clause: str,
    said: ClauseOnSome,
    named: RequestsNamed,
    decided: Sequence[RequestDecision],
    before: Sequence[RequestDecision],
) -> list[RequestDecision] | None:
    """Return the decisions as a clause without a decision of its own continues the one before: with a reason, or with
    other requests decided likewise. Raises LeftAside if it does neither."""
    if not before:
        return None
    meant = [one for each in named.places for one in each.values]
    if meant and said.likewise and before[0].decision != Decision.CHANGED:
        return with_decisions(decided, [before[0]._replace(request=each) for each in meant])
    if meant or named.missing or any(each.decision != Decision.REFUSED for each in before):
        raise LeftAside(clause)
    reasons = [checked_reason("，".join(filter(None, (each.reason, reason_told(clause))))) for each in before]
    return with_decisions(decided, [each._replace(reason=why) for each, why in zip(before, reasons, strict=True)])


def with_decisions(decided: Sequence[RequestDecision], given: Sequence[RequestDecision]) -> list[RequestDecision]:
    """Return the decisions with those given now in place of earlier ones."""
    return list({each.request: each for each in (*decided, *given)}.values())


def decision_on(asked: Extension, said: DecisionOnSome | StatedDecision, context: Context) -> RequestDecision:
    """Return the decision on a request as words state it. Raises DayUnclear, DayTooEarly, DayTooLate, and what is wrong
    with a reason."""
    if not said.favour:
        return RequestDecision(asked.id, Decision.REFUSED, reason=checked_reason(said.words) if said.words else "")
    return on_another_day(asked, said.words, context) if said.words else RequestDecision(asked.id, Decision.ACCEPTED)


def on_another_day(asked: Extension, words: str, context: Context) -> RequestDecision:
    """Return the decision to give the day in these words. Raises DayUnclear, DayTooEarly and DayTooLate."""
    example = example_day(asked.assignment)
    day = day_asked_for(words, max(asked.due_before, context.today), context.today, example)
    if day == asked.proposed:
        return RequestDecision(asked.id, Decision.ACCEPTED)
    return RequestDecision(asked.id, Decision.CHANGED, str(check_day(asked.assignment, day)))
