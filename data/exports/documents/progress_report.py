"""The progress report (工作进展情况报告): overall numbers, each section, overdue tasks, and a picture of all units;
and the draft of a unit's summary of work (工作总结)."""

from io import BytesIO

from PIL import Image

from data.exports.documents import passages
from data.exports.documents.official import Paper
from data.exports.documents.passages import number
from data.exports.documents.tasks_told import done, overdue_table, tells_work
from data.exports.ledger import Ledger
from data.exports.pictures.heat_map import MOST_PRINTED, heat_map
from data.exports.return_sheets import indicator_words, round_words
from data.exports.texts import (
    SEMICOLON,
    STOP,
    Language,
    day_words,
    days_words,
    return_sheets,
    series,
    sheets,
    units_words,
)
from data.exports.texts import documents as words
from data.returns.return_table import Comparison
from data.standing.counts import Counts
from data.standing.standing import Status


def progress_report(ledger: Ledger, language: Language) -> bytes:
    """Return the report as a .docx file."""
    progress = ledger.progress
    paper = Paper(language, passages.work_of(progress.title), words.REPORT(language))
    paper.title()
    paper.subtitle(span_words(ledger, language))
    paper.heading(words.OVERALL(language), passages.state(ledger, language), passages.reported(ledger, language))
    paper.heading(words.BY_SECTION(language))
    _sections(paper, ledger, language)
    paper.heading(words.OVERDUE(language))
    if ledger.overdue:
        paper.table(*overdue_table(ledger.overdue, language))
    else:
        paper.paragraph(words.NOTHING_OVERDUE(language))
    if ledger.returns:
        paper.heading(words.RETURNS(language))
        _returns(paper, ledger, language)
    paper.heading(words.NEXT(language), passages.coming(ledger.tasks, language))
    paper.closing(day_words(progress.last, language))
    for picture in heat_map(ledger, language, MOST_PRINTED):
        with Image.open(BytesIO(picture)) as drawn:
            paper.picture(words.PICTURE(language), picture, drawn.height / drawn.width)
    return paper.content()


def span_words(ledger: Ledger, language: Language) -> str:
    """Return the days that the ledger covers, and its sections if some were chosen."""
    days = days_words(ledger.progress.first, ledger.progress.last, language)
    sections = series(map(passages.section_name, ledger.scope.sections or ()), language)
    return words.SPAN(language, days=days, sections=sections)


def _sections(paper: Paper, ledger: Ledger, language: Language) -> None:
    """Write a paragraph for each section with reports, and name the sections without any."""
    silent = []
    for section in ledger.progress.sections:
        if any(each.section == section for each in ledger.progress.reports):
            paper.heading(passages.section_name(section), _section(ledger, section, language), level=2)
        else:
            silent.append(passages.section_name(section))
    if silent:
        paper.paragraph(words.SILENT(language, sections=silent))


def _returns(paper: Paper, ledger: Ledger, language: Language) -> None:
    """Write a table for each statistics return of the span; their totals are not added to reported figures."""
    paper.paragraph(words.RETURNS_APART(language))
    for each in ledger.returns:
        paper.paragraph(completeness(each, language))
        if each.table.filed or each.table.round.frozen_at:
            paper.table(*return_totals(each, language))


def _section(ledger: Ledger, section: str, language: Language) -> str:
    counts = sum((part.counts for part in ledger.progress.parts if part.section == section), Counts())
    lines = [line for line in ledger.tasks if line.state.section == section]
    reports = [each for each in ledger.progress.reports if each.section == section]
    told = [each for each in reports if tells_work(each) or each.status is not Status.BLOCKED]
    blocked = passages.obstacles(ledger, lines, language)
    difficulties = words.DIFFICULTIES(language, obstacles=SEMICOLON(language).join(blocked))
    sentences = [
        words.SECTION_STATE(language, total=counts.total, counts=passages.counts_words(counts, language)),
        *done(ledger, told, language),
        passages.figures(ledger, language, reports),
        difficulties if blocked else "",
        words.COMING(language, coming=passages.coming(lines, language)),
    ]
    return passages.joined(language, *sentences)


def completeness(found: Comparison, language: Language) -> str:
    """Return how many units have filed a statistics return."""
    return words.COMPLETENESS(
        language,
        title=found.table.round.title,
        period=round_words(found.table.round, language),
        all=len(found.table.units),
        filed=len(found.table.filed),
    )


def return_totals(found: Comparison, language: Language) -> tuple[list[str], list[list[str]], list[float]]:
    """Return the headings, rows and relative widths of a return's totals beside the figures to compare with."""
    table, before = found.table, found.before.totals if found.before else {}
    sides = (table.totals, before, found.reported_in_all)
    rows = [
        [indicator_words(each, language), *(number(side[each.name]) if each.name in side else "—" for side in sides)]
        for each in table.indicators
    ]
    headings = (sheets.INDICATOR, return_sheets.NOW, return_sheets.BEFORE, return_sheets.REPORTED)
    return [name(language) for name in headings], rows, [3.4, 2.0, 2.0, 2.6]


def unit_draft(ledger: Ledger, language: Language) -> bytes:
    """Return the draft as a .docx file."""
    told, unit = ledger.progress, units_words(ledger.units, language)
    paper = Paper(language, unit, passages.work_of(told.title), words.SUMMARY(language))
    paper.title()
    paper.subtitle(span_words(ledger, language))
    paper.heading(words.OVERALL(language), passages.state(ledger, language), passages.reported(ledger, language))
    paper.heading(words.DONE_BY_UNIT(language))
    _reports_by_section(paper, ledger, language)
    blocked = [each + STOP(language) for each in passages.obstacles(ledger, ledger.tasks, language)]
    paper.heading(words.BLOCKED(language), *(blocked or [words.NOTHING_BLOCKED(language)]))
    if ledger.overdue:
        paper.table(*overdue_table(ledger.overdue, language))
    paper.heading(words.NEXT(language), passages.coming(ledger.tasks, language))
    paper.closing(unit, day_words(told.last, language))
    return paper.content()


def _reports_by_section(paper: Paper, ledger: Ledger, language: Language) -> None:
    several = len(ledger.units) != 1
    found = False
    for section in ledger.progress.sections:
        reports = [each for each in ledger.progress.reports if each.section == section]
        said = done(ledger, reports, language, units=several)
        if said:
            found = True
            paper.heading(passages.section_name(section), passages.joined(language, *said), level=2)
    if not found:
        paper.paragraph(words.NOTHING_REPORTED(language))
