"""The dialogs that leave out a period of a return (某一期不报) or units of one round (贸促会这次不用报), and asking for
them after all."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from telegram import Update

from data.calendar import Span, span_around
from data.dialogs import Dialog
from data.errors import still_there, unless
from data.errors.plans import NoChange
from data.errors.returns import NoSuchPeriod, ScheduleUnclear
from data.plan.units import Unit
from data.returns.left_out import (
    ask_for_period,
    ask_units_again,
    checked_period,
    leave_period_out,
    leave_units_out,
    periods_left_out,
    units_to_leave_out,
)
from data.returns.returns import Return, return_by_id
from data.returns.rounds import Round, round_by_id, rounds
from data.returns.unit_returns import completeness
from data.understanding import Understanding
from data.understanding.returns.return_asked import names_a_period, place_said, text_after_comma, without_reason
from handlers.dialog import Answers, Declaration, Ending, Question, Talk, begin, reason_question
from handlers.returns.keyboard import to_settings
from handlers.returns.office_pages import show_return, show_round, show_settings
from handlers.returns.round_named import units_named
from handlers.returns.schedule_questions import first_period_answer
from handlers.returns.texts import left_out as texts
from handlers.returns.texts.rounds import of_round
from handlers.telegram import Context, acknowledge, answer, day_in, text_of, with_undo
from handlers.wording import NOTHING, Html, Wording, cut, period_text, refusal, series

DAY = timedelta(days=1)
AHEAD = 3


@dataclass(frozen=True, slots=True)
class PeriodsToLeaveOut:
    """The return, its next periods that can be left out, and the first days of those that are `out` already."""

    found: Return
    periods: Sequence[Span]
    out: Collection[date]


LeavingOut = Talk[PeriodsToLeaveOut]


async def begin_leaving_out(update: Update, context: Context, round_id: int) -> None:
    """Begin to leave out the period of a round. Raises StaleButton if the return is asked for once only."""
    found = round_by_id(context.db, round_id)
    answers = {"first": still_there(found.span).first.isoformat()}
    await begin(update, context, LEAVE_PERIOD_OUT, found.return_id, answers=answers)


async def leave_period_out_in_words(
    update: Update, context: Context, return_id: int, meaning: Understanding, shown: Round | None = None
) -> None:
    """Begin to leave out the period that a sentence names, or that of the round `shown`, with the reason given. If it
    is left out already, show what the return asks for."""
    leaving, first, answers = _leaving(context, return_id), NOTHING, dict[str, Any]()
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
    await begin(update, context, LEAVE_PERIOD_OUT, return_id, answers=answers, first=first)


async def ask_for_period_again(update: Update, context: Context, return_id: int, day: int) -> None:
    """Ask again for the period that begins on `day`, given as the number YYYYMMDD. Raises StaleButton."""
    span = ask_for_period(context.db, context.actor, return_id, day_in(str(day)))
    found, language = return_by_id(context.db, return_id), context.language
    await acknowledge(update, context, texts.of_period(texts.ASKED_AGAIN, found.title, span, context.today, language))
    opened = any(each.span == span for each in rounds(context.db, return_id))
    await (show_return if opened else show_settings)(update, context, return_id)


def _leaving(context: Context, return_id: int) -> PeriodsToLeaveOut:
    """Return the return with the periods from the newest opened one on. Raises StaleButton if it is asked for once."""
    found = return_by_id(context.db, return_id)
    every = still_there(found.schedule.every)
    newest = next((each.span for each in rounds(context.db, return_id) if each.span), None)
    span = span_around(newest.first if newest else found.schedule.first, every)
    out = {each.first for each in periods_left_out(context.db, found)}
    periods = list[Span]()
    while len(periods) < AHEAD:
        periods += [span] if span.first not in out else []
        span = span_around(span.last + DAY, every)
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


def _span(talk: LeavingOut) -> Span:
    return checked_period(talk.subject.found, date.fromisoformat(talk.answers["first"]))


def _of_period(talk: LeavingOut, words: Wording, **values: object) -> Html:
    found = talk.subject.found
    return texts.of_period(words, found.title, _span(talk), talk.context.today, talk.language, **values)


def _preview(talk: LeavingOut) -> Html:
    context, span = talk.context, _span(talk)
    asked = _of_period(talk, texts.CHECK, reason=cut(talk.answers["reason"], 300))
    opened = next((each for each in rounds(context.db, talk.subject.found.id) if each.span == span), None)
    filed = len(completeness(context.db, opened.id, context.today).filed) if opened else 0
    return Html(f"{asked}\n{texts.FILED_STAYS(talk.language, count=filed)}") if filed else asked


def _leave_period_out(context: Context, dialog: Dialog, value: str) -> Ending:
    by = context.actor.through(dialog.source)
    first = date.fromisoformat(dialog.answers["first"])
    span = leave_period_out(context.db, by, dialog.subject_id, first, dialog.answers["reason"])
    found = return_by_id(context.db, dialog.subject_id)
    done = texts.of_period(texts.DONE, found.title, span, context.today, context.language)
    return Ending(done, with_undo(context, to_settings(found.id, context.language), by.source))


LEAVE_PERIOD_OUT: Declaration[PeriodsToLeaveOut] = Declaration(
    kind="leave_period_out",
    load=lambda context, dialog: _leaving(context, dialog.subject_id),
    questions=(
        Question(
            "first",
            label=texts.PERIOD,
            put=lambda talk: texts.WHICH(talk.language, title=talk.subject.found.title),
            read=lambda talk, text: _period_answer(talk.context, talk.subject, text),
            buttons=lambda talk: [
                [(str(period_text(each, talk.context.today, talk.language)), f"{each.first:%Y%m%d}")]
                for each in talk.subject.periods
            ],
            press=lambda talk, value: {"first": checked_period(talk.subject.found, day_in(value)).first.isoformat()},
            shown=lambda talk: period_text(_span(talk), talk.context.today, talk.language),
        ),
        reason_question(lambda talk: _of_period(talk, texts.WHY)),
    ),
    preview=_preview,
    submit=texts.LEAVE_OUT,
    submit_said=("不用报",),
    finish=_leave_period_out,
    waits=texts.WAITS,
)
"""The dialog that leaves out a period: which one, the reason, a preview."""


@dataclass(frozen=True, slots=True)
class UnitsToLeaveOut:
    """A round, and the units to be left out of it."""

    round: Round
    units: Sequence[Unit]


async def leave_units_out_in_words(update: Update, context: Context, found: Round, meaning: Understanding) -> None:
    """Begin to leave the named units out of a round, with the reason given; if none of them can be, show the round."""
    units = units_to_leave_out(context.db, found.id, units_named(context, meaning))
    if not units:
        await show_round(update, context, found.id, texts.NONE_TO_LEAVE_OUT(context.language))
        return
    reason = text_after_comma(text_of(update))
    answers: dict[str, Any] = {"units": [each.id for each in units], **({"reason": reason} if reason else {})}
    await begin(update, context, LEAVE_UNITS_OUT, found.id, answers=answers)


async def ask_units_again_in_words(update: Update, context: Context, found: Round, meaning: Understanding) -> bool:
    """Ask the named units again; return whether any of them was left out."""
    named = units_named(context, meaning)
    if (units := unless(NoChange, ask_units_again, context.db, context.actor, found.id, named)) is None:
        return False
    done = of_round(texts.UNITS_ASKED_AGAIN, found, context.today, context.language, units=_named(units, context))
    await answer(update, context, done, with_undo(context))
    return True


def _named(units: Sequence[Unit], context: Context) -> str:
    return cut(series((each.name for each in units), context.language), 200)


def _units_still_asked(context: Context, dialog: Dialog) -> UnitsToLeaveOut:
    """Return the round and its units to leave out. Raises StaleButton if all of them have filed meanwhile."""
    units = still_there(units_to_leave_out(context.db, dialog.subject_id, dialog.answers["units"]))
    return UnitsToLeaveOut(round_by_id(context.db, dialog.subject_id), units)


def _of_units(talk: Talk[UnitsToLeaveOut], words: Wording, **values: object) -> Html:
    context, subject = talk.context, talk.subject
    return of_round(words, subject.round, context.today, talk.language, units=_named(subject.units, context), **values)


def _leave_units_out(context: Context, dialog: Dialog, value: str) -> Ending:
    by = context.actor.through(dialog.source)
    units = leave_units_out(context.db, by, dialog.subject_id, dialog.answers["units"], dialog.answers["reason"])
    found, names = round_by_id(context.db, dialog.subject_id), _named(units, context)
    done = of_round(texts.UNITS_DONE, found, context.today, context.language, units=names)
    return Ending(done, with_undo(context, source=by.source))


LEAVE_UNITS_OUT: Declaration[UnitsToLeaveOut] = Declaration(
    kind="leave_units_out",
    load=_units_still_asked,
    questions=(reason_question(lambda talk: _of_units(talk, texts.WHY_UNITS)),),
    preview=lambda talk: _of_units(talk, texts.CHECK_UNITS, reason=cut(talk.answers["reason"], 300)),
    submit=texts.LEAVE_OUT,
    submit_said=("不用报",),
    finish=_leave_units_out,
    waits=texts.UNITS_WAIT,
)
"""The dialog that leaves units out of a round: the reason and a preview."""
