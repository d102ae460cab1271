"""Texts of the audit log."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from data.office.audit_trail import AuditLine, AuditPage
from data.office.history import HistoryScope
from data.times import day_in
from handlers.office.texts.recorded_acts import ACTIONS, VALUES
from handlers.settings.audit_lines import details_text, subject_text
from handlers.wording import NOTHING, Html, Language, Wording, cut, day_text, html, join, labels, series

HEAD = Wording("操作记录 · {of} · 共 {count} 条", "Record · {of} · entries: {count}")
ALL = Wording("全部", "all")
NO_ENTRY = Wording("没有这样的操作记录。", "There is no such entry.")
LINE = Wording("<b>{time}</b> {by}：{action}[ {subject}]", "<b>{time}</b> {by}: {action}[ {subject}]")
BY_NOBODY = Wording("命令行或系统", "command line or system")
UNDO_LAST = Wording("撤销最近一次操作", "Undo what was done last")
AS_XLSX = Wording("导出 .xlsx", "Export .xlsx")
AS_CSV = Wording("导出 .csv", "Export .csv")
FILE = Wording("操作记录", "record")
HEADINGS = (
    Wording("时间", "Time"),
    Wording("人员", "Person"),
    Wording("操作", "Action"),
    Wording("对象", "Subject"),
    Wording("内容", "Details"),
)
HOW = Wording(
    "可以再说具体些：/audit 43-5、/audit 市公安局、/audit 某人、/audit 昨天，或“谁改了43-5”。",
    "It can be narrowed: /audit 43-5, /audit 市公安局, /audit a name, /audit yesterday, or “who changed 43-5”.",
)
SAID = (
    *("period", "alias", "group", "contact", "until", "reason", "day", "verdict", "decision", "answer", "percent"),
    *("note", "role", "name", "file", "first", "last"),
)
"""The details shown of an entry, in this order."""


def audit_page(found: AuditPage, scope: HistoryScope, today: date, language: Language) -> Html:
    """Return a page of the audit log."""
    head = HEAD(language, of=_of(found, scope, today, language), count=found.total)
    if not found.lines:
        return join([head, NO_ENTRY(language), HOW(language)])
    where = labels.PAGE(language, page=found.page + 1, pages=found.pages) if found.pages > 1 else NOTHING
    lines = [_line(each, today, language) for each in found.lines]
    return join([join([head, where], " · "), *lines, HOW(language) if scope == HistoryScope() else NOTHING])


def rows_of(lines: tuple[AuditLine, ...], language: Language) -> list[list[str]]:
    """Return the entries as rows for a spreadsheet or CSV file."""
    return [
        [
            f"{each.at:%Y-%m-%d %H:%M}",
            each.by or str(BY_NOBODY(language)),
            _action(each.action, language),
            _subject(each, language),
            _told(each, language),
        ]
        for each in lines
    ]


def details(detail: Mapping[str, Any], language: Language) -> str:
    """Return an entry's details in one line."""
    said = [_value(name, detail[name], language) for name in SAID if detail.get(name) not in (None, "", 0)]
    tasks = detail.get("tasks")
    if isinstance(tasks, list) and len(tasks) > 1:
        said.append(series(map(str, tasks), language))
    return "；".join(said) if language == "zh" else "; ".join(said)


def what_was_done(line: AuditLine, language: Language) -> Html:
    """Return what an entry did to what, without its time and author."""
    what = " ".join(filter(None, [_action(line.action, language), _subject(line, language)]))
    return html(cut(what, 120))


def _of(found: AuditPage, scope: HistoryScope, today: date, language: Language) -> str:
    days = sorted({each for each in (scope.first, scope.last) if each is not None})
    said = [found.code, found.unit, found.person, "—".join(day_text(each, language, today) for each in days)]
    return " · ".join(filter(None, said)) or str(ALL(language))


def _line(line: AuditLine, today: date, language: Language) -> Html:
    time, by = f"{day_text(line.at.date(), language, today)} {line.at:%H:%M}", cut(line.by, 20) or BY_NOBODY
    action, subject = _action(line.action, language), cut(_subject(line, language), 60)
    head = LINE(language, time=time, by=by, action=action, subject=subject)
    more = _told(line, language)
    return join([head, html(cut(more, 150))], " · ")


def _told(line: AuditLine, language: Language) -> str:
    """Return the details of a line; for a setting taken back, the name of that setting."""
    if line.action == "undo_setting" and line.detail.get("undone") in ACTIONS:
        return str(ACTIONS[line.detail["undone"]](language))
    if (told := details_text(line, language)) is not None:
        return told
    codes = [str(each) for each in line.detail.get("tasks") or []]
    known = all(code in line.subject for code in codes)
    return details({name: value for name, value in line.detail.items() if name != "tasks" or not known}, language)


def _subject(line: AuditLine, language: Language) -> str:
    told = subject_text(line, language)
    return line.subject.replace("@", " ") if told is None else told


def _action(action: str, language: Language) -> str:
    return str(ACTIONS[action](language)) if action in ACTIONS else action.replace("_", " ")


def _value(name: str, value: Any, language: Language) -> str:
    if name == "percent":
        return f"{value}%"
    if (day := day_in(value)) is not None:
        return day_text(day, language)
    return str(VALUES[value](language)) if value in VALUES else str(value)
