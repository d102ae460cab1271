"""Reading the lines of a message as reports on tasks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from data.errors import Refusal, WhichTask, WhichUnit
from data.plan.tasks import unknown_task
from data.reporting.answers import FIXED
from data.reporting.batches import unsubmitted_draft
from data.reporting.drafts import UNDER_WAY
from data.standing.assignments import Assignment
from data.standing.check_ins import has_report_in_period, is_ongoing_work
from data.standing.standing import Status
from data.understanding import Aim, Intent, Kind, Mood, Reading, Understanding, find_order, of_kind, says
from data.understanding.lines import numbered_alike, only_joins, says_nothing, without_number
from data.understanding.matters import MOST_HEARD
from data.understanding.normalise.sentence import blank, normalise
from data.understanding.reporting.all_but import all_at, all_done_said, number_of_all, numbers_in_order
from data.understanding.reporting.numbers_put_right import number_correction
from data.understanding.reports import without_signs
from handlers.reporting.line_splitting import (
    BRACKETS,
    group_adjacent_codes,
    only_leads,
    split_line,
    without_status_and_percent,
)
from handlers.reporting.paragraphs import continues, paragraphs
from handlers.reporting.statements import (
    AROUND,
    UNSAID,
    Statement,
    join_lines,
    merge_statements,
    statement_of,
    words_beside_task,
)
from handlers.reporting.turn import Turn, told_of_task
from handlers.tasks.own_tasks import only_own_assignment, own_assignments
from handlers.telegram import Context, hear, hear_report, unknown_refusal, with_aim

TELLING = (Aim.TASK, Aim.UNKNOWN, Aim.REPORT)
NOT_TOLD = frozenset({Mood.ASKS, Mood.WHETHER, Mood.INTENDS, Mood.SUPPOSES, Mood.HEARSAY, Mood.DENIES})
MOST_AT_ONCE = 20


@dataclass(frozen=True, slots=True)
class ReportedTask:
    """A statement on one of the user's own assignments."""

    assignment: Assignment
    statement: Statement


@dataclass(frozen=True, slots=True)
class ReportLines:
    """The reports of a message in order, the lines that are no report, and the number that name their task."""

    reports: list[ReportedTask]
    unread: Sequence[str] = ()
    naming: int = 0


def read_lines(context: Context, lines: Sequence[str]) -> ReportLines:
    """Return the reports of a message: one of the lines below a heading that names a task; else one or several a line,
    with lines below that go on with one. A line numbered like the report above it (一、…; 三、…) goes on with none.
    Lines beyond MOST_HEARD are left unread."""
    lines, beyond = lines[:MOST_HEARD], lines[MOST_HEARD:]
    every = paragraphs(context, lines)
    found, naming, unread, above, by_code = list[ReportedTask](), 0, list[str](), "", False
    for paragraph in every[:MOST_AT_ONCE]:
        if paragraph.is_headed:
            if paragraph.task is not None:
                found.append(_continuation(context, paragraph.task, join_lines(*paragraph.below)))
                naming, above = naming + 1, paragraph.line
            else:
                unread += [paragraph.line, *paragraph.below] if paragraph.below else []
                above = ""
            by_code = True
            continue
        parts = split_line(context, paragraph.line)
        parts = parts if any(reports_in(context, each) for each in parts) else [paragraph.line]
        for line in parts:
            more = bool(above) and len(parts) == 1 and not numbered_alike(line, above)
            more = more and continues(context, line, by_code=by_code)
            reports = [] if more and by_code else reports_in(context, line)
            if reports:
                words = words_beside_task(hear(context, without_number(line)))
                if found and says(words, "decisions.likewise"):
                    reports = [replace(each, statement=_alike(found[-1].statement, words)) for each in reports]
                found, naming, above = [*found, *reports], naming + len(reports), line
                by_code = hear(context, without_number(line)).names(Kind.CODE)
            elif more and (of_all := _told_of_all(found, line)) is not None:
                found += of_all
            elif more:
                found.append(_behind_its_percent(found[-1], _continuation(context, found[-1].assignment, line), line))
            elif not says_nothing(line):
                unread.append(line)
                above = ""
    told = {line: reports for line in unread if found and (reports := _told_beside(context, found, line))}
    beside = [each for reports in told.values() for each in reports]
    left = [each for more in every[MOST_AT_ONCE:] for each in (more.line, *more.below)]
    unread = [*(each for each in unread if each not in told), *left, *beyond]
    return ReportLines([*found, *beside], unread, naming + len(beside))


def _told_beside(context: Context, found: Sequence[ReportedTask], line: str) -> list[ReportedTask]:
    """Return what a line tells beside the reports `found`, also that a task stands as one of theirs (1-18和1-9一样)."""
    codes = like_another(hear(context, line))
    other = next((each for each in found if codes and each.assignment.code == codes[1]), None)
    mine = only_own_assignment(context, codes[0]) if codes and other is not None else None
    if other is not None and mine is not None:
        return [ReportedTask(mine, _alike(other.statement))]
    return reports_in(context, line, beside_others=True)


def like_another(heard: Understanding) -> tuple[str, ...]:
    """Return the task that is to stand as another by a sentence, and that other (35-1和27-4一样报), or nothing."""
    codes = said.codes if (said := find_order(heard, "no_change.like_another")) else ()
    return codes if len(codes) == 2 else ()


def _alike(other: Statement, note: str = "") -> Statement:
    """Return how a task stands that stands as another, whose note and figures are its own."""
    return replace(other, note=note, figures={}, running=(), unclear={}, rewritten=None)


def why_no_report(context: Context, line: str) -> Refusal | None:
    """Return why a line is no report: its task is unknown, not the user's, one of several, or that of several of their
    units; None if there is no such reason, or the line only has words of a task without telling how it stands."""
    meaning = hear(context, without_number(line))
    if meaning.task is not None and continues(context, line, by_code=True):
        return None
    if meaning.task is None:
        codes = tuple(code for code in meaning.candidates if own_assignments(context, code))
        return WhichTask(codes) if len(codes) > 1 and meaning.aim is Aim.REPORT else unknown_refusal(context, meaning)
    mine = own_assignments(context, meaning.task, meaning.unit)
    if len(mine) > 1:
        return WhichUnit(meaning.task, tuple(each.unit or "" for each in mine))
    return None if mine else unknown_task(context.db, meaning.task)


def reports_in(context: Context, line: str, *, beside_others: bool = False) -> list[ReportedTask]:
    """Return the reports in a line on the user's own tasks: one, or one each on several named by code
    (2-3和8-2都完成了; finished 2-3 and 8-2). An unsubmitted one may be corrected (2-3改成70). Empty if the task is not
    certain. A line `beside_others` reports whatever it tells of the task it begins with, even if alone it might only
    ask to see the task."""
    line = without_number(line)
    meaning = _heard_as_report(context, hear(context, line), beside_others)
    codes = list(of_kind(meaning, Kind.CODE))
    if len({code.values for code in codes}) > 1:
        return _one_on_all(context, line, meaning, codes)
    mine = own_assignments(context, meaning.task, meaning.unit)
    before = unsubmitted_draft(context.db, context.person.id, mine[0].id) if len(mine) == 1 else None
    if before is not None and (right := Turn(context, before, words_beside_task(meaning)).right) is not None:
        return [ReportedTask(mine[0], right)]
    if meaning.intent is not Intent.REPORT or len(mine) != 1:
        return []
    statement = _no_change(mine[0], meaning) or statement_of(meaning)
    if beside_others and statement is None:
        statement = replace(UNSAID, note=words_beside_task(meaning))
    return [ReportedTask(mine[0], statement)] if statement else []


def _heard_as_report(context: Context, meaning: Understanding, beside_others: bool) -> Understanding:
    """Return the line's meaning as a report if it begins with a task and gives its status (1-3完成 3-5完成) or, beside
    other reports, tells anything, or if it may be a report and gives a percent or figures, or a status of several tasks
    (29-7 43-4都是早办完了的); else unchanged."""
    code, stated = _code_told_of(meaning), meaning.names(Kind.STATUS)
    words = words_beside_task(meaning) if code is None or not code.start else without_signs(meaning.text[code.end :])
    if code is not None and (stated or (beside_others and words)):
        return hear_report(context, code.values[0], words)
    is_likely = Aim.REPORT in meaning.between and meaning.names(Kind.PERCENT, Kind.FIGURE)
    of_several = len({*of_kind(meaning, Kind.CODE)}) > 1 and meaning.aim in TELLING and not {*meaning.moods} & NOT_TOLD
    is_likely = is_likely or (stated and of_several)
    return with_aim(context, meaning, Aim.REPORT) if is_likely else meaning


def _code_told_of(meaning: Understanding) -> Reading | None:
    """Return the only code in a line that begins with it, or with a title and it in brackets (监管班（43-4）：完成), if
    the line tells something about its task, or None."""
    codes = list(of_kind(meaning, Kind.CODE))
    if len(codes) != 1 or meaning.aim not in TELLING or {*meaning.moods} & NOT_TOLD:
        return None
    before = meaning.text[: codes[0].start].rstrip()
    titled = before.endswith(BRACKETS) and says(before.rstrip("".join(BRACKETS)).strip(), "lines.bare")
    return codes[0] if titled or not before else None


def _no_change(assignment: Assignment, meaning: Understanding) -> Statement | None:
    """Return a statement that repeats the task's last status if the line says that nothing has changed, else None. If
    it says nothing else of ongoing work, this is 本期无变化; of work with a deadline on which nobody has reported, that
    it is not begun."""
    says_only_that = says(meaning, "no_change.said_of_tasks")
    if meaning.aim is not Aim.NO_CHANGE and not says_only_that:
        return None
    last = assignment.last
    if says_only_that and assignment.status is Status.NOT_STARTED and not is_ongoing_work(assignment):
        return Statement(Status.NOT_STARTED, percent=FIXED[Status.NOT_STARTED])
    status = last.status if last is not None and last.status in UNDER_WAY else Status.IN_PROGRESS
    obstacle = last.obstacle if last is not None and status is Status.BLOCKED else None
    unchanged = says_only_that and is_ongoing_work(assignment) and not has_report_in_period(assignment)
    note = "" if unchanged else words_beside_task(meaning)
    return Statement(status, percent=assignment.percent, note=note, obstacle=obstacle, unchanged=unchanged)


def as_reported_last(assignment: Assignment) -> Statement | None:
    """Return how a task with a deadline was last reported to stand; None if it was not reported to be under way, or is
    ongoing, for which there is 本期无变化."""
    last = assignment.last
    if last is None or last.status not in UNDER_WAY or last.returned is not None or is_ongoing_work(assignment):
        return None
    obstacle = last.obstacle or None if last.status is Status.BLOCKED else None
    return Statement(last.status, percent=assignment.percent, obstacle=obstacle)


def merge_reports(reports: Iterable[ReportedTask]) -> list[ReportedTask]:
    """Merge reports on the same assignment: the last value counts, and all notes are kept."""
    found: dict[int, ReportedTask] = {}
    for each in reports:
        key = each.assignment.id
        before = found.get(key)
        found[key] = (
            each if before is None else replace(each, statement=merge_statements(before.statement, each.statement))
        )
    return list(found.values())


def _continuation(context: Context, assignment: Assignment, line: str) -> ReportedTask:
    """Return what is told of a task below the line that names it; a plan (下一步：再查) leaves the status as it is."""
    meaning = hear(context, f"{assignment.code} {line}")
    said = statement_of(meaning) if meaning.intent is Intent.REPORT else None
    said = said or Statement(Status.IN_PROGRESS, stated=False, note=line)
    if Mood.INTENDS in meaning.moods and not meaning.names(Kind.STATUS):
        said = replace(said, stated=False)
    return ReportedTask(assignment, replace(said, note=line.strip()) if said.note else said)


def _behind_its_percent(above: ReportedTask, told: ReportedTask, line: str) -> ReportedTask:
    """Return what a line below a report tells, with another percent than that of the report only as a note (区里差不多
    50%), unless it puts that right."""
    said = told.statement
    if None in (above.statement.percent, said.percent) or number_correction(line) is not None:
        return told
    kept = replace(UNSAID, note=line.strip(), figures=said.figures, running=said.running, unclear=said.unclear)
    return replace(told, statement=kept)


def _told_of_all(found: Sequence[ReportedTask], line: str) -> list[ReportedTask] | None:
    """Return what a line below reports on several tasks tells of all of them: the percent, or that they are done, of
    those without (都是80%), or nothing (都没有统计数据); None if it is about the one above."""
    tasks = {each.assignment.id: each for each in merge_reports(found)}
    if len(tasks) == 1:
        return None
    if says(normalise(line), "all_but.nothing_of_all"):
        return []
    percent = FIXED[Status.SUBMITTED] if all_done_said(line) else all_at(line)
    if percent is None:
        return None
    said = Statement(Status.SUBMITTED if all_done_said(line) else Status.IN_PROGRESS, percent=percent)
    without = [each for each in tasks.values() if each.statement.percent is None and not each.statement.stated]
    return [replace(each, statement=said) for each in without] or None


def _one_on_all(context: Context, line: str, meaning: Understanding, codes: Sequence[Reading]) -> list[ReportedTask]:
    """Return one statement on several tasks, with a note from behind the last code, or the percent of each. Empty if it
    holds figures, whose task would be unclear, or says that nothing has changed or that both have changed places, which
    is read elsewhere; or if it only names what might be told (的填报情况)."""
    heard = normalise(line)
    number = number_of_all(meaning.text[codes[-1].end :])  # 1-8 1-9 都是70
    statement = told_of_task(context, codes[0].values[0], f"{number}%") if number else None
    if statement is None and meaning.aim.intent is Intent.REPORT:
        statement = statement_of(meaning)
    mine = [own_assignments(context, code.values[0], meaning.unit) for code in codes]
    before = without_status_and_percent(heard, meaning)[: codes[0].start]
    leads = only_leads(meaning, codes[0].start)
    apart = len(group_adjacent_codes(heard, codes)) > 1 or not (leads or only_joins(before))
    if any(len(each) != 1 for each in mine):
        return []
    if apart or says(meaning, "report_corrections.swapped") or says(meaning.text[codes[-1].end :], "lines.announces"):
        return []
    words = blank(heard, of_kind(meaning, Kind.STATUS), " ")[codes[-1].end :]
    if len(percents := numbers_in_order(words)) == len(codes):
        said = (told_of_task(context, code.values[0], f"{each}%") for code, each in zip(codes, percents, strict=True))
        return [ReportedTask(each[0], told) for each, told in zip(mine, said, strict=True) if told is not None]
    if statement is None or statement.figures != {} or says(meaning, "no_change.said_of_tasks"):
        return []
    if statement.note:
        begin = 0 if leads else codes[-1].end
        statement = replace(statement, note=heard.quote(begin, len(heard)).strip(AROUND))
    return [ReportedTask(each[0], statement) for each in mine]
