"""本期无变化, said of ongoing work."""

from handlers.texts.wording import Wording

NOTHING_ONGOING = Wording("本期没有待报的持续性任务。", "No ongoing task waits for a word this period.")
ONGOING_WAITING = Wording(
    "这些持续性任务本期还没报。没有变化的点一下即可：",
    "These ongoing tasks have no report this period. Press where nothing has changed:",
)
NO_CHANGE_SURE = Wording("没有变化请点按钮确认：", "Press the button if nothing has changed:")
NO_CHANGE_STORED = Wording("已提交 ✓ 本期无变化（{count} 项）：", "已提交 ✓ Submitted: no change ({count}):")
UNCHANGED = Wording("本期无变化", "no change this period")
