"""The dialog that leaves out a period of a return (某一期不报), and asking for it after all."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from telegram import Update

from data.calendar import Span, span_around
from data.dialogs import Dialog
from data.errors import StaleButton
from data.errors.returns import NoSuchPeriod, ScheduleUnclear
from data.returns.periods_left_out import ask_for_period, checked_period, leave_period_out, periods_left_out
from data.returns.returns import Return, find_return
from data.returns.rounds import Round, find_round, rounds
from data.returns.unit_returns import completeness
from data.understanding import Understanding
from data.understanding.returns.return_asked import names_a_period, place_said, text_after_comma, without_reason
from handlers.dialog import Answers, Choices, Declaration, Ending, Question, Talk, begin, reason_question
from handlers.returns.keyboard import to_settings
from handlers.returns.office_pages import show_return, show_settings
from handlers.returns.schedule_questions import first_period_answer
from handlers.returns.texts import left_out as texts
from handlers.telegram import Context, Html, acknowledge, cut, day_in, html, refusal, span_text, text_of, with_undo

DAY = timedelta(days=1)
AHEAD = 3


@dataclass(frozen=True, slots=True)
class PeriodsToLeaveOut:
    """The return, its next periods that can be left out, and the first days of those that are `out` already."""

    found: Return
    periods: Sequence[Span]
    out: Collection[date]


Ask = Talk[PeriodsToLeaveOut]


async def begin_leaving_out(update: Update, context: Context, round_id: int) -> None:
    """Begin to leave out the period of a round. Raises StaleButton if the return is asked for once only."""
    found = find_round(context.db, round_id)
    if found.span is None:
        raise StaleButton
    answers = {"first": found.span.first.isoformat()}
    await begin(update, context, LEAVE_OUT, found.return_id, answers=answers)


async def leave_period_out_in_words(
    update: Update, context: Context, return_id: int, meaning: Understanding, shown: Round | None = None
) -> None:
    """Begin to leave out the period that a sentence names, or that of the round `shown`, with the reason given. If it
    is left out already, show what the return asks for."""
    leaving, first, answers = _leaving(context, return_id), Html(""), dict[str, Any]()
    try:
        if names_a_period(meaning):
            answers |= _period_answer(context, leaving, without_reason(meaning.text))
        elif shown is not None and shown.span is not None:
            answers["first"] = shown.span.first.isoformat()
    except (NoSuchPeriod, ScheduleUnclear) as why:
        first = refusal(why, context.language)
    if answers and date.fromisoformat(answers["first"]) in leaving.out:
        await show_settings(update, context, return_id)
        return
    reason = text_after_comma(text_of(update))
    answers |= {"reason": reason} if reason else {}
    await begin(update, context, LEAVE_OUT, return_id, answers=answers, first=first)


async def ask_for_period_again(update: Update, context: Context, return_id: int, day: int) -> None:
    """Ask again for the period that begins on `day`, given as the number YYYYMMDD. Raises StaleButton."""
    span = ask_for_period(context.db, context.actor, return_id, day_in(str(day)))
    found, language = find_return(context.db, return_id), context.language
    await acknowledge(update, context, texts.of_period(texts.ASKED_AGAIN, found.title, span, context.today, language))
    opened = any(each.span == span for each in rounds(context.db, return_id))
    await (show_return if opened else show_settings)(update, context, return_id)


def _leaving(context: Context, return_id: int) -> PeriodsToLeaveOut:
    found = find_return(context.db, return_id)
    if found.schedule.every is None:
        raise StaleButton
    opened = [each for each in rounds(context.db, return_id) if each.span is not None]
    newest = opened[0] if opened else None
    span = span_around(newest.span.first if newest and newest.span else found.schedule.first, found.schedule.every)
    out = {each.first for each in periods_left_out(context.db, found)}
    periods = list[Span]()
    while len(periods) < AHEAD:
        periods += [span] if span.first not in out else []
        span = span_around(span.last + DAY, found.schedule.every)
    return PeriodsToLeaveOut(found, periods, out)


def _period_answer(context: Context, leaving: PeriodsToLeaveOut, text: str) -> Answers:
    """Return the first day of the period that `text` names by days or as this or the next one. Raises NoSuchPeriod, and
    what `first_period_answer` raises."""
    every = leaving.found.schedule.every
    assert every is not None
    place = place_said(text)
    if place is not None and place < len(leaving.periods):
        return {"first": leaving.periods[place].first.isoformat()}
    answers = first_period_answer(context, every, text)
    checked_period(leaving.found, date.fromisoformat(answers["first"]))
    return answers


def _periods(talk: Ask) -> Choices:
    today, language = talk.context.today, talk.language
    return [
        [(str(span_text(each.first, each.last, today, language)), f"{each.first:%Y%m%d}")]
        for each in talk.subject.periods
    ]


def _span(talk: Ask) -> Span:
    return checked_period(talk.subject.found, date.fromisoformat(talk.answers["first"]))


def _shown(talk: Ask) -> Html:
    span = _span(talk)
    return html(span_text(span.first, span.last, talk.context.today, talk.language))


def _why(talk: Ask) -> Html:
    return texts.of_period(texts.WHY, talk.subject.found.title, _span(talk), talk.context.today, talk.language)


def _preview(talk: Ask) -> Html:
    context, span, reason = talk.context, _span(talk), cut(talk.answers["reason"], 300)
    title = talk.subject.found.title
    asked = texts.of_period(texts.CHECK, title, span, context.today, talk.language, reason=reason)
    opened = next((each for each in rounds(context.db, talk.subject.found.id) if each.span == span), None)
    filed = len(completeness(context.db, opened.id, context.today).filed) if opened else 0
    return Html(f"{asked}\n{texts.FILED_STAYS(talk.language, count=filed)}") if filed else asked


def _leave_out(context: Context, dialog: Dialog, value: str) -> Ending:
    by = context.actor.through(dialog.source)
    first = date.fromisoformat(dialog.answers["first"])
    span = leave_period_out(context.db, by, dialog.subject_id, first, dialog.answers["reason"])
    found = find_return(context.db, dialog.subject_id)
    done = texts.of_period(texts.DONE, found.title, span, context.today, context.language)
    return Ending(done, with_undo(context, to_settings(found.id, context.language), by.source))


LEAVE_OUT: Declaration[PeriodsToLeaveOut] = Declaration(
    kind="leave_period_out",
    load=lambda context, dialog: _leaving(context, dialog.subject_id),
    questions=(
        Question(
            "first",
            label=texts.PERIOD,
            put=lambda talk: texts.WHICH(talk.language, title=talk.subject.found.title),
            read=lambda talk, text: _period_answer(talk.context, talk.subject, text),
            buttons=_periods,
            press=lambda talk, value: {"first": checked_period(talk.subject.found, day_in(value)).first.isoformat()},
            shown=_shown,
        ),
        reason_question(_why),
    ),
    preview=_preview,
    submit=texts.LEAVE_OUT,
    submit_said=("不用报",),
    finish=_leave_out,
    waits=texts.WAITS,
)
"""The dialog that leaves out a period: which one, the reason, a preview."""
