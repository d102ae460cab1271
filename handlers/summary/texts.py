"""The state of the plan in words."""

from collections.abc import Iterable, Sequence
from datetime import date

from data.notices.alarms import Undelivered
from data.people.people import Role
from data.reporting.figures import Figure
from data.returns.completeness import Completeness
from data.standing.counts import Counts
from data.standing.standing import Status
from data.summary.overview import Overview, State
from data.summary.regular_summaries import Every
from data.summary.summary import Summary
from handlers.telegram import labels
from handlers.telegram.callbacks import View
from handlers.telegram.days import day_text, short_day
from handlers.telegram.report_lines import figure_text, figures_text
from handlers.telegram.spans import span_text
from handlers.telegram.wording import Html, Language, Wording, bracketed, cut, html, join, series

HEAD = Wording("<b>汇总 · {what}截至 {day}</b>\n{title}", "<b>Summary · {what}as of {day}</b>\n{title}")
VIEW_HEAD = Wording("<b>汇总 · {view}</b> · 截至 {day}\n{title}", "<b>Summary · {view}</b> · as of {day}\n{title}")
NAMES_NOTHING = Wording(
    "“{words}”没看懂。/summary 后面请写单位、任务名称或日期，例如：/summary 市公安局；不写就是今天的汇总。",
    "“{words}” was not understood. After /summary please name a unit, a section or days, such as /summary 市公安局; "
    "with nothing behind it you get today's summary.",
)
AS_OF = Wording("截至 {day}", "as of {day}")
MUCH = Wording("{tasks} 项任务", "{tasks} tasks")
SHARED = Wording(
    "{tasks} 项任务，分到单位共 {total} 项（几家合办的，每家算一项）",
    "{tasks} tasks; {total} counted by unit (a task of several units counts once for each)",
)
TO_DO = Wording("<b>需要处理</b>", "<b>Needs attention</b>")
NOTHING_TO_DO = Wording("目前没有需要处理的。", "Nothing needs attention.")
STATE = Wording("<b>进展</b>", "<b>How it stands</b>")
STATE_BESIDE = Wording("<b>进展</b>（括号内是{day}）", "<b>How it stands</b> (in brackets: {day})")
OVERDUE = Wording("🔴 逾期 {count}", "🔴 Overdue {count}")
BLOCKED = Wording("🟡 受阻 {count}", "🟡 Blocked {count}")
WAITING = Wording("⏳ 待审核 {count}", "⏳ Awaiting review {count}")
DUE_SOON = Wording("🔵 7天内到期 {count}", "🔵 Due within 7 days {count}")
NO_DEADLINE = Wording("⚪ 无确定日期 {count}", "⚪ No date {count}")
NEVER = Wording("还没报过", "Never reported on")
NOW_AND_BEFORE = Wording("{words} {count}（{before}）", "{words} {count} ({before})")
NOW = Wording("{words} {count}", "{words} {count}")
FIGURES_OF = Wording("<b>数据</b>（{days}）：{figures}", "<b>Figures</b> ({days}): {figures}")
NO_LIAISON = Wording("还没有联络员的单位：{count} 家", "Units without a liaison: {count}")
TOTAL = Wording("分工 {total} 项", "Assignments: {total}")
NO_LIAISON_NAMED = Wording("尚无联络员登记（{count} 家）：{units}", "No liaison registered yet ({count}): {units}")
MISSED = Wording("⚠️ 近 7 天没送达的消息：{count} 条", "⚠️ Messages of the last 7 days that did not arrive: {count}")
FIGURES_HEAD = Wording("<b>统计数据</b> · {whose} · {days}", "<b>Figures</b> · {whose} · {days}")
BESIDE = Wording("{figure}（{days} {before}）", "{figure} ({days}: {before})")
IN_RETURN = Wording(
    "另：《{title}》（{period}）各单位已报合计：{figures}。不和上面相加。",
    "Beside it, filed in “{title}” ({period}): {figures}. This is not added to the above.",
)
NONE_REPORTED = Wording("还没有报过。", "None have been reported.")
LINE = Wording("{name}：{parts}", "{name}: {parts}")
OF = Wording("{total} 项", "{total}")
ITEM_LINE = Wording("第{number}项 {name}：{parts}", "Item {number} {name}: {parts}")
WITHOUT_LIAISON = Wording(
    "<b>还没有联络员的单位</b>（{count} 家）\n点单位名生成邀请链接。",
    "<b>Units without a liaison</b> ({count})\nPress a unit for an invitation link.",
)
WITHOUT_LIAISON_SEEN = Wording("<b>还没有联络员的单位</b>（{count} 家）", "<b>Units without a liaison</b> ({count})")
ALL_ENROLLED = Wording("各单位都有联络员登记。", "Every unit has a registered liaison.")
UNDELIVERED = Wording(
    "<b>没送达的消息</b>\n近 7 天有 {count} 条没能送达，请另行告知：",
    "<b>Messages that did not arrive</b>\n{count} of the last 7 days; please tell these people otherwise:",
)
UNDELIVERED_IN_GROUPS = Wording(
    "<b>没送达的消息</b>\n近 7 天有 {count} 条没能送达群里，请另行告知。",
    "<b>Messages that did not arrive</b>\n{count} of the last 7 days in groups; please tell people otherwise.",
)
ALL_DELIVERED = Wording("近 7 天的消息都送达了。", "All messages of the last 7 days arrived.")
NO_RANKING = Wording(
    "\n按任务表的顺序列出；这里不排名次。",
    "\nIn the plan's order; nobody is ranked here.",
)
REGULAR = {
    Every.WEEK: Wording("📅 每周汇总", "📅 Weekly summary"),
    Every.MONTH: Wording("📅 每月汇总", "📅 Monthly summary"),
}
EXPORT = Wording("导出图、表格、文档", "Pictures, workbook, document")
RETURNS = Wording("<b>统计报表</b>", "<b>Statistics returns</b>")
RETURN_LINE = Wording(
    "{title}{period}：已报 {filed}/{all}，{due}截止", "{title}{period}: {filed} of {all} filed, due {due}"
)
MOST_FIGURES, MOST_RETURNS = 4, 3
VIEWS = {
    View.OVERALL: labels.OVERALL,
    View.UNITS: labels.BY_UNIT,
    View.SECTIONS: labels.BY_SECTION,
    View.FIGURES: labels.FIGURES,
    View.UNREPORTED: labels.UNREPORTED,
    View.WITHOUT_LIAISON: Wording("未登记", "No liaison"),
    View.UNDELIVERED: Wording("未送达", "Not reached"),
}
"""The views by the words of their buttons."""


def overview(shown: Overview, what: Html, figures: Sequence[Figure], days: Html, language: Language) -> Html:
    """The first page: what needs somebody, how it stands beside an earlier day, the figures; `what` it is of."""
    head = HEAD(
        language, what=Html(f"{what} · ") if what else what, day=day_text(shown.last, language), title="{title}"
    )
    head = Html(head.replace("{title}", html(shown.title)))
    counts = shown.now.counts
    urgent = [
        words(language, count=count)
        for words, count in ((OVERDUE, counts.overdue), (BLOCKED, counts.blocked), (WAITING, counts.submitted))
        if count
    ]
    more = [
        DUE_SOON(language, count=counts.due_soon) if counts.due_soon else Html(""),
        _figures_line(figures, days, language),
        NO_LIAISON(language, count=len(shown.without_liaison)) if shown.without_liaison else Html(""),
        MISSED(language, count=shown.undelivered.messages) if shown.undelivered.messages else Html(""),
    ]
    blocks = [
        join([head, _how_much(shown.now, language)]),
        join([TO_DO(language), *(urgent or [NOTHING_TO_DO(language)])]),
        _state(shown, language),
        join(more),
    ]
    return join(blocks, "\n\n")


def returns(under_way: Sequence[Completeness], today: date, language: Language) -> Html:
    """How complete the rounds of statistics returns are that are under way, a line each."""
    lines = [
        RETURN_LINE(
            language,
            title=cut(each.round.title, 40),
            period=bracketed(span_text(each.round.span.first, each.round.span.last, today, language), language)
            if each.round.span
            else "",
            filed=len(each.filed),
            all=len(each.units),
            due=short_day(each.round.due, today, language),
        )
        for each in under_way[:MOST_RETURNS]
    ]
    more = len(under_way) - MOST_RETURNS
    if more > 0:
        lines.append(labels.MORE(language, count=more))
    return join([RETURNS(language), *lines]) if lines else Html("")


def _how_much(state: State, language: Language) -> Html:
    wording = MUCH if state.tasks == state.counts.total else SHARED
    return wording(language, tasks=state.tasks, total=state.counts.total)


def _state(shown: Overview, language: Language) -> Html:
    before = shown.before
    head = (
        STATE(language) if before is None else STATE_BESIDE(language, day=short_day(before.day, shown.last, language))
    )
    then = _states_of(before) if before else None
    lines = []
    for place, (words, count) in enumerate(_states_of(shown.now)):
        earlier = then[place][1] if then else None
        if count or earlier:
            wording = NOW if earlier is None else NOW_AND_BEFORE
            lines.append(wording(language, words=words(language), count=count, before=earlier))
    return join([head, *lines])


def _states_of(state: State) -> list[tuple[Wording, int]]:
    """The states in words; what nobody has reported on stands apart from what is said not to have begun."""
    counts = state.counts
    never = min(state.never_reported, counts.not_started)
    return [
        *((labels.STATUS[status], count) for status, count in _by_status(counts) if status is not Status.NOT_STARTED),
        (labels.STATUS[Status.NOT_STARTED], counts.not_started - never),
        (NEVER, never),
    ]


def _figures_line(figures: Sequence[Figure], days: Html, language: Language) -> Html:
    told = [each for each in figures if each.value][:MOST_FIGURES]
    return FIGURES_OF(language, days=days, figures=html(figures_text(told, language))) if told else Html("")


def groups(title: str, day: date, view: View, named: Iterable[tuple[str | None, Counts]], language: Language) -> Html:
    """A view in which each unit or section has a line; None in place of a name: no unit is named."""
    head = VIEW_HEAD(language, view=VIEWS[view](language), title=title, day=day_text(day, language))
    unnamed = labels.UNIT_UNNAMED(language)
    return join([head, Html(""), *(group_line(name or unnamed, counts, language) for name, counts in named)])


def items(section: str, day: date, found: Sequence[tuple[str, str, Counts]], language: Language) -> Html:
    """The items of a section: number, words, how they stand."""
    head = Html(f"<b>{html(section)}</b> · {AS_OF(language, day=day_text(day, language))}")
    lines = [
        ITEM_LINE(language, number=number, name=html(name), parts=join(_parts(counts, language), " · "))
        for number, name, counts in found
    ]
    return join([head, Html(""), *lines])


def group_line(name: str, counts: Counts, language: Language) -> Html:
    """How many a unit or section has, and of each state that there is."""
    return LINE(language, name=name, parts=join(_parts(counts, language), " · "))


def summary(summary: Summary, view: View, language: Language) -> Html:
    """One view of a summary for the command line: all in numbers, by unit or by section."""
    day = summary.at.date()
    if view is not View.OVERALL:
        return groups(summary.title, day, view, summary.units if view is View.UNITS else summary.sections, language)
    head = VIEW_HEAD(language, view=VIEWS[view](language), title=summary.title, day=day_text(day, language))
    total = TOTAL(language, total=summary.all.total)
    enrolment = _enrolment(summary.without_liaison, language)
    return join([head, total, *_numbers(summary.all, language), Html(" "), enrolment])


def figures(shown: Sequence[Figure], whose: Html, days: Html, language: Language) -> Html:
    """Totals of indicators, a line each; whose and of which days they are stands first."""
    head = FIGURES_HEAD(language, whose=whose, days=days)
    return join([head, *(html(figure_text(each, language)) for each in shown)])


def in_return(title: str, period: Html, shown: Sequence[Figure], language: Language) -> Html:
    """What a round of a statistics return comes to, beside the totals of reports."""
    return IN_RETURN(language, title=title, period=period, figures=figures_text(shown, language))


def figures_beside(
    pairs: Sequence[tuple[Figure, float]], whose: Html, days: Html, before: Html, language: Language
) -> Html:
    """Totals beside those of the days before."""
    head = FIGURES_HEAD(language, whose=whose, days=days)
    lines = [
        BESIDE(language, figure=html(figure_text(each, language)), days=before, before=f"{earlier:g}")
        for each, earlier in pairs
    ]
    return join([head, *(lines or [NONE_REPORTED(language)])])


def figures_by_unit(units: Iterable[tuple[str, Sequence[Figure]]], whose: Html, days: Html, language: Language) -> Html:
    """The totals of each unit that has any, a line each."""
    lines = [LINE(language, name=name, parts=figures_text(shown, language)) for name, shown in units if shown]
    return join([FIGURES_HEAD(language, whose=whose, days=days), *(lines or [NONE_REPORTED(language)])])


def without_liaison(count: int, may_invite: bool, language: Language) -> Html:
    """Above the units for which nobody has been let in."""
    if not count:
        return ALL_ENROLLED(language)
    return (WITHOUT_LIAISON if may_invite else WITHOUT_LIAISON_SEEN)(language, count=count)


def undelivered(alarms: Undelivered, language: Language) -> Html:
    """Whom messages did not reach."""
    if not alarms.messages:
        return ALL_DELIVERED(language)
    if not alarms.people:
        return UNDELIVERED_IN_GROUPS(language, count=alarms.messages)
    people = (
        each.name + bracketed(series(each.units, language) or labels.ROLE[Role.COORDINATOR](language), language)
        for each in alarms.people
    )
    return join([UNDELIVERED(language, count=alarms.messages), *map(html, people)])


def _numbers(counts: Counts, language: Language) -> list[Html]:
    return [
        *(NOW(language, words=labels.STATUS[status](language), count=count) for status, count in _by_status(counts)),
        Html(" "),
        OVERDUE(language, count=counts.overdue),
        DUE_SOON(language, count=counts.due_soon),
        NO_DEADLINE(language, count=counts.no_deadline),
    ]


def _enrolment(units: Sequence[str], language: Language) -> Html:
    if not units:
        return ALL_ENROLLED(language)
    return NO_LIAISON_NAMED(language, count=len(units), units=series(units, language))


def _parts(counts: Counts, language: Language) -> list[Html]:
    overdue = [OVERDUE(language, count=counts.overdue)] if counts.overdue else []
    states = [
        labels.SUMMARY_PART(language, status=labels.STATUS[status](language), count=count)
        for status, count in _by_status(counts)
        if count
    ]
    return [OF(language, total=counts.total), *overdue, *states]


def _by_status(counts: Counts) -> list[tuple[Status, int]]:
    return [
        (Status.CLOSED, counts.closed),
        (Status.SUBMITTED, counts.submitted),
        (Status.IN_PROGRESS, counts.in_progress),
        (Status.BLOCKED, counts.blocked),
        (Status.NOT_STARTED, counts.not_started),
    ]
