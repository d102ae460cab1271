"""Texts of the question which of two readings of a sentence is meant."""

from data.understanding import Aim
from handlers.wording import Html, Language, Wording, labels

MEANING = Wording("意思", "Meaning")
WHICH_READING = Wording("“{said}”，您是想…？", "“{said}” – would you like to…")
ANSWERS = Wording("接着填“{label}”", "Answer “{label}”, which was asked before")
NOT_TAKEN = Wording(
    "“{said}”没有处理。要办就再发一次。", "Nothing was done about “{said}”. Send it again if you want it done."
)
SOMETHING_ELSE = Wording("是别的事", "It is something else")

WANTS = {
    Aim.TASKS: Wording("看任务", "See tasks"),
    Aim.TASK: Wording("看任务详情", "See the task"),
    Aim.DEADLINES: Wording("看到期的任务", "See what is due"),
    Aim.REPORT: labels.REPORT,
    Aim.NO_CHANGE: Wording("报本期无变化", "Report no change"),
    Aim.WITHDRAW: Wording("撤回填报", "Take a report back"),
    Aim.CORRECT: Wording("更正填报", "Correct a report"),
    Aim.RESUME: Wording("接着填", "Go on with a report"),
    Aim.EXTENSION: labels.EXTEND,
    Aim.HISTORY: Wording("看填报记录", "See the history"),
    Aim.SUMMARY: Wording("看汇总", "See the summary"),
    Aim.UNREPORTED: Wording("看谁没报", "See who has not reported"),
    Aim.FIGURES: Wording("看统计数据", "See the figures"),
    Aim.REVIEW: Wording("看待审核的填报", "See what waits for review"),
    Aim.NUDGE: labels.NUDGE,
    Aim.BROADCAST: Wording("发通知", "Send a notice"),
    Aim.PEOPLE: Wording("看人员名单", "See the people"),
    Aim.INVITE: Wording("邀请人员", "Invite people"),
    Aim.PLAN: Wording("改任务表", "Change the plan"),
    Aim.SETTINGS: Wording("看设置", "See the settings"),
    Aim.EXPORT: Wording("导出文件", "Export a file"),
    Aim.INFO: Wording("报工作信息", "Send it as work information"),
    Aim.SNOOZE: Wording("稍后再提醒", "Be reminded later"),
    Aim.DEPUTY: Wording("看B角", "See the deputy"),
    Aim.RETURNS: Wording("填统计报表", "Fill in the statistics return"),
    Aim.HELP: Wording("看能做什么", "See what I can do"),
}
"""What each reading does. Aims of small talk are never offered."""
WANTS_OF_A_TASK = {
    Aim.TASK: Wording("看 {code}", "See {code}"),
    Aim.REPORT: Wording("报 {code} 的进展", "Report on {code}"),
    Aim.NO_CHANGE: Wording("报 {code} 本期无变化", "Report no change in {code}"),
    Aim.WITHDRAW: Wording("撤回 {code} 的填报", "Take back the report on {code}"),
    Aim.CORRECT: Wording("更正 {code} 的填报", "Correct the report on {code}"),
    Aim.EXTENSION: Wording("给 {code} 申请延期", "Ask for more time for {code}"),
    Aim.HISTORY: Wording("看 {code} 的填报记录", "See the history of {code}"),
    Aim.NUDGE: Wording("催办 {code}", "Nudge about {code}"),
    Aim.PLAN: Wording("改 {code} 的内容", "Change {code}"),
    Aim.SNOOZE: Wording("{code} 稍后再提醒", "Be reminded of {code} later"),
}
"""What each reading does with the task that is named."""


def wants(aim: Aim, code: str | None, language: Language) -> Html:
    """Return what a reading does, with the task `code` if one is named."""
    of_a_task = WANTS_OF_A_TASK.get(aim) if code else None
    return of_a_task(language, code=code) if of_a_task else WANTS[aim](language)
