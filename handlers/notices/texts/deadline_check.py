"""Texts about settling deadlines."""

from data.standing.assignments import Assignment
from handlers.wording import NOTHING, Html, Language, Wording, cut, deadline_text, html, join, labels

TO_SETTLE = Wording("期限待核对[ · {unit}]", "Deadlines to settle[ · {unit}]")
PLACE = Wording("期限核对 {place}/{count}[ · {unit}]", "Deadlines to settle, {place} of {count}[ · {unit}]")
ALL_AT_ONCE = Wording(
    "没有期限的不能一次都定。请在这里逐项核对，或把编号写在一起，如“把6-7、7-1都改到12月底”。",
    "Deadlines that are missing cannot all be set at once. Settle them here one by one, or name the codes together, "
    "such as “move 6-7 and 7-1 to the end of December”.",
)
REMARK = Wording("备注", "Remark")
UNITS = Wording("单位", "Unit")
NO_UNIT = Wording("还没有责任单位：点编号打开任务可以指定。", "It has no unit yet: open the task to name one.")
RIGHT = Wording("期限无误", "It is right")
OTHER_DAY = Wording("改日期", "Another day")
DAY = Wording("期限", "Deadline")
WHICH_DAY = Wording(
    "{code} 的期限是哪一天？如“2020年3月31日”“下月底”。", "On which day is {code} due? For example “31 March 2020”."
)
WAITS = Wording("改期限还没填完", "The new deadline is not set yet")
SETTLED = {
    "right": Wording("已记下：{code} 期限无误。", "Noted: the deadline of {code} is right."),
    "none": Wording("已记下：{code} 不设期限。", "Noted: {code} has no deadline."),
    "date": Wording(
        "已改：{code} 的期限是{day}，责任单位会收到通知。", "Changed: {code} is due on {day}. Its units will be told."
    ),
}
ALL_SETTLED = Wording("期限都核对完了，谢谢。", "Every deadline is settled. Thank you.")


def page(task: Assignment, remark: str, place: int, count: int, unit: str, language: Language) -> Html:
    """Return one task whose deadline is to be settled, with the plan's remark on it; of one `unit`, if given."""
    text = deadline_text(task.deadline_text, task.deadline, task.due, language)
    fields = [(labels.FIELD_DEADLINE, text), (UNITS, task.unit), (REMARK, cut(remark, 500))]
    head = PLACE(language, place=place, count=count, unit=unit)
    named = Html(f"<b>{html(task.code)}</b> {html(task.title.said_in(language))}")
    return join([head, named, *labels.all_labelled(fields, language), NOTHING if task.unit else NO_UNIT(language)])
