"""Typed answers to requests for more time: 29-4 同意延到2月28日, 29-4 不同意，抓紧办."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import islice
from typing import Any

from telegram import Update

from data.errors import Refusal
from data.errors.deadlines import DayUnclear
from data.office.extension_decision import RequestDecision
from data.office.extensions import Decision, Extension, waiting_for_decision
from data.plan.plan import known_plan
from data.reporting.drafts import checked_reason
from data.reporting.reviews import waiting_for_review
from data.understanding import Kind, Mood, Reading, Understanding, of_kind, says
from data.understanding.dialog.lists_changed import clauses_of
from data.understanding.more_time import later_by_a_span, longer_by
from data.understanding.normalise.sentence import CLAUSE
from data.understanding.office.decisions import (
    DecisionSubject,
    StatedDecision,
    decision_said,
    with_decisions_apart,
)
from data.understanding.orders import longest_said
from handlers.dialog import Talk, begin, reader
from handlers.dialog.changes import MOST_CLAUSES
from handlers.dialog.separate_orders import leftovers_text, words_and_orders
from handlers.extensions.changed_decisions import decision_on
from handlers.extensions.decisions import DECISIONS, begin_decision
from handlers.extensions.letters import request_letter
from handlers.extensions.requests_named import decides_several
from handlers.extensions.texts import decision as texts
from handlers.telegram import NOTHING, Context, For, Html, Verb, answer, hear, join, refusal, said_by


def _answers_any(talk: Talk[Any], text: str, heard: Understanding) -> bool:
    """Return whether a coordinator's sentence answers a waiting request without naming a task."""
    names = any(of_kind(heard, Kind.CODE))
    return not names and answers_a_request(talk.context, heard)


@reader(for_=For.COORDINATORS, names=_answers_any)
async def answer_request(update: Update, context: Context, meaning: Understanding) -> bool:
    """Show what a unit will get if a coordinator's sentence answers its request, or say that none waits on the tasks
    named. Return whether it did."""
    meaning = _with_units_of_people(context, meaning)
    said = decision_said(DecisionSubject.REQUEST, meaning)
    given = said or decision_said(DecisionSubject.DAY_OF_REQUEST, meaning)
    meant = _meant(context, given) if given else []
    if given is None or (said is None and not meant):
        return await _answer_request_shown(update, context, meaning)
    if not (meant or given.codes):
        return False
    if not meant:
        await answer(update, context, _none_waits(context, given.codes))
    elif given.codes and len(meant) > 1:
        await answer(update, context, _which_unit(context, meant))
    else:
        await _begin(update, context, given, meant[0])
    return True


def _with_units_of_people(context: Context, meaning: Understanding) -> Understanding:
    """Return a sentence in which the name of who waits for an answer names their unit (袁工那个延期同意)."""
    decides = longest_said("decisions.request", meaning.text, "against", "for", "for_a_day")
    waiting = waiting_for_decision(context.db, context.today) if decides and known_plan(context.db) else []
    units = {each.by: each.assignment.unit for each in waiting if each.by in meaning.text}
    named = [
        Reading(Kind.UNIT, at := meaning.text.find(name), at + len(name), (unit,))
        for name, unit in units.items()
        if name and unit
    ]
    return replace(meaning, readings=(*meaning.readings, *named))


@reader(for_=For.COORDINATORS)
async def decide_requests(update: Update, context: Context, meaning: Understanding) -> bool:
    """Show the answers to several requests if a coordinator's sentence decides them; return whether it does."""
    text = with_decisions_apart(said_by(update, meaning), partial(hear, context))
    decides = decides_several(context, [*islice(clauses_of(text), MOST_CLAUSES)])
    if decides:
        await begin(update, context, DECISIONS, -update.update_id, said=text)
    return decides


@reader(for_=For.COORDINATORS)
async def show_request_asked_about(update: Update, context: Context, meaning: Understanding) -> bool:
    """Show the request that waits if a coordinator asks about that of a unit (海关为什么要延, 他们要延到几号); return
    whether it did."""
    asks = Mood.ASKS in meaning.moods and says(meaning, "decisions.asked_about_request")
    units = {value for each in of_kind(meaning, Kind.UNIT) for value in each.values}
    theirs = not units and says(meaning, "decisions.report_at_hand.them")
    waiting = waiting_for_decision(context.db, context.today) if asks and (units or theirs) else []
    meant = [each for each in waiting if not units or each.assignment.unit in units]
    if not meant or (theirs and len(meant) > 1):
        return False
    text, keyboard = request_letter(meant[0], context.language, more=len(waiting) > 1)
    await answer(update, context, text, keyboard)
    return True


async def _answer_request_shown(update: Update, context: Context, meaning: Understanding) -> bool:
    """Show what a unit will get if a sentence answers the request shown last without mentioning one (不同意，抓紧办;
    改到3月20号), or grants a day to the only one that waits (同意到4月底). Return whether it did."""
    given = decision_said(DecisionSubject.REQUEST_AT_HAND, meaning)
    meant = _meant(context, given) if given else []
    shown = [each for each in meant if each.id in _shown_last(context)]
    if given is not None and given.favour and len(meant) == 1:
        decides = longest_said("decisions.request", meaning.text, "for", "for_a_day")
        shown = shown or (meant if decides and says(hear(context, given.words), "decisions.day_granted") else [])
    if given is not None and shown:
        await _begin(update, context, given, shown[0])
    return bool(shown)


def _shown_last(context: Context) -> set[int]:
    """Return the ids of the requests that the buttons shown last decide."""
    return {int(number) for _, number, *_ in context.last_messages.offers(Verb.DECIDE)}


def _none_waits(context: Context, codes: Sequence[str]) -> Html:
    """Return that no request waits on these tasks, and on which of them a report waits for review."""
    reports = dict.fromkeys(each.code for each in waiting_for_review(context.db) if each.code in codes)
    none = texts.NONE_WAITS(context.language, code=codes)
    return join([none, *(texts.REPORT_WAITS(context.language, code=code) for code in reports)])


def answers_a_request(context: Context, meaning: Understanding) -> bool:
    """Return whether a sentence answers a waiting request."""
    said = decision_said(DecisionSubject.REQUEST, meaning)
    return said is not None and bool(_meant(context, said))


def _meant(context: Context, said: StatedDecision) -> list[Extension]:
    """Return the waiting requests on the first task named, or on all tasks, of the unit named, if any."""
    waiting = waiting_for_decision(context.db, context.today)
    return [
        each
        for each in waiting
        if each.assignment.code in (said.codes[:1] or (each.assignment.code,))
        and said.unit in ("", each.assignment.unit)
    ]


async def _begin(update: Update, context: Context, said: StatedDecision, asked: Extension) -> None:
    """Begin the dialog of an answer, with the day or the reason given; one that is refused is said and asked for
    again."""
    said = replace(said, favour=said.favour or _gives_another_day(context, said))
    decision = RequestDecision(asked.id, Decision.CHANGED if said.favour else Decision.REFUSED)
    day, advice, first = said.words, "", NOTHING
    if said.favour:
        day, advice = _day_and_advice(context, said, asked.due_before)
    try:
        decision = decision_on(asked, replace(said, words=day), context)
        decision = decision._replace(reason=checked_reason(advice)) if advice else decision
    except DayUnclear:
        pass
    except Refusal as why:
        first = refusal(why, context.language)
    words, left = words_and_orders(context, decision.reason, said.codes, {asked.assignment.unit or ""})
    first = join([leftovers_text(context, left), first])
    await begin_decision(update, context, decision._replace(reason=words), first=first)


def _gives_another_day(context: Context, said: StatedDecision) -> bool:
    """Return whether a refusal only grants another day than the one asked for (不行，改到2月底)."""
    puts_off = longest_said("decisions.request", said.words, "for_a_day", "shifted") is not None
    return said.apart and puts_off and says(hear(context, said.words), "decisions.day_granted")


def _day_and_advice(context: Context, said: StatedDecision, due: date) -> tuple[str, str]:
    """Split the words of an agreement into the day that is granted and what else the unit is told (抓紧办; 1月底前
    报进展)."""
    parts = [each[0].strip() for each in CLAUSE.finditer(said.words) if each[0].strip()]
    days = [
        each
        for each in parts
        if says(hear(context, each), "decisions.day_granted") or longer_by(each, due) or later_by_a_span(each, due)
    ]
    if not days and not said.apart:
        return said.words, ""
    return "，".join(days), "，".join(each for each in parts if each not in days)


def _which_unit(context: Context, meant: list[Extension]) -> Html:
    units = [each.assignment.unit or "" for each in meant]
    code = meant[0].assignment.code
    return texts.WHICH_UNIT(context.language, code=code, units=units, unit=units[0])
