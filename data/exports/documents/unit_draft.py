"""The draft of a unit's summary of work (工作总结), made from all its reports in a span."""

from data.exports.documents import passages
from data.exports.documents.done import done
from data.exports.documents.official import Paper
from data.exports.documents.overdue_table import overdue_table
from data.exports.documents.progress_report import span_words
from data.exports.ledger import Ledger
from data.exports.texts import STOP, Language, day_words, units_words
from data.exports.texts import documents as words


def unit_draft(ledger: Ledger, language: Language) -> bytes:
    """Return the draft as a .docx file."""
    told, unit = ledger.progress, units_words(ledger.units, language)
    paper = Paper(language, unit, passages.work_of(told.title), words.SUMMARY(language))
    paper.title()
    paper.subtitle(span_words(ledger, language))
    paper.heading(words.OVERALL(language), passages.state(ledger, language), passages.reported(ledger, language))
    paper.heading(words.DONE_BY_UNIT(language))
    _sections(paper, ledger, language)
    blocked = [each + STOP(language) for each in passages.obstacles(ledger, ledger.tasks, language)]
    paper.heading(words.BLOCKED(language), *(blocked or [words.NOTHING_BLOCKED(language)]))
    if ledger.overdue:
        paper.table(*overdue_table(ledger.overdue, language))
    paper.heading(words.NEXT(language), passages.coming(ledger, ledger.tasks, language), words.DRAFT(language))
    paper.closing(unit, day_words(told.last, language))
    return paper.content()


def _sections(paper: Paper, ledger: Ledger, language: Language) -> None:
    """Write all reports of each section, task by task in the order in which they came."""
    several = len(ledger.units) != 1
    places = {line.state.id: place for place, line in enumerate(ledger.tasks)}
    by_task = sorted(ledger.progress.reports, key=lambda each: places.get(each.assignment_id, len(places)))
    found = False
    for section in ledger.progress.sections:
        reports = [each for each in by_task if each.section == section]
        said = done(ledger, reports, language, whole=True, units=several)
        if said:
            found = True
            paper.heading(passages.section_name(section), passages.joined(language, *said), level=2)
    if not found:
        paper.paragraph(words.NOTHING_REPORTED(language))
