"""Several decisions in one sentence of the office: each is done as if it had been said alone."""

from functools import partial

from telegram import Update

from data.understanding import Understanding
from data.understanding.decisions import On, decision_said, decisions_apart
from handlers.extensions.answer_in_words import answers_a_request, request_answered
from handlers.office.orders_left import not_handled
from handlers.office.review_in_words import verdict_given
from handlers.telegram import Context, answer, as_if_said, hear, said_by


async def several_decided(update: Update, context: Context, meaning: Understanding) -> bool:
    """Whether a sentence holds several decisions. What is accepted at once goes first, then the first of the others is
    shown; the rest is named, and so is what decides on nothing that waits."""
    text = said_by(update, meaning)
    parts = decisions_apart(text, partial(hear, context)) if context.person.is_coordinator else []
    decided = [each for each in parts if _decides(context, each)]
    if not decided:
        return False
    looked_at = [each for each in decided if _is_to_be_looked_at(context, each)]
    done = [*(each for each in decided if each not in looked_at), *looked_at[:1]]
    if left := [each for each in parts if each not in done]:
        await answer(update, context, not_handled(context, left))
    for part in done:
        heard = hear(context, part)
        does = request_answered if answers_a_request(context, heard) else verdict_given
        await does(as_if_said(update, part), context, heard)
    return True


def _decides(context: Context, part: str) -> bool:
    heard = hear(context, part)
    return answers_a_request(context, heard) or decision_said(On.REPORT, heard) is not None


def _is_to_be_looked_at(context: Context, part: str) -> bool:
    said = decision_said(On.REPORT, hear(context, part))
    return said is None or not said.favour or bool(said.words)
