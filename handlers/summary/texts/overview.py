"""Texts of the first page of the summary."""

from collections.abc import Sequence
from datetime import date

from data.reporting.figures import Figure
from data.returns.return_table import RoundThen
from data.standing.counts import Tally
from data.summary.regular_summaries import SummaryFrequency
from data.summary.summary import Overview
from handlers.summary.texts.counts import DUE_SOON, NOW, OVERDUE, states_of
from handlers.summary.texts.figures import NONE_REPORTED
from handlers.wording import NOTHING, Html, Language, Wording, cut, html, join, labels, short_day, span_text
from handlers.wording.report_lines import figures_text

HEAD = Wording("<b>汇总 · {what}截至 {day}</b>\n{title}", "<b>Summary · {what}as of {day}</b>\n{title}")
NAMES_NOTHING = Wording(
    "“{words}”没看懂。/summary 后面请写单位、任务名称或日期，例如：/summary 市公安局；不写就是今天的汇总。",
    "“{words}” was not understood. After /summary please name a unit, a section or days, such as /summary 市公安局; "
    "on its own it gives today's summary.",
)
MUCH = Wording("{tasks} 项任务", "{tasks} tasks")
SHARED = Wording(
    "{tasks} 项任务，分到单位共 {total} 项（几家合办的，每家算一项）",
    "{tasks} tasks; {total} counted by unit (a task of several units counts once for each)",
)
TO_DO = Wording("<b>需要处理</b>", "<b>Needs attention</b>")
NOTHING_TO_DO = Wording("目前没有需要处理的。", "Nothing needs attention.")
STATE = Wording("<b>进展</b>", "<b>How it stands</b>")
STATE_BESIDE = Wording("<b>进展</b>（括号内是{day}）", "<b>How it stands</b> (in brackets: {day})")
BLOCKED = Wording("🟡 受阻 {count}", "🟡 Blocked {count}")
WAITING = Wording("⏳ 待审核 {count}", "⏳ Awaiting review {count}")
ASKED = Wording("⏳ 延期申请 {count}", "⏳ Requests for more time {count}")
NOW_AND_BEFORE = Wording("{words} {count}（{before}）", "{words} {count} ({before})")
FIGURES_OF = Wording("<b>数据</b>（{days}）：{figures}", "<b>Figures</b> ({days}): {figures}")
NO_LIAISON = Wording("还没有联络员的单位：{count} 家", "Units without a liaison: {count}")
MISSED = Wording("⚠️ 近 7 天没送达的消息：{count} 条", "⚠️ Messages that did not arrive in the last 7 days: {count}")
ONLY_OWN = Wording(
    "这里不排名次，也不比较各单位。本单位的可以问“我们单位的汇总”“我们逾期的有哪些”。",
    "Nobody is ranked or compared here. About your own unit you can ask “our summary” or “what is overdue”.",
)
REGULAR = {
    SummaryFrequency.WEEK: Wording("📅 每周汇总", "📅 Weekly summary"),
    SummaryFrequency.MONTH: Wording("📅 每月汇总", "📅 Monthly summary"),
}
EXPORT = Wording("导出图、表格、文档", "Pictures, workbook, document")
RETURNS = Wording("<b>统计报表</b>", "<b>Statistics returns</b>")
RETURN_LINE = Wording(
    "{title}[（{period}）]：已报 {filed}/{all}，{due}截止", "{title}[ ({period})]: {filed} of {all} filed, due {due}"
)
MOST_FIGURES = 4
MOST_RETURNS = 3


def overview(
    shown: Overview, what: Html, figures: Sequence[Figure], days: Html, language: Language, *, requests: int = 0
) -> Html:
    """Return the first page: what needs attention, the state beside that of an earlier day, and the figures. `what`
    names the part of the plan that is covered; `requests` for more time wait for an answer."""
    of = Html(f"{what} · ") if what else what
    head = HEAD(language, what=of, day=shown.last, title=shown.title)
    counts = shown.now.counts
    asked = ((OVERDUE, counts.overdue), (BLOCKED, counts.blocked), (WAITING, counts.submitted), (ASKED, requests))
    none = FIGURES_OF(language, days=days, figures=NONE_REPORTED(language))
    urgent = [words(language, count=count) for words, count in asked if count]
    more = [
        DUE_SOON(language, count=counts.due_soon) if counts.due_soon else NOTHING,
        _figures_line(figures, days, language) or (none if shown.is_span else NOTHING),
        NO_LIAISON(language, count=len(shown.without_liaison)) if shown.without_liaison else NOTHING,
        MISSED(language, count=shown.undelivered.messages) if shown.undelivered.messages else NOTHING,
    ]
    blocks = [
        join([head, _task_count(shown.now, language)]),
        join([TO_DO(language), *(urgent or [NOTHING_TO_DO(language)])]),
        _state(shown, language),
        join(more),
    ]
    return join(blocks, "\n\n")


def returns(under_way: Sequence[RoundThen], today: date, language: Language) -> Html:
    """Return how complete the rounds of statistics returns were, a line each."""

    def line(found: RoundThen) -> Html:
        span = found.round.span
        period = span_text(span.first, span.last, today, language) if span else ""
        due = short_day(found.round.due, today, language)
        title = cut(found.round.title, 40)
        return RETURN_LINE(language, title=title, period=period, filed=found.filed, all=found.units, due=due)

    lines = labels.some_lines(under_way, line, MOST_RETURNS, language)
    return join([RETURNS(language), *lines]) if lines else NOTHING


def _task_count(state: Tally, language: Language) -> Html:
    wording = MUCH if state.tasks == state.counts.total else SHARED
    return wording(language, tasks=state.tasks, total=state.counts.total)


def _state(shown: Overview, language: Language) -> Html:
    if shown.before is None:
        told = [NOW(language, words=words, count=count) for words, count in states_of(shown.now.counts) if count]
        return join([STATE(language), join(told, " · ")])
    pairs = zip(states_of(shown.now.counts), states_of(shown.before.counts), strict=True)
    told = [
        NOW_AND_BEFORE(language, words=words, count=count, before=before)
        for (words, count), (_, before) in pairs
        if count or before
    ]
    head = STATE_BESIDE(language, day=short_day(shown.day_before, shown.last, language))
    return join([head, join(told, " · ")])


def _figures_line(figures: Sequence[Figure], days: Html, language: Language) -> Html:
    told = [each for each in figures if each.value][:MOST_FIGURES]
    return FIGURES_OF(language, days=days, figures=html(figures_text(told, language))) if told else NOTHING
