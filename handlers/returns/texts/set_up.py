"""Texts of the questions when a statistics return is set up or changed."""

from collections.abc import Sequence

from data.calendar import Period
from data.exports.texts import indicator_name
from data.returns.returns import Limit
from data.understanding import IndicatorWords
from handlers.wording import Html, Language, Wording, series

SET_UP = Wording("确认建立", "Set it up")
CHANGE = Wording("确认修改", "Change it")
STOP = Wording("确认停用", "Stop it")
EVERY = Wording("多久报一次", "how often")
TITLE = Wording("名称", "title")
INDICATORS = Wording("指标", "indicators")
LIMITS = Wording("核对", "checks")
UNITS = Wording("单位", "units")
WHICH = Wording("具体单位", "which units")
FIRST = Wording("从哪期开始", "first period")
OPENS = Wording("开放填报", "opens")
DUE = Wording("截止", "due")
DUE_ON = Wording("截止日期", "due day")
EVERY_SAID = {
    None: Wording("只报一次", "once"),
    Period.MONTH: Wording("每月", "every month"),
    Period.QUARTER: Wording("每季度", "every quarter"),
    Period.HALF_YEAR: Wording("每半年", "every half-year"),
    Period.YEAR: Wording("每年", "every year"),
}
SUGGESTED = {
    None: Wording("侵权假冒统计报表", "Statistics on counterfeiting"),
    Period.MONTH: Wording("侵权假冒统计月报", "Monthly statistics on counterfeiting"),
    Period.QUARTER: Wording("侵权假冒统计季报", "Quarterly statistics on counterfeiting"),
    Period.HALF_YEAR: Wording("侵权假冒统计半年报", "Half-yearly statistics on counterfeiting"),
    Period.YEAR: Wording("侵权假冒统计年报", "Yearly statistics on counterfeiting"),
}

HOW_OFTEN = Wording("新建统计报表。多久报一次？", "A new statistics return. How often should it be filed?")
NO_MORE_OFTEN = Wording(
    "统计报表最密每月一次，不能按周、按天。", "Returns are filed each month at most, not by week or day."
)
HOW_OFTEN_NOW = Wording("改成多久报一次？", "How often should it be filed?")
WHICH_TITLE = Wording(
    "报表叫什么名称？点一下，或自己写（{most} 字以内）。",
    "What is it called? Press one, or write a title of at most {most} characters.",
)
WHICH_INDICATORS = Wording(
    "报哪些指标？已选 {count} 个。点一下选中，再点一下取消；也可以写：立案、案值、移送。\n"
    "没有的可以新增，例如：新增 约谈企业 家 整数 累加。",
    "Which indicators? {count} chosen. Press to add or remove one; or name them: cases filed, case value.\nFor a new "
    "one, write: add firms warned 家 whole sum.",
)
ADDED = Wording("已加上新指标：{name}。", "Added: {name}.")
ALL_INDICATORS = Wording("全选", "All of them")
WHICH_LIMITS = Wording(
    "有没有不应超过别的指标的？超过时会请单位核实，不拦。点一下选中，或写：移送不超过立案。没有就跳过。",
    "Should any of them never exceed another? If it does, units are asked to check, but not stopped. Press one, or "
    "write: cases transferred at most cases filed. If none, skip it.",
)
NO_LIMITS = Wording("无", "none")
LIMIT = Wording("{small} ≤ {large}", "{small} ≤ {large}")
WHICH_UNITS = Wording(
    "由哪些单位报？点一下，或写单位名，例如：市公安局、市商务局、各区。",
    "Which units file it? Press some, or name them: 市公安局, 市商务局, the districts.",
)
ALL_UNITS = Wording("全部单位（{count}）", "All units ({count})")
GROUP = Wording("{name}（{count}）", "{name} ({count})")
PICK_UNITS = Wording(
    "选单位，已选 {count} 家。点一下选中，再点一下取消；也可以写单位名。",
    "{count} units chosen. Press to add or remove; or name them.",
)
WHICH_FIRST = Wording(
    "从哪一期开始报？点一下，或写月份、季度，例如：12月。",
    "From which period on? Press one, or write it, such as: December.",
)
WHICH_START = Wording("从哪天起可以填？点一下或写日期。", "From which day on is it open? Press one, or write it.")
OPENS_TOO_LATE = Wording(
    "按这样，{opens}才开放，截止却是{due}。什么时候开放填报？点一下，或写“提前5天开放”。",
    "Like this it would open on {opens} and be due on {due}. When should it open? Press one, or write “5 days before”.",
)
WHICH_OPENING = Wording(
    "什么时候开放填报？点一下，或写“提前3天”“期满后第2天”。",
    "When does it open? Press one, or write “3 days before” or “2 days after”.",
)
WHICH_DUE = Wording(
    "期满后第几个工作日截止？点一下，或写数字；按日子定，请写次月几号（例如：次月5号）。",
    "Due on which working day after the period? Press one, or write it; or write a day of the next month (the 5th).",
)
WHICH_DUE_DAY = Wording("哪天截止？点一下或写日期。", "Due on which day? Press one, or write it.")
BEFORE_END = Wording("期满前 {days} 天", "{days} days before its end")
ON_LAST_DAY = Wording("期末当天", "on its last day")
NEXT_DAY = Wording("期满次日", "the day after it")
AFTER_END = Wording("期满后第 {days} 天", "{days} days after it")
DAY_OF_MONTH = Wording("次月 {day} 日，遇休息日顺延", "on day {day} of the next month, or the next working day")
WORKDAY = Wording("第 {count} 个工作日", "working day {count}")

SINCE_NOT_TAKEN = Wording(
    "“{said}”没有照办：改动不分从哪期起，没固定的各期都按新的要求。",
    "“{said}” was not taken: a change holds for every period that is not frozen.",
)
NOT_READ = Wording(
    "“{said}”里没有读出要改哪一项，请看下面。", "“{said}”: I could not make out what to change; please see below."
)
WAITS = Wording("有一份统计报表还没建好", "A statistics return is not set up yet")
NOT_SET_UP_YET = Wording(
    "这份报表还没建好，建好后就能查、能催、能改。",
    "This return is not set up yet; once it is, you can see it, nudge units and change it.",
)
CHANGE_WAITS = Wording("有一份统计报表还没改好", "The change of a return is not confirmed yet")
STOP_WAITS = Wording("停用报表还没确认", "Stopping a return is not confirmed yet")
CANCEL_QUESTION = Wording("不建了吗？选好的不会保留。", "Discard it? What you chose will not be kept.")
CHANGE_CANCEL_QUESTION = Wording("不改了吗？报表保持原样。", "Discard the change? The return stays as it is.")
TITLE_LENGTH = 60


def due_words(workdays: int, day: int | None, language: Language) -> Html:
    """Return when a round is due: on a day of the next month if given, else on a working day after its period."""
    return DAY_OF_MONTH(language, day=day) if day else WORKDAY(language, count=workdays)


def opening_words(days: int, language: Language) -> Html:
    """Return when a round opens, `days` after the last day of its period."""
    if days < 0:
        return BEFORE_END(language, days=-days)
    return {0: ON_LAST_DAY, 1: NEXT_DAY}.get(days, AFTER_END)(language, days=days)


def limit_text(limit: Limit, known: Sequence[IndicatorWords], language: Language) -> Html:
    """Return the limit that one indicator is at most as large as another."""
    names = {each.name: indicator_name(each, language) for each in known}
    small, large = (names.get(name, name) for name in (limit.indicator, limit.at_most))
    return LIMIT(language, small=small, large=large)


def limits_text(limits: Sequence[Limit], known: Sequence[IndicatorWords], language: Language) -> Html:
    """Return all limits in one line."""
    if not limits:
        return NO_LIMITS(language)
    return Html(series((limit_text(each, known, language) for each in limits), language))
