"""The table of overdue tasks in the documents."""

from collections.abc import Iterable

from data.exports import texts
from data.exports.documents.passages import bare, marked
from data.exports.ledger import TaskLine
from data.exports.texts import STATUS, Language, sheets
from data.exports.texts import documents as words


def overdue_table(overdue: Iterable[TaskLine], language: Language) -> tuple[list[str], list[list[str]], list[float]]:
    """Return the headings, rows and relative widths of the table of these overdue tasks."""
    headings = (sheets.CODE, sheets.TITLE, sheets.UNIT, sheets.DUE, sheets.DAYS_OVERDUE, words.LATEST)
    rows = [
        [
            line.state.code,
            line.state.title.said_in(language),
            line.state.unit or texts.NO_UNIT(language),
            line.state.due.isoformat() if line.state.due else "",
            str(-(line.state.days_left or 0)),
            _latest(line, language),
        ]
        for line in overdue
    ]
    return [name(language) for name in headings], rows, [1.4, 3.1, 2.4, 2.9, 1.2, 3.6]


def _latest(line: TaskLine, language: Language) -> str:
    """Return the state of an overdue task, preceded by a note if its deadline is doubtful."""
    last, doubt = line.state.last, texts.DOUBTFUL(language) if line.state.doubtful else ""
    if last is None:
        told = words.NOT_REPORTED(language)
    else:
        said = bare(last.obstacle or last.note)
        told = marked(texts.COMMA, language, STATUS[line.state.status](language), said)
    return marked(texts.SEMICOLON, language, doubt, told)
