"""The texts in pictures."""

from data.exports.texts import Words

MAP_TITLE = Words("各单位任务进展一览", "How every unit stands")
TOLD = Words("{units} · 截至{day}", "{units} · as of {day}")
PAGE = Words("第 {page}/{pages} 张", "Picture {page} of {pages}")
IN_ALL = Words(
    "共 {total} 项分工：已办结 {closed}，待审核 {submitted}，进行中 {in_progress}，受阻 {blocked}，"
    "未启动 {not_started}，尚未填报 {never_reported}；其中逾期 {overdue}",
    "{total} assignments: {closed} closed, {submitted} awaiting review, {in_progress} in progress, {blocked} blocked, "
    "{not_started} not started, {never_reported} without a report; {overdue} of them overdue",
)
HOW_TO_READ = Words(
    "每格是一个单位在一部分任务中的情况，按最要关注的一项显示；空格表示没有任务。",
    "Each cell is one unit in one section and shows what needs most attention; an empty cell has no tasks.",
)
DONE_OF = Words("办结", "Done")
SECTIONS = Words("各列对应的任务", "The columns")

OVERDUE = Words("有逾期", "something overdue"), Words("逾", "O")
BLOCKED = Words("有受阻", "something blocked"), Words("阻", "B")
DUE_SOON = Words("7天内到期", "due within 7 days"), Words("近", "S")
UNDER_WAY = Words("进行中", "under way"), Words("行", "P")
NOT_STARTED = Words("未启动或未填报", "not started or reported"), Words("未", "N")
FINISHED = Words("全部完成", "all done"), Words("完", "✓")

COURSE_TITLE = Words("任务办结进度与时限对照", "Tasks closed, against the deadlines")
COURSE_TOLD = Words(
    "只算有明确到期日的 {dated} 项分工（另有 {undated} 项为长期或未定日期）",
    "Of the {dated} assignments with a due day ({undated} more are ongoing or have none)",
)
SHOULD = Words("按时限应办结（到这天为止）", "due by that day")
TO_COME = Words("今后到期的", "still to fall due")
WERE = Words("实际已办结", "closed by that day")
SO_FAR = Words(
    "到{day}应办结 {due} 项，其中 {missing} 项还没有办结[（{on_the_day} 项当天到期）]。",
    "{due} were due by {day}; {missing} of them are not closed[, of which {on_the_day} fall due that day].",
)
ALL_DONE = Words("到{day}应办结的 {due} 项都已办结。", "All {due} that were due by {day} are closed.")
NONE_DUE = Words("到{day}还没有应办结的。", "Nothing was due by {day}.")
CLOSED_SO_FAR = Words("有到期日的已办结 {closed} 项。", "{closed} of those with a due day are closed.")
UNTIL = Words("截至 {day}", "as of {day}")
ITEMS = Words("项", "tasks")

MONTHS_TITLE = Words("统计数据（按月）", "Figures by month")
MONTHS_TOLD = Words("{units} · {days} · 只计有效的填报", "{units} · {days} · reports that count")
UNTIL_DAY = Words("至{day}日", "to {day}")
SUM = Words("合计 {value}{unit}", "{value} in all")
LATEST = Words("最新 {value}{unit}", "latest {value}")
NO_FIGURES = Words("这段时间没有报过统计数据。", "No figures were reported in this time.")
