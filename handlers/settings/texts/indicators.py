"""Texts of the pages on indicators."""

from data.understanding import IndicatorWords
from handlers.wording import Html, Language, Page, Wording, join

INDICATORS = Wording("统计指标", "Indicators")
NEW = Wording("新增指标", "Add an indicator")
RETIRE = Wording("停用", "Take out of use")
HEAD = Wording("<b>统计指标</b>（共 {count} 个）", "<b>Indicators</b> ({count})")
PRESS_ONE = Wording("点指标可改合计方式或停用。", "Press one to change its total, or to take it out of use.")
LINE = Wording("· {name}（{unit}）· {kind} · {total}", "· {name} ({unit}) · {kind} · {total}")
KIND = {"whole": Wording("整数", "whole"), "decimal": Wording("小数", "decimal")}
TOTAL = {"sum": Wording("累加", "summed"), "latest": Wording("最新", "latest")}
MEANS = {
    "sum": Wording("合计：各次填报的数相加。", "Total: the figures of all reports are added up."),
    "latest": Wording("合计：每项任务只算最新的一次。", "Total: only the latest figure of each task counts."),
}
CHANGE_TO = {"sum": Wording("改为累加", "Add all up"), "latest": Wording("改为最新", "Count the latest")}
WHICH = Wording(
    "请一行写完：指标名 单位 整数或小数 累加或最新，例如：新增 约谈企业 家 整数 累加。",
    "In one line, please: name, unit of measure, whole or decimal, sum or latest. For example: add firms warned 家 "
    "whole sum.",
)
PROPOSED = Wording(
    "请核对，还没有新增：\n{line}\n没问题请点“提交”；要改请点“修改”，重写一行。",
    "Please check; it is not added yet:\n{line}\nTo add it, press “Submit”; to change it, press “Change” and write it "
    "again.",
)
NEW_WAITS = Wording("新增的指标还没写", "The new indicator is not added yet")
ADDED = Wording("已新增：{name}。", "Added: {name}.")
RETIRED = Wording("已停用：{name}。", "Out of use: {name}.")


def indicator_list(page: Page[IndicatorWords], count: int, language: Language) -> Html:
    """Return a page of the indicators, one a line."""
    head = join([HEAD(language, count=count), page.where(language)], " · ")
    return join([head, *(indicator_line(each, language) for each in page.shown), PRESS_ONE(language)])


def indicator_line(indicator: IndicatorWords, language: Language) -> Html:
    """Return an indicator's name, unit of measure, kind, and how it is totalled."""
    return LINE(language, name=indicator, unit=indicator.unit, kind=KIND[indicator.kind], total=TOTAL[indicator.total])


def page(indicator: IndicatorWords, language: Language) -> Html:
    """Return one indicator and what its total means."""
    return join([indicator_line(indicator, language), MEANS[indicator.total](language)])
