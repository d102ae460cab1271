"""What was done (工作开展情况): the reports of a span, each with its task and how that stands; and the table of what is
overdue."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import groupby
from operator import attrgetter

from data.exports import texts
from data.exports.documents.passages import STOPS, bare, figures_of, lower, marked
from data.exports.ledger import Ledger, TaskLine
from data.exports.texts import STATUS, Language, sheets, status_words
from data.exports.texts import documents as words
from data.standing.standing import Status, Verdict
from data.summary.progress import CountedReport
from data.understanding.entities.percents import percents_alone


def done(ledger: Ledger, reports: Iterable[CountedReport], language: Language, *, units: bool = True) -> list[str]:
    """Return what was done, as one sentence for each unit, task by task in the order of the plan.

    Every note is quoted; a report without one is told by the title of the task and its figures. Only the last sentence
    on a task tells how it stands. Tasks that were only reported unchanged are listed. If not `units`, each report is a
    sentence that does not name its unit.
    """
    by_unit: dict[str, list[str]] = defaultdict(list)
    unchanged: dict[str, list[str]] = defaultdict(list)
    of_task = attrgetter("position", "assignment_id")
    for _, found in groupby(sorted(reports, key=of_task), key=of_task):
        all_of_it = list(found)
        changes = [each for each in all_of_it if each.note.strip() or not each.unchanged]
        if not changes:
            unchanged[all_of_it[0].unit].append(all_of_it[0].code)
            continue
        *earlier, last = [each for each in changes if tells_work(each)] or changes[-1:]
        told = [_sentence(ledger, each, language) for each in earlier]
        by_unit[last.unit] += filter(None, [*told, _sentence(ledger, last, language, now=changes[-1])])
    for unit, codes in unchanged.items():
        by_unit[unit].append(words.UNCHANGED(language, tasks=texts.series(codes, language)))
    if not units:
        return [f"{sentence}{texts.STOP(language)}" for sentences in by_unit.values() for sentence in sentences]
    joint = texts.SEMICOLON(language)
    return [words.OF_UNIT(language, unit=unit, done=joint.join(each)) for unit, each in by_unit.items() if each]


def tells_work(report: CountedReport) -> bool:
    """Return whether a report tells what was done: it has a note or figures."""
    return bool(report.note.strip() or report.figures)


def _sentence(ledger: Ledger, report: CountedReport, language: Language, now: CountedReport | None = None) -> str:
    """Return the note of a report with its task, or without a note the task's title and the figures; and, if given, how
    the task stands by the report `now`. A percent in the note is left out if it has changed since."""
    note, state = report.note.strip(), now or report
    if now is not report:
        note = _without_percents(note)
    is_done, is_said = state.status is Status.SUBMITTED, f"{state.percent}%" in note.replace("％", "%").replace(" ", "")
    percent = state.percent if now and state.percent and not is_done and not is_said else None
    status = Status.CLOSED if is_done and state.verdict is Verdict.ACCEPTED else state.status
    is_told = now and (is_done or not (note or percent))
    said = lower(STATUS[status], language) if is_told else None
    where = words.WHERE(language, code=report.code, status=said, percent=percent)
    if note:
        return bare(note) + where
    if not (now or report.figures):
        return ""
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
    return [name(language) for name in headings], rows, [1.6, 3.0, 2.4, 2.8, 1.6, 3.2]


def _latest(line: TaskLine, language: Language) -> str:
    """Return the state of an overdue task, preceded by a note if its deadline is doubtful."""
    last, doubt = line.state.last, texts.DOUBTFUL(language) if line.state.doubtful else ""
    said = bare(last.obstacle or last.note) if last else ""
    if last and last.returned is not None:
        said = sheets.RETURNED(language, reason=bare(last.returned))
    told = marked(texts.COMMA, language, status_words(line.state, language), said)
    return marked(texts.SEMICOLON, language, doubt, told)
