"""Refusals of changes to settings."""

from data.errors.numbers import IndicatorInUse, IndicatorKnown, IndicatorUnclear, IndicatorUnreadable
from handlers.settings.texts import retention
from handlers.wording import Sentences, Wording

REFUSALS: Sentences = {
    IndicatorInUse: Wording(
        "“{name}”已有填报或统计报表用到，不能停用；可以改合计方式。",
        "A report or a statistics return uses “{name}”, so it cannot be taken out of use; how it is totalled can be "
        "changed.",
    ),
    IndicatorKnown: Wording(
        "“{name}”已有指标在用，请换个名称。", "“{name}” already belongs to an indicator; please choose another name."
    ),
    IndicatorUnclear: Wording(
        "没看懂这个指标。请写四样：指标名 单位 整数或小数 累加或最新，例如：约谈企业 家 整数 累加。",
        "I did not understand this. Please write four things: name, unit, whole or decimal, sum or latest, for "
        "example: firms warned 家 whole sum.",
    ),
    IndicatorUnreadable: Wording(
        "“{name}”填数时会读错，请换个名称：20 字以内，不带数字，不与别的指标混淆。",
        "Figures under “{name}” would be misread. Please choose another name: at most 20 characters, no digits, not "
        "similar to other indicators.",
    ),
    **retention.REFUSALS,
}
