"""The sheets of the ledger with their columns and rows, as a workbook (.xlsx) or as CSV."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import count
from typing import TypeVar

from data.calendar import months_of
from data.exports.formats import as_csv, as_workbook
from data.exports.ledger import Ledger, TaskLine, month_of, totals_by
from data.exports.return_sheets import filed_sheet
from data.exports.tables import Column, ColumnKind, Row, Sheet, Written, counting_rows, ignore_count
from data.exports.texts import (
    AS_OF,
    COMMA,
    DOUBTFUL,
    NO_UNIT,
    Language,
    Words,
    days_words,
    indicator_name,
    measure_beside,
    month_words,
    number,
    status_words,
    units_words,
)
from data.exports.texts import STATUS as STATUSES
from data.exports.texts import sheets as words
from data.office.extensions import PastExtension
from data.standing.reports import Report
from data.standing.standing import Status
from data.summary.progress import CountedReport

T = TypeVar("T")
Field = tuple[Words, int, ColumnKind, Callable[[T, Language], object]]
"""A column: its heading, its width in characters, the kind of its values, and the function that returns a value."""


def _unit(line: TaskLine, language: Language) -> str:
    return line.state.unit or NO_UNIT(language)


def _reported_on(line: TaskLine, language: Language) -> date | None:
    return line.state.last.at.date() if line.state.last else None


def _note(line: TaskLine, language: Language) -> str | None:
    last = line.state.last
    if last is None:
        return None
    return _said(last, language) if last.returned is None else words.RETURNED(language, reason=last.returned)


def _said(report: Report, language: Language) -> str:
    return report.note or (words.UNCHANGED(language) if report.unchanged else "")


def _as_reported(report: Report, language: Language) -> str:
    """Return the status that a report gives: 已完成, although the task itself is then 待审核."""
    return (words.DONE if report.status is Status.SUBMITTED else STATUSES[report.status])(language)


def _review(report: Report, language: Language) -> str | None:
    if report.verdict is None:
        return STATUSES[Status.SUBMITTED](language) if report.status is Status.SUBMITTED else None
    return words.VERDICTS[report.verdict](language, reason=report.reason)


def _answer(asked: PastExtension, language: Language) -> str:
    if asked.decision:
        return "：".join(filter(None, (words.ANSWERS[asked.decision](language), asked.answer)))
    return (words.WITHDRAWN if asked.withdrawn_at else words.WAITS)(language)


TASKS: Sequence[Field[TaskLine]] = (
    (words.CODE, 7, ColumnKind.TEXT, lambda line, language: line.state.code),
    (words.TITLE, 20, ColumnKind.TEXT, lambda line, language: line.state.title.said_in(language)),
    (words.UNIT, 13, ColumnKind.TEXT, _unit),
    (words.STATUS, 9, ColumnKind.TEXT, lambda line, language: status_words(line.state, language)),
    (words.LIGHT, 11, ColumnKind.TEXT, lambda line, language: words.LIGHTS[line.state.light](language)),
    (words.PERCENT, 7, ColumnKind.SHARE, lambda line, language: line.state.percent / 100),
    (words.DUE, 11, ColumnKind.DAY, lambda line, language: line.state.due),
    (words.LAST, 11, ColumnKind.DAY, _reported_on),
    (words.NOTE, 28, ColumnKind.TEXT, _note),
    (words.OBSTACLE, 16, ColumnKind.TEXT, lambda line, language: line.state.last and line.state.last.obstacle),
    (words.SECTION, 13, ColumnKind.TEXT, lambda line, language: line.state.section),
    (words.MEASURE, 30, ColumnKind.TEXT, lambda line, language: line.measure),
    (words.DELIVERABLE, 12, ColumnKind.TEXT, lambda line, language: line.deliverable),
    (words.DEADLINE, 13, ColumnKind.TEXT, lambda line, language: line.state.deadline_text),
    (words.ITEM, 22, ColumnKind.TEXT, lambda line, language: line.state.item),
    (words.PART, 7, ColumnKind.TEXT, lambda line, language: line.state.role and words.ROLES[line.state.role](language)),
    (words.REMARK, 24, ColumnKind.TEXT, lambda line, language: line.remark),
)
OVERDUE: Sequence[Field[TaskLine]] = (
    (words.CODE, 8, ColumnKind.TEXT, lambda line, language: line.state.code),
    (words.TITLE, 30, ColumnKind.TEXT, lambda line, language: line.state.title.said_in(language)),
    (words.UNIT, 14, ColumnKind.TEXT, _unit),
    (words.DUE, 12, ColumnKind.DAY, lambda line, language: line.state.due),
    (words.DAYS_OVERDUE, 9, ColumnKind.NUMBER, lambda line, language: -(line.state.days_left or 0)),
    (words.DOUBT, 12, ColumnKind.TEXT, lambda line, language: DOUBTFUL(language) if line.state.doubtful else None),
    (words.STATUS, 9, ColumnKind.TEXT, lambda line, language: status_words(line.state, language)),
    (words.PERCENT, 7, ColumnKind.SHARE, lambda line, language: line.state.percent / 100),
    (words.LAST, 12, ColumnKind.DAY, _reported_on),
    (words.NOTE, 40, ColumnKind.TEXT, _note),
    (words.OBSTACLE, 24, ColumnKind.TEXT, lambda line, language: line.state.last and line.state.last.obstacle),
)
REPORTS: Sequence[Field[CountedReport]] = (
    (words.AT, 17, ColumnKind.MOMENT, lambda report, language: report.at),
    (words.CODE, 8, ColumnKind.TEXT, lambda report, language: report.code),
    (words.TITLE, 26, ColumnKind.TEXT, lambda report, language: report.title.said_in(language)),
    (words.UNIT, 14, ColumnKind.TEXT, lambda report, language: report.unit),
    (words.BY, 10, ColumnKind.TEXT, lambda report, language: report.by),
    (words.STATUS, 9, ColumnKind.TEXT, _as_reported),
    (words.PERCENT, 7, ColumnKind.SHARE, lambda report, language: report.percent / 100),
    (words.NOTE, 44, ColumnKind.TEXT, _said),
    (words.OBSTACLE, 24, ColumnKind.TEXT, lambda report, language: report.obstacle),
)
REVIEW: Field[CountedReport] = (words.REVIEW, 16, ColumnKind.TEXT, _review)
EXTENSIONS: Sequence[Field[PastExtension]] = (
    (words.ASKED_AT, 12, ColumnKind.DAY, lambda asked, language: asked.at.date()),
    (words.CODE, 8, ColumnKind.TEXT, lambda asked, language: asked.code),
    (words.TITLE, 28, ColumnKind.TEXT, lambda asked, language: asked.title.said_in(language)),
    (words.UNIT, 14, ColumnKind.TEXT, lambda asked, language: asked.unit),
    (words.DUE_BEFORE, 12, ColumnKind.DAY, lambda asked, language: asked.due_before),
    (words.PROPOSED, 12, ColumnKind.DAY, lambda asked, language: asked.proposed),
    (words.REASON, 40, ColumnKind.TEXT, lambda asked, language: asked.reason),
    (words.ANSWER, 22, ColumnKind.TEXT, _answer),
    (words.DECIDED, 12, ColumnKind.DAY, lambda asked, language: asked.decided),
)


def sheets_of(ledger: Ledger, language: Language) -> list[Sheet]:
    """Return all sheets of the ledger in order."""
    overdue = (each for each in ledger.tasks if each.state.overdue)
    return [
        tasks_sheet(ledger.tasks, language),
        _reports_sheet(ledger, language),
        figures_sheet(ledger, language),
        _sheet(words.EXTENSIONS, EXTENSIONS, ledger.extensions, language),
        _sheet(words.OVERDUE, OVERDUE, overdue, language),
        filed_sheet(ledger, language),
    ]


def tasks_sheet(tasks: Iterable[TaskLine], language: Language) -> Sheet:
    """Return the sheet of tasks and their state."""
    return replace(
        _sheet(words.TASKS, TASKS, tasks, language), light=_place(words.LIGHT), printed=_place(words.DEADLINE) + 1
    )


def _place(heading: Words) -> int:
    return next(at for at, field in enumerate(TASKS) if field[0] is heading)


def _reports_sheet(ledger: Ledger, language: Language) -> Sheet:
    known = {each.name: each for each in ledger.indicators}

    def figures(report: CountedReport, language: Language) -> str:
        said = ((known[name], value) for name, value in report.figures if name in known)
        return COMMA(language).join(
            words.FIGURE(language, name=one, value=number(value), unit=measure_beside(one.name, one.unit))
            for one, value in said
        )

    fields = (*REPORTS, (words.FIGURES, 24, ColumnKind.TEXT, figures), REVIEW)
    found = sorted((*ledger.progress.reports, *ledger.returned), key=lambda each: each.id)
    return _sheet(words.REPORTS, fields, found, language)


def _sheet(name: Words, fields: Sequence[Field[T]], things: Iterable[T], language: Language) -> Sheet:
    columns = [Column(heading(language), width, kind) for heading, width, kind, _ in fields]
    return Sheet(name(language), columns, ([value(each, language) for *_, value in fields] for each in things))


def ledger_workbook(ledger: Ledger, language: Language, written: Written = ignore_count) -> bytes:
    """Return the whole ledger as a workbook; `written` is called with the number of rows written so far."""
    title = words.BOOK(language, title=ledger.progress.title)
    return as_workbook(title, scope_words(ledger, language), sheets_of(ledger, language), language, written)


def list_workbook(title: str, tasks: Iterable[TaskLine], day: date, language: Language) -> bytes:
    """Return a list of tasks as they stand on a day as a workbook."""
    as_of = words.AS_OF_DAY(language, as_of=AS_OF(language, day=day))
    return as_workbook(title, as_of, [tasks_sheet(tasks, language)], language)


def scope_words(ledger: Ledger, language: Language) -> str:
    """Return what an export covers: units, days, sections, and the day of its state."""
    progress = ledger.progress
    of = words.OF(
        language,
        units=units_words(ledger.units, language),
        days=days_words(progress.first, progress.last, language),
        as_of=AS_OF(language, day=progress.last),
    )
    if ledger.scope.sections is not None:
        of += words.OF_SECTIONS(language, sections="；".join(ledger.scope.sections))
    return of


def tasks_csv(ledger: Ledger, language: Language, written: Written = ignore_count) -> bytes:
    """Return the tasks and their state as CSV, with percentages as numbers from 0 to 1.

    `written` is called with the number of rows written so far.
    """
    sheet = tasks_sheet(ledger.tasks, language)
    return as_csv([column.name for column in sheet.columns], counting_rows(sheet.rows, written, count(1)))


def figures_sheet(ledger: Ledger, language: Language) -> Sheet:
    """Return the sheet of figures: a row for each unit and indicator, and a column for each month."""
    months = months_of(ledger.progress.first, ledger.progress.last)
    columns = [
        Column(words.UNIT(language), 16),
        Column(words.INDICATOR(language), 16),
        Column(words.MEASURED_IN(language), 9),
        *(Column(month_words(month, language), 11, ColumnKind.NUMBER) for month in months),
        Column(words.TOTAL(language), 12, ColumnKind.NUMBER),
    ]
    return Sheet(words.FIGURES(language), columns, _figures(ledger, months, language))


def _figures(ledger: Ledger, months: Sequence[date], language: Language) -> Iterable[Row]:
    """Yield a row for each unit and indicator that has figures, and the totals of all units at the end."""
    reports, known = ledger.progress.reports, ledger.indicators
    by_unit_and_month = totals_by(reports, known, lambda report: (report.unit, month_of(report)))
    by_unit = totals_by(reports, known, lambda report: report.unit)
    by_month = totals_by(reports, known, month_of)
    units = dict.fromkeys([*(part.unit for part in ledger.progress.parts if part.unit), *by_unit])
    whole = {each.indicator: each.total for each in ledger.progress.figures}
    for unit in units:
        for each in known:
            if total := by_unit.get(unit, {}).get(each.name):
                values = (by_unit_and_month.get((unit, month), {}).get(each.name) for month in months)
                yield unit, indicator_name(each, language), each.unit, *values, total
    for each in known:
        if total := whole.get(each.name):
            values = (by_month.get(month, {}).get(each.name) for month in months)
            yield words.TOTAL(language), indicator_name(each, language), each.unit, *values, total
