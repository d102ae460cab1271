"""Review: 通过, or 退回 with a reason, by the coordinators."""

from telegram import InlineKeyboardMarkup, Update

from data.errors import AlreadyDecided, NoLongerWaits, StaleButton
from data.office.extensions import Extension, waiting_for_decision
from data.office.reviews import Reviewed, confirmed_in, review, reviewable, waiting_for_review
from data.reporting.questions import Asked, Question, ask_question, close_question, close_question_on
from data.standing.standing import Verdict
from handlers.extensions.letters import request_letter
from handlers.office import keyboard as buttons
from handlers.office import reasons
from handlers.office.texts import review as texts
from handlers.office.texts.review import RETURN_REASON, REVIEW_RETURNED
from handlers.telegram import labels
from handlers.telegram.callbacks import Verb, unpack
from handlers.telegram.context import Context, source
from handlers.telegram.sending import acknowledge, answer, show, strip_buttons
from handlers.telegram.wording import Html, Language

Waiting = tuple[list[Reviewed], list[Extension]]
OVERTAKEN = (AlreadyDecided, NoLongerWaits)
"""A colleague has decided, or the report needs no verdict any more."""


async def review_command(update: Update, context: Context) -> None:
    """How many reports and requests for more time wait, and the first of them."""
    waiting = _waiting(context)
    await answer(update, context, _text(context, waiting))
    await _show_first(update, context, waiting)


async def press(update: Update, context: Context) -> None:
    """通过, 退回 which asks for the reason and then sends it, or 下一份. Raises AlreadyDecided and NoLongerWaits."""
    assert update.callback_query is not None
    choice, number = unpack(update.callback_query.data).arguments
    try:
        match choice:
            case "accept":
                await _accept(update, context, int(number))
            case "return":
                await _ask_reason(update, context, int(number))
            case "send":
                await _send(update, context, int(number))
            case "rewrite" | "drop":
                decision = _returning(context, reviewable(context.db, int(number)))
                await reasons.press(update, context, choice, Asked.RETURN_REASON, decision)
            case "asked":
                await acknowledge(update)
                await _show_first(update, context, ([], _requests(context, after=int(number))))
            case _:
                await acknowledge(update)
                await _show_first(update, context, _waiting(context, after=int(number)))
    except OVERTAKEN:
        close_question_on(context.db, context.person.id, int(number), Asked.RETURN_REASON)
        message = update.effective_message
        await strip_buttons(context, context.person.telegram_id or 0, message.message_id if message else None)
        raise


def report_letter(report: Reviewed, language: Language) -> tuple[Html, InlineKeyboardMarkup | None]:
    """A report that waits for review, or what was decided of it."""
    if report.verdict is None:
        return texts.review_card(report, language), buttons.review(report, language)
    return texts.verdict_text(report, language), buttons.report_again(report, language)


async def give_reason(update: Update, context: Context, question: Question) -> None:
    """The reason why a report is given back, which is read back before it goes out. Raises TextMissing or NoteTooLong,
    and the question stays open then; AlreadyDecided and NoLongerWaits, which end it."""
    try:
        report = reviewable(context.db, question.subject_id)
    except OVERTAKEN:
        close_question(context.db, context.person.id)
        await _strip(context, question)
        raise
    reason = await reasons.take(update, context, question, _returning(context, report))
    if reason:
        await _strip(context, question)
        await _return(update, context, report.report_id, reason)


async def _send(update: Update, context: Context, report_id: int) -> None:
    """Give a report back with the reason that was read back. Raises StaleButton where none was; the same press again
    changes nothing."""
    asked = reasons.answers_so_far(context, Asked.RETURN_REASON, report_id)
    if reviewable(context.db, report_id, but_for=None if asked else Verdict.RETURNED).verdict is Verdict.RETURNED:
        await _return(update, context, report_id, "")
        return
    question = reasons.open_under(update, context, Asked.RETURN_REASON, report_id)
    if "reason" not in question.answers:
        raise StaleButton
    await strip_buttons(context, context.person.telegram_id or 0, _card(question))
    await _return(update, context, report_id, question.answers["reason"])


async def _return(update: Update, context: Context, report_id: int, reason: str) -> None:
    person_id = context.person.id
    done = review(context.db, person_id, report_id, Verdict.RETURNED, reason, context.now, context.zone, source(update))
    close_question_on(context.db, person_id, report_id, Asked.RETURN_REASON)
    await acknowledge(update)
    await _end_changes(context, done)
    await show(update, context, REVIEW_RETURNED(context.language, code=done.code, unit=done.unit))
    await _offer_next(update, context)


def _card(question: Question) -> int | None:
    """The message that shows the report; None where the question comes from the first release, which noted none."""
    card = question.answers.get("card")
    return int(card) if card else None


async def _strip(context: Context, question: Question) -> None:
    """Remove the buttons from the report's card and from the reason that was read back."""
    for message_id in (_card(question), question.message_id):
        await strip_buttons(context, context.person.telegram_id or 0, message_id)


async def _accept(update: Update, context: Context, report_id: int) -> None:
    person_id = context.person.id
    done = review(context.db, person_id, report_id, Verdict.ACCEPTED, "", context.now, context.zone, source(update))
    close_question_on(context.db, person_id, report_id, Asked.RETURN_REASON)
    await acknowledge(update)
    await _end_changes(context, done)
    await show(update, context, texts.accepted(done, context.language))
    await _offer_next(update, context)


async def _end_changes(context: Context, report: Reviewed) -> None:
    """Remove 撤回 and 更正 from the message that confirmed the report: neither is possible any longer."""
    confirmed = confirmed_in(context.db, report.report_id)
    if confirmed is not None:
        await strip_buttons(context, *confirmed)


async def _ask_reason(update: Update, context: Context, report_id: int) -> None:
    """Ask why, or show the reason that was written already and not sent."""
    report = reviewable(context.db, report_id)
    card = {"card": str(update.effective_message.message_id if update.effective_message else 0)}
    answers = {**card, **reasons.answers_so_far(context, Asked.RETURN_REASON, report_id)}
    question = ask_question(
        context.db, context.person.id, Asked.RETURN_REASON, report_id, update.update_id, context.now, answers
    )
    await reasons.ask(update, context, question, _returning(context, report))


def _returning(context: Context, report: Reviewed) -> reasons.Decision:
    return reasons.Decision(
        Verb.REVIEW,
        report.report_id,
        labels.RETURN,
        report.unit,
        RETURN_REASON(context.language, code=report.code),
        lambda reason: texts.returned(report, reason, context.language),
    )


async def _show_first(update: Update, context: Context, waiting: Waiting) -> None:
    """The report that has waited longest, else the first request for more time."""
    language, (reports, requests) = context.language, waiting
    if reports:
        keyboard = buttons.review(reports[0], language, more=len(reports) + len(requests) > 1)
        await answer(update, context, texts.review_card(reports[0], language), keyboard)
        return
    for asked in requests[:1]:
        text, buttons_below = request_letter(asked, language, more=len(requests) > 1)
        await answer(update, context, text, buttons_below)


async def _offer_next(update: Update, context: Context) -> None:
    """What else waits, if anything does."""
    waiting = _waiting(context)
    if any(waiting):
        await answer(update, context, _text(context, waiting), buttons.next_review(0, context.language))


def _waiting(context: Context, after: int = 0) -> Waiting:
    """The reports that wait behind one, and all requests for more time."""
    reports = [each for each in waiting_for_review(context.db) if each.report_id > after]
    return reports, _requests(context)


def _requests(context: Context, after: int = 0) -> list[Extension]:
    """The requests for more time that wait behind one."""
    return [each for each in waiting_for_decision(context.db, context.today, context.zone) if each.id > after]


def _text(context: Context, waiting: Waiting) -> Html:
    reports, requests = waiting
    return texts.waiting(len(reports), len(requests), context.language)
