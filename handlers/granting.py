"""Requests for more time: 同意, 改日期 or 不同意, by the coordinators."""

from datetime import timedelta
from typing import Any

from telegram import Update

from data.days import read_day
from data.drafts import checked_reason
from data.errors import AlreadyDecided
from data.extensions import Decision, Extension, check_day, decide_extension, find_extension
from data.questions import Asked, Question, ask_question, close_question_on
from handlers import extension_buttons as buttons
from handlers.callbacks import day_in, unpack
from handlers.context import Context, source
from handlers.replies import acknowledge, answer, show
from handlers.texts import extensions as texts

DECIDING = (Asked.OTHER_DAY, Asked.REFUSAL_REASON)
A_WEEK = timedelta(days=7)


async def press(update: Update, context: Context) -> None:
    """A decision, or the question that it needs first. Raises AlreadyDecided."""
    assert update.callback_query is not None
    choice, number, *days = unpack(update.callback_query.data).arguments
    match choice:
        case "grant":
            await _decide(update, context, int(number), Decision.ACCEPTED)
        case "set":
            await _decide(update, context, int(number), Decision.CHANGED, day=day_in(days[0]))
        case "other":
            asked = _waiting(context, int(number))
            await _ask(update, context, Asked.OTHER_DAY, asked)
            example = max(asked.due_before, context.today) + A_WEEK
            await answer(update, context, texts.which_other_day(asked, example, context.language))
        case _:
            asked = _waiting(context, int(number))
            await _ask(update, context, Asked.REFUSAL_REASON, asked)
            await answer(update, context, texts.which_answer(asked, context.language))


async def give_other_day(update: Update, context: Context, question: Question) -> None:
    """The day to set instead, read back before it is set. Raises what `read_day` and `check_day` raise."""
    assert update.message is not None
    asked = _waiting(context, question.subject_id)
    day = check_day(asked.assignment, read_day(update.message.text or "", context.today))
    text = texts.sure_of_day(asked, day, context.language)
    await answer(update, context, text, buttons.sure_of_day(asked, day, context.language))


async def give_answer(update: Update, context: Context, question: Question) -> None:
    """The reason why a request is declined. Raises TextMissing or NoteTooLong; the question stays open then."""
    assert update.message is not None
    reason = checked_reason(update.message.text or "")
    await _decide(update, context, question.subject_id, Decision.REFUSED, answer=reason)


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
    await show(update, context, texts.decided(done, context.language))


async def _ask(update: Update, context: Context, kind: Asked, asked: Extension) -> None:
    await acknowledge(update)
    ask_question(context.db, context.person.id, kind, asked.id, update.update_id, context.now)


def _waiting(context: Context, extension_id: int) -> Extension:
    """The request, while it wants an answer. Raises AlreadyDecided."""
    asked = find_extension(context.db, extension_id, context.today, context.zone)
    if asked is None or not asked.waits:
        raise AlreadyDecided
    return asked
