"""下一页, 更多 and the like in words: the page beside the one that the chat has shown last, in a message of its own."""

from functools import partial
from typing import Any

from telegram import CallbackQuery, Update
from telegram.ext import CallbackQueryHandler

from data.understanding import Understanding
from handlers.entrance.texts.pages import BACK, FIRST_PAGE, LAST_PAGE, NO_PAGES, OF_PAGES, ONWARD
from handlers.telegram import Context, Does, Wording, answer, plain_word


class _SaidPress(CallbackQuery):
    """A button whose words were written: there is no spinner to end."""

    async def answer(self, *args: Any, **kwargs: Any) -> bool:
        return True


def page_said(context: Context, text: str) -> Does | None:
    """What turns the page, where a text asks for that and nothing else and a page was shown; None for any other."""
    word = plain_word(text)
    if word not in ONWARD | BACK:
        return None
    turns = context.bot_data.newest.turns(context.person.telegram_id or 0)
    if turns is None:
        return partial(_say, NO_PAGES) if word in OF_PAGES else None
    if (data := turns.after if word in ONWARD else turns.before) is not None:
        return partial(_turn, data)
    return partial(_say, LAST_PAGE if word in ONWARD else FIRST_PAGE)


async def _turn(data: str, update: Update, context: Context, heard: Understanding) -> None:
    """Do what the button does, with what it is checked for; the page is shown below what was written."""
    assert update.effective_user is not None
    query = _SaidPress(str(update.update_id), update.effective_user, "", data=data)
    pressed = Update(update.update_id, message=update.message, callback_query=query)
    for handler in context.application.handlers[0]:
        if isinstance(handler, CallbackQueryHandler) and handler.check_update(pressed):
            await handler.callback(pressed, context)
            return


async def _say(words: Wording, update: Update, context: Context, heard: Understanding) -> None:
    await answer(update, context, words(context.language))
