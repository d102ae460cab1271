"""Texts of the history: pages of past reports and requests for more time, and single entries in full."""

from datetime import date, datetime

from data.office.extensions import Decision, PastExtension
from data.office.history import ENTRIES_A_PAGE, Entry, History, HistoryScope
from data.people.people import Person
from data.reporting.reviews import FullReport
from data.standing.assignments import Assignment
from data.standing.standing import Verdict
from handlers.wording import (
    NOTHING,
    Html,
    Language,
    Page,
    Wording,
    cut,
    day_text,
    html,
    join,
    labels,
    plain,
    series,
    short_day,
)
from handlers.wording.days import FROM_TO
from handlers.wording.report_lines import (
    NAME,
    UNCHANGED,
    author_text,
    figures_text,
    file_list,
    name_text,
    reported_status_text,
)
from handlers.wording.task_lines import standing_text

COUNT = Wording("共 {count} 条", "{count} entries")
COUNT_ONE = Wording("共 1 条", "1 entry")
IN_FULL = Wording("详情 {number}", "Open {number}")
REPORTS_OF = Wording("{name}：{count} 条", "{name}: {count}")
UNITS_REPORTED = Wording("{count}/{units} 家报过", "{count} of {units} units have reported")
WHOSE = Wording("要看谁的填报记录？", "Whose history do you mean?")
NO_REPORTS = Wording(
    "还没有填报记录。发“报进展”即可填报第一份。",
    "Nothing has been reported yet. Send “report” to make the first report.",
)
NOTHING_OVERSEER = Wording(
    "还没有填报记录。发“汇总”看总体情况。", "Nothing has been reported yet. Send “summary” for the state of the plan."
)
NOTHING_THEN = Wording(
    "这段时间没有填报记录。发“历史记录”看全部。", "Nothing was reported in these days. Send “history” to see all."
)

ENTRY_HEAD = Wording("<b>{number}</b>　{at} {who}", "<b>{number}</b>  {at} {who}")
ENTRY_HEAD_ALONE = Wording("{at} {who}", "{at} {who}")
TASK = Wording("<b>{code}</b> {title}[（{unit}）]", "<b>{code}</b> {title}[ ({unit})]")
MOMENT = Wording("{day} {time}", "{day} {time}")
CORRECTION = Wording("更正", "a correction")
CORRECTED = Wording("已被更正", "since corrected")
WITHDRAWN = Wording("已撤回（{at}）", "withdrawn ({at})")
ACCEPTED = Wording("✅ 通过{whence}", "✅ Accepted{whence}")
RETURNED = Wording("↩️ 退回{whence}", "↩️ Returned{whence}")
WHENCE = Wording("（{by} {day}）", " ({by}, {day})")
SAID = Wording("{head}：{text}", "{head}: {text}")
EXTENSION = Wording("申请延期：{before} → {proposed}", "Asked for more time: {before} → {proposed}")
REASON = Wording("理由", "Reason")
WAITS = Wording("等待办公室答复", "waiting for the office")
IN_REVIEW = Wording("等待办公室审核", "waiting for the office to review it")
REPLACED = Wording("已由新的申请代替", "replaced by a newer request")
GRANTED = Wording("✅ 同意{whence}，期限由 {before} 改为 {after}", "✅ Granted{whence}: from {before} to {after}")
CHANGED = Wording(
    "✅ 另定期限{whence}，由 {before} 改为 {after}", "✅ Another deadline{whence}: from {before} to {after}"
)
REFUSED = Wording("未同意{whence}，期限仍为 {before}", "Not granted{whence}; the deadline stays {before}")
FILES_OF = Wording("{code} {unit} 佐证材料（{count}）", "{code} {unit}: evidence ({count})")
OTHERS = Wording("其他单位", "Other units")
OTHERS_MORE = Wording("……另有 {count} 家", "… and {count} more")

MOST_OTHERS = 20
TITLE, NOTE, OBSTACLE, FIGURES, FILES, REASONS = 30, 100, 65, 80, 80, 90


def page(history: History, scope: HistoryScope, reader: Person, today: date, language: Language) -> Html:
    """Return a page: heading, entries with long texts cut, and on the first page the state of the other units."""
    parts = [_heading(history, scope, reader, language)]
    if not history.entries:
        parts.append(_nothing(scope, reader)(language))
    first = history.page * ENTRIES_A_PAGE + 1
    name_unit = not history.unit and (reader.sees_everything or len(reader.speaks_for) > 1)
    for number, entry in enumerate(history.entries, first):
        parts.append(_entry(entry, number, today, language, name_task=not history.code, name_unit=name_unit))
    if history.page == 0:
        parts.append(_others(history, language))
    return join(parts, "\n\n")


def in_full(entry: Entry, today: date, language: Language) -> Html:
    """Return one entry with all its texts uncut."""
    task = TASK(language, code=entry.full_code, title=entry.title, unit=entry.unit)
    head = ENTRY_HEAD_ALONE(language, at=_moment(entry.at, language, today), who=_who(entry, language))
    if isinstance(entry, PastExtension):
        return join([task, head, *_extension(entry, language, today)])
    fields = [
        (labels.FIELD_NOTE, entry.note),
        (labels.FIELD_OBSTACLE, entry.obstacle),
        (labels.FIELD_FIGURES, figures_text(entry.figures, language)),
        (labels.FIELD_EVIDENCE, file_list(entry.files, language)),
    ]
    lines = labels.all_labelled(fields, language)
    return join([task, head, _state(entry, language, today), *lines, _review(entry, language, today)])


def files_caption(report: FullReport, language: Language) -> Html:
    """Return the caption of a report's files."""
    return FILES_OF(language, code=report.full_code, unit=report.unit, count=len(report.files))


def _heading(history: History, scope: HistoryScope, reader: Person, language: Language) -> Html:
    count = COUNT_ONE(language) if history.total == 1 else COUNT(language, count=history.total)
    title = cut(history.title.said_in(language), TITLE)
    task = TASK(language, code=history.code, title=title, unit=None) if history.code else NOTHING
    own = cut(series(reader.units, language), 2 * TITLE)
    everything = labels.WHOLE_PLAN(language) if reader.sees_everything else own
    whose = html(history.name or (history.unit if history.unit or history.code else everything))
    where = Page(history.page, history.pages, history.entries).where(language)
    return join([count, labels.HISTORY(language), task, whose, days(scope, language), where], " · ")


def days(scope: HistoryScope, language: Language) -> Html:
    """Return the days that a part of the history is limited to; empty if it is not."""
    if scope.first is None or scope.last is None:
        return NOTHING
    if scope.first == scope.last:
        return html(day_text(scope.first, language))
    return FROM_TO(language, first=scope.first, last=scope.last)


def _nothing(scope: HistoryScope, reader: Person) -> Wording:
    if scope.first is not None:
        return NOTHING_THEN
    return NO_REPORTS if reader.speaks_for else NOTHING_OVERSEER


def _entry(entry: Entry, number: int, today: date, language: Language, *, name_task: bool, name_unit: bool) -> Html:
    head = ENTRY_HEAD(language, number=number, at=_moment(entry.at, language, today), who=_who(entry, language))
    unit = html(cut(entry.unit, TITLE) if name_unit else "")
    title = cut(entry.title.said_in(language), TITLE)
    task = TASK(language, code=entry.full_code, title=title, unit=unit) if name_task else unit
    if isinstance(entry, PastExtension):
        return join([head, task, *_extension(entry, language, today, REASONS)])
    files = labels.EVIDENCE_FILES(language, count=len(entry.files)) if entry.files else NOTHING
    names = _short(series((each.name for each in entry.files), language), FILES)
    return join(
        [
            head,
            task,
            _state(entry, language, today),
            html(_short(entry.note, NOTE)),
            _labelled(labels.FIELD_OBSTACLE(language), _short(entry.obstacle, OBSTACLE), language),
            html(_short(plain(figures_text(entry.figures, language)), FIGURES)),
            _labelled(files, names, language),
            _review(entry, language, today, REASONS),
        ]
    )


def _state(report: FullReport, language: Language, today: date) -> Html:
    """Return what a report says about the task, and whether it was a correction, corrected or withdrawn."""
    said = reported_status_text(report.status, report.percent, language)
    marks = [(report.unchanged, UNCHANGED), (report.corrects, CORRECTION), (report.corrected, CORRECTED)]
    told = [said, *(words(language) for holds, words in marks if holds)]
    if report.withdrawn_at:
        told.append(WITHDRAWN(language, at=_moment(report.withdrawn_at, language, today)))
    return join(told, " · ")


def _review(report: FullReport, language: Language, today: date, most: int | None = None) -> Html:
    if report.verdict is None:
        return IN_REVIEW(language) if report.for_review and report.latest and report.current else NOTHING
    words = ACCEPTED if report.verdict is Verdict.ACCEPTED else RETURNED
    return _reasoned(
        words(language, whence=_decided_by(report, language, today)), _short(report.reason, most), language
    )


def _extension(extension: PastExtension, language: Language, today: date, most: int | None = None) -> list[Html]:
    """Return the old and the proposed deadline, the reason, and the decision with the new deadline."""
    before = day_text(extension.due_before, language) if extension.due_before else labels.NOT_STATED(language)
    asked = EXTENSION(language, before=before, proposed=extension.proposed)
    reason = _labelled(REASON(language), _short(extension.reason, most), language)
    if extension.withdrawn_at is not None:
        return [asked, reason, WITHDRAWN(language, at=_moment(extension.withdrawn_at, language, today))]
    if extension.decision is None:
        return [asked, reason, (WAITS if extension.latest else REPLACED)(language)]
    words = {Decision.ACCEPTED: GRANTED, Decision.CHANGED: CHANGED}.get(extension.decision, REFUSED)
    after = day_text(extension.decided, language) if extension.decided else ""
    head = words(language, whence=_decided_by(extension, language, today), before=before, after=after)
    return [asked, reason, _reasoned(head, _short(extension.answer, most), language)]


def _decided_by(entry: Entry, language: Language, today: date) -> Html:
    assert entry.decided_at is not None
    day = short_day(entry.decided_at.date(), today, language)
    return WHENCE(language, by=name_text(entry.decided_by, language), day=day)


def _who(entry: Entry, language: Language) -> Html:
    return author_text(entry.by, entry.on_behalf_of if isinstance(entry, FullReport) else "", language)


def _moment(at: datetime, language: Language, today: date) -> Html:
    return MOMENT(language, day=short_day(at.date(), today, language), time=f"{at:%H:%M}")


def _labelled(label: Html, text: str, language: Language) -> Html:
    return SAID(language, head=label, text=text) if text else NOTHING


def _reasoned(verdict: Html, reason: str, language: Language) -> Html:
    return SAID(language, head=verdict, text=reason) if reason else verdict


def _short(text: str, most: int | None) -> str:
    return text if most is None else cut(" ".join(text.split()), most)


def _others(history: History, language: Language) -> Html:
    """Return the state of the other units of a joint task, as on its card."""
    if not history.others:
        return NOTHING

    def state(each: Assignment) -> Html:
        status = standing_text(each, language)
        return labels.UNIT_STATE(language, light=each.light, unit=cut(each.unit or "", NAME), status=status)

    lines = labels.some_lines(history.others, state, MOST_OTHERS, language, OTHERS_MORE)
    return join([Html(f"<b>{OTHERS(language)}</b>"), *lines])
