"""Answers that Telegram does not let through for long: the person is told of them when the wait is over."""

import logging
from datetime import timedelta

from telegram import Update
from telegram.error import RetryAfter

from data.notices.silences import promise_answer
from data.people.people import who_is
from handlers.telegram.context import Context


def retry_seconds(wait: int | timedelta) -> float:
    """Return a `retry_after` in seconds; python-telegram-bot gives a number or a timedelta."""
    return wait.total_seconds() if isinstance(wait, timedelta) else wait


log = logging.getLogger(__name__)


def answer_later(update: Update, context: Context, wait: RetryAfter) -> None:
    """Tell a registered speaker when the wait is over that this update was received but not answered."""
    seconds = retry_seconds(wait.retry_after)
    person = update.effective_user and who_is(context.db, update.effective_user.id, context.today)
    log.info("update %s: not answered before %d seconds are over", update.update_id, seconds)
    if person:
        promise_answer(context.db, update.update_id, person, context.now + timedelta(seconds=seconds))
