"""The sheets of the ledger: their columns and rows, whatever file they go into."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from data.calendar import add_months
from data.exports.filed_sheet import filed_sheet
from data.exports.ledger import ExtensionLine, Ledger, TaskLine, added_up
from data.exports.sheet import Column, Kind, Row, Sheet
from data.exports.texts import DOUBTFUL, NO_UNIT, Language, Words, month_words
from data.exports.texts import STATUS as STATUSES
from data.exports.texts import sheets as words
from data.summary.progress import Reported


def sheets_of(ledger: Ledger, language: Language) -> list[Sheet]:
    """Every sheet of the ledger, in order."""
    return [make(ledger, language) for make in SHEETS]


def tasks_sheet(ledger: Ledger, language: Language) -> Sheet:
    """The tasks and how they stand."""
    columns = _columns(
        language,
        (words.CODE, 7, Kind.TEXT),
        (words.TITLE, 20, Kind.LONG),
        (words.UNIT, 13, Kind.LONG),
        (words.STATUS, 9, Kind.TEXT),
        (words.LIGHT, 11, Kind.LONG),
        (words.PERCENT, 7, Kind.SHARE),
        (words.DUE, 11, Kind.DAY),
        (words.LAST, 11, Kind.DAY),
        (words.NOTE, 28, Kind.LONG),
        (words.OBSTACLE, 16, Kind.LONG),
        (words.SECTION, 13, Kind.LONG),
        (words.MEASURE, 30, Kind.LONG),
        (words.DELIVERABLE, 12, Kind.LONG),
        (words.DEADLINE, 13, Kind.LONG),
        (words.ITEM, 22, Kind.LONG),
        (words.PART, 7, Kind.TEXT),
        (words.REMARK, 24, Kind.LONG),
    )
    return Sheet(words.TASKS(language), columns, (_task(each, language) for each in ledger.tasks), light=4, printed=14)


def _task(line: TaskLine, language: Language) -> Row:
    state, last = line.state, line.state.last
    return (
        state.code,
        state.title.said_in(language),
        state.unit or NO_UNIT(language),
        STATUSES[state.status](language),
        words.LIGHTS[state.light](language),
        state.percent / 100,
        state.due,
        last.at.date() if last else None,
        _said(last.note, last.unchanged, language) if last else None,
        last.obstacle if last else None,
        state.section,
        line.measure,
        line.deliverable,
        state.deadline_text,
        state.item,
        words.ROLES[state.role](language) if state.role else None,
        line.remark,
    )


def _reports_sheet(ledger: Ledger, language: Language) -> Sheet:
    columns = _columns(
        language,
        (words.AT, 17, Kind.MOMENT),
        (words.CODE, 8, Kind.TEXT),
        (words.TITLE, 26, Kind.LONG),
        (words.UNIT, 14, Kind.LONG),
        (words.STATUS, 9, Kind.TEXT),
        (words.PERCENT, 7, Kind.SHARE),
        (words.NOTE, 44, Kind.LONG),
        (words.OBSTACLE, 24, Kind.LONG),
        (words.FIGURES, 24, Kind.LONG),
        (words.REVIEW, 8, Kind.TEXT),
    )
    known = {each.name: each for each in ledger.indicators}
    separator = "，" if language == "zh" else ", "

    def row(each: Reported) -> Row:
        said = ((known[name], value) for name, value in each.figures if name in known)
        figures = (
            f"{one.name}{value:g}{one.unit}" if language == "zh" else f"{one.name_en or one.name} {value:g}"
            for one, value in said
        )
        return (
            each.at,
            each.code,
            each.title.said_in(language),
            each.unit,
            STATUSES[each.status](language),
            each.percent / 100,
            _said(each.note, each.unchanged, language),
            each.obstacle,
            separator.join(figures),
            words.ACCEPTED(language) if each.accepted else None,
        )

    return Sheet(words.REPORTS(language), columns, map(row, ledger.progress.reports))


def _figures_sheet(ledger: Ledger, language: Language) -> Sheet:
    months = months_of(ledger.progress.first, ledger.progress.last)
    columns = [
        *_columns(
            language,
            (words.UNIT, 16, Kind.LONG),
            (words.INDICATOR, 16, Kind.TEXT),
            (words.MEASURED_IN, 9, Kind.TEXT),
        ),
        *(Column(month_words(month, language), 11, Kind.NUMBER) for month in months),
        *_columns(language, (words.TOTAL, 12, Kind.NUMBER)),
    ]
    return Sheet(words.FIGURES(language), columns, _figures(ledger, months, language))


def _figures(ledger: Ledger, months: Sequence[date], language: Language) -> Iterable[Row]:
    """A row for each unit and indicator that has any, in the plan's order, and the sums of all units at the end."""
    reports, known = ledger.progress.reports, ledger.indicators
    by_unit_and_month = added_up(
        reports, known, {each.id: (each.unit, each.at.date().replace(day=1)) for each in reports}
    )
    by_unit = added_up(reports, known, {each.id: each.unit for each in reports})
    by_month = added_up(reports, known, {each.id: each.at.date().replace(day=1) for each in reports})
    units = dict.fromkeys([*(part.unit for part in ledger.progress.parts if part.unit), *by_unit])
    whole = {each.indicator: each.total for each in ledger.progress.figures}
    for unit in units:
        for each in known:
            if total := by_unit.get(unit, {}).get(each.name):
                values = (by_unit_and_month.get((unit, month), {}).get(each.name) for month in months)
                yield unit, _name(each.name, each.name_en, language), each.unit, *values, total
    for each in known:
        if total := whole.get(each.name):
            values = (by_month.get(month, {}).get(each.name) for month in months)
            yield words.TOTAL(language), _name(each.name, each.name_en, language), each.unit, *values, total


def _extensions_sheet(ledger: Ledger, language: Language) -> Sheet:
    columns = _columns(
        language,
        (words.ASKED_AT, 12, Kind.DAY),
        (words.CODE, 8, Kind.TEXT),
        (words.TITLE, 28, Kind.LONG),
        (words.UNIT, 14, Kind.LONG),
        (words.DUE_BEFORE, 12, Kind.DAY),
        (words.PROPOSED, 12, Kind.DAY),
        (words.REASON, 40, Kind.LONG),
        (words.ANSWER, 22, Kind.LONG),
        (words.DECIDED, 12, Kind.DAY),
    )

    def row(each: ExtensionLine) -> Row:
        answer = words.WITHDRAWN(language) if each.withdrawn else words.WAITS(language)
        if each.verdict:
            answer = "：".join(filter(None, (words.ANSWERS[each.verdict](language), each.answer)))
        asked, granted = each.asked_at.date(), each.decided
        title = each.title.said_in(language)
        return asked, each.code, title, each.unit, each.due_before, each.proposed, each.reason, answer, granted

    return Sheet(words.EXTENSIONS(language), columns, map(row, ledger.extensions))


def _overdue_sheet(ledger: Ledger, language: Language) -> Sheet:
    columns = _columns(
        language,
        (words.CODE, 8, Kind.TEXT),
        (words.TITLE, 30, Kind.LONG),
        (words.UNIT, 14, Kind.LONG),
        (words.DUE, 12, Kind.DAY),
        (words.DAYS_OVERDUE, 9, Kind.NUMBER),
        (words.DOUBT, 12, Kind.TEXT),
        (words.STATUS, 9, Kind.TEXT),
        (words.PERCENT, 7, Kind.SHARE),
        (words.LAST, 12, Kind.DAY),
        (words.NOTE, 40, Kind.LONG),
        (words.OBSTACLE, 24, Kind.LONG),
    )

    def row(line: TaskLine) -> Row:
        state, last = line.state, line.state.last
        return (
            state.code,
            state.title.said_in(language),
            state.unit or NO_UNIT(language),
            state.due,
            -(state.days_left or 0),
            DOUBTFUL(language) if state.doubtful else None,
            STATUSES[state.status](language),
            state.percent / 100,
            last.at.date() if last else None,
            _said(last.note, last.unchanged, language) if last else None,
            last.obstacle if last else None,
        )

    return Sheet(words.OVERDUE(language), columns, map(row, ledger.overdue))


SHEETS: tuple[Callable[[Ledger, Language], Sheet], ...] = (
    tasks_sheet,
    _reports_sheet,
    _figures_sheet,
    _extensions_sheet,
    _overdue_sheet,
    filed_sheet,
)
"""The sheets in their order; whatever else the ledger comes to have gets one here."""


def months_of(first: date, last: date) -> list[date]:
    """The first days of the months that a span touches."""
    month, found = first.replace(day=1), []
    while month <= last:
        found.append(month)
        month = add_months(month, 1)
    return found


def _columns(language: Language, *columns: tuple[Words, int, Kind]) -> list[Column]:
    return [Column(name(language), width, kind) for name, width, kind in columns]


def _said(note: str, unchanged: bool, language: Language) -> str:
    return note or (words.UNCHANGED(language) if unchanged else "")


def _name(name: str, english: str, language: Language) -> str:
    return name if language == "zh" else english or name
