"""What happens if a handler raises: a refusal is answered in a sentence; other errors are logged and apologised for."""

import logging

from telegram import Update
from telegram.error import BadRequest, RetryAfter, TelegramError
from telegram.ext import ApplicationHandlerStop

from data.errors import Refusal, StaleButton
from data.people.people import who_is
from handlers.telegram import Context, acknowledge, answer
from handlers.telegram.sending import is_muted
from handlers.telegram.unanswered import answer_later
from handlers.wording import refusal
from handlers.wording.refusals import APOLOGY

log = logging.getLogger(__name__)


async def on_error(update: object, context: Context) -> None:
    """Answer the person whose update could not be handled, and stop its handling.

    Only ids are logged, never what was written."""
    error = context.error
    if not isinstance(update, Update) or update.effective_user is None or update.effective_chat is None:
        log.error("outside of any update: %s", type(error).__name__, exc_info=error)
        return
    context.speak_with(who_is(context.db, update.effective_user.id, context.today), update)
    try:
        await _explain(update, context, error)
    except RetryAfter as wait:
        answer_later(update, context, wait)
    except TelegramError as failure:
        log.warning("update %s: no answer went out: %s: %s", update.update_id, type(failure).__name__, failure)
    raise ApplicationHandlerStop


async def _explain(update: Update, context: Context, error: Exception | None) -> None:
    """Say in one sentence what cannot be done, or that something went wrong. Raises TelegramError."""
    if isinstance(error, StaleButton) and update.callback_query is not None:
        await acknowledge(update, context, refusal(error, context.language))
    elif isinstance(error, Refusal):
        await answer(update, context, refusal(error, context.language))
    elif isinstance(error, TelegramError) and (not isinstance(error, BadRequest) or is_muted(error)):
        raise error
    else:
        log.error("update %s: %s", update.update_id, type(error).__name__, exc_info=error)
        await answer(update, context, APOLOGY(context.language, id=update.update_id))
