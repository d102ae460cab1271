"""Commands with words behind them (/tasks 公安局), which are answered as the sentence that says the same."""

from telegram import Update

from handlers.entrance.private import in_between
from handlers.entrance.sentences import act_on
from handlers.telegram import Context, as_if_said, hear, may_use, text_of
from handlers.telegram.commands import COMMANDS
from handlers.telegram.context import Callback


@in_between
async def answer_in_between(update: Update, context: Context) -> None:
    """Do what a message says, below which the open question is put again."""
    await act_on(update, context, hear(context, text_of(update)))


BY_NAME = {each.name: each for each in COMMANDS}


def with_words_as_said(name: str, callback: Callback) -> Callback:
    """Return the handler of a command that is answered by `callback` if it stands alone or reads its words itself."""
    command = BY_NAME[name]
    sentence = command.with_words

    async def answered(update: Update, context: Context) -> None:
        words = text_of(update).partition(" ")[2].strip()
        if not words or sentence is None or not may_use(context.person, command.audience):
            await callback(update, context)
            return
        said = (sentence.en if words.isascii() and context.language == "en" else sentence.zh).format(words=words)
        await answer_in_between(as_if_said(update, said), context)

    return answered
