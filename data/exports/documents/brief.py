"""工作简报: a week in numbers, news from the units, what needs attention, what comes next."""

from data.exports.documents import passages
from data.exports.documents.official import Paper
from data.exports.ledger import Ledger
from data.exports.texts import Language, day_words, days_words
from data.exports.texts import documents as words

WEEK = 7


def brief(ledger: Ledger, language: Language) -> bytes:
    """The brief as a file."""
    told = ledger.progress
    number = max(1, (told.last - told.issued).days // WEEK + 1)
    paper = Paper(language, passages.work_of(told.title), words.BRIEF(language))
    issue = words.ISSUE(language, number=number)
    paper.masthead(issue, days_words(told.first, told.last, language), day_words(told.last, language))
    paper.heading(words.THIS_WEEK(language))
    paper.paragraph(passages.joined(language, passages.reported(ledger, language), passages.figures(ledger, language)))
    paper.paragraph(passages.joined(language, passages.state(ledger, language), passages.since(ledger, language)))
    paper.heading(words.NEWS(language))
    news = passages.done(told.reports, language, whole=False)
    for each in news or [words.NOTHING_REPORTED(language)]:
        paper.paragraph(each)
    paper.heading(words.ATTENTION(language))
    _attention(paper, ledger, language)
    paper.heading(words.NEXT(language))
    paper.paragraph(passages.coming(ledger, ledger.tasks, language, within=WEEK))
    return paper.content()


def _attention(paper: Paper, ledger: Ledger, language: Language) -> None:
    blocked = passages.obstacles(ledger, ledger.tasks, language)
    stop = "。" if language == "zh" else "."
    for each in blocked:
        paper.paragraph(each + stop)
    if ledger.overdue:
        paper.table(*passages.overdue_table(ledger, language))
    if not blocked and not ledger.overdue:
        paper.paragraph(passages.joined(language, words.NOTHING_OVERDUE(language), words.NOTHING_BLOCKED(language)))
