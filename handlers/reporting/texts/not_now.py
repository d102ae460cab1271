"""Texts for tasks that are not to be reported on now."""

from handlers.telegram import Wording

NOT_NOW = Wording(
    "好的，{codes} 先不报，什么也没有记。要到哪天再提醒，请发“{code} 下周三再提醒”。",
    "All right: nothing is reported on {codes} now. To be reminded on a day, send “remind me of {code} on Wednesday”.",
)
NOTHING_NOW = Wording(
    "好的，先不报，什么也没有记。要报时发任务编号，或发“我的任务”。",
    "All right: nothing is reported now. To report, send a task's code or “my tasks”.",
)
IT_WAITS = Wording(
    "可以，{when}再报就行：在那之前没有到期的任务。到时发任务编号，或发“报进展”。",
    "That is fine: nothing of yours falls due before then. {when}, send a task's code or “report”.",
)
DUE_BY_THEN = Wording(
    "可以，{when}再报；不过有 {count} 项已到期或到那时到期，请先报一句，如“{code} 60%”；来不及就发“{code} 申请延期”。",
    "All right, {when} then; but {count} of your tasks are or will be due by then. If you can, send a line now, such "
    "as “{code} 60%”; if there is no time, send “extend {code}”.",
)
LATER_THEN = Wording("过两天", "in a few days")
BEGUN_IS_KEPT = Wording(
    "没填完的 {codes} 都留着，发“继续填报”接着填。", "What you began on {codes} is kept: send “continue”."
)
