"""Requests for more time: 同意, 改日期 or 不同意, by the coordinators."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from telegram import Update

from data.errors import AlreadyDecided, DayTooEarly, DayTooLate, DayUnclear, RequestRests, StaleButton
from data.office.extension_request import day_asked_for
from data.office.extension_withdrawal import asked_in
from data.office.extensions import (
    Decision,
    Extension,
    check_day,
    decide_extension,
    example_day,
    find_extension,
    undecided,
)
from data.reporting.questions import Asked, Question, ask_question, close_question_on
from handlers.extensions import keyboard as buttons
from handlers.extensions import texts
from handlers.office import reasons
from handlers.telegram.callbacks import Verb, day_in, unpack
from handlers.telegram.context import Context, source
from handlers.telegram.refusals import refusal
from handlers.telegram.sending import acknowledge, answer, show, strip_buttons

DECIDING = (Asked.OTHER_DAY, Asked.REFUSAL_REASON)
OVERTAKEN = (AlreadyDecided, RequestRests)
"""A colleague has decided, or the request wants no answer now."""


async def press(update: Update, context: Context) -> None:
    """A decision, or the question that it needs first. Raises AlreadyDecided or RequestRests; the buttons go then."""
    assert update.callback_query is not None
    choice, number, *days = unpack(update.callback_query.data).arguments
    try:
        with _while_it_waits(context, int(number)):
            await _press(update, context, choice, int(number), days)
    except OVERTAKEN:
        message = update.callback_query.message
        await strip_buttons(context, context.person.telegram_id or 0, message.message_id if message else None)
        raise


async def _press(update: Update, context: Context, choice: str, number: int, days: list[str]) -> None:
    match choice:
        case "grant":
            await _decide(update, context, number, Decision.ACCEPTED)
        case "set":
            await _decide(update, context, number, Decision.CHANGED, day=day_in(days[0]))
        case "other":
            asked = _waiting(context, number)
            await _ask(update, context, Asked.OTHER_DAY, asked)
            example = example_day(asked.assignment)
            await answer(update, context, texts.which_other_day(asked, example, context.language))
        case "refuse":
            await _ask_reason(update, context, _waiting(context, number))
        case "send":
            await _send(update, context, number)
        case _:
            decision = _declining(context, _waiting(context, number))
            await reasons.press(update, context, choice, Asked.REFUSAL_REASON, decision)


async def give_other_day(update: Update, context: Context, question: Question) -> None:
    """The day to set instead, read back before it is set; one that cannot be is refused, and asked again."""
    assert update.message is not None
    with _while_it_waits(context, question.subject_id):
        asked = _waiting(context, question.subject_id)
    text, due = update.message.text or "", max(asked.due_before, context.today)
    try:
        day = check_day(asked.assignment, day_asked_for(text, due, context.today, example_day(asked.assignment)))
    except (DayUnclear, DayTooEarly, DayTooLate) as mistake:
        await answer(update, context, refusal(mistake, context.language), buttons.request(asked, context.language))
        return
    text = texts.sure_of_day(asked, day, context.language)
    await answer(update, context, text, buttons.sure_of_day(asked, day, context.language))


async def give_answer(update: Update, context: Context, question: Question) -> None:
    """The reason why a request is declined, which is read back before it goes out. Raises TextMissing or NoteTooLong;
    the question stays open then."""
    with _while_it_waits(context, question.subject_id):
        asked = _waiting(context, question.subject_id)
        reason = await reasons.take(update, context, question, _declining(context, asked))
        if reason:
            await strip_buttons(context, context.person.telegram_id or 0, question.message_id)
            await _decide(update, context, asked.id, Decision.REFUSED, answer=reason)


async def _ask_reason(update: Update, context: Context, asked: Extension) -> None:
    """Ask why, or show the reason that was written already and not sent."""
    kind = Asked.REFUSAL_REASON
    answers = reasons.answers_so_far(context, kind, asked.id)
    question = ask_question(context.db, context.person.id, kind, asked.id, update.update_id, context.now, answers)
    await reasons.ask(update, context, question, _declining(context, asked))


async def _send(update: Update, context: Context, number: int) -> None:
    """Decline with the reason that was read back. Raises StaleButton where none was; the same press again changes
    nothing."""
    found = find_extension(context.db, number, context.today, context.zone)
    asked = reasons.answers_so_far(context, Asked.REFUSAL_REASON, number)
    if found is not None and found.decision is Decision.REFUSED and not asked:
        await _decide(update, context, number, Decision.REFUSED)
        return
    _waiting(context, number)
    answered = reasons.open_under(update, context, Asked.REFUSAL_REASON, number).answers
    if "reason" not in answered:
        raise StaleButton
    await _decide(update, context, number, Decision.REFUSED, answer=answered["reason"])


def _declining(context: Context, asked: Extension) -> reasons.Decision:
    return reasons.Decision(
        Verb.DECIDE,
        asked.id,
        texts.REFUSE,
        asked.assignment.unit or "",
        texts.which_answer(asked, context.language),
        lambda reason: texts.declined(asked, reason, context.language),
    )


async def _decide(update: Update, context: Context, extension_id: int, decision: Decision, **details: Any) -> None:
    done = decide_extension(
        context.db,
        context.person,
        extension_id,
        decision,
        context.now,
        context.zone,
        source=source(update),
        **details,
    )
    close_question_on(context.db, context.person.id, extension_id, *DECIDING)
    await acknowledge(update)
    await _end_withdrawing(context, extension_id)
    await show(update, context, texts.decided(done, context.language))


async def _end_withdrawing(context: Context, extension_id: int) -> None:
    """Take 撤回申请 off the message by which a request was sent: it has been answered."""
    asked_by = asked_in(context.db, extension_id)
    if asked_by is not None:
        await strip_buttons(context, *asked_by)


async def _ask(update: Update, context: Context, kind: Asked, asked: Extension) -> None:
    await acknowledge(update)
    ask_question(context.db, context.person.id, kind, asked.id, update.update_id, context.now)


def _waiting(context: Context, extension_id: int) -> Extension:
    """The request, while it wants an answer. Raises AlreadyDecided or RequestRests."""
    return undecided(find_extension(context.db, extension_id, context.today, context.zone))


@contextmanager
def _while_it_waits(context: Context, extension_id: int) -> Iterator[None]:
    """Let the question about a request end with an error that says that no answer is wanted any longer."""
    try:
        yield
    except OVERTAKEN:
        close_question_on(context.db, context.person.id, extension_id, *DECIDING)
        raise
