"""Putting a deadline off: what is asked, what the office sees, and what the unit hears."""

from dataclasses import replace
from datetime import date

from data.office.extensions import Decision, Extension
from data.standing.assignments import Assignment
from handlers.telegram import labels
from handlers.telegram.days import day_text
from handlers.telegram.labels import DAY_BUTTON
from handlers.telegram.report_lines import last_report
from handlers.telegram.task_lines import task_line
from handlers.telegram.wording import Html, Language, Wording, cut, html, join

MONTHS_MORE = {
    1: Wording("延一个月", "One month"),
    2: Wording("延两个月", "Two months"),
    3: Wording("延三个月", "Three months"),
}
OTHER_DAY = Wording("改日期", "Another date")
REFUSE = Wording("不同意", "Decline")
SET_DAY = Wording("确认改期", "Set")
WITHDRAW = Wording("撤回申请", "Withdraw the request")

HEAD = Wording("申请延期 <b>{code}</b> {title}", "More time for <b>{code}</b> {title}")
HEAD_FOR = Wording("申请延期 <b>{code}</b> {title}（{unit}）", "More time for <b>{code}</b> {title} ({unit})")
WHICH_DAY = Wording(
    "现在的期限是{due}。延到哪一天？请点按钮，或发日期，例如：{example}。",
    "It is due {due}. Until when? Press a button or send a date, such as {example}.",
)
WHICH_REASON = Wording(
    "延到{day}。原因是什么、做到了哪一步？请用一两句话说明。",
    "Until {day}. Why, and how far is it? One or two sentences, please.",
)
GIVEN = Wording("现在写的是：{answer}", "Written so far: {answer}")
CANCEL_QUESTION = Wording("真的取消这份申请吗？", "Really drop this request?")
WAITS = Wording(
    "{code} 的延期申请还没写完，点“继续”接着写。",
    "Your request for more time on {code} still waits; press “Go on”.",
)
ASKED = Wording(
    "{submitted} {code} 申请延到{day}。办公室答复会发给您；答复前期限不变。",
    "{submitted}: {code} until {day}. You will hear from the office; the deadline stays until then.",
)
WAITS_ALREADY = Wording(
    "这一项已申请延到{day}，正等答复；再提交一份会代替它。",
    "More time until {day} has been asked for and waits; another request takes its place.",
)

REQUEST = Wording("延期申请：{unit} {by}，<b>{code}</b> {title}", "More time: {unit}, {by}, <b>{code}</b> {title}")
FROM = Wording("期限", "Due")
UNTIL = Wording("申请延到", "Asked until")
REASON = Wording("原因和进展", "Reason and progress")
WHICH_OTHER_DAY = Wording(
    "{unit} {code} 申请延到{day}。改到哪一天？请发日期，例如：{example}。",
    "{unit} {code}: asked until {day}. Which date instead? For example {example}.",
)
SURE_OF_DAY = Wording("{unit} {code} 的期限改到{day}，对吗？", "{unit} {code}: due {day} instead, is that right?")
WHICH_ANSWER = Wording(
    "不同意 {code} 延期的原因是什么？请写一两句话，会发给{unit}。",
    "Why is {code} not put off? One or two sentences, please; {unit} will read them.",
)
OTHER_DAY_WAITS = Wording(
    "{code} 改到哪一天还没定，点“继续”接着写。", "The other date for {code} is still open; press “Go on”."
)
REFUSAL_WAITS = Wording(
    "不同意 {code} 延期的原因还没写，点“继续”接着写。",
    "The reason for declining more time on {code} is still open; press “Go on”.",
)
REFUSAL_NOT_SENT = Wording(
    "不同意 {code} 延期的原因还没发出，点“继续”核对。",
    "The reason for declining more time on {code} is not sent yet; press “Go on”.",
)
WHICH_UNIT = Wording(
    "{code} 的延期申请有几份在等答复：{units}。请写上单位，例如：{code} {unit} 同意",
    "Several requests on {code} wait: {units}. Please name the unit, for example: {code} {unit} agree",
)
WAITS_FOR_ANSWER = Wording(
    "{code} 有延期申请在等答复：{unit}申请延到{day}。要答复它，请发“{code} 同意”或“{code} 不同意”加原因。",
    "A request for more time on {code} waits for an answer: {unit} asks until {day}. To answer it, send "
    "“{code} agree”, or “{code} decline” with the reason.",
)
GRANTED = Wording("已同意 ✓ {unit} {code} 延到{day}。", "Agreed ✓ {unit} {code} is now due {day}.")
CHANGED = Wording("已改期 ✓ {unit} {code} 延到{day}。", "Set ✓ {unit} {code} is now due {day}.")
REFUSED = Wording("已答复 ✓ {unit} {code} 期限不变。", "Answered ✓ {unit} {code}: the deadline stays.")
YOU_HAVE_UNTIL = Wording(
    "<b>{code}</b> {title}的期限延到{day}（原为{before}）。",
    "<b>{code}</b> {title} is now due {day} (it was {before}).",
)
YOU_HAVE_ANOTHER = Wording(
    "<b>{code}</b> {title}的期限延到{day}（原为{before}，申请的是{proposed}）。",
    "<b>{code}</b> {title} is now due {day} (it was {before}; you asked for {proposed}).",
)
STAYS = Wording(
    "<b>{code}</b> {title}的期限仍为{before}：{answer}\n有困难可再申请，或与办公室联系。",
    "<b>{code}</b> {title} stays due {before}: {answer}\nYou can ask again or talk to the office.",
)
WITHDRAWN = Wording(
    "已撤回 {code} 的延期申请，期限仍为{due}。", "The request on {code} is withdrawn; it stays due {due}."
)
STILL_WAITS = Wording(
    "{code} {title}：申请延到{day}，办公室还没答复。一有答复就告诉您；不延了请点“撤回申请”。",
    "{code} {title}: asked for until {day}; the office has not answered yet. You will hear as soon as it "
    "does; to take the request back, press the button.",
)
NEEDLESS = Wording(
    "{code} {title} 的延期申请不用再答复：任务已报完成，或期限已经改了。",
    "{code} {title}: the request needs no answer any more; the task is reported done, or its deadline has changed.",
)
NONE = Wording(
    "您单位没有提过延期申请。要延期请发“申请延期”加任务编号。",
    "Your unit has not asked for more time. To ask, send /extend and a task code.",
)
NONE_ON = Wording(
    "{code} 没有提过延期申请。要延期请发“申请延期 {code}”。",
    "No more time has been asked for {code}. To ask, send: /extend {code}",
)
NEWEST = Wording(
    "您最近的一份延期申请：<b>{code}</b> {title}", "Your latest request for more time: <b>{code}</b> {title}"
)
RESTS = Wording(
    "{code} 已报完成，这份延期申请先不用答复；如退回，会再出现在 /review 里。",
    "{code} has been reported done, so its request for more time needs no answer now; if the report is returned, it is "
    "in /review again.",
)
OVERTAKEN = Wording(
    "{code} 的这份延期申请已撤回、有了新的申请或期限已变，不用答复了。发 /review 看等待答复的。",
    "This request on {code} was withdrawn, or a newer one or another deadline has taken its place. /review shows those "
    "that wait.",
)
RESTS_MEANWHILE = Wording(
    "申请延到{day}的那份先搁下；如被退回，再请办公室答复。",
    "Your request for more time until {day} rests; should the report be returned, the office answers it.",
)
NO_DAY_TO_EXTEND = Wording(
    "{code} 没有确定的期限，不需要延期。发 {code} 可看详情。",
    "{code} has no fixed deadline, so there is nothing to put off. Send {code} to see it.",
)
DONE_ALREADY = Wording(
    "{code} 已报完成，不需要延期。发 {code} 可看详情。",
    "{code} is said to be done, so there is nothing to put off. Send {code} to see it.",
)
DAY_UNCLEAR = Wording(
    "没看懂是哪一天。请只写一个日期，例如：{example}。",
    "I could not tell the day. Please send one date, such as {example}.",
)
DAY_TOO_EARLY = Wording("请发晚于{last}的日期。", "Please send a date after {last}.")
DAY_TOO_LATE = Wording(
    "这项任务下一期是{following}，请发早于它的日期。",
    "The next round of this task is due {following}. Please send an earlier date.",
)


def heading(assignment: Assignment, language: Language, *, name_unit: bool) -> Html:
    """Which task is to be put off."""
    wording = HEAD_FOR if name_unit else HEAD
    return wording(language, code=assignment.code, title=assignment.title.said_in(language), unit=assignment.unit)


def which_day(assignment: Assignment, waiting: Extension | None, example: date, language: Language) -> Html:
    """The question for the new day; and that a request waits already, where one does."""
    due = assignment.due or assignment.today
    return join(
        [
            WAITS_ALREADY(language, day=day_text(waiting.proposed, language)) if waiting else Html(""),
            WHICH_DAY(language, due=day_text(due, language), example=day_text(example, language)),
        ]
    )


def which_reason(day: date, language: Language) -> Html:
    """The question for the reason."""
    return WHICH_REASON(language, day=day_text(day, language))


def answer_lines(day: date | None, reason: str | None, language: Language) -> Html:
    """What has been answered, a line each, in place of the question."""
    fields = [(UNTIL, day_text(day, language) if day else ""), (REASON, cut(reason or "", 60))]
    return join([labels.CARD_FIELD(language, label=label(language), value=value) for label, value in fields if value])


def preview(assignment: Assignment, day: date, reason: str, language: Language) -> Html:
    """The request as it would be sent."""
    return join([labels.CHECK(language), _fields(assignment, assignment.due or day, day, reason, language)])


def asked(extension: Extension, language: Language) -> Html:
    """What the person hears when the request has been stored."""
    return ASKED(
        language,
        submitted=labels.SUBMITTED(language),
        code=extension.assignment.code,
        day=day_text(extension.proposed, language),
    )


def withdrawn(extension: Extension, language: Language) -> Html:
    """A request that was taken back."""
    return WITHDRAWN(language, code=extension.assignment.code, due=day_text(extension.due_before, language))


def waiting(extension: Extension, language: Language) -> Html:
    """That a request has not been answered yet."""
    task, until = extension.assignment, day_text(extension.proposed, language)
    return STILL_WAITS(language, code=task.code, title=task.title.said_in(language), day=until)


def needless(extension: Extension, language: Language) -> Html:
    """That a request needs no answer any more: its task is reported done, or its deadline has changed."""
    task = extension.assignment
    return NEEDLESS(language, code=task.code, title=task.title.said_in(language))


def newest(extension: Extension, language: Language) -> Html:
    """The newest request of somebody who wants to take something back."""
    assignment = extension.assignment
    until = labels.CARD_FIELD(language, label=UNTIL(language), value=day_text(extension.proposed, language))
    return join([NEWEST(language, code=assignment.code, title=assignment.title.said_in(language)), until])


def rests(extension: Extension | None, language: Language) -> Html:
    """That a request for more time rests once its task is reported done; empty where there is none."""
    return RESTS_MEANWHILE(language, day=day_text(extension.proposed, language)) if extension else Html("")


def request(extension: Extension, language: Language) -> Html:
    """A request as the office sees it."""
    assignment = extension.assignment
    return join(
        [
            REQUEST(
                language,
                unit=assignment.unit,
                by=extension.by,
                code=assignment.code,
                title=assignment.title.said_in(language),
            ),
            _fields(assignment, extension.due_before, extension.proposed, extension.reason, language),
        ]
    )


def which_other_day(extension: Extension, example: date, language: Language) -> Html:
    """The question for the day to set instead."""
    return WHICH_OTHER_DAY(
        language, **_names(extension), day=day_text(extension.proposed, language), example=day_text(example, language)
    )


def sure_of_day(extension: Extension, day: date, language: Language) -> Html:
    """The day that was read, before it is set."""
    return SURE_OF_DAY(language, **_names(extension), day=day_text(day, language))


def which_answer(extension: Extension, language: Language) -> Html:
    """The question why a request is declined."""
    return WHICH_ANSWER(language, **_names(extension))


def waits_for_answer(asked: Extension, language: Language) -> Html:
    """That a request on a task waits, and how it is answered."""
    day = day_text(asked.proposed, language)
    return WAITS_FOR_ANSWER(language, code=asked.assignment.code, unit=asked.assignment.unit or "", day=day)


def decided(extension: Extension, language: Language) -> Html:
    """What the coordinator hears of the decision."""
    wordings = {Decision.ACCEPTED: GRANTED, Decision.CHANGED: CHANGED, Decision.REFUSED: REFUSED}
    day = day_text(extension.decided, language) if extension.decided else ""
    return wordings[extension.decision or Decision.REFUSED](language, **_names(extension), day=day)


def declined(extension: Extension, answer: str, language: Language) -> Html:
    """What the unit will hear of a request that is declined."""
    return decision_text(replace(extension, decision=Decision.REFUSED, answer=answer), language)


def decision_text(extension: Extension, language: Language) -> Html:
    """What the unit hears of the decision."""
    wordings = {Decision.ACCEPTED: YOU_HAVE_UNTIL, Decision.CHANGED: YOU_HAVE_ANOTHER, Decision.REFUSED: STAYS}
    return wordings[extension.decision or Decision.REFUSED](
        language,
        code=extension.assignment.code,
        title=extension.assignment.title.said_in(language),
        day=day_text(extension.decided, language) if extension.decided else "",
        before=day_text(_first_due(extension), language),
        proposed=day_text(extension.proposed, language),
        answer=cut(extension.answer, 1500),
    )


def _first_due(extension: Extension) -> date:
    """The day of the plan where it was put off, else the day that stays."""
    granted = extension.decision is not Decision.REFUSED
    return (extension.assignment.original_due if granted else None) or extension.due_before


def day_button(wording: Wording, day: date, language: Language) -> str:
    """The words of a button that gives a day."""
    return DAY_BUTTON(language, words=wording(language), day=day_text(day, language))


def _fields(assignment: Assignment, before: date, until: date, reason: str, language: Language) -> Html:
    fields = [
        (FROM, html(day_text(before, language))),
        (UNTIL, html(day_text(until, language))),
        (REASON, html(cut(reason, 1500))),
        (labels.LAST_REPORT, last_report(assignment.last, language)),
    ]
    lines = [labels.CARD_FIELD(language, label=label(language), value=value) for label, value in fields if value]
    return join([task_line(assignment, language), *lines])


def _names(extension: Extension) -> dict[str, str]:
    return {"unit": extension.assignment.unit or "", "code": extension.assignment.code}
