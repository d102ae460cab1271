"""What cannot be set, and why."""

from data.errors.numbers import IndicatorInUse, IndicatorKnown, IndicatorUnclear, IndicatorUnreadable
from handlers.settings.texts import indicators, retention
from handlers.telegram import Sentences, Wording, cut

REFUSALS: Sentences = {
    IndicatorInUse: Wording(
        "“{name}”已有填报或统计报表用到，不能停用；可以改合计方式。",
        "A report or a statistics return uses “{name}”, so it stays; how it is totalled can be changed.",
    ),
    IndicatorKnown: lambda error, language: indicators.KNOWN(language, name=cut(error.name, 30)),
    IndicatorUnclear: Wording(
        "没看懂这个指标。请写四样：指标名 单位 整数或小数 累加或最新，例如：约谈企业 家 整数 累加。",
        "I did not understand this. Please write four things: name, unit, whole or decimal, sum or latest, for "
        "example: firms warned 家 whole sum.",
    ),
    IndicatorUnreadable: lambda error, language: indicators.UNREADABLE(language, name=cut(error.name, 30)),
    **retention.REFUSALS,
}
