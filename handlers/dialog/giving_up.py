"""What is asked, done and said when a dialog is given up."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from telegram import InlineKeyboardMarkup, Update

from data.dialogs import Dialog
from data.understanding import Understanding
from handlers.dialog.question import Choices
from handlers.dialog.texts import CANCEL_QUESTION
from handlers.telegram import Context, Html, Wording, labels

Answer = tuple[Html, InlineKeyboardMarkup | None]


async def nothing_more(update: Update, context: Context, dialog: Dialog) -> None:
    """Do nothing more in the chat."""


@dataclass(frozen=True, slots=True)
class GivingUp:
    """How a dialog is given up; each part is as usual unless declared."""

    question: Wording | Callable[[Context, Dialog], Html] = CANCEL_QUESTION
    """What is asked before."""
    choices: Callable[[Context, Dialog], Choices] = lambda context, dialog: ()
    """More buttons below that question."""
    clean_up: Callable[[Context, Dialog], None] = lambda context, dialog: None
    """Removes what belongs to the dialog."""
    answer: Callable[[Context, Dialog], Answer] = lambda context, dialog: (labels.CANCELLED(context.language), None)
    """What is said once it has been given up."""
    afterwards: Callable[[Update, Context, Dialog], Awaitable[None]] = nothing_more
    """What to do in the chat then."""
    named: Callable[[Context, Dialog, Understanding], bool] = lambda context, dialog, heard: False
    """Whether a sentence gives it up by what it names, besides the usual words for that."""

    def asks(self, context: Context, dialog: Dialog) -> Html:
        """Return the question that is asked before."""
        asked = self.question
        return asked(context.language) if isinstance(asked, Wording) else asked(context, dialog)


USUAL = GivingUp()
"""How most dialogs are given up: after the usual question, leaving nothing behind."""
