"""A report taken back or corrected."""

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
