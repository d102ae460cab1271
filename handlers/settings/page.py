"""Layout of a settings page: a text, its buttons, the way back and 撤销."""

from telegram import Update

from handlers.telegram import Context, Rows, Verb, button, show, with_undo
from handlers.wording import Html, labels


async def show_page(update: Update, context: Context, text: Html, rows: Rows) -> None:
    """Show a settings page with its own buttons in `rows` above the way back."""
    back = button(labels.BACK(context.language), Verb.SETTING, "show")
    await show(update, context, text, with_undo(context, [*rows, [back]]))
