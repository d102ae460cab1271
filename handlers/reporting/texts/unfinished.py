"""A report that was begun and waits, or can no longer be handed in: what it holds, and whether to go on with it."""

from data.reporting.forms import Filled, Form
from data.standing.assignments import Assignment
from handlers.reporting.texts.report import answers
from handlers.telegram import Html, Language, Wording, join, labels, last_report, status_text
from handlers.telegram.task_lines import urgency_text

UNFINISHED_DRAFT = Wording(
    "您有一份没填完的进展：<b>{code}</b> {title}", "You have an unfinished report on <b>{code}</b> {title}"
)
CONTINUE_OR_RESTART = Wording("继续填，还是重新填？", "Continue it, or start again?")
CONTINUE_OR_LEAVE = Wording("继续填它，还是放下它、改填 {other}？", "Continue it, or drop it and start on {other}?")
WAITS = Wording("{code} 的进展还没填完，点“继续”接着填。", "Your report on {code} still waits; press “Go on”.")
RESUME_ONE = Wording("继续填报 {code}", "Continue {code}")
RESTART_ONE = Wording("重新填报 {code}", "Start again on {code}")
STANDS_NOW = Wording("这项任务现在", "The task now")
FROM_COLLEAGUE = Wording("同单位新的填报", "A colleague's newer report")
FROM_YOU = Wording("您后来的填报", "Your newer report")
NOT_SUBMITTED = Wording("这份 {code} 没有提交。", "Your report on {code} was not submitted.")
KEPT = Wording("您填的内容都留着：", "What you entered is kept:")
CORRECTION_DROPPED = Wording("已取消更正，原来的填报不变。", "The correction is cancelled; the report stays as it was.")


def unfinished(form: Form, other: Assignment, language: Language, most: int = 4096) -> Html:
    """A report that was begun: what it holds, how its task stands now, and whether to go on with it or with `other`."""
    task, last = form.assignment, form.assignment.last
    newer = last_report(last, language) if last and last.id > (form.draft.seen_report_id or 0) else Html("")
    whose = FROM_YOU if last and last.person_id == form.draft.person_id else FROM_COLLEAGUE
    wording: Wording = CONTINUE_OR_RESTART if other.id == task.id else CONTINUE_OR_LEAVE
    return join(
        [
            UNFINISHED_DRAFT(language, code=task.code, title=task.title.said_in(language)),
            answers(form, language, most),
            labels.labelled(STANDS_NOW, _state(task, language), language),
            labels.labelled(whose, newer, language),
            wording(language, other=other.code),
        ]
    )


def kept(code: str, why: Html, held: Filled, language: Language) -> Html:
    """A report can no longer be handed in: why, and what it holds."""
    words = answers(held, language, 2000)
    return join([why, NOT_SUBMITTED(language, code=code), KEPT(language) if words else Html(""), words])


def _state(task: Assignment, language: Language) -> Html:
    urgency = urgency_text(task, language)
    said = urgency == labels.STATUS[task.status](language)
    return join([status_text(task.status, task.percent, language), Html("") if said else urgency], " · ")
