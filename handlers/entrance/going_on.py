"""What was said of some task, left for something else: it waits, and is reminded of once."""

from telegram import Update

from data.reporting.questions import Question, ask_question, close_question, find_question
from handlers.entrance.texts.going_on import OF_WHICH_TASK, OF_WHICH_UNIT
from handlers.tasks.own_tasks import own_assignments
from handlers.telegram.context import Context
from handlers.telegram.sending import answer
from handlers.telegram.task_buttons import pick_said
from handlers.telegram.understanding import hear
from handlers.telegram.wording import cut

REMINDED = "reminded"
"""The mark of a question of which it has been said that it waits."""


async def offer_going_on(update: Update, context: Context, question: Question) -> None:
    """Say that what was said waits for the name of its task, unless that has been told meanwhile."""
    if find_question(context.db, context.person.id) == question:
        await _remind_of_what_was_said(update, context, question)


async def _remind_of_what_was_said(update: Update, context: Context, question: Question) -> None:
    """What has been said of some task waits for the name of that or of the unit, of which it is reminded once; a list
    to choose from waits for nothing."""
    said = question.answers.get("said")
    if not said:
        close_question(context.db, context.person.id)
    elif REMINDED not in question.answers:
        code = hear(context, said).task
        units = [each for each in own_assignments(context, code) if not each.finished] if code else []
        shown = question.message_id
        if units:
            words = OF_WHICH_UNIT(context.language, said=cut(said, 60))
            shown = (await answer(update, context, words, pick_said(units, context.language))).message_id
        else:
            await answer(update, context, OF_WHICH_TASK(context.language, said=cut(said, 60)))
        answers, person_id = {**question.answers, REMINDED: "yes"}, context.person.id
        ask_question(context.db, person_id, question.kind, 0, question.update_id, context.now, answers, shown)
