"""What every nudge has: the office's own words below it, and that it waits for no tick."""

from typing import Any

from telegram import Update

from data.announcing.tasks_to_nudge import checked_own_words
from data.dialogs import Dialog
from handlers.announcing.texts import nudge as texts
from handlers.dialog.declaration import Question
from handlers.telegram.context import Context
from handlers.telegram.wording import cut, html

OWN_WORDS: Question[Any] = Question(
    "words",
    label=texts.OWN_WORDS,
    put=lambda talk: texts.WHICH_WORDS(talk.language),
    read=lambda talk, text: {"words": checked_own_words(text)},
    shown=lambda talk: html(cut(talk.answers.get("words", ""), 60)),
    skipped={"words": ""},
    free=True,
    verbatim=True,
)


async def go_out(update: Update, context: Context, dialog: Dialog) -> None:
    """Send what was put into the outbox without waiting for the next tick."""
    context.bot_data.woken.set()
