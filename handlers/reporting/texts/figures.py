"""What is said of figures that cannot be taken."""

from handlers.telegram.wording import Wording

NO_FIGURES = Wording(
    "请写“名称+数字”{example}。可用的名称：{known}。",
    "Please write names with numbers{example}. Names: {known}.",
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
    "{indicator}：{since}起已报 {before}，比累计 {said} 多。是本次新增 {said}，还是以前报多了？",
    "{indicator}: {before} have been reported since {since}, more than {said} in total. Are {said} new, or was too "
    "much reported before?",
)
FIGURE_NOT_THERE = Wording(
    "没找到要更正的{indicator}：那一期没有报过，或那份填报已不计。",
    "There is no figure of {indicator} to put right: none was reported then, or that report does not count.",
)
FIGURE_TWICE = Wording(
    "{indicator}写了几个不同的数：{words}。请把统计数据重发一行，每项只写一个数。",
    "There are different numbers for {indicator}: {words}. Please send the figures again, one number for each.",
)
