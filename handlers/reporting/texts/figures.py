"""What is said of figures that cannot be taken, and of numbers that do not count."""

from collections.abc import Iterable

from data.reporting.figures import Figure
from handlers.reporting.counted import Counted
from handlers.telegram.report_lines import figures_text
from handlers.telegram.wording import Html, Language, Wording, join

NO_FIGURES = Wording(
    "请写“名称+数字”{example}。可用的名称：{known}。", "Please write names with numbers{example}. Names: {known}."
)
FIGURE_IMPOSSIBLE = Wording(
    "“{word}”填不进去：{indicator}按“{unit}”填。请把统计数据重发一行。",
    "“{word}” cannot be taken: {indicator} is given in {unit}. Please send the figures again in one line.",
)
FIGURE_NOT_WHOLE = Wording(
    "“{word}”填不进去：{indicator}按“{unit}”填整数。请把统计数据重发一行。",
    "“{word}” cannot be taken: {indicator} is a whole number, in {unit}. Please send the figures again in one line.",
)
FIGURE_WITHOUT_MEASURE = Wording(
    "“{word}”是元还是{unit}？请带上单位重发，例如：350.5{unit}。",
    "Is “{word}” in yuan or in 10,000 yuan ({unit})? Please send it again with its measure, such as: 3,505,000 yuan.",
)
FIGURES_KEPT = Wording("已记下：{figures}。", "Noted: {figures}.")
TOTAL_BELOW = Wording(
    "{indicator}：{since}起已报 {before}，比累计 {said} 多。是本次新增 {said}，还是以前报多了？"
    "是新增就发“{indicator}{said}”；以前报多了就发，例如：上个月报的{indicator}{before}应该是{said}。",
    "{indicator}: {before} have been reported since {since}, more than {said} in total. Are {said} new, or was too "
    "much reported before? If new, send “{indicator} {said}”; else, such as: {indicator} {before} reported last month "
    "should be {said}.",
)
NOT_COUNTED = Wording("只留在情况里、不计入统计的：{words}", "In the note alone, not counted: {words}")
ABOUT = Wording(
    "“{said}”是约数，按“{figure}”计；有准数请直接发。",
    "“{said}” is only about right and is counted as “{figure}”; if you have the exact number, send it.",
)
FIGURE_NOT_THERE = Wording(
    "没找到要更正的{indicator}：那一期没有报过，或那份填报已不计。",
    "There is no figure of {indicator} to put right: none was reported then, or that report does not count.",
)
FIGURE_TWICE = Wording(
    "{indicator}写了几个不同的数：{words}。请把统计数据重发一行，每项只写一个数。",
    "There are different numbers for {indicator}: {words}. Please send the figures again, one number for each.",
)


def counted_text(figures: Iterable[Figure], counts: Counted, language: Language) -> Html:
    """Which of the figures are only about right, and which numbers of the note do not count."""
    said, between = dict(counts.about), "、" if language == "zh" else ", "
    about = [
        ABOUT(language, said=said[each.indicator], figure=figures_text([each], language))
        for each in figures
        if each.indicator in said
    ]
    left = NOT_COUNTED(language, words=between.join(counts.left)) if counts.left else Html("")
    return join([*about, left])
