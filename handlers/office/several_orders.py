"""Several orders in one sentence of the office, each carried out as if it had been sent alone."""

from functools import partial

from telegram import Update

from data.understanding import Kind, Understanding
from data.understanding.matters import split_statements
from data.understanding.office.decisions import DecisionSubject, decision_said, with_decisions_apart
from data.understanding.settings.setting_asked import OF_A_UNIT, OF_DAYS, setting_asked
from handlers.extensions.answer_in_words import answer_request, decide_requests
from handlers.office.leftover_orders import leftovers_text
from handlers.office.review_in_words import give_verdict
from handlers.settings.settings_in_words import begin_setting
from handlers.telegram import Context, answer, as_if_said, hear, said_by


async def carry_out_several(update: Update, context: Context, meaning: Understanding) -> bool:
    """Carry out each decision or setting of a sentence that holds several; return whether it does. What needs no
    preview goes first; the others follow in reverse, so that the first of them is open at the end."""
    if not context.person.is_coordinator:
        return False
    said = with_decisions_apart(said_by(update, meaning), partial(hear, context))
    parts = split_statements(said, partial(_ordered, context))
    looked_at = [each for each in parts if _is_to_be_looked_at(context, each)]
    for part in [*(each for each in parts if each not in looked_at), *reversed(looked_at)]:
        if not await _carry_out(as_if_said(update, part), context, hear(context, part)):
            await answer(update, context, leftovers_text(context, [part]))
    return bool(parts)


async def _carry_out(update: Update, context: Context, meaning: Understanding) -> bool:
    for takes in (decide_requests, answer_request, give_verdict, begin_setting):
        if await takes(update, context, meaning):
            return True
    return False


def _ordered(context: Context, clause: str) -> object | None:
    """Return the clause or the setting if the clause alone is an order: a decision on what it names (1-2通过), or a
    setting. None otherwise."""
    heard = hear(context, clause)
    if any(each.kind in (Kind.CODE, Kind.UNIT) for each in heard.readings):
        verdict = decision_said(DecisionSubject.REPORT, heard)
        return (
            clause if (verdict is not None and verdict.names) or decision_said(DecisionSubject.REQUEST, heard) else None
        )
    asked = setting_asked(clause, heard)
    return asked.what if asked is not None and not asked.bare and asked.what not in (*OF_DAYS, *OF_A_UNIT) else None


def _is_to_be_looked_at(context: Context, part: str) -> bool:
    said = decision_said(DecisionSubject.REPORT, hear(context, part))
    return said is None or not said.favour or bool(said.words) or said.is_of_several
