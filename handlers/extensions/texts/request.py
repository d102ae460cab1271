"""Texts about asking for more time: the questions, the request, and how it stands."""

from collections.abc import Sequence
from datetime import date

from data.office.extensions import Extension
from data.standing.assignments import Assignment
from handlers.wording import NOTHING, Html, Language, Wording, cut, day_text, html, join, labels
from handlers.wording.labels import DAY_BUTTON
from handlers.wording.report_lines import last_report
from handlers.wording.task_lines import task_line

MONTHS_MORE = {
    1: Wording("延一个月", "One month"),
    2: Wording("延两个月", "Two months"),
    3: Wording("延三个月", "Three months"),
}
WITHDRAW = Wording("撤回申请", "Withdraw the request")
HEAD = Wording("申请延期 <b>{code}</b> {title}[（{unit}）]", "More time for <b>{code}</b> {title}[ ({unit})]")
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
WAITS = Wording("{code} 的延期申请还没写完", "Your request for more time on {code} is not finished yet")
ASKED = Wording(
    "{submitted} {code} 申请延到{day}。办公室答复会发给您；答复前期限不变。",
    "{submitted}: {code} until {day}. I will tell you the office's answer; until then the deadline stays.",
)
WAITS_ALREADY = Wording(
    "这一项已申请延到{day}[（{by}）]，正等答复；再提交一份会代替它。",
    "A request for more time until {day}[ ({by})] is waiting for an answer; a new request replaces it.",
)
FROM = Wording("期限", "Due")
UNTIL = Wording("申请延到", "Asked until")
REASON = Wording("原因和进展", "Reason and progress")
WITHDRAWAL_WAITS = Wording(
    "要撤回的延期申请还没定", "You have not confirmed yet whether to withdraw the request for more time"
)
WITHDRAWN = Wording(
    "已撤回 {code} 的延期申请，期限仍为{due}。", "The request on {code} is withdrawn; it stays due {due}."
)
STILL_WAITS = Wording(
    "{code} {title}：申请延到{day}，办公室还没答复。一有答复就告诉您；不延了请点“撤回申请”。",
    "{code} {title}: asked for until {day}; the office has not answered yet. You will hear as soon as it "
    "does; to take the request back, press the button.",
)
NONE = Wording(
    "您单位没有提过延期申请。要延期请发“申请延期”加任务编号。",
    "Your unit has not asked for more time. To ask, send /extend with a task's code.",
)
LEFT_BEHIND = Wording(
    "{codes} 的延期申请还没有答复，那份任务表就归档了。现行任务表里还要延期的，请按新编号再申请。",
    "The request for more time for {codes} was not answered before that plan was archived. If you need more time in "
    "the present plan, please ask again by the task's new code.",
)
NONE_ON = Wording(
    "{code} 没有提过延期申请。要延期请发“申请延期 {code}”。",
    "No more time has been asked for {code}. To ask, send: /extend {code}",
)
NEWEST = Wording(
    "您最近的一份延期申请：<b>{code}</b> {title}", "Your latest request for more time: <b>{code}</b> {title}"
)

SEVERAL = Wording(
    "等答复的延期申请 {count} 份，都撤回吗？只撤一份请写“撤回”加编号。",
    "Requests for more time waiting for an answer: {count}. Withdraw all of them? For a single one, send “withdraw” "
    "and its code.",
)
OTHERS_WAIT = Wording(
    "{codes} 的申请先放着，这一份交了发“继续”接着填。",
    "The request for {codes} comes later; once this one is submitted, send “continue”.",
)
IN_TIME = Wording(
    "{day}还在 {code} 的期限内（{due}），不用申请延期。",
    "{code} is due {due}, so {day} is still before the deadline: there is no need to ask.",
)
ASK_AGAIN = Wording(
    "要延到期限以后，请再发一次，写上那一天。", "For a day after that, please ask again and name the day."
)
SEVERAL_WAIT = Wording(
    "等办公室答复的延期申请 {count} 份，一有答复就告诉您：",
    "Requests for more time waiting for the office: {count}. I will tell you as soon as it answers:",
)
STILL_WAITS_ONE = Wording("{code} 申请延到{day}", "{code}: asked for until {day}")


def heading(assignment: Assignment, language: Language, *, name_unit: bool) -> Html:
    """Return which task more time is asked for."""
    unit = assignment.unit if name_unit else None
    return HEAD(language, code=assignment.code, title=assignment.title, unit=unit)


def which_day(assignment: Assignment, waiting: Extension | None, example: date, language: Language) -> Html:
    """Return the question for the new day, below a note if a request is waiting already."""
    which = WHICH_DAY(language, due=assignment.due or assignment.today, example=example)
    return join([_waits_already(waiting, language), which])


def _waits_already(waiting: Extension | None, language: Language) -> Html:
    return WAITS_ALREADY(language, by=waiting.by, day=waiting.proposed) if waiting else NOTHING


def answer_lines(day: date | None, reason: str | None, language: Language) -> Html:
    """Return the answers so far, a line each."""
    fields = [(UNTIL, day_text(day, language) if day else ""), (REASON, cut(reason or "", 60))]
    return join(labels.all_labelled(fields, language))


def preview(assignment: Assignment, waiting: Extension | None, day: date, reason: str, language: Language) -> Html:
    """Return the request as it would be sent, and the one `waiting` that it would replace."""
    lines = request_lines(assignment, assignment.due or day, day, reason, language)
    return join([_waits_already(waiting, language), labels.CHECK(language), lines])


def to_withdraw(asked: Sequence[Extension], language: Language) -> Html:
    """Return what would be withdrawn: the newest request, or several."""
    if len(asked) > 1:
        return listed(SEVERAL, asked, language)
    until = labels.labelled(UNTIL, day_text(asked[0].proposed, language), language)
    return join([NEWEST(language, code=asked[0].code, title=asked[0].title), until])


def listed(above: Wording, asked: Sequence[Extension], language: Language) -> Html:
    """Return requests that have not been answered yet, a line each."""
    lines = [STILL_WAITS_ONE(language, code=each.code, day=each.proposed) for each in asked]
    return join([above(language, count=len(asked)), *lines])


def day_button(wording: Wording, day: date, language: Language) -> str:
    """Return the label of a button for a day."""
    return DAY_BUTTON(language, words=wording, day=day)


def request_lines(assignment: Assignment, before: date, until: date, reason: str, language: Language) -> Html:
    """Return what is asked for and why, with the last report, for the person to check and the office to read."""
    fields = [
        (FROM, html(day_text(before, language))),
        (UNTIL, html(day_text(until, language))),
        (REASON, html(cut(reason, 1500))),
        (labels.LAST_REPORT, last_report(assignment.last, language)),
    ]
    return join([task_line(assignment, language), *labels.all_labelled(fields, language)])
