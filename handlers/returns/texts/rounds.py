"""Texts of rounds as the office sees them: how complete they are, and their totals."""

from collections.abc import Mapping, Sequence
from datetime import date

from data.exports.return_sheets import exceeding_words
from data.exports.texts import indicator_name, number, return_sheets, with_measure
from data.returns.return_table import Comparison
from data.returns.returns import Return
from data.returns.rounds import Round
from data.returns.unit_returns import Completeness, ReturnState
from data.understanding import IndicatorWords
from handlers.returns.texts.left_out import STATE as STATE_LEFT_OUT
from handlers.returns.texts.set_up import EVERY_SAID
from handlers.wording import (
    NOTHING,
    Html,
    Language,
    Wording,
    bracketed,
    clauses,
    cut,
    days_left_text,
    html,
    in_chat,
    join,
    period_text,
    plain,
    series,
    short_day,
)

LIST_HEAD = Wording("<b>统计报表</b>（共 {count} 种）", "<b>Statistics returns</b> ({count})")
NONE = Wording("还没有统计报表。", "There is no statistics return yet.")
NONE_TO_SET_UP = Wording(
    "还没有统计报表。点“新建报表”，选好指标、单位和时间，各单位就会在每天的汇总提醒里看到。",
    "There is no statistics return yet. Press “New return” and choose indicators, units and days; units then see it "
    "in their daily digest.",
)
LINE = Wording("{number}. <b>{title}</b>（{every}）\n{state}", "{number}. <b>{title}</b> ({every})\n{state}")
ENDED = Wording("已停用", "stopped")
NO_ROUND = Wording("{day}开放第一期", "the first period opens on {day}")
STATE = Wording("{period} · {complete} · {due}", "{period} · {complete} · {due}")
COMPLETE = in_chat(return_sheets.COMPLETE)
DUE = in_chat(return_sheets.DUE)
DUE_SOON = Wording("{day}截止（{left}）", "due {day} ({left})")
FROZEN = Wording("{day}已固定", "frozen on {day}")

HEAD = Wording("<b>{title}</b> · {period}", "<b>{title}</b> · {period}")
AMONG = Wording("其中{parts}", "of these {parts}")
LATE = Wording("迟报 {count}", "{count} late")
NIL = Wording("零报 {count}", "{count} nil")
CORRECTED = Wording("更正 {count}", "{count} corrected")
MISSING = Wording("还没报（{count}）：{units}", "Not filed ({count}): {units}")
MISSING_AT_FREEZE = Wording(
    "固定时没报（{count}）：{units}。不再提醒，补报的列在旁边。",
    "Not filed when it was frozen ({count}): {units}. They are no longer reminded; late filings are shown separately.",
)
OTHER = Wording("{period}还没报齐：{complete}", "Not complete: {period}, {complete}")
NOBODY_MISSING = Wording("都报齐了。", "All have filed.")
TOTALS = Wording("<b>合计</b>", "<b>Totals</b>")
TOTALS_BESIDE = Wording("<b>合计</b>（括号内是{before}）", "<b>Totals</b> (in brackets: {before})")
FIGURE = Wording("{name} {value}", "{name} {value}")
FIGURE_BESIDE = Wording("{name} {value}（{before}）", "{name} {value} ({before})")
CORRECTED_SINCE = Wording("固定后有更正，更正后合计：{figures}", "Corrected since; corrected totals: {figures}")
EXCEEDS = Wording("⚠️ {unit}：{words}", "⚠️ {unit}: {words}")
REPORTED = Wording(
    "同期进展填报另有：{figures}（只作对照，不相加）", "Reported on tasks meanwhile: {figures} (not added)"
)

SHORT_STATES = {
    ReturnState.DRAFT: Wording("填了一部分", "begun"),
    ReturnState.RETURNED: Wording("已退回", "given back"),
}
MOST_UNITS = 60
NOTHING_BEFORE = Wording("上一期没有报过数，没有可以比的。", "Nothing was filed for the period before to compare with.")
NOT_DONE = Wording(
    "“{said}”没有照办。不用再催这一期，可以“固定数据”；以后不报了，在“报表设置”里停用；换天数、指标、单位也在那里改。",
    "“{said}” was not done. To stop the reminders for this period, freeze it; to stop or change the return, see its "
    "settings.",
)


def return_list(
    found: Sequence[tuple[Return, Completeness | None]], today: date, language: Language, new: bool
) -> Html:
    """Return all returns, each with how complete its newest round is; without any, how to set one up if `new`."""
    if not found:
        return (NONE_TO_SET_UP if new else NONE)(language)
    told = []
    for place, (each, newest) in enumerate(found, start=1):
        every, state = EVERY_SAID[each.schedule.every], _newest(each, newest, today, language)
        told.append(LINE(language, number=place, title=cut(each.title, 60), every=every, state=state))
    return join([LIST_HEAD(language, count=len(found)), *told], "\n\n")


def _newest(found: Return, newest: Completeness | None, today: date, language: Language) -> Html:
    if found.ended:
        return ENDED(language)
    if newest is not None and newest.round.left_out is not None:
        period = period_of(newest.round, today, language)
        out = STATE_LEFT_OUT(language, reason=cut(newest.round.left_out, 60))
        return join([period, out], " · ")
    if newest is None:
        opens = found.schedule.opens(found.schedule.first_span)
        return NO_ROUND(language, day=short_day(opens, today, language))
    return _state(newest, period_of(newest.round, today, language), today, language)


def _state(found: Completeness, named: Html, today: date, language: Language) -> Html:
    return STATE(language, period=named, complete=_complete(found, language), due=_due(found.round, today, language))


def _complete(found: Completeness, language: Language) -> Html:
    return COMPLETE(language, filed=len(found.filed), all=len(found.units))


def period_of(found: Round, today: date, language: Language) -> Html:
    """Return the name of a round's period."""
    return period_text(found.span, today, language)


def of_round(words: Wording, found: Round, today: date, language: Language, **values: object) -> Html:
    """Return `words` filled with the title and the period of a round."""
    return words(language, title=found.title, period=period_of(found, today, language), **values)


def _due(found: Round, today: date, language: Language) -> Html:
    day = short_day(found.due, today, language)
    left = days_left_text((found.due - today).days, language)
    return DUE_SOON(language, day=day, left=left) if found.due >= today else DUE(language, day=day)


def round_page(found: Comparison, others: Sequence[Completeness], today: date, language: Language) -> Html:
    """Return the page of a round: how complete it is, missing units, `others` that are incomplete, and the totals
    beside those of the period before and of the reports."""
    of = found.table.round
    state = [join([_complete(found.table, language), _among(found.table, language)], ""), _due(of, today, language)]
    if of.frozen_at:
        state.append(FROZEN(language, day=short_day(of.frozen_at.date(), today, language)))
    if of.left_out is not None:
        state = [STATE_LEFT_OUT(language, reason=cut(of.left_out, 200))]
    elif of.ended:
        state.append(ENDED(language))
    head = of_round(HEAD, of, today, language)
    missing = join([_missing(found.table, language), *(_other(each, today, language) for each in others)])
    return join([join([head, join(state, " · ")]), missing, totals(found, today, language)], "\n\n")


def _other(found: Completeness, today: date, language: Language) -> Html:
    return OTHER(language, period=period_of(found.round, today, language), complete=_complete(found, language))


def caption(found: Completeness, today: date, language: Language) -> Html:
    """Return the caption of a round's file."""
    return _state(found, of_round(HEAD, found.round, today, language), today, language)


def _among(found: Completeness, language: Language) -> Html:
    """Return how many of those filed were late, nil or corrected."""
    filed = found.filed
    nil = sum(each.counted is not None and each.counted.nil for each in filed)
    corrected = sum(each.state is ReturnState.CORRECTED for each in filed)
    counts = ((LATE, len(found.late)), (NIL, nil), (CORRECTED, corrected))
    parts = [words(language, count=count) for words, count in counts if count]
    return html(bracketed(AMONG(language, parts=parts), language)) if parts else NOTHING


def _missing(found: Completeness, language: Language) -> Html:
    if found.round.left_out is not None:
        return NOTHING
    if not found.missing:
        return NOBODY_MISSING(language)
    names = [
        each.unit.name + (bracketed(SHORT_STATES[each.state](language), language) if each.state in SHORT_STATES else "")
        for each in found.missing[:MOST_UNITS]
    ]
    wording = MISSING_AT_FREEZE if found.round.frozen_at else MISSING
    return wording(language, count=len(found.missing), units=series(names, language))


def totals(found: Comparison, today: date, language: Language) -> Html:
    """Return the totals beside those of the period before, what they are after later corrections, what was reported
    on tasks, and which units' figures are above a limit."""
    table, before = found.table, found.before
    if not found.table.filed and table.round.frozen_at is None:
        return NOTHING
    head = TOTALS_BESIDE(language, before=period_of(before.round, today, language)) if before else TOTALS(language)
    earlier = before.totals if before else {}
    lines = [_figure(each, table.totals[each.name], earlier.get(each.name), language) for each in table.indicators]
    if table.totals_now is not None:
        lines.append(CORRECTED_SINCE(language, figures=figures(table.indicators, table.totals_now, language)))
    if found.reported_in_all:
        lines.append(REPORTED(language, figures=figures(table.indicators, found.reported_in_all, language)))
    exceeding = (EXCEEDS(language, unit=unit, words=said) for unit, said in exceeding_words(table, language))
    return join([head, *lines, *exceeding])


def _figure(indicator: IndicatorWords, value: float, before: float | None, language: Language) -> Html:
    wording, name = FIGURE if before is None else FIGURE_BESIDE, indicator_name(indicator, language)
    said = with_measure(number(value), indicator, language)
    return wording(language, name=name, value=said, before=number(before or 0))


def figures(known: Sequence[IndicatorWords], values: Mapping[str, float], language: Language) -> str:
    """Return the figures in one line, in the order of the indicators."""
    told = [each for each in known if each.name in values]
    return clauses((plain(_figure(each, values[each.name], None, language)) for each in told), language)
