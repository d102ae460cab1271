"""The sentences of reports, briefs and drafts, in the tone of official documents."""

from data.exports.texts import Words

PLAN_NAMES = (
    *("工作任务细化表", "工作任务分解表", "工作任务清单", "工作任务表"),
    *("任务细化表", "任务分解表", "任务清单", "任务表"),
    *("工作实施方案", "实施方案", "工作方案", "行动计划", "工作计划", "工作要点", "工作"),
)
"""Endings of plan titles; what precedes them names the work."""
REPORT = Words("工作进展情况报告", "Report on progress")
SUMMARY = Words("工作总结", "Summary of work")
BRIEF = Words("工作简报", "Brief")
ISSUE = Words("第{number}期", "No. {number}")
SPAN = Words("（{days}[；{sections}]）", "({days}[; {sections}])")

OVERALL = Words("总体情况", "Overall")
BY_SECTION = Words("各部分工作进展", "Section by section")
DONE_BY_UNIT = Words("工作开展情况", "What was done")
OVERDUE = Words("逾期事项", "What is overdue")
BLOCKED = Words("存在的困难", "What is blocked")
RETURNS = Words("统计报表", "Statistics returns")
RETURNS_APART = Words(
    "以下为各单位统计报表的合计，与任务进展中填报的数据口径不同，不相加。",
    "These are the totals of the units' statistics returns. They are separate from the figures reported on tasks and "
    "are not added to them.",
)
COMPLETENESS = Words(
    "{title}（{period}）：应报{all}个单位，已报{filed}个。", "{title} ({period}): {filed} of {all} units have filed."
)
NEXT = Words("下一步工作", "What comes next")
PICTURE = Words("附图：各单位任务进展一览", "Annex: how every unit stands")
THIS_WEEK = Words("本周概况", "The week in numbers")
NEWS = Words("工作动态", "News from the units")
WORK_INFORMATION = Words("工作信息", "Work information")
WITHOUT_TASK = Words("其他信息", "Other")
SENT_BY = Words("（{unit}供稿）", "({unit})")
PICTURES_MISSING = Words("（另有照片{count}张未能编入，请另补。）", "({count} more pictures are not printed here.)")
ATTENTION = Words("需要关注", "What needs attention")

STATE = Words(
    "截至{day}，《{title}》共{tasks}项任务、{total}项分工（一项任务由几个单位负责的，按单位分别计），涉及{units}个单位。"
    "{counts}。",
    "As of {day}, the plan ({title}) has {tasks} tasks and {total} assignments (a task of several units counts once "
    "for each), of {units} units: {counts}.",
)
UNIT_STATE = Words(
    "截至{day}，{unit}承担《{title}》任务{total}项。{counts}。",
    "As of {day}, {unit} has {total} tasks of the plan ({title}): {counts}.",
)
SECTION_STATE = Words("共{total}项分工，{counts}。", "{total} assignments: {counts}.")
COUNT = Words("{name}{count}项", "{count} {name}")
SHARE = Words("{name}{count}项（{share}）", "{count} {name} ({share})")
OVERDUE_COUNT = Words("其中逾期{count}项", "{count} of them overdue")
DUE_SOON_COUNT = Words("7天内到期{count}项", "{count} due within 7 days")
SINCE = Words(
    "与{day}相比，办结{closed}[，逾期{overdue}]。", "Compared with {day}: closed {closed}[, overdue {overdue}]."
)
MORE = Words("增加{count}项", "{count} more")
FEWER = Words("减少{count}项", "{count} fewer")
AS_MANY = Words("没有变化", "unchanged")
REPORTED = Words(
    "{days}共收到填报{count}条，来自{units}个单位[（上期{before}条）]。",
    "In this period ({days}), {count} reports came from {units} units[ ({before} in the period before)].",
)
UNIT_REPORTED = Words(
    "{days}共填报{count}次[（上期{before}次）]。",
    "In this period ({days}), it reported {count} times[ ({before} in the period before)].",
)
FIGURES = Words("主要数据：{figures}。", "Figures: {figures}.")
FIGURE = Words("{name}{value}{unit}", "{name} {value}")
FIGURE_AND_BEFORE = Words("{name}{value}{unit}（上期{before}{unit}）", "{name} {value} ({before} before)")
OF_UNIT = Words("{unit}：{done}。", "{unit}: {done}.")
WHERE = Words("（{code}[，{status}][，{percent}%]）", " ({code}[, {status}][, {percent}%])")
OF_TASK = Words("{title}[：{figures}]", "{title}[: {figures}]")
UNCHANGED = Words("{tasks}本期没有变化", "unchanged: {tasks}")
DIFFICULTIES = Words("存在困难：{obstacles}。", "Blocked: {obstacles}.")
OBSTACLE = Words("{code} {title}：{obstacle}", "{code} {title}: {obstacle}")
OBSTACLE_OF_UNIT = Words("{unit} {code} {title}：{obstacle}", "{unit} {code} {title}: {obstacle}")
UNSAID = Words("未说明", "not said")
COMING = Words("[下一步：{coming}]", "[Next: {coming}]")
DUE_ON = Words("{code} {title}（{unit}，{day}）", "{code} {title} ({unit}, {day})")
DUE_WITHIN = Words("{days}天内到期{count}项：{tasks}", "{count} fall due within {days} days: {tasks}")
CATCH_UP = Words("抓紧办结逾期的{count}项", "finish the {count} that are overdue")
UNBLOCK = Words("协调解决受阻的{count}项", "settle what holds up the {count} blocked")
GO_ON = Words("继续推进在办的{count}项", "go on with the {count} under way")
START = Words("启动尚未填报的{count}项", "start the {count} not begun")
AND_MORE = Words("等", " and more")
SILENT = Words("以下部分本期没有新的填报：{sections}。", "Nothing was reported in: {sections}.")
NOTHING_REPORTED = Words("本期没有新的填报。", "Nothing was reported in this period.")
ALSO_OVERDUE = Words(
    "另有{count}项此前已逾期，名单见工作进展情况报告。",
    "{count} more were overdue before; the report on progress lists them.",
)
OVERDUE_BEFORE = Words(
    "本期没有新的逾期事项；此前逾期的还有{count}项，名单见工作进展情况报告。",
    "Nothing became overdue in this period; {count} were overdue before, and the report on progress lists them.",
)
NOTHING_OVERDUE = Words("没有逾期事项。", "Nothing is overdue.")
NOTHING_BLOCKED = Words("没有报告受阻的事项。", "Nothing is reported as blocked.")
LATEST = Words("目前情况", "How it stands")
