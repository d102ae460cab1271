"""The headings of the workbook of statistics returns, and the texts in its cells."""

from data.exports.texts import Words
from data.returns.unit_returns import ReturnState

BOOK = Words("统计报表", "Statistics returns")
STATE = Words("状态", "State")
FILED_ON = Words("上报时间", "Filed")
BY = Words("上报人", "Filed by")
EXCEEDS = Words("{name} {value} 比{limit} {against} 还多", "{name} {value} is more than {limit} {against}")
TO_CHECK = Words("请核对：{told}", "to check: {told}")
REASON = Words("更正或退回原因", "Why corrected or given back")
HEADING = Words("{name}（{unit}）", "{name} ({unit})")
CORRECTED = Words("{heading} 固定后更正", "{heading}, corrected since")
TOTAL = Words("合计", "Total")
NIL = Words("零报", "nil return")
LATE = Words("{state}（逾期）", "{state} (late)")
ONCE = Words("一次性", "once")
RETURN = Words("报表", "Return")
PERIOD = Words("期次", "Period")
FIGURE = Words("数据", "Figure")
BY_UNIT = Words("各单位数据", "By unit")
BESIDE = Words("与上期和进展填报对照", "Beside other figures")
NOW = Words("本期", "This period")
CORRECTED_NOW = Words("固定后更正", "Corrected since")
BEFORE = Words("上期", "Period before")
REPORTED = Words("同期进展填报", "Reported on tasks")
TOTAL_BEFORE = Words("{period}合计", "Total of {period}")
COMPLETE = Words("已报 {filed}/{all}", "{filed} of {all} filed")
DUE = Words("{day}截止", "due {day}")
FROZEN = Words("{day}固定", "frozen on {day}")
FROZEN_NOTE = Words(
    "括号内是固定后更正的数，不计入合计。", "In brackets: what was corrected after the freeze, not in the totals."
)
BESIDE_NOTE = Words(
    "进展填报的数是各单位同期在任务里报的，只作对照，不相加。",
    "Figures reported on tasks are shown for comparison; they are not added.",
)

STATES = {
    ReturnState.MISSING: Words("未报", "missing"),
    ReturnState.DRAFT: Words("填写中", "begun"),
    ReturnState.RETURNED: Words("已退回", "given back"),
    ReturnState.FILED: Words("已报", "filed"),
    ReturnState.CORRECTED: Words("已更正", "corrected"),
}
