"""A report taken back or corrected, and 本期无变化."""

from handlers.texts.wording import Wording

WITHDRAWN = Wording("已撤回，{code} 恢复到之前的状态。", "Withdrawn; {code} is as it was before.")
NOTHING_TO_WITHDRAW = Wording(
    "没有可以撤回的填报：已审核的不能撤回。发“历史记录”看填报记录。",
    "There is no report to withdraw; one that was reviewed stays. Send “history” to see them.",
)
CORRECTION_WITHDRAWN = Wording(
    "已撤回这次更正，{code} 以更正前的填报为准：",
    "The correction is withdrawn; on {code} the report before it counts again:",
)
NOTHING_ONGOING = Wording("本期没有待报的持续性任务。", "No ongoing task waits for a word this period.")
ONGOING_WAITING = Wording(
    "这些持续性任务本期还没报。没有变化的点一下即可：",
    "These ongoing tasks have no report this period. Press where nothing has changed:",
)
NO_CHANGE_SURE = Wording("没有变化请点按钮确认：", "Press the button if nothing has changed:")
NO_CHANGE_STORED = Wording("已提交 ✓ 本期无变化（{count} 项）：", "已提交 ✓ Submitted: no change ({count}):")
UNCHANGED = Wording("本期无变化", "no change this period")
