"""The headings of the workbook of statistics returns, and the words in its cells."""

from data.exports.texts import Words
from data.returns.unit_returns import State

BOOK = Words("统计报表", "Statistics returns")
OF = Words("{as_of}", "{as_of}")
STATE = Words("状态", "State")
FILED_ON = Words("上报时间", "Filed")
BY = Words("上报人", "Filed by")
REASON = Words("更正或退回原因", "Why corrected or given back")
HEADING = Words("{name}（{unit}）", "{name} ({unit})")
CORRECTED = Words("{heading} 固定后更正", "{heading}, corrected since")
TOTAL = Words("合计", "Total")
LATE = Words("{state}（逾期）", "{state} (late)")
ONCE = Words("一次性", "once")

STATES = {
    State.MISSING: Words("未报", "missing"),
    State.DRAFT: Words("填写中", "begun"),
    State.RETURNED: Words("已退回", "given back"),
    State.FILED: Words("已报", "filed"),
    State.CORRECTED: Words("已更正", "corrected"),
}
