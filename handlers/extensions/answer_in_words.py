"""Typed answers to requests for more time: 29-4 同意延到2月28日, 29-4 不同意，抓紧办, 除了7-1都批准."""

from collections.abc import Sequence
from functools import partial
from typing import Any, NamedTuple

from telegram import Update

from data.office.extension_decision import RequestDecision
from data.office.extensions import Decision, Extension, latest_extension, waiting_for_decision
from data.reporting.reviews import waiting_for_review
from data.understanding import Kind, Mood, Understanding, of_kind, says
from data.understanding.entities.filters import seeks_put_off
from data.understanding.matters import MOST_HEARD
from data.understanding.normalise.sentence import clauses_of
from data.understanding.office.decisions import (
    DecisionOnRequests,
    DecisionSubject,
    decision_said,
    refused_until_mended,
    with_decisions_apart,
)
from handlers.dialog import Talk, begin, reader
from handlers.extensions.decisions import DECISIONS
from handlers.extensions.letters import request_letter
from handlers.extensions.requests_named import RequestsClause, read_clause
from handlers.extensions.texts import decision as texts
from handlers.extensions.texts.decisions import already
from handlers.telegram import Context, For, Verb, answer, hear, said_by
from handlers.wording import Html, join


class RequestsDecided(NamedTuple):
    """The ids of the waiting requests that a sentence decides; or else the tasks that it names, on which none waits.

    Both are empty if several wait and it only says that it is about requests (延期同意), or names more than wait.
    """

    ids: list[int]
    missing: list[str]


def _names_requests(talk: Talk[Any], text: str, heard: Understanding) -> bool:
    """Return whether a coordinator's sentence answers a waiting request that it calls so without naming a task."""
    called_so = says(heard, "decisions.request.named_so") and not heard.names(Kind.CODE)
    return called_so and decides_requests(talk.context, text)


@reader(for_=For.COORDINATORS, names=_names_requests)
async def decide_requests(update: Update, context: Context, meaning: Understanding) -> bool:
    """Show what units will get if a coordinator's sentence answers their requests, or say that none waits on the tasks
    named; one on which it only gives an opinion (1-3可以) is shown with its buttons. Return whether it did."""
    if seeks_put_off(meaning.readings):
        return False
    text = with_decisions_apart(refused_until_mended(said_by(update, meaning)), partial(hear, context))
    decided = requests_decided(context, text)
    if decided is None:
        return await _show_request_judged(update, context, text)
    if decided.missing:
        await answer(update, context, none_waits(context, decided.missing))
        return True
    only = decided.ids[0] if len(decided.ids) == 1 else None
    answers = {"decided": [RequestDecision(only, Decision.CHANGED)]} if only is not None else None
    await begin(update, context, DECISIONS, only or -update.update_id, answers=answers, said=text)
    return True


async def _show_request_judged(update: Update, context: Context, text: str) -> bool:
    """Show the only request on a task that a sentence names if all that it says may decide on it (1-3这次可以), and
    return whether it did."""
    waiting = waiting_for_decision(context.db, context.today)
    clauses = _clauses(context, text, waiting)
    said = clauses[0].sure_decision if len(clauses) == 1 and clauses[0].codes else None
    if said is None or said.words or _is_on_reports(context, clauses[0]):
        return False
    meant = [each for each in waiting if each.id in clauses[0].ids]
    if len(meant) == 1:
        await answer(update, context, *request_letter(meant[0], context.language, more=len(waiting) > 1))
    return len(meant) == 1


def none_waits(context: Context, codes: Sequence[str]) -> Html:
    """Return that no request waits on these tasks, how the last one was decided, and on which a report waits."""
    reports = dict.fromkeys(each.code for each in waiting_for_review(context.db) if each.code in codes)
    none = texts.NONE_WAITS(context.language, code=codes)
    last = (latest_extension(context.db, None, context.today, code) for code in codes)
    decided = [already(each, context.language) for each in last if each is not None]
    return join([*decided, none, *(texts.REPORT_WAITS(context.language, code=code) for code in reports)])


def requests_decided(context: Context, text: str) -> RequestsDecided | None:
    """Return which requests a sentence decides: those it names, or else the one shown last. None if it may mean
    something else, or gives verdicts on reports as well."""
    waiting = waiting_for_decision(context.db, context.today)
    clauses = _clauses(context, text, waiting)
    at_hand = _at_hand(context, clauses, waiting)
    return RequestsDecided(at_hand, []) if at_hand else _named(context, clauses, waiting)


def decides_requests(context: Context, text: str) -> bool:
    """Return whether a sentence decides on requests that wait."""
    decided = requests_decided(context, text)
    return decided is not None and bool(decided.ids)


def leaves_requests(context: Context, clause: str) -> bool:
    """Return whether a clause leaves waiting requests undecided (公安的先放放)."""
    read = read_clause(context, clause, waiting_for_decision(context.db, context.today))
    return read.said.left and bool(read.ids)


def _clauses(context: Context, text: str, waiting: Sequence[Extension]) -> list[RequestsClause]:
    """Return the clauses of a text; one that only names something is one with the decision behind it (1-2，同意), which
    is about the tasks in it also if it tells more of them (43-5不能再拖了 最多给到12月5号)."""
    found, before = list[RequestsClause](), ""
    for clause in clauses_of(text, spaces=True)[:MOST_HEARD]:
        now = read_clause(context, clause, waiting)
        if before and now.said.decision is not None and not now.places:
            of, now = found.pop().codes, read_clause(context, clause.behind(before, clause), waiting)
            if of and now.said.decision is None:
                now = read_clause(context, clause.behind("、".join(of), clause), waiting)
        found.append(now)
        before = clause if now.places and not any(now.said) else ""
    return found


def _at_hand(context: Context, clauses: Sequence[RequestsClause], waiting: Sequence[Extension]) -> list[int]:
    """Return the id of the request shown last, or to be given another day the only one that waits, in a list, if a
    sentence decides it without naming others (不同意，抓紧办; 同意到4月底)."""
    first = next((each for each in clauses if each.places or each.sure_decision is not None), None)
    said = first.sure_decision if first is not None else None
    if first is None or said is None or said.rest or first.missing or first.is_miscounted:
        return []
    meant = first.decides(said, waiting, (), ())
    if len(meant) > 1 and not first.ids:
        return []
    is_apart = not first.codes if said.is_day else first is clauses[0] and not said.words
    gives_a_day = said.favour and _gives_a_day(context, said)
    if not (said.surely or is_apart or gives_a_day):
        return []
    shown = {int(number) for _, number, *_ in context.last_messages.offers(Verb.DECIDE)}
    may_be_it = said.surely and gives_a_day and not shown and len(waiting) == 1
    ids = [each.id for each in waiting if each.id in shown or may_be_it]
    return [each for each in ids if each in (meant or ids)]


def _gives_a_day(context: Context, said: DecisionOnRequests) -> bool:
    return says(hear(context, said.words), "decisions.day_granted")


def _named(context: Context, clauses: Sequence[RequestsClause], waiting: Sequence[Extension]) -> RequestsDecided | None:
    """Return the requests that a sentence surely decides: several, all that wait, or one that it names by more than its
    unit, gives a day, or decides while it leaves others; or the tasks that it names on which none waits. One decided
    and another given a day are surely decided."""
    ids, left, matters, codes, by_a_day = list[int](), list[int](), set[object](), list[str](), set[bool]()
    surely, by_name = False, False
    for each in clauses:
        said = each.sure_decision
        if _is_on_reports(context, each) or (said is not None and said.is_day and each.missing):
            return None
        now = each.ids if ids and each.said.likewise else []
        if each.said.left:
            left += each.ids
            matters.update(each.ids)
        if said is not None:
            now = each.decides(said, waiting, [*ids, *left], ids)
            more_than_units = bool(each.codes) or (bool(each.places) and not each.heard.names(Kind.UNIT))
            of_all = said.all and said.surely and now != each.ids
            by_day = said.favour and said.surely and _gives_a_day(context, said)
            by_number = each.is_miscounted or (each.is_called_so and not said.is_day)
            by_name = by_name or more_than_units or of_all or by_day or by_number
            by_a_day |= {said.is_day} if now and each.ids else set()
            surely = surely or said.surely or len(by_a_day) > 1 or (each.is_called_so and bool(each.missing))
            matters.update(each.missing)
            codes += each.codes
        matters |= {one.assignment.code for one in waiting if one.id in now} if each.codes else {*now}
        ids += [one for one in now if one not in ids]
    if not surely or not (by_name or len(matters) > 1):
        return None
    if any(each.is_miscounted for each in clauses):
        return RequestsDecided([], [])
    if ids:
        return RequestsDecided(ids, [])
    only = [each.id for each in waiting] if not matters and len(waiting) == 1 else []
    return RequestsDecided(only, codes) if codes or (waiting and not matters) else None


def _is_on_reports(context: Context, clause: RequestsClause) -> bool:
    """Return whether a clause gives a verdict on reports, since no request is named or a report waits as well."""
    verdict = None if clause.is_called_so else decision_said(DecisionSubject.REPORT, clause.heard)
    if verdict is None or not verdict.names:
        return False
    return not (clause.ids or verdict.rest) or any(
        verdict.is_of(each.code, each.unit) for each in waiting_for_review(context.db)
    )


@reader(for_=For.COORDINATORS)
async def show_request_asked_about(update: Update, context: Context, meaning: Understanding) -> bool:
    """Show the request that waits if a coordinator asks about that of a unit (海关为什么要延, 他们要延到几号); return
    whether it did."""
    asks = Mood.ASKS in meaning.moods and says(meaning, "decisions.asked_about_request")
    asks = asks and not seeks_put_off(meaning.readings)
    units = {value for each in of_kind(meaning, Kind.UNIT) for value in each.values}
    theirs = not units and says(meaning, "decisions.report_at_hand.them")
    waiting = waiting_for_decision(context.db, context.today) if asks and (units or theirs) else []
    meant = [each for each in waiting if not units or each.assignment.unit in units]
    if not meant or (theirs and len(meant) > 1):
        return False
    await answer(update, context, *request_letter(meant[0], context.language, more=len(waiting) > 1))
    return True
