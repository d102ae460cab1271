"""A question that was left for something else: it waits, and a button asks it again."""

from telegram import InlineKeyboardMarkup, Update

from data.office.extensions import find_extension
from data.office.reviews import reviewed
from data.reporting.questions import Asked, Question, ask_question, close_question, find_question
from handlers.dialog.texts import GO_ON
from handlers.entrance.texts.going_on import NOT_SENT, OF_WHICH_TASK, OF_WHICH_UNIT, WAITS
from handlers.reporting.asking import own_assignments
from handlers.reporting.batch_keyboard import pick_said
from handlers.telegram.callbacks import Verb
from handlers.telegram.context import Context
from handlers.telegram.keyboards import button
from handlers.telegram.sending import answer
from handlers.telegram.understanding import hear
from handlers.telegram.wording import cut

REMINDED = "reminded"
"""The mark of a question of which it has been said that it waits."""


async def offer_going_on(update: Update, context: Context, question: Question) -> None:
    """Say that a question still waits for its answer, unless another one of its kind has been opened instead."""
    now = find_question(context.db, context.person.id)
    if question.kind is Asked.TASK_TO_REPORT:
        if now == question:
            await _remind_of_what_was_said(update, context, question)
        return
    if now is not None and now.kind in WAITS and now != question:
        return
    again = button(GO_ON(context.language), *_again(question))
    wording = (NOT_SENT if "reason" in question.answers else WAITS).get(question.kind, WAITS[question.kind])
    text = wording(context.language, code=_code(context, question))
    await answer(update, context, text, InlineKeyboardMarkup([[again]]))


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


def _again(question: Question) -> tuple[Verb, *tuple[object, ...]]:
    """What a button does that asks the question once more, with the answers that came before it."""
    subject = question.subject_id
    match question.kind:
        case Asked.OTHER_DAY:
            return Verb.DECIDE, "other", subject
        case Asked.REFUSAL_REASON:
            return Verb.DECIDE, "refuse", subject
        case Asked.DEPUTY_UNTIL:
            return Verb.DEPUTY, "name", subject
        case Asked.NEW_INDICATOR:
            return Verb.INDICATOR, "new"
    return Verb.REVIEW, "return", subject


def _code(context: Context, question: Question) -> str:
    """The code of the task that a question is about; empty where it is about none."""
    match question.kind:
        case Asked.RETURN_REASON:
            report = reviewed(context.db, question.subject_id)
            return report.code if report else ""
        case Asked.OTHER_DAY | Asked.REFUSAL_REASON:
            asked = find_extension(context.db, question.subject_id, context.today, context.zone)
            return asked.assignment.code if asked else ""
    return ""
