"""What was done (工作开展情况): the reports of a span, each with its task and how that stands; and the table of what is
overdue."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from data.exports import texts
from data.exports.documents.passages import STOPS, bare, figures_of, lower, marked
from data.exports.ledger import Ledger, TaskLine
from data.exports.texts import STATUS, Language, sheets
from data.exports.texts import documents as words
from data.standing.standing import Status, Verdict
from data.summary.progress import CountedReport
from data.understanding.entities.percents import percents_alone


def done(
    ledger: Ledger, reports: Sequence[CountedReport], language: Language, *, whole: bool, units: bool = True
) -> list[str]:
    """Return what was done, as one sentence for each unit in the order of their first reports.

    If `whole`, every note is quoted, else only the latest of each assignment. The latest report alone tells how the
    task stands; without a note it is told by the title of the task and its figures. Tasks that were only reported
    unchanged are listed. If not `units`, each report is a sentence that does not name its unit.
    """
    noted = {each.assignment_id: each.id for each in reports if each.note.strip()}
    latest = {each.assignment_id: each.id for each in reports if each.note.strip() or not each.unchanged}
    by_unit: dict[str, list[str]] = defaultdict(list)
    for each in reports:
        is_latest = latest.get(each.assignment_id) == each.id
        if is_latest or (each.note.strip() and (whole or noted[each.assignment_id] == each.id)):
            by_unit[each.unit].append(_sentence(ledger, each, language, tells_state=is_latest))
    for unit in dict.fromkeys(each.unit for each in reports):
        codes = dict.fromkeys(each.code for each in reports if each.unit == unit and each.assignment_id not in latest)
        if codes:
            by_unit[unit].append(words.UNCHANGED(language, tasks=texts.series([*codes], language)))
    told = {unit: [*filter(None, sentences)] for unit, sentences in by_unit.items()}
    if not units:
        return [f"{sentence}{texts.STOP(language)}" for sentences in told.values() for sentence in sentences]
    joint = texts.SEMICOLON(language)
    return [words.OF_UNIT(language, unit=unit, done=joint.join(each)) for unit, each in told.items() if each]


def _sentence(ledger: Ledger, report: CountedReport, language: Language, *, tells_state: bool) -> str:
    """Return the note of a report with its task and, if it `tells_state`, how that stands if the note does not say;
    else the note tells no percent, which has changed since. Without a note, return the task's title and the figures."""
    is_done, note = report.status is Status.SUBMITTED, report.note.strip()
    is_said = f"{report.percent}%" in note.replace("％", "%").replace(" ", "")
    percent = report.percent if report.percent and tells_state and not is_done and not is_said else None
    state = Status.CLOSED if is_done and report.verdict is Verdict.ACCEPTED else report.status
    status = lower(STATUS[state], language) if tells_state and (is_done or not (note or percent)) else None
    where = words.WHERE(language, code=report.code, status=status, percent=percent)
    if note:
        told = bare(note if tells_state else _without_percents(note))
        return told + where if told else ""
    return words.OF_TASK(language, title=report.title, figures=figures_of(ledger, language, [report])) + where


def _without_percents(note: str) -> str:
    """Return a note without clauses that only tell a percent."""
    for start, end in reversed(percents_alone(note.lower())):
        before = note[:start].rstrip(STOPS)
        note = before + note[end:] if before else note[end:].lstrip(STOPS)
    return note


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
