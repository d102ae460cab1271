"""Texts of `liaison summary`."""

from collections.abc import Iterable, Sequence

from data.exports.texts import number
from data.reporting.totals import Total
from data.standing.standing import Status
from data.summary.progress import Progress
from handlers.wording import Html, Language, Wording, day_text, join, labels, series

GOES_WITH = Wording("--brief 要配 --docx，--picture 要配 --png。", "--brief goes with --docx, --picture with --png.")
OF = Wording("范围：{units}[；{sections}]", "Of: {units}[; {sections}]")
ALL_UNITS = Wording("全部单位", "all units")
HEAD = Wording("{view} · 截至 {day}", "{view} · as of {day}")
SPAN_HEAD = Wording("{view} · {first}至{last}", "{view} · {first} to {last}")
IN_THE_SPAN = Wording("本期与上期", "The span and the one before")
LINE = Wording("{name}：{now}（{first}至{last}：{before}）", "{name}: {now} ({before} from {first} to {last})")
THEN = Wording("{name}：{now}（期初 {before}）", "{name}: {now} (at the beginning {before})")
REPORTS = Wording("填报", "Reports")
OVERDUE = Wording("逾期", "Overdue")
TOTAL_LINE = Wording("{name}：{total}{unit}", "{name}: {total} {unit}")
NONE = Wording("（无）", "(none)")
ROWS_WRITTEN = Wording("已写出 {rows} 行…", "{rows} rows written…")
UNIT_LINE = Wording("{name}：{count} 项", "{name}: {count}")


def part_line(units: Sequence[str], sections: Sequence[str] | None, language: Language) -> Html:
    """Return the line that says which part of the plan is covered."""
    chosen = series(units, language) or ALL_UNITS(language)
    return OF(language, units=chosen, sections=sections or ())


def figures(found: Iterable[Total], head: Html, language: Language) -> Html:
    """Return the totals of the indicators, leaving out zeros."""
    lines = [
        TOTAL_LINE(language, name=each.indicator, total=number(each.total), unit=each.unit)
        for each in found
        if each.total
    ]
    return join([head, *(lines or [NONE(language)])])


def unreported(units: Iterable[tuple[str, int]], head: Html, language: Language) -> Html:
    """Return the number of tasks without a report for each unit."""
    lines = [UNIT_LINE(language, name=name, count=count) for name, count in units]
    return join([head, *(lines or [NONE(language)])])


def span(told: Progress, language: Language) -> Html:
    """Return the counts and figures of a span beside those before it."""
    head = SPAN_HEAD(language, view=IN_THE_SPAN, first=told.first, last=told.last)
    then = [
        (labels.STATUS[Status.CLOSED], told.all.closed, told.all_before.closed),
        (labels.STATUS[Status.SUBMITTED], told.all.submitted, told.all_before.submitted),
        (labels.STATUS[Status.IN_PROGRESS], told.all.in_progress, told.all_before.in_progress),
        (labels.STATUS[Status.BLOCKED], told.all.blocked, told.all_before.blocked),
        (OVERDUE, told.all.overdue, told.all_before.overdue),
    ]
    before = {each.indicator: each.total for each in told.figures_before}
    compared = [
        (REPORTS(language), len(told.reports), told.reports_before),
        *((each.indicator, each.total, before.get(each.indicator, 0)) for each in told.figures if each.total),
    ]
    first, last = (day_text(day, language) for day in told.before)
    return join(
        [
            head,
            *(THEN(language, name=name, now=now, before=was) for name, now, was in then),
            *(
                LINE(language, name=name, now=number(now), before=number(was), first=first, last=last)
                for name, now, was in compared
            ),
        ]
    )
