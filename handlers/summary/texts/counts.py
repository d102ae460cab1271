"""Texts for the counts of a section, a unit or the whole plan."""

from collections.abc import Iterable, Sequence
from datetime import date

from data.standing.counts import Counts
from data.summary.summary import Summary
from data.summary.views import View
from handlers.summary.texts.alarms import enrolment
from handlers.wording import Html, Language, Wording, html, join, labels

VIEW_HEAD = Wording("<b>汇总 · {view}</b> · 截至 {day}\n{title}", "<b>Summary · {view}</b> · as of {day}\n{title}")
AS_OF = Wording("截至 {day}", "as of {day}")
OVERDUE = Wording("🔴 逾期 {count}", "🔴 Overdue {count}")
DUE_SOON = Wording("🔵 7天内到期 {count}", "🔵 Due within 7 days {count}")
NO_DEADLINE = Wording("⚪ 无确定日期 {count}", "⚪ No date {count}")
NOW = Wording("{words} {count}", "{words} {count}")
TOTAL = Wording("分工 {total} 项", "Assignments: {total}")
LINE = Wording("{name}：{parts}", "{name}: {parts}")
OF = Wording("{total} 项", "{total}")
ITEM_LINE = Wording("第{number}项 {name}：{parts}", "Item {number} {name}: {parts}")
VIEWS = {
    View.OVERALL: labels.OVERALL,
    View.UNITS: labels.BY_UNIT,
    View.SECTIONS: labels.BY_SECTION,
    View.FIGURES: labels.FIGURES,
    View.UNREPORTED: labels.UNREPORTED,
    View.WITHOUT_LIAISON: Wording("未登记", "No liaison"),
    View.UNDELIVERED: Wording("未送达", "Not reached"),
}
"""The names of the views on buttons."""


def groups(title: str, day: date, view: View, named: Iterable[tuple[str | None, Counts]], language: Language) -> Html:
    """Return a view with a line for each unit or section; a name of None stands for tasks without a unit."""
    head = VIEW_HEAD(language, view=VIEWS[view], title=title, day=day)
    unnamed = labels.UNIT_UNNAMED(language)
    lines = [LINE(language, name=name or unnamed, parts=_parts(counts, language)) for name, counts in named]
    return join([head, *lines])


def items(section: str, day: date, found: Sequence[tuple[str, str, Counts]], language: Language) -> Html:
    """Return the items of a section, each with its number, words and counts."""
    head = Html(f"<b>{html(section)}</b> · {AS_OF(language, day=day)}")
    lines = [
        ITEM_LINE(language, number=number, name=name, parts=_parts(counts, language)) for number, name, counts in found
    ]
    return join([head, *lines])


def summary(summary: Summary, view: View, language: Language) -> Html:
    """Return one view of a summary for the command line: overall, by unit or by section."""
    day = summary.at.date()
    if view is not View.OVERALL:
        return groups(summary.title, day, view, summary.units if view is View.UNITS else summary.sections, language)
    head = VIEW_HEAD(language, view=VIEWS[view], title=summary.title, day=day)
    total = TOTAL(language, total=summary.all.total)
    numbers = [
        *(NOW(language, words=words, count=count) for words, count in states_of(summary.all)),
        Html(" "),
        OVERDUE(language, count=summary.all.overdue),
        DUE_SOON(language, count=summary.all.due_soon),
        NO_DEADLINE(language, count=summary.all.no_deadline),
    ]
    return join([head, total, *numbers, Html(" "), enrolment(summary.without_liaison, language)])


def states_of(counts: Counts) -> list[tuple[Wording, int]]:
    """Return the count of each state; tasks without a report are counted apart from those reported as not started."""
    of_status = ((labels.STATUS[status], count) for status, count in counts.by_status.items())
    return [*of_status, (labels.NEVER_REPORTED, counts.never_reported)]


def _parts(counts: Counts, language: Language) -> Html:
    """Return the number of tasks in all, overdue and in each status."""
    overdue = [OVERDUE(language, count=counts.overdue)] if counts.overdue else []
    states = [labels.SUMMARY_PART(language, status=words, count=count) for words, count in states_of(counts) if count]
    return join([OF(language, total=counts.total), *overdue, *states], " · ")
