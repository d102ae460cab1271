"""Texts of the list of plans."""

from collections.abc import Sequence

from data.errors.plans import NothingToCarryOver
from data.office.plans import PlanAtEnd
from data.plan.plan import Plan
from data.plan.versions import TaskState
from handlers.wording import Html, Language, Sentences, Wording, cut, day_text, html, join, labels
from handlers.wording.task_lines import list_line

HEAD = Wording("共 {count} 份任务表：", "Plans: {count}")
CURRENT = Wording("现行", "current")
ARCHIVED = Wording("已归档", "archived")
LINE = Wording("{number}. {title} · {issued}印发 · {state}", "{number}. {title} · issued {issued} · {state}")
PRESS_ONE = Wording(
    "点一份看。现行的只有一份，提醒和汇总都按它；归档的可以看，未办结的可以带到现行。换新表，把文件发给我。",
    "Press one. Only the current one sends reminders and counts; the others can be read, and their open tasks carried "
    "over. For a new plan, send me its file.",
)
NONE = Wording(
    "还没有任务表。请把文件（.xlsx、.docx 或 .csv）发给我导入。",
    "There is no plan yet. Send me a file (.xlsx, .docx or .csv).",
)
PLAN = Wording(
    "<b>{title}</b>\n{issued}印发 · {state} · {tasks} 项任务",
    "<b>{title}</b>\nissued {issued} · {state} · {tasks} tasks",
)
ENDED = Wording("{day}归档", "archived on {day}")
AT_END = Wording("归档前一天（{day}）还没办结的 {count} 项：", "Not closed on its last day ({day}): {count}")
NOTHING_OPEN = Wording("归档前都办结了。", "Everything was closed at its end.")
NOT_TOLD = Wording("归档当天才建的，没有可看的情况。", "It ended on the day it began; there is nothing to show.")
SUMMARY = Wording("发“截至{day}的汇总”看当时的数字。", "Send “summary as of {day}” for the numbers of that day.")
CLOSE = Wording("归档", "Archive")
MAKE_CURRENT = Wording("设为现行", "Make it current")
AS_FILE = Wording("导出任务表", "Export the plan")
CARRY = Wording("未办结的带到现行", "Carry open tasks over")
ALL_PLANS = Wording("全部任务表", "All plans")
WHY = Wording(
    "{what}：{title}\n为什么？写一句话，会记在操作记录里。", "{what}: {title}\nWhy? A sentence, for the record."
)
CHECK_CLOSE = Wording(
    "把现行的“{title}”归档：不再提醒、不再汇总，填报都留着可查；之后可以再“设为现行”。原因：{reason}\n没问题请点“提交”。",
    "Archive “{title}”: it no longer sends reminders or counts, its reports are kept, and it can be made current "
    "again. Reason: {reason}\nPress “Submit” if that is right.",
)
CHECK_CURRENT = Wording(
    "把“{title}”设为现行，归档时的任务都恢复；[现在的“{present}”会归档。]原因：{reason}\n没问题请点“提交”。",
    "Make “{title}” current, with the tasks of its end; [“{present}” is archived; ]reason: {reason}\n"
    "Press “Submit” if that is right.",
)
CHECK_CARRY = Wording(
    "把“{title}”未办结的 {count} 项带到现行任务表，有关单位会收到通知：\n{tasks}\n原因：{reason}\n没问题请点“提交”。",
    "Carry {count} open tasks of “{title}” over into the current plan; their units will be told:\n{tasks}\nReason: "
    "{reason}\nPress “Submit” if that is right.",
)
CLOSED = Wording("“{title}”已归档。", "“{title}” is archived.")
IS_CURRENT = Wording("“{title}”现在是现行任务表。", "“{title}” is the current plan now.")
CARRIED = Wording("已带入 {count} 项：{codes}", "Carried over {count}: {codes}")
WAITS = Wording("“{title}”的事还没提交", "The change to “{title}” is not submitted yet")
MOST_LINES = 15


def plan_list(plans: Sequence[Plan], language: Language) -> Html:
    """Return the list of plans in the given order."""
    if not plans:
        return NONE(language)
    lines = []
    for number, each in enumerate(plans, 1):
        state = CURRENT if each.current else ARCHIVED
        lines.append(LINE(language, number=number, title=cut(each.title, 60), issued=each.issued, state=state))
    return join([HEAD(language, count=len(plans)), *lines, PRESS_ONE(language)])


def plan_page(shown: PlanAtEnd, language: Language) -> Html:
    """Return the page of a plan; that of an archived one lists the tasks that were open at its end."""
    plan, ended = shown.plan, shown.ended_on
    state = ENDED(language, day=ended) if ended else CURRENT(language)
    head = PLAN(language, title=cut(plan.title, 100), issued=plan.issued, state=state, tasks=shown.tasks)
    if ended is None:
        return head
    if shown.last_day is None:
        return join([head, NOT_TOLD(language)])
    day = day_text(shown.last_day, language)
    left = shown.still_open
    lines = labels.some_lines(left, lambda each: list_line(each, language, name_unit=True), MOST_LINES, language)
    told = AT_END(language, day=day, count=len(left)) if left else NOTHING_OPEN(language)
    return join([head, told, *lines, SUMMARY(language, day=day)])


def task_titles(states: Sequence[TaskState], language: Language) -> Html:
    """Return the titles of tasks, at most MOST_LINES."""
    return join(labels.some_lines(states, lambda each: html(f"· {cut(each['title'], 40)}"), MOST_LINES, language))


REFUSALS: Sentences = {
    NothingToCarryOver: Wording(
        "没有可以带过来的：这份任务表归档前没有未办结的任务，或者现行的都有了。",
        "There is nothing to carry over: the current plan already has everything that was open at its end.",
    )
}
