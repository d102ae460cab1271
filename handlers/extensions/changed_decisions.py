"""How words state and change decisions on requests for more time, clause by clause."""

from collections.abc import Sequence
from datetime import date

from data.errors import LeftAside, OtherOrder
from data.errors.deadlines import DayUnclear, NoRequestWaits, NoSuchDay, OtherNumberWaits
from data.office.extension_decision import RequestDecision
from data.office.extensions import Decision, Extension, check_day, example_day
from data.plan.deadlines.day_answer import day_asked_for
from data.reporting.drafts import checked_reason
from data.understanding import Kind, of_kind
from data.understanding.normalise.sentence import Clause
from data.understanding.office.decisions import DecisionOnRequests, gives_a_day, puts_it_off, reason_told
from handlers.dialog import Talk
from handlers.dialog.declaration import open_question
from handlers.dialog.reason import is_separate_order
from handlers.extensions.requests_named import RequestsClause, read_clause
from handlers.telegram import Context
from handlers.wording import series


def ids_of(talk: Talk[list[Extension]]) -> list[int]:
    """Return the ids of the requests that wait."""
    return [each.id for each in talk.subject]


def decisions_of(talk: Talk[list[Extension]]) -> list[RequestDecision]:
    """Return the decisions in a dialog as they were given; which day is left open if the one granted has passed."""
    over = {each.id for each in talk.subject if each.needs_another_day}
    given = (RequestDecision(*each) for each in talk.answers.get("decided") or ())
    return [_without_day_over(each, talk.context.today, is_over=each.request in over) for each in given]


def _without_day_over(given: RequestDecision, today: date, *, is_over: bool) -> RequestDecision:
    is_over = given.day < str(today) if given.day else is_over and given.decision == Decision.ACCEPTED
    return given._replace(decision=Decision.CHANGED, day="") if is_over else given


def altered_decisions(
    talk: Talk[list[Extension]], clause: Clause, before: Sequence[RequestDecision] | None
) -> list[RequestDecision] | None:
    """Return the decisions with those that a clause states, without those it leaves open, or with what it adds to those
    made `before` (None if the clause before was refused: one that names nothing belongs to that, and is left aside);
    behind them, without a decision, the requests that the text has settled so far. Raises
    NoRequestWaits, OtherNumberWaits, LeftAside, OtherOrder, and what the day of a decision raises."""
    read, decided = read_clause(talk.context, clause, talk.subject), decisions_of(talk)
    if before is None and read.said.decision is not None and not _names(read):
        raise LeftAside(clause)
    settled = [each for each in before or () if not each.decision]
    made = [each for each in before or () if each.decision]
    now = _altered(talk, clause, read, made, [each.request for each in settled])
    if now is None:
        return None
    just_now = {*read.ids, *(each.request for each in now if each not in decided)}
    return [*now, *settled, *(RequestDecision(each, "") for each in just_now)]


def _altered(
    talk: Talk[list[Extension]],
    clause: Clause,
    read: RequestsClause,
    before: Sequence[RequestDecision],
    settled: Sequence[int],
) -> list[RequestDecision] | None:
    decided = decisions_of(talk)
    if read.said.left and (read.ids or read.missing):
        return [each for each in decided if each.request not in read.ids]
    given = read.said.decision
    if given is None or (before and not given.surely and not _names(read)):
        return _continued(talk, clause, read, before) if before else None
    if read.is_miscounted:
        raise OtherNumberWaits(len(talk.subject))
    if read.missing:
        raise NoRequestWaits(series(read.missing, talk.language))
    meant = read.decides(given, talk.subject, settled, [each.request for each in decided if not _is_open(each)])
    if not given.rest:
        meant = meant or [each.request for each in before] or _only(talk, given)
    try:
        now = [decision_on(each, given, talk.context) for each in talk.subject if each.id in meant]
    except DayUnclear as why:
        names_a_day = isinstance(why, NoSuchDay) or read.heard.names(Kind.TIME)
        raise (why if names_a_day else LeftAside(clause)) from None
    return with_decisions(decided, now) if now else None


def _names(read: RequestsClause) -> bool:
    given = read.said.decision
    return bool(read.ids or read.missing) or (given is not None and (given.all or given.rest))


def _is_open(decision: RequestDecision) -> bool:
    """Return whether it is to give another day that is not known yet."""
    return decision.decision == Decision.CHANGED and not decision.day


def _only(talk: Talk[list[Extension]], given: DecisionOnRequests) -> list[int]:
    """Return the id of the request that is meant if none is named: the only one decided or, before that, the only one
    that waits. At the question for a reason the words are the reason, unless they are no more than consent (还是同意
    吧); once it is decided, only a sure word changes that."""
    question, decided = open_question(talk), decisions_of(talk)
    asks_why = question is not None and question.free and not (given.favour and not given.words)
    ids = [each.request for each in decided] or ids_of(talk)
    return ids if len(ids) == 1 and (given.surely or any(map(_is_open, decided))) and not asks_why else []


def _continued(
    talk: Talk[list[Extension]], clause: Clause, read: RequestsClause, before: Sequence[RequestDecision]
) -> list[RequestDecision]:
    """Return the decisions as a clause without a decision of its own continues the one before: with other requests
    decided likewise, another day, or words for the unit. Raises OtherOrder if it is none of these."""
    decided, said = decisions_of(talk), read.said.decision
    if read.ids and read.said.likewise and before[0].decision != Decision.CHANGED:
        return with_decisions(decided, [before[0]._replace(request=each) for each in read.ids])
    asked = {each.id: each for each in talk.subject}
    refused = before[0].decision == Decision.REFUSED
    of = [asked[each.request].assignment for each in before]
    units = set[str]() if refused else {each.unit or "" for each in of}
    if is_separate_order(talk.context, clause, [each.code for each in of], units):
        raise OtherOrder(clause)
    puts_off = puts_it_off(clause) or (said is not None and said.favour and not said.is_day)
    now = list[RequestDecision]()
    for each in before:
        due = asked[each.request].due_before
        later = any(day.days[1] > due for day in of_kind(read.heard, Kind.TIME))
        if (puts_off or not refused or later) and gives_a_day(read.heard, due):
            granted = on_another_day(asked[each.request], clause, talk.context)
            now.append(granted._replace(reason="" if refused else each.reason))
        else:
            words = clause.behind(each.reason, reason_told(clause) if refused else clause)
            now.append(each._replace(reason=checked_reason(words)))
    return with_decisions(decided, now)


def with_decisions(decided: Sequence[RequestDecision], given: Sequence[RequestDecision]) -> list[RequestDecision]:
    """Return the decisions with those given now in place of earlier ones."""
    return list({each.request: each for each in (*decided, *given)}.values())


def decision_on(asked: Extension, said: DecisionOnRequests, context: Context) -> RequestDecision:
    """Return the decision on a request as words state it; which day is left open if the one asked for has passed.
    Raises DayUnclear, DayTooEarly, DayTooLate, and what is wrong with a reason."""
    if not said.favour:
        return RequestDecision(asked.id, Decision.REFUSED, reason=checked_reason(said.words) if said.words else "")
    if said.words:
        return on_another_day(asked, said.words, context)
    return RequestDecision(asked.id, Decision.CHANGED if asked.needs_another_day else Decision.ACCEPTED)


def on_another_day(asked: Extension, words: str, context: Context) -> RequestDecision:
    """Return the decision to give the day in these words. Raises DayUnclear, DayTooEarly and DayTooLate."""
    example = example_day(asked.assignment)
    due = max(asked.due_before, context.today)
    day = check_day(asked.assignment, day_asked_for(words, due, context.today, example))
    if day == asked.proposed:
        return RequestDecision(asked.id, Decision.ACCEPTED)
    return RequestDecision(asked.id, Decision.CHANGED, str(day))
