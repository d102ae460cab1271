"""Texts of unfinished reports, and of withdrawing and correcting reports."""

from data.reporting.forms import Form
from data.standing.assignments import Assignment
from handlers.reporting.texts.report import answers
from handlers.wording import NOTHING, Html, Language, Wording, join, labels
from handlers.wording.report_lines import last_report
from handlers.wording.task_lines import standing_text, urgency_text

WITHDRAWN = Wording("已撤回，{code} 恢复到之前的状态。", "Withdrawn; {code} is as it was before.")
NOTHING_REPORTED = Wording(
    "您还没有填报过，没有可以更正或撤回的。发“报进展”开始填报。",
    "You have no report to correct or withdraw. Send “report progress” to report.",
)
NOT_WITHDRAWN = Wording(
    "好的，没有撤回。只撤其中一份，请写编号，如“撤回 2-7”。",
    "All right, nothing is withdrawn. For a single one, name its code, such as “withdraw 2-7”.",
)
NOT_HANDED_IN = Wording(
    "{code} 这份还没提交，不用撤回；不报了就发“取消”。",
    "{code} is not submitted yet, so there is nothing to withdraw; to drop it, send “cancel”.",
)
NOTHING_TO_WITHDRAW = Wording(
    "没有可以更正或撤回的填报：已审核的，或之后又有新填报的，不能撤回或更正。发“历史记录”看填报记录。",
    "There is no report to correct or withdraw; reports that were reviewed or replaced by a newer one stay. Send "
    "“history” to see them.",
)
NONE_TO_WITHDRAW = Wording("{codes} 没有可以撤回的填报。", "There is no report on {codes} to withdraw.")
WITHDRAWAL_WAITS = Wording("要撤回的填报还没定", "You have not confirmed yet whether to withdraw the report")
OF_THE_WRONG_TASK = Wording(
    "{wrong} 报的内容照样写到了 {right}，请核对。提交后，{wrong} 那份就撤回。",
    "What you reported on {wrong} is filled in for {right}; please check. With submitting it, the report on {wrong} is "
    "withdrawn.",
)
MOVED = Wording(
    "改报 {right}，填的内容都带过来了；{wrong} 没有填报。",
    "This is for {right} now, with all that you entered; nothing is reported on {wrong}.",
)
FILES_CAN_FOLLOW = Wording(
    "{code} 的照片、文件请直接发来，写上“加到{code}”；也可以点“更正”再发。",
    "Just send the photos or files for {code} with “add it to {code}”, or press “Correct it” first.",
)
MORE_SAID = Wording(
    "“{said}”改好了，别的话没写进情况；要写进去请点“修改”。",
    "“{said}”: changed; nothing else of it was added to the note. To add it press “Change”.",
)
WHAT_IS_RIGHT = Wording(
    "“{said}”没看懂要把 {code} 的哪里改成什么。请直接说对的，如“60%”“抓获13人”，或点“更正”。",
    "It is not clear what “{said}” changes in {code}. Please say what is right, such as “60%” or “13 arrests”, or "
    "press “Correct it”.",
)
WHICH_IS_RIGHT = Wording(
    "该报在哪一项？请发对的编号，如“报错任务了，是2-3的”；{code} 那份不要了就点“撤回”。",
    "Which task is it for? Please send its code, such as “wrong task, it is 2-3”; to take back the report on {code} "
    "press “Withdraw”.",
)
CORRECTION_WITHDRAWN = Wording(
    "已撤回这次更正，{code} 以更正前的填报为准：",
    "The correction is withdrawn; on {code} the report before it counts again:",
)
REPLACED = Wording(
    "这份填报之后已有新的，不能再改。现在以这份为准：",
    "This report was replaced and cannot be changed. This one counts now:",
)
REPLACED_BEGIN = Wording(
    "那份退回的之后已有新的填报，下面是现在这份。要再改就在这上面改。",
    "The returned report has been replaced since; this is the present one. If there is more to change, change it here.",
)


LEFT_UNSUBMITTED = Wording(
    "{day}的那份没有提交，没有并到这份里：\n{held}\n要接着那份填，先取消这份，再发“继续”。",
    "Your report of {day} was not submitted, and nothing of it is in this one:\n{held}\nTo go on with that one, cancel "
    "this one and send “continue”.",
)
LEFT_CORRECTION = Wording(
    "{day}的更正没有提交；这份是新报的，不是更正：\n{held}\n要接着更正，先取消这份，再发“继续”。",
    "Your correction of {day} was not submitted; this is a new report and corrects nothing:\n{held}\nTo go on with the "
    "correction, cancel this one and send “continue”.",
)
RESUMED = Wording("接着填{day}没有提交的那份。", "This goes on with your report of {day}, which was not submitted.")
RESUMED_CORRECTION = Wording(
    "接着填{day}没有提交的更正。", "This goes on with your correction of {day}, which was not submitted."
)
REPLACED_FIGURES = Wording("原来写的 {figures} 换掉了。", "What was replaced: {figures}.")
STILL_WAITING = Wording("还没提交的填报：{codes}。", "Not submitted yet: {codes}.")
CODE_AND_DAY = Wording("{code}（{day}）", "{code} ({day})")
UNFINISHED_DRAFT = Wording(
    "您有一份没填完的进展：<b>{code}</b> {title}", "You have an unfinished report on <b>{code}</b> {title}"
)
CONTINUE_OR_RESTART = Wording("继续填，还是重新填？", "Continue it, or start again?")
CONTINUE_OR_LEAVE = Wording("继续填它，还是放下它、改填 {other}？", "Continue it, or drop it and start on {other}?")
WAITS = Wording("{code} 的进展还没填完", "Your report on {code} is not finished yet")
WAITS_UNSENT = Wording("{code} 的进展还没提交", "Your report on {code} is not submitted yet")
RESUME_ONE = Wording("继续填报 {code}", "Continue {code}")
RESTART_ONE = Wording("重新填报 {code}", "Start again on {code}")
STANDS_NOW = Wording("这项任务现在", "The task now")
FROM_COLLEAGUE = Wording("同单位新的填报", "A colleague's newer report")
FROM_YOU = Wording("您后来的填报", "Your newer report")
NOT_SUBMITTED = Wording("这份 {code} 没有提交。", "Your report on {code} was not submitted.")
KEPT = Wording("您填的内容都留着：", "What you entered is kept:")
CORRECTION_DROPPED = Wording("已取消更正，原来的填报不变。", "The correction is cancelled; the report stays as it was.")


def unfinished(form: Form, other: Assignment, language: Language, most: int = 4096) -> Html:
    """Return what an unfinished report holds, how its task stands, and whether to resume it or report on `other`."""
    task, last = form.assignment, form.assignment.last
    newer = last_report(last, language) if last and last.id > (form.draft.seen_report_id or 0) else NOTHING
    whose = FROM_YOU if last and last.person_id == form.draft.person_id else FROM_COLLEAGUE
    wording: Wording = CONTINUE_OR_RESTART if other.id == task.id else CONTINUE_OR_LEAVE
    return join(
        [
            UNFINISHED_DRAFT(language, code=task.code, title=task.title),
            answers(form, language, most),
            labels.labelled(STANDS_NOW, _state(task, language), language),
            labels.labelled(whose, newer, language),
            wording(language, other=other.code),
        ]
    )


def _state(task: Assignment, language: Language) -> Html:
    urgency = urgency_text(task, language)
    said = urgency == labels.STATUS[task.status](language)
    return join([standing_text(task, language), NOTHING if said else urgency], " · ")
