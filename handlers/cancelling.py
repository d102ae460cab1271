"""/cancel and 取消: give up whatever is being filled in."""

from telegram import Update

from data.questions import close_question, find_question
from handlers import extension_questions, reporting, several_lines
from handlers.context import Context
from handlers.replies import answer, strip_buttons
from handlers.texts.questions import CANCELLED


async def cancel(update: Update, context: Context) -> None:
    """Close the question that waits for an answer in words, else ask whether to give up what is not submitted yet."""
    question = find_question(context.db, context.person.id)
    if question is None:
        asked = await several_lines.ask_to_cancel(update, context)
        if not asked:
            await reporting.cancel(update, context)
        return
    if question.kind in extension_questions.STEPS:
        await extension_questions.cancel(update, context, question, below=True)
        return
    close_question(context.db, context.person.id)
    await strip_buttons(context, context.person.telegram_id or 0, question.message_id)
    await answer(update, context, CANCELLED(context.language))
