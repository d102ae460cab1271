"""Texts about answering a request for more time: what the office is asked, and what the unit reads."""

from data.office.extensions import Decision, Extension
from handlers.extensions.texts.request import request_lines
from handlers.wording import Html, Language, Wording, cut, day_text, join

OTHER_DAY = Wording("改日期", "Another date")
REFUSE = Wording("不同意", "Decline")
SET_DAY = Wording("确认改期", "Set")
REQUEST = Wording("延期申请：{unit} {by}，<b>{code}</b> {title}", "More time: {unit}, {by}, <b>{code}</b> {title}")
WHICH_OTHER_DAY = Wording(
    "{unit} {code} 申请延到{day}。改到哪一天？请发日期，例如：{example}。",
    "{unit} {code}: asks until {day}. Which date instead? For example {example}.",
)
WHICH_DAY_NOW = Wording(
    "{unit} {code} 申请延到{day}，这一天已经过了。改到哪一天？请发日期，例如：{example}。",
    "{unit} {code} asked until {day}, which has passed. Which date instead? For example {example}.",
)
WAITS_FOR_ANSWER = Wording(
    "{code} 有延期申请在等答复：{unit}申请延到{day}。要答复它，请发“{code} 同意”或“{code} 不同意”加原因。",
    "A request for more time on {code} is waiting for an answer: {unit} asks until {day}. To answer it, send “{code} "
    "agree”, or “{code} decline” with the reason.",
)
NONE_WAITS = Wording(
    "{code} 没有延期申请在等答复。刚才答复错了发“撤销”；要改期限，发“{code}期限改到”加日期。",
    "No request for more time on {code} is waiting. To take your last answer back, send “undo”; to set another "
    "deadline, “move {code} to” and the day.",
)
REPORT_WAITS = Wording(
    "{code} 有一份填报在等审核，请发“{code}通过”，或“{code}退回”加原因。",
    "A report on {code} is waiting for review: send “{code} accepted”, or “{code} return” with the reason.",
)
GRANTED = Wording("已同意 ✓ {unit} {code} 延到{day}。", "Agreed ✓ {unit} {code} is now due {day}.")
CHANGED = Wording("已改期 ✓ {unit} {code} 延到{day}。", "Set ✓ {unit} {code} is now due {day}.")
REFUSED = Wording("已答复 ✓ {unit} {code} 期限不变。", "Answered ✓ {unit} {code}: the deadline stays.")
YOU_HAVE_UNTIL = Wording(
    "<b>{code}</b> {title}的期限延到{day}（原为{before}[，申请的是{proposed}]）。[办公室：{answer}]",
    "<b>{code}</b> {title} is now due {day} (it was {before}[; you asked for {proposed}]).[ The office: {answer}]",
)
STAYS = Wording(
    "<b>{code}</b> {title}的期限仍为{before}：{answer}\n有困难可再申请，或与办公室联系。",
    "<b>{code}</b> {title} stays due {before}: {answer}\nYou can ask again or talk to the office.",
)
UNDONE = Wording(
    "<b>{code}</b> {title}：办公室撤销了刚才的答复，期限仍是{due}，延到{day}的申请重新等待答复，有结果会再告诉您。",
    "<b>{code}</b> {title}: the office has taken its answer back. It is due {due} as before, and your request for more "
    "time until {day} waits again; you will hear the answer.",
)
NEEDLESS = Wording(
    "{code} {title} 的延期申请不用再答复：任务已报完成，或期限已经改了。",
    "{code} {title}: the request no longer needs an answer; the task is reported done, or its deadline has changed.",
)
RESTS_MEANWHILE = Wording(
    "申请延到{day}的那份先搁下；如被退回，再请办公室答复。",
    "Your request for more time until {day} is on hold; if the report is returned, the office will answer it.",
)


def request(asked: Extension, language: Language) -> Html:
    """Return a request as the office sees it."""
    head = REQUEST(language, unit=asked.unit, by=asked.by, code=asked.code, title=asked.title)
    return join([head, request_lines(asked.assignment, asked.due_before, asked.proposed, asked.reason, language)])


def decided(extension: Extension, language: Language) -> Html:
    """Return the decision as the coordinator reads it."""
    wordings = {Decision.ACCEPTED: GRANTED, Decision.CHANGED: CHANGED, Decision.REFUSED: REFUSED}
    day = day_text(extension.decided, language) if extension.decided else ""
    return wordings[extension.decision or Decision.REFUSED](language, unit=extension.unit, code=extension.code, day=day)


def decision_text(extension: Extension, language: Language) -> Html:
    """Return the decision as the unit reads it."""
    refused = extension.decision in (Decision.REFUSED, None)
    return (STAYS if refused else YOU_HAVE_UNTIL)(
        language,
        code=extension.code,
        title=extension.title,
        day=day_text(extension.decided, language) if extension.decided else "",
        before=(None if refused else extension.assignment.original_due) or extension.due_before,
        proposed=day_text(extension.proposed, language) if extension.decision is Decision.CHANGED else "",
        answer=cut(extension.answer, 1500),
    )
