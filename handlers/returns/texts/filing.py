"""Texts of filling in a statistics return, and of its result."""

from collections.abc import Sequence
from datetime import date

from data.calendar import Span
from data.exports.texts import days_words, indicator_name, number
from data.returns.filling import Doubt, Filling
from data.returns.rounds import Round
from data.returns.unit_returns import Filing, ReturnState, UnitReturn, Values
from data.understanding import IndicatorWords
from handlers.dialog import why_over
from handlers.returns.texts.filed_figures import FIGURE_LINE, doubt_text, figure_lines, figures_text
from handlers.wording import (
    NOTHING,
    Html,
    Language,
    Wording,
    cut,
    days_left_text,
    html,
    join,
    labels,
    series,
    short_day,
)

FIGURES = Wording("数字", "Figures")
REASON = Wording("更正原因", "Reason")
SAME = Wording("一致，提交", "They agree: submit")
AGAIN = Wording("数字无误，重新提交", "They are right: submit again")
NIL = Wording("零报", "Nil return")

HEAD = Wording("<b>{title}</b> · {period} · {unit}", "<b>{title}</b> · {period} · {unit}")
DUE = Wording("{due}前报（{left}）", "due {due} ({left})")
GIVEN_BACK = Wording("办公室退回：{reason}", "Given back by the office: {reason}")
OPEN_INSTEAD = Wording(
    "下面是现在要报的一期；不是这一期就点“取消”。",
    "Below is the period that is open now; press “Cancel” if it is not what you mean.",
)
FROZEN = Wording(
    "这一期的数字已固定：更正会写明原因，列在原数旁边。",
    "The figures of this period are frozen: a correction is shown beside them, with its reason.",
)

WRITE_ALL = Wording(
    "请在一条消息里写齐，例如：{example}；也可以一项一项写。都没有就点“零报”。",
    "Please write them in one message, for example: {example}; you can also send them one by one. If there are none, "
    "press “Nil return”.",
)
FROM_REPORTS = Wording(
    "上面是本期填报的合计。对就点“一致，提交”；不对请直接写要改的，例如：{example}。",
    "This is what your reports of the period add up to. Press “They agree: submit”, or write what is different, for "
    "example: {example}.",
)
WHAT_CHANGES = Wording("要改哪一项请直接写，例如：{example}。", "Please write what changes, for example: {example}.")
LEFT = Wording("还差：{names}。没有的请写 0。", "Still missing: {names}. Please write 0 for none.")
KEPT = Wording("已记下：{figures}。", "Noted: {figures}.")
NOT_WITHDRAWN = Wording(
    "报过的报表不能撤回，只能更正。", "A return that was filed cannot be withdrawn, only corrected."
)
WHICH_REASON = Wording(
    "这一期的数字已固定。为什么更正？请写一句话。",
    "The figures of this period are frozen. Why do you correct them? One sentence, please.",
)

ALL_NIL = Wording("零报：各项都是 0。", "Nil return: every figure is 0.")
DOUBT = Wording("⚠️ {words}", "⚠️ {words}")

FILED = Wording("{submitted} <b>{title}</b> · {period} · {unit}", "{submitted}: <b>{title}</b> · {period} · {unit}")
CORRECTED = Wording(
    "{submitted} 更正：<b>{title}</b> · {period} · {unit}",
    "{submitted} as a correction: <b>{title}</b> · {period} · {unit}",
)
STANDS_BESIDE = Wording(
    "这一期的数字已固定，更正列在原数旁边。",
    "The figures of this period are frozen; the correction is shown beside them.",
)
LATE_STANDS_BESIDE = Wording(
    "这一期的数字已固定，补报的列在合计旁边。",
    "The figures of this period are frozen; what you filed is shown beside the totals.",
)
CAN_BE_CORRECTED = Wording("有误可以点“更正”。", "Press “Correct it” if something is wrong.")
WAS_FILED = Wording("您单位报的是：{figures}。", "Your unit had filed: {figures}.")
PUT_IT_RIGHT = Wording(
    "请改好后再报，从原来的数字改起。", "Please correct it and file it again; it starts from these figures."
)
WAITS = Wording("“{title}”（{period}）还没填完", "“{title}” ({period}) is not finished yet")
CANCEL_QUESTION = Wording(
    "不填这份报表了吗？写好的数字会清掉。", "Discard this return? What you entered will be cleared."
)
EXAMPLES = ("12", "2", "3")
EXAMPLE_NOT_WHOLE = "35.5"
MOST_REASON = 300
SAME_SAID = frozenset(
    {"一致", "一样", "和填报一致", "跟填报一致", "都对", "没错", "they agree", "same", "the same", "all right"}
)
"""Words that agree to a form as it stands."""


def period_text(span: Span | None, language: Language) -> str:
    """Return the period of a return; None means that it is asked for once."""
    return days_words(span.first, span.last, language) if span else str(labels.ONCE(language))


def which_figures(found: Filling, values: Values, today: date, language: Language, *, begun: bool) -> Html:
    """Return the form with its figures and how to fill it in; `begun` once something was written."""
    back = found.unit_return.last.given_back if found.unit_return.last else None
    head = [
        _head(found.unit_return, today, language),
        GIVEN_BACK(language, reason=cut(back, MOST_REASON)) if back else NOTHING,
        FROZEN(language) if found.needs_reason else NOTHING,
    ]
    return join([join(head), figure_lines(found, values, language), _how(found, values, language, begun)], "\n\n")


def preview(
    found: Filling, values: Values, doubts: Sequence[Doubt], reason: str, today: date, language: Language, *, nil: bool
) -> Html:
    """Return the figures as they will be filed, with the doubts about them."""
    figures = figure_lines(found, values, language) if found.has_filed_figures or not nil else NOTHING
    shown = join([ALL_NIL(language) if nil else NOTHING, figures])
    asked = join([DOUBT(language, words=doubt_text(found, each, language)) for each in doubts])
    why = FIGURE_LINE(language, name=REASON, value=cut(reason, MOST_REASON), beside="") if reason else NOTHING
    head = join([_head(found.unit_return, today, language), labels.CHECK(language)])
    return join([head, join([shown, why]), asked], "\n\n")


def filed(found: UnitReturn, indicators: Sequence[IndicatorWords], language: Language) -> Html:
    """Return the confirmation of what was filed."""
    of, counted = found.round, found.counted
    wording = CORRECTED if found.state is ReturnState.CORRECTED else FILED
    head = _of_unit(wording, found, language, submitted=labels.SUBMITTED(language))
    told = filed_text(counted, indicators, language) if counted else NOTHING
    late = of.frozen_at is not None and found.frozen is None
    stands_beside = LATE_STANDS_BESIDE if late else STANDS_BESIDE
    beside = (stands_beside if found.corrected_since is not None else CAN_BE_CORRECTED)(language)
    return join([head, told, beside])


def filed_text(filing: Filing, indicators: Sequence[IndicatorWords], language: Language) -> Html:
    """Return the figures of a filing, or that it is a nil return."""
    return ALL_NIL(language) if filing.nil else html(figures_text(indicators, filing.values, language))


def given_back(found: UnitReturn, indicators: Sequence[IndicatorWords], language: Language) -> Html:
    """Return the message that the unit's return was given back, with the reason and its figures."""
    last = found.last
    head = _of_unit(HEAD, found, language)
    figures = html(figures_text(indicators, last.values, language)) if last else ""
    why = cut(last.given_back or "", MOST_REASON) if last else ""
    return join([head, GIVEN_BACK(language, reason=why), WAS_FILED(language, figures=figures), PUT_IT_RIGHT(language)])


def kept(found: Filling, values: Values, language: Language) -> Html:
    """Return the figures that were taken from a text."""
    told = figures_text(found.asked.indicators, values, language)
    return KEPT(language, figures=told) if told else NOTHING


def waits(found: UnitReturn, language: Language) -> Html:
    """Return the reminder that the return is not finished."""
    return _of_unit(WAITS, found, language)


def why_filing_over(why: Html, figures: Values, language: Language) -> Html:
    """Return why filling in cannot continue, and what was written."""
    written = [f"{name} {number(value)}" for name, value in figures.items()]
    return why_over(why, html(series(written, language)), language)


def due_text(of: Round, today: date, language: Language) -> Html:
    """Return when a round is due, and how many days are left."""
    left = days_left_text((of.due - today).days, language)
    return DUE(language, due=short_day(of.due, today, language), left=left)


def _head(found: UnitReturn, today: date, language: Language) -> Html:
    head = _of_unit(HEAD, found, language)
    return join([head, due_text(found.round, today, language) if found.open else NOTHING])


def _of_unit(words: Wording, found: UnitReturn, language: Language, **values: object) -> Html:
    of = found.round
    return words(language, title=of.title, period=period_text(of.span, language), unit=found.unit.name, **values)


def _how(found: Filling, values: Values, language: Language, begun: bool) -> Html:
    indicators = found.asked.indicators
    missing = [each for each in indicators if each.name not in values]
    one = _example(indicators[:1], language)
    if begun and missing:
        return LEFT(language, names=series([indicator_name(each, language) for each in missing], language))
    if begun or found.unit_return.last is not None:
        return WHAT_CHANGES(language, example=one)
    if values:
        return FROM_REPORTS(language, example=one)
    return WRITE_ALL(language, example=_example(indicators[:3], language))


def _example(indicators: Sequence[IndicatorWords], language: Language) -> str:
    whole, words = iter(EXAMPLES), []
    for each in indicators:
        name = indicator_name(each, language).partition(" (")[0]
        words.append(f"{name} {next(whole) if each.kind == 'whole' else EXAMPLE_NOT_WHOLE}")
    return series(words, language)
