"""Unknown commands, and known ones with words behind them (/tasks 公安局)."""

from rapidfuzz import fuzz, process
from telegram import Update

from handlers.dialog import return_to_open_dialog
from handlers.entrance.private import PRIVATE_COMMANDS, in_between
from handlers.entrance.sentences import act_on
from handlers.entrance.texts.access import NEAREST_COMMAND, NO_SUCH_COMMAND
from handlers.people import joining
from handlers.telegram import Context, answer, as_if_said, hear, may_use, text_of, words_behind
from handlers.telegram.commands import COMMANDS, commands_for
from handlers.telegram.context import Callback

NEAR = 60
"""How much like a command, in percent, an unknown one must be to count as a slip of it."""


async def answer_unknown_command(update: Update, context: Context) -> None:
    """Answer an unknown command with the nearest known one, or with what can be said. A known command that is addressed
    to another bot is run anyway."""
    assert update.message is not None and update.message.text is not None
    command, *context.args = update.message.text.split()
    written = command.lstrip("/").partition("@")[0].lower()
    names = [each.name for each in commands_for(context.person)]
    if written in names:
        await PRIVATE_COMMANDS[written](update, context)
        return
    begun = [name for name in names if written and name.startswith(written)]
    alike = process.extract(written, names, scorer=fuzz.ratio, score_cutoff=NEAR, limit=1)
    if near := [*begun, *(name for name, *_ in alike)]:
        await answer(update, context, NEAREST_COMMAND(context.language, written=written, command=near[0]))
    elif context.open_dialog is None:
        await joining.say_not_understood(update, context)
    else:
        await answer(update, context, NO_SUCH_COMMAND(context.language, written=written))
    if (dialog := context.open_dialog) is not None:
        await return_to_open_dialog(update, context, dialog)


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
        words = words_behind(update)
        if not words or sentence is None or not may_use(context.person, command.audience):
            await callback(update, context)
            return
        said = (sentence.en if words.isascii() and context.language == "en" else sentence.zh).format(words=words)
        await answer_in_between(as_if_said(update, said), context)

    return answered
