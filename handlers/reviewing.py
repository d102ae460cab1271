"""Review: 通过, or 退回 with a reason, by the coordinators."""

from telegram import Update

from data.drafts import checked_reason
from data.errors import AlreadyDecided
from data.extensions import waiting_for_decision
from data.questions import Asked, Question, ask_question, close_question
from data.reviews import review, reviewed, waiting_for_review
from data.standing import Verdict
from handlers import extension_buttons, keyboards
from handlers.callbacks import unpack
from handlers.context import Context
from handlers.replies import acknowledge, answer, show
from handlers.texts import messages as m
from handlers.texts.extensions import request
from handlers.texts.reviews import review_card


async def review_command(update: Update, context: Context) -> None:
    """How many reports and requests for more time wait, and of each kind the one that has waited longest."""
    language = context.language
    reports = waiting_for_review(context.db)
    requests = waiting_for_decision(context.db, context.today, context.zone)
    await answer(update, context, m.REVIEWS_WAITING(language, reports=len(reports), requests=len(requests)))
    for report in reports[:1]:
        await answer(update, context, review_card(report, language), keyboards.review(report, language))
    for asked in requests[:1]:
        await answer(update, context, request(asked, language), extension_buttons.request(asked, language))


async def press(update: Update, context: Context) -> None:
    """通过, or 退回, which asks for the reason. Raises AlreadyDecided."""
    assert update.callback_query is not None
    choice, number = unpack(update.callback_query.data).arguments
    if not context.person.is_coordinator:
        await acknowledge(update, m.NOT_FOR_ROLE(context.language))
        return
    report = reviewed(context.db, int(number))
    if report is None or (choice == "return" and report.verdict is not None):
        raise AlreadyDecided
    await acknowledge(update)
    if choice == "return":
        ask_question(context.db, context.person.id, Asked.RETURN_REASON, int(number), update.update_id, context.now)
        await answer(update, context, m.RETURN_REASON(context.language, code=report.code))
        return
    done = review(context.db, context.person.id, int(number), Verdict.ACCEPTED, "", context.now, context.zone)
    await show(update, context, m.REVIEW_ACCEPTED(context.language, code=done.code, unit=done.unit))


async def give_reason(update: Update, context: Context, question: Question) -> None:
    """The reason why a report is given back. Raises TextMissing or NoteTooLong; the question stays open then."""
    assert update.message is not None
    reason = checked_reason(update.message.text or "")
    person_id = context.person.id
    done = review(context.db, person_id, question.subject_id, Verdict.RETURNED, reason, context.now, context.zone)
    close_question(context.db, person_id)
    await answer(update, context, m.REVIEW_RETURNED(context.language, code=done.code, unit=done.unit))
