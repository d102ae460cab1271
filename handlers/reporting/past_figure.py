"""Correcting a figure of an earlier report (上个月报的抓获8人应该是6人), with a preview of the old and new number."""

from dataclasses import asdict, replace
from datetime import date
from functools import partial
from typing import Any

from telegram import Update

from data.dialogs import Dialog
from data.errors.numbers import FigureNotThere, FiguresUnclear
from data.plan.indicators import indicators
from data.plan.tasks import code_of_assignment
from data.reporting.figures import Figure, figures_of_report, figures_with_units, read_figures
from data.reporting.numbers_put_right import put_right_outright
from data.reporting.past_figures import PastFigure, correct_figure, past_figures, total_told_later
from data.reporting.reviews import full_report
from data.reporting.totals import EXACT
from data.reporting.withdrawals import newest_of_the_unit
from data.returns.unit_returns import FILING_DIALOG
from data.standing.assignments import assignments
from data.times import day_of
from data.understanding import Aim, IndicatorWords, Kind, Understanding, of_kind
from data.understanding.reporting.corrections import FigureCorrection, figure_correction, without_code
from handlers.dialog import Answers, Choices, Declaration, Ending, Place, Question, Talk, begin, reader
from handlers.reporting.counted_figures import months_before
from handlers.reporting.drafts import as_draft
from handlers.reporting.report import closed_assignment, unfinished_draft
from handlers.reporting.report_in_words import fill_in_draft
from handlers.reporting.resubmission import drafts_begun, report_just_made
from handlers.reporting.statements import UNSAID
from handlers.reporting.texts import figures as texts
from handlers.reporting.turn import Turn
from handlers.reporting.withdrawal import correct_report
from handlers.tasks.own_tasks import all_own_assignments, only_own_assignment, own_assignments
from handlers.telegram import Context, For, answer, hear, still_there, with_aim
from handlers.telegram.task_buttons import below_stored_report
from handlers.wording import Html, day_text, join
from handlers.wording.report_lines import figure_text, measured

MOST = 8
"""The largest number of reports to choose from, newest first."""
A_PLAN_LASTS = 2
"""In years; so far back a figure is looked for."""
Found = tuple[PastFigure, ...]


def figure_correction_in(context: Context, meaning: Understanding) -> FigureCorrection | None:
    """Return which earlier figure of the user's unit a sentence corrects, or None. A report does so only if it tells no
    other number for it, and says what was left out or a wrong number that was reported on its task."""
    if not context.person.speaks_for:
        return None
    known = context.bot_data.words.current().indicators
    outright = put_right_outright(meaning.text, tuple(indicators(context.db)))
    meaning = meaning if outright == meaning.text else with_aim(context, hear(context, outright), meaning.aim)
    said = figure_correction(meaning, known, context.today, partial(_reported_last, context, meaning))
    if said is None or (meaning.aim is Aim.CORRECT and meaning.percent is None):
        return said
    alone = meaning.percent is None and meaning.figures.get(said.indicator, said.value) == said.value
    if alone and said.by is not None:
        return said
    ids = [each.id for each in own_assignments(context, meaning.task)] if alone else []
    found = past_figures(context.db, ids, said.indicator, said.first, said.last)
    return said if any(said.before in (each.value, each.total) for each in found) else None


def _reported_last(context: Context, meaning: Understanding) -> dict[IndicatorWords, float]:
    """Return the figures of the last report on the task that a sentence names, if it is the user's."""
    mine = only_own_assignment(context, meaning.task)
    last = mine.last if mine is not None else None
    reported = figures_of_report(context.db, last.id) if last is not None else ()
    figures = {each.indicator: each.value for each in reported}
    return {each: figures[each.name] for each in indicators(context.db) if each.name in figures}


def _names_one_reported(talk: Talk[Any], text: str, heard: Understanding) -> bool:
    said = figure_correction_in(talk.context, heard) if talk.dialog.kind != FILING_DIALOG else None
    return said is not None and _was_reported(talk.context, said)


def _was_reported(context: Context, said: FigureCorrection) -> bool:
    mine = [each.id for each in all_own_assignments(context)]
    return bool(past_figures(context.db, mine, said.indicator, said.first, said.last))


@reader(names=_names_one_reported)
async def correct_past_figure(update: Update, context: Context, meaning: Understanding) -> bool:
    """Begin to correct a figure of an earlier report; return whether the sentence asks for it. One that was never
    reported is put into the report of that time if it has been forgotten there, or was not submitted. If the sentence
    only says of what was just reported that it is of an earlier month (刚才的3件是10月的), say which month it counts
    in."""
    past = figure_correction_in(context, meaning)
    if past is None:
        return False
    made = report_just_made(context, meaning.task)
    just_made = [each.value for each in made.figures if each.indicator == past.indicator] if made is not None else []
    months, reported = months_before(meaning.text, context.today), _was_reported(context, past)
    if made is not None and months and past.value in just_made and not reported:
        text = texts.OF_PAST_MONTHS(context.language, months=months)
        await answer(update, context, text, below_stored_report(made.id, context.language))
    elif reported or not await _put_into_report_of_then(update, context, meaning, past):
        await begin_figure_correction(update, context, meaning, past)
    return True


async def _put_into_report_of_then(
    update: Update, context: Context, meaning: Understanding, said: FigureCorrection
) -> bool:
    """Show the unsubmitted report with a figure, put right, or else the report of that time with what it lacks
    (案值忘写了), to be submitted; return False if there is neither, or no right number is told."""
    codes = [meaning.task] if meaning.task else [each.code for each in all_own_assignments(context)]
    begun = [
        each
        for each in drafts_begun(context, unfinished_draft(context))
        if said.indicator in (each.figures or {}) and code_of_assignment(context.db, each.assignment_id) in codes
    ]
    made = newest_of_the_unit(context.db, context.person, meaning.task)
    value = said.value if said.value is not None else said.by
    if value is None or value < 0:
        return False
    right = replace(UNSAID, figures={said.indicator: value})
    if begun:
        await fill_in_draft(update, context, begun[0], right)
    elif made is not None and said.before is None and said.first <= day_of(made.at, context.zone) <= said.last:
        await correct_report(update, context, made.id, place=Place.BELOW, said=right)
    else:
        return False
    return True


async def begin_figure_correction(
    update: Update, context: Context, meaning: Understanding, said: FigureCorrection
) -> None:
    """Show the preview of the correction, or ask for what is missing. Raises FigureNotThere."""
    code = next(of_kind(meaning, Kind.CODE), None)
    values = {name: str(value) if isinstance(value, date) else value for name, value in asdict(said).items()}
    answers = {**values, "code": code.values[0] if code else None, "report": None}
    await begin(update, context, PAST_FIGURE, context.person.id, answers=answers)


@reader(for_=For.SPEAKERS)
async def correct_figure_of_closed(update: Update, context: Context, meaning: Understanding) -> bool:
    """Begin to correct a figure of the accepted report on a closed task of the user's (人数不是120，是112), or of an
    earlier one if that has no such figure; return whether the sentence does that. Raises a Refusal for impossible
    values."""
    closed = closed_assignment(context, meaning.task)
    report = full_report(context.db, closed.last.id) if closed is not None and closed.last is not None else None
    if report is None:
        return False
    turn = Turn(context, as_draft(context, report), without_code(meaning))
    said, figures = turn.right, turn.draft.figures or {}
    said = said if said and said.figures else turn.right_among_others
    right = (said.figures or {}) if said is not None else {}
    changed = {name: value for name, value in right.items() if value != figures.get(name)}
    if len(changed) != 1:
        return False
    [(indicator, value)], day = changed.items(), report.at.date()
    first = day if indicator in figures else date(day.year - A_PLAN_LASTS, 1, 1)
    correction = FigureCorrection(indicator, first, day, figures.get(indicator), value)
    await begin_figure_correction(update, context, meaning, correction)
    return True


def _load(context: Context, dialog: Dialog) -> Found:
    """Return the reports with the figure, only those with the number said to be wrong if there are any, or the first
    one if that is said and all are on one task. Raises FigureNotThere."""
    answers, person = dialog.answers, context.person
    mine = assignments(context.db, context.today, person.speaks_for, answers["code"])
    first, last = (date.fromisoformat(answers[name]) for name in ("first", "last"))
    ids = [each.id for each in mine]
    found = past_figures(context.db, ids, answers["indicator"], first, last) if ids else []
    said = [each for each in found if answers["before"] in (each.value, each.total)]
    if answers.get("of_the_first") and len({each.assignment_id for each in found}) == 1:
        return (found[-1],)
    if not found:
        raise FigureNotThere(answers["indicator"])
    return tuple((said or found)[:MOST])


def _chosen(talk: Talk[Found]) -> PastFigure | None:
    if len(talk.subject) == 1:
        return talk.subject[0]
    return next((each for each in talk.subject if each.report_id == talk.answers["report"]), None)


def _reports(talk: Talk[Found]) -> Choices:
    labelled = {
        each.report_id: (_code(talk, each), day_text(each.day, talk.language), _figure_text(talk, each.value))
        for each in talk.subject
    }
    return [[(" · ".join(words), number, {"report": number})] for number, words in labelled.items()]


def _read_report(talk: Talk[Found], text: str) -> Answers:
    """Return the one report whose task's code is in `text`. Raises FigureNotThere."""
    named = [each for each in talk.subject if _code(talk, each) in text.split()]
    if len(named) != 1:
        raise FigureNotThere(talk.answers["indicator"])
    return {"report": named[0].report_id}


def _read_value(talk: Talk[Found], text: str) -> Answers:
    """Return the right number, given with or without the indicator's name. Raises FiguresUnclear."""
    indicator, known = talk.answers["indicator"], tuple(indicators(talk.context.db))
    try:
        figures = read_figures(text, known)
    except FiguresUnclear:
        figures = read_figures(f"{indicator}{text}", known)
    if indicator not in figures:
        raise FiguresUnclear(text, known)
    return {"value": figures[indicator]}


def _right(talk: Talk[Found]) -> float | None:
    """Return the right number to be counted, perhaps told by its difference from the one reported or as a running
    total like that one; None if none is told, or it does not agree with the running totals."""
    value, by, past = talk.answers["value"], talk.answers.get("by"), _chosen(talk)
    if past is None or (value is None and by is None):
        return None
    told = past.value + (by or 0) if value is None else value - _before(talk, past)
    right = float(round(told, EXACT))
    later = total_told_later(talk.context.db, past)
    return right if right >= 0 and (later is None or right <= past.value + later.value) else None


def _before(talk: Talk[Found], past: PastFigure) -> float:
    """Return what the number told contains of earlier reports, if it is a running total like the one reported."""
    is_new = bool(talk.answers.get("new")) or talk.answers["before"] == past.value != past.total
    return 0 if past.total is None or is_new else past.total - past.value


def _which_value(talk: Talk[Found]) -> Html:
    past, name = _chosen(talk), talk.answers["indicator"]
    if past is None or talk.answers["value"] is None:
        return texts.WHICH_VALUE(talk.language, indicator=name)
    least, later = _before(talk, past), total_told_later(talk.context.db, past)
    most = None if later is None else least + past.value + later.value
    return texts.which_value_between(name, least, most, talk.language)


def _preview(talk: Talk[Found]) -> Html:
    past, right = still_there(_chosen(talk)), still_there(_right(talk))
    before, language, totals = _figure(talk, past.value), talk.language, []

    def number(value: float) -> str:
        return measured(before, value, language)

    if past.total is not None and past.total != past.value:
        now = number(past.total + right - past.value)
        totals.append(texts.OF_THE_TOTAL(language, before=number(past.total), after=now))
    later = total_told_later(talk.context.db, past)
    if later is not None and later.total is not None:
        said, new = number(later.total), number(later.value + past.value - right)
        totals.append(texts.TOTAL_STAYS(language, day=later.day, said=said, new=new))
    return texts.corrected(texts.CHECK, _code(talk, past), past.day, before, right, language, join(totals))


def _finish(context: Context, dialog: Dialog, value: str) -> Ending:
    talk = Talk(context, dialog, _load(context, dialog))
    past = still_there(_chosen(talk))
    right = still_there(_right(talk))
    done = correct_figure(context.db, context.actor, past.report_id, past.indicator, right, dialog.source)
    before = _figure(talk, done.before)
    return Ending(texts.corrected(texts.DONE, _code(talk, past), past.day, before, done.value, context.language))


def _figure(talk: Talk[Found], value: float) -> Figure:
    return figures_with_units(talk.context.db, {talk.answers["indicator"]: float(value)})[0]


def _figure_text(talk: Talk[Found], value: float) -> str:
    return figure_text(_figure(talk, value), talk.language)


def _code(talk: Talk[Found], past: PastFigure) -> str:
    return code_of_assignment(talk.context.db, past.assignment_id)


PAST_FIGURE: Declaration[Found] = Declaration(
    kind="past_figure",
    office=False,
    load=_load,
    questions=(
        Question(
            "report",
            label=texts.REPORT,
            put=lambda talk: texts.WHICH_REPORT(talk.language, indicator=talk.answers["indicator"]),
            read=_read_report,
            buttons=_reports,
            asked=lambda talk: len(talk.subject) > 1,
            answered=lambda talk: _chosen(talk) is not None,
        ),
        Question(
            "value",
            label=texts.VALUE,
            put=_which_value,
            read=_read_value,
            answered=lambda talk: _right(talk) is not None,
            shown=lambda talk: "" if (value := _right(talk)) is None else _figure_text(talk, value),
        ),
    ),
    preview=_preview,
    finish=_finish,
    waits=lambda talk: texts.WAITS(talk.language, indicator=talk.answers["indicator"]),
)
