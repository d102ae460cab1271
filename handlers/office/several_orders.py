"""Several orders in one sentence of the office, each carried out as if it had been sent alone."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from telegram import Update

from data.office.extensions import waiting_for_decision
from data.reporting.reviews import reports_waiting, waiting_for_review
from data.understanding import Kind, Understanding, of_kind
from data.understanding.list_exceptions import left_out_of_lists
from data.understanding.matters import Hears, split_statements
from data.understanding.office.decisions import (
    DecisionSubject,
    StatedDecision,
    decision_said,
    with_decisions_apart,
    with_units_of_people,
)
from data.understanding.settings.setting_asked import OF_A_UNIT, OF_DAYS, setting_asked
from handlers.dialog.reason import leftovers_text
from handlers.extensions.answer_in_words import decide_requests, decides_requests, requests_decided
from handlers.extensions.decisions import DECISIONS
from handlers.extensions.requests_named import read_clause
from handlers.office.review_in_words import give_verdict, judge
from handlers.settings.settings_in_words import begin_setting
from handlers.telegram import Context, answer, as_if_said, hear, said_by


async def carry_out_several(update: Update, context: Context, meaning: Understanding) -> bool:
    """Carry out each decision or setting of a sentence that holds several; return whether it does. What needs no
    preview goes first; the others follow in reverse, so that the first of them is open at the end."""
    if not context.person.is_coordinator:
        return False
    people = {each.by: each.unit for each in reports_waiting(context.db)}

    def hears(text: str) -> Understanding:
        return with_units_of_people(hear(context, text), people)

    said = with_decisions_apart(said_by(update, meaning), hears)
    given = decision_said(DecisionSubject.REPORT, with_units_of_people(meaning, people))
    if given is not None and given.names and not given.words and decides_requests(context, said):
        if any(given.is_of(each.code, each.unit) for each in waiting_for_review(context.db)):
            await judge(update, context, given)
        return await decide_requests(update, context, meaning)
    parts = split_statements(said, partial(_ordered, context, hears))
    of_reports = [each for each in parts if not read_clause(context, each, ()).is_called_so]
    named = {each: _named(hears(each)) for each in of_reports}
    others = {part: [name for each, names in named.items() if each != part for name in names] for part in parts}
    looked_at = [each for each in parts if _is_to_be_looked_at(context, hears(each), others[each])]
    for part in [*(each for each in parts if each not in looked_at), *reversed(looked_at)]:
        if not await _carry_out(as_if_said(update, part), context, hears(part), others[part]):
            await answer(update, context, leftovers_text(context, [part]))
    return bool(parts)


def _named(heard: Understanding) -> list[str]:
    """Return the tasks that a decision names, or its units if it names no task; and what it leaves out."""
    out = left_out_of_lists(heard)
    codes, units = ([each for each in of_kind(heard, kind) if each not in out] for kind in (Kind.CODE, Kind.UNIT))
    return [each.values[0] for each in (*(codes or units), *out)]


async def _carry_out(update: Update, context: Context, meaning: Understanding, others: Sequence[str]) -> bool:
    """Carry out one order; a verdict leaves out `others`, decided on by themselves or left."""
    if read_clause(context, said_by(update, meaning), ()).said.left:
        return True
    verdict = _verdict(meaning, others)
    if verdict is not None:
        await judge(update, context, verdict)
        return True
    for takes in (decide_requests, give_verdict, begin_setting):
        if await takes(update, context, meaning):
            return True
    return False


def _verdict(meaning: Understanding, others: Sequence[str]) -> StatedDecision | None:
    """Return the verdict in a part of a sentence, without what its `others` name."""
    verdict = decision_said(DecisionSubject.REPORT, meaning) or decision_said(DecisionSubject.REPORT_AT_HAND, meaning)
    if verdict is None or not verdict.names:
        return None
    out = (each for each in others if each not in (*verdict.codes, *verdict.units))
    return replace(verdict, left_out=(*verdict.left_out, *out))


def _ordered(context: Context, hears: Hears, clause: str) -> object | None:
    """Return what a clause orders by itself: the clause if it is a verdict on reports that it names (1-2通过, 1-2可以)
    or on the rest of those that wait (其他退回) or leaves some undecided, the one dialog that decides requests for more
    time, or the setting. None otherwise."""
    heard = hears(clause)
    verdict = decision_said(DecisionSubject.REPORT, heard)
    if verdict is not None and (not verdict.rest or waiting_for_review(context.db)) and verdict.names:
        return clause
    if verdict is None and _is_of_waiting(context, decision_said(DecisionSubject.REPORT_AT_HAND, heard)):
        return clause
    if heard.names(Kind.CODE, Kind.UNIT):
        if (left := read_clause(context, clause, waiting_for_decision(context.db, context.today))).said.left:
            return DECISIONS.kind if left.ids else clause
        return DECISIONS.kind if requests_decided(context, clause) is not None else None
    if read_clause(context, clause, ()).is_called_so and decides_requests(context, clause):
        return DECISIONS.kind
    asked = setting_asked(heard)
    return asked.what if asked is not None and not asked.bare and asked.what not in (*OF_DAYS, *OF_A_UNIT) else None


def _is_of_waiting(context: Context, verdict: StatedDecision | None) -> bool:
    """Return whether a verdict without a word for verdicts (43-5这个不行) names only reports that wait."""
    codes = set(verdict.codes) if verdict is not None else set[str]()
    return bool(codes) and codes <= {each.code for each in waiting_for_review(context.db)}


def _is_to_be_looked_at(context: Context, part: Understanding, others: Sequence[str]) -> bool:
    """Return whether an order has a preview; the acceptance of one report has none."""
    said = _verdict(part, others)
    if said is None or not said.favour or said.words:
        return True
    return said.is_of_several and sum(said.is_of(each.code, each.unit) for each in waiting_for_review(context.db)) > 1
