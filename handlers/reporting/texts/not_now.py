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
