"""The weekly brief (工作简报): numbers, news from units, work information, what needs attention, what comes next."""

from collections.abc import Sequence
from datetime import timedelta

from data.exports.documents import passages
from data.exports.documents.official import Paper
from data.exports.documents.tasks_told import done, overdue_table
from data.exports.ledger import Ledger
from data.exports.taken_information import PrintedPiece, by_section
from data.exports.texts import STOP, Language, day_words
from data.exports.texts import documents as words
from data.exports.texts.reminder_papers import NO_ISSUER
from data.information.weeks import brief_number

WEEK = 7
_A_DAY = timedelta(days=1)


def brief(ledger: Ledger, language: Language, taken: Sequence[PrintedPiece]) -> bytes:
    """Return the brief as a .docx file, including the work information in `taken`."""
    progress = ledger.progress
    paper = Paper(language, passages.work_of(progress.title), words.BRIEF(language))
    issue = words.ISSUE(language, number=brief_number(progress.issued, progress.last))
    paper.masthead(issue, NO_ISSUER(language), day_words(progress.last, language))
    paper.heading(words.THIS_WEEK(language), passages.reported(ledger, language), passages.state(ledger, language))
    news = done(ledger, progress.reports, language)
    paper.heading(words.NEWS(language), *(news or [words.NOTHING_REPORTED(language)]))
    if taken:
        paper.heading(words.WORK_INFORMATION(language))
        _work_information(paper, ledger, language, taken)
    paper.heading(words.ATTENTION(language))
    _attention(paper, ledger, language)
    paper.heading(words.NEXT(language), passages.coming(ledger.tasks, language, within=WEEK))
    return paper.content()


def _work_information(paper: Paper, ledger: Ledger, language: Language, taken: Sequence[PrintedPiece]) -> None:
    """Write the work information by section, with a heading for pieces without a section only if needed."""
    grouped = by_section(taken, list(dict.fromkeys(line.state.section for line in ledger.tasks)))
    for section, pieces in grouped:
        if section is not None or len(grouped) > 1:
            paper.heading(passages.section_name(section) if section else words.WITHOUT_TASK(language), level=2)
        for piece in pieces:
            _piece(paper, language, piece)


def _piece(paper: Paper, language: Language, piece: PrintedPiece) -> None:
    paper.article_title(piece.title)
    for line in filter(str.strip, piece.text.split("\n")):
        paper.paragraph(line.strip())
    for each in piece.pictures:
        paper.illustration(each.content, each.ratio, each.caption)
    if piece.missing:
        paper.paragraph(words.PICTURES_MISSING(language, count=piece.missing))
    paper.signed(words.SENT_BY(language, unit=piece.unit))


def _attention(paper: Paper, ledger: Ledger, language: Language) -> None:
    """Write what is blocked and what has become overdue in the span; what was overdue before is only counted."""
    blocked = passages.obstacles(ledger, ledger.tasks, language)
    for each in blocked:
        paper.paragraph(each + STOP(language))
    new = [line for line in ledger.overdue if line.state.due and line.state.due >= ledger.progress.first - _A_DAY]
    if new:
        paper.table(*overdue_table(new, language))
    if earlier := len(ledger.overdue) - len(new):
        paper.paragraph((words.ALSO_OVERDUE if new else words.OVERDUE_BEFORE)(language, count=earlier))
    if not blocked and not ledger.overdue:
        paper.paragraph(passages.joined(language, words.NOTHING_OVERDUE(language), words.NOTHING_BLOCKED(language)))
