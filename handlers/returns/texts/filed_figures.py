"""Texts of a return's figures, with what they are compared with and what is doubtful."""

from collections.abc import Sequence

from data.exports.texts import indicator_name, number, with_measure
from data.returns.filling import Doubt, DoubtReason, Filling
from data.returns.unit_returns import Values
from data.understanding import IndicatorWords
from handlers.wording import Html, Language, Wording, join, series

FIGURE_LINE = Wording("· {name}：{value}{beside}", "· {name}: {value}{beside}")
EMPTY = "____"
BESIDE = Wording("（{words}）", " ({words})")
REPORTED = Wording("填报合计 {value}", "reports add up to {value}")
BEFORE = Wording("上期 {value}", "last period {value}")
WAS = Wording("原 {value}", "was {value}")
DOUBTS = {
    DoubtReason.JUMP: Wording(
        "{name} {value}，和上几期（{against}）相差很大，请再看一眼。",
        "{name} {value} is far from the last periods ({against}); please check.",
    ),
    DoubtReason.MEASURE: Wording(
        "{name}是按 {value} 万元记的；要是 {value} 元，请写“{name}{plain}元”。",
        "{name} was taken as {value}; if you mean {value} yuan, write “{plain} yuan”.",
    ),
    DoubtReason.NOT_WHOLE: Wording(
        "{name} {value} 不是整数，请再看一眼。", "{name} {value} is not a whole number; please check."
    ),
    DoubtReason.EXCEEDS: Wording(
        "{name} {value} 比{limit} {against} 还多，请再看一眼。",
        "{name} {value} is more than {limit} {against}; please check.",
    ),
    DoubtReason.RUNNING_TOTAL: Wording(
        "{name} {value} 您写的是累计；这里要的是本期数，请再看一眼。",
        "{name} {value} was written as a running total; please give the figure for this period.",
    ),
    DoubtReason.ABOUT: Wording(
        "{name} {value} 您写的是约数；有准数请直接发。",
        "{name} {value} was written as approximate; if you have the exact number, send it.",
    ),
    DoubtReason.NIL: Wording(
        "本期填报里有：{figures}。确定零报吗？",
        "Your reports of the period contain: {figures}. Is it still a nil return?",
    ),
}


def figures_text(indicators: Sequence[IndicatorWords], values: Values, language: Language) -> str:
    """Return the figures in one line, in the order of the indicators."""
    told = [(each, values[each.name]) for each in indicators if each.name in values]
    return series([f"{indicator_name(each, language)} {_measured(each, of, language)}" for each, of in told], language)


def figure_lines(found: Filling, values: Values, language: Language) -> Html:
    """Return the figures asked for, one a line, each with what it can be compared with."""
    return join([_line(found, each, values, language) for each in found.asked.indicators])


def _line(found: Filling, indicator: IndicatorWords, values: Values, language: Language) -> Html:
    value = values.get(indicator.name)
    compared = series(_beside(found, indicator.name, value, language), language)
    beside = BESIDE(language, words=compared) if compared else ""
    shown = _measured(indicator, value, language)
    return FIGURE_LINE(language, name=indicator, value=shown, beside=beside)


def _beside(found: Filling, name: str, value: float | None, language: Language) -> list[str]:
    """Return what a figure can be compared with: the value filed before, the sum of the reports, the last period."""
    last = found.unit_return.last.values.get(name) if found.unit_return.last else None
    told = [WAS(language, value=number(last))] if last is not None and last != value else []
    if name in found.from_reports:
        told.append(REPORTED(language, value=number(found.from_reports[name])))
    if found.earlier and name in found.earlier[0]:
        told.append(BEFORE(language, value=number(found.earlier[0][name])))
    return [str(each) for each in told]


def doubt_text(found: Filling, doubt: Doubt, language: Language) -> Html:
    """Return the question about a doubtful figure."""
    indicators = found.asked.indicators
    called = {each.name: indicator_name(each, language) for each in indicators}
    reported = {name: value for name, value in found.from_reports.items() if value}
    return DOUBTS[doubt.why](
        language,
        name=called.get(doubt.indicator),
        value=number(doubt.value),
        plain=number(doubt.value).replace(",", ""),
        against=number(doubt.against),
        limit=called.get(doubt.limit),
        figures=figures_text(indicators, reported, language),
    )


def _measured(indicator: IndicatorWords, value: float | None, language: Language) -> str:
    return with_measure(EMPTY if value is None else number(value), indicator, language)
