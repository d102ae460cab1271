"""The state of the plan in words."""

from collections.abc import Iterable, Sequence

from data.notices.alarms import Undelivered
from data.people.people import Role
from data.reporting.figures import Figure
from data.standing.counts import Counts
from data.standing.standing import Status
from data.standing.summary import Summary
from handlers.telegram import labels
from handlers.telegram.callbacks import View
from handlers.telegram.days import day_text
from handlers.telegram.report_lines import figure_text, figures_text
from handlers.telegram.task_lines import count_text
from handlers.telegram.wording import Html, Language, Wording, bracketed, html, join, series

SUMMARY_HEAD = Wording("<b>汇总 · {view}</b> · 截至 {day}\n{title}", "<b>Summary · {view}</b> · as of {day}\n{title}")
AS_OF = Wording("截至 {day}", "as of {day}")
FIGURES_HEAD = Wording("<b>统计数据</b> · {whose} · {days}", "<b>Figures</b> · {whose} · {days}")
NONE_REPORTED = Wording("还没有报过。", "None have been reported.")
SUMMARY_TOTAL = Wording("分工 <b>{total}</b> 项", "Assignments: <b>{total}</b>")
SUMMARY_OVERDUE = Wording("🔴 逾期 {count}", "🔴 Overdue {count}")
SUMMARY_DUE_SOON = Wording("🔵 7天内到期 {count}", "🔵 Due within 7 days {count}")
SUMMARY_NO_DEADLINE = Wording("⚪ 无确定日期 {count}", "⚪ No date {count}")
SUMMARY_LINE = Wording("{name}：{parts}", "{name}: {parts}")
SUMMARY_OF = Wording("{total} 项", "{total}")
SUMMARY_WITHOUT_LIAISON = Wording(
    "尚无联络员登记（{count} 家）：{units}", "No liaison registered yet ({count}): {units}"
)
SUMMARY_ALL_ENROLLED = Wording("各单位都有联络员登记。", "Every unit has a registered liaison.")
SUMMARY_UNDELIVERED = Wording(
    "⚠️ 近 7 天有 {count} 条消息未能送达，请另行告知：{people}",
    "⚠️ {count} messages of the last 7 days did not arrive; please tell these people otherwise: {people}",
)
SUMMARY_UNDELIVERED_IN_GROUPS = Wording(
    "⚠️ 近 7 天有 {count} 条消息未能送达群里，请另行告知。",
    "⚠️ {count} messages of the last 7 days did not arrive in groups; please tell people otherwise.",
)


VIEWS = {
    View.OVERALL: labels.OVERALL,
    View.UNITS: labels.BY_UNIT,
    View.SECTIONS: labels.BY_SECTION,
    View.FIGURES: labels.FIGURES,
    View.UNREPORTED: labels.UNREPORTED,
}
"""The views by the words of their buttons."""


def summary(summary: Summary, view: View, language: Language) -> Html:
    """One view of a summary; each fits one message."""
    day = day_text(summary.at.date(), language)
    head = SUMMARY_HEAD(language, view=VIEWS[view](language), title=summary.title, day=day)
    if view is View.UNITS:
        unnamed = labels.UNIT_UNNAMED(language)
        return join([head, Html(""), *_lines(((name or unnamed, counts) for name, counts in summary.units), language)])
    if view is View.SECTIONS:
        return join([head, Html(""), *_lines(summary.sections, language)])
    return join([head, *_overall(summary, language)])


def part(heading: Html, counts: Counts, language: Language) -> Html:
    """How the tasks of a unit or a section stand, in numbers."""
    head = join([count_text(counts.total, language), heading, labels.SUMMARY(language)], " · ")
    return join([head, *_numbers(counts, language)])


def figures(shown: Sequence[Figure], whose: Html, days: Html, language: Language) -> Html:
    """Totals of indicators, a line each; whose and of which days they are stands first."""
    head = FIGURES_HEAD(language, whose=whose, days=days)
    return join([head, *(html(figure_text(each, language)) for each in shown)])


def figures_by_unit(units: Iterable[tuple[str, Sequence[Figure]]], whose: Html, days: Html, language: Language) -> Html:
    """The totals of each unit that has any, a line each."""
    lines = [SUMMARY_LINE(language, name=name, parts=figures_text(shown, language)) for name, shown in units if shown]
    return join([FIGURES_HEAD(language, whose=whose, days=days), *(lines or [NONE_REPORTED(language)])])


def _overall(summary: Summary, language: Language) -> list[Html]:
    return [
        SUMMARY_TOTAL(language, total=summary.all.total),
        *_numbers(summary.all, language),
        Html(" "),
        _enrolment(summary, language),
        _undelivered(summary.undelivered, language) if summary.undelivered.messages else Html(""),
    ]


def _numbers(counts: Counts, language: Language) -> list[Html]:
    return [
        *(_state(words, count, counts.total, language) for words, count in _states(counts)),
        Html(" "),
        SUMMARY_OVERDUE(language, count=counts.overdue),
        SUMMARY_DUE_SOON(language, count=counts.due_soon),
        SUMMARY_NO_DEADLINE(language, count=counts.no_deadline),
    ]


def _state(words: Wording, count: int, total: int, language: Language) -> Html:
    share = round(100 * count / total) if total else 0
    return Html(f"{words(language)} {count}{bracketed(f'{share}%', language)}")


def _undelivered(alarms: Undelivered, language: Language) -> Html:
    if not alarms.people:
        return SUMMARY_UNDELIVERED_IN_GROUPS(language, count=alarms.messages)
    people = (
        each.name + bracketed(series(each.units, language) or labels.ROLE[Role.COORDINATOR](language), language)
        for each in alarms.people
    )
    return SUMMARY_UNDELIVERED(language, count=alarms.messages, people=series(people, language))


def _enrolment(summary: Summary, language: Language) -> Html:
    if not summary.without_liaison:
        return SUMMARY_ALL_ENROLLED(language)
    return SUMMARY_WITHOUT_LIAISON(
        language, count=len(summary.without_liaison), units=series(summary.without_liaison, language)
    )


def _lines(groups: Iterable[tuple[str, Counts]], language: Language) -> list[Html]:
    """A line a group: how many, and of each state that there is."""
    return [SUMMARY_LINE(language, name=name, parts=join(_parts(counts, language), " · ")) for name, counts in groups]


def _parts(counts: Counts, language: Language) -> list[Html]:
    overdue = [SUMMARY_OVERDUE(language, count=counts.overdue)] if counts.overdue else []
    states = [
        labels.SUMMARY_PART(language, status=words(language), count=count) for words, count in _states(counts) if count
    ]
    return [SUMMARY_OF(language, total=counts.total), *overdue, *states]


def _states(counts: Counts) -> list[tuple[Wording, int]]:
    return [
        (labels.STATUS[Status.CLOSED], counts.closed),
        (labels.STATUS[Status.SUBMITTED], counts.submitted),
        (labels.STATUS[Status.IN_PROGRESS], counts.in_progress),
        (labels.STATUS[Status.BLOCKED], counts.blocked),
        (labels.STATUS[Status.NOT_STARTED], counts.not_started),
    ]
