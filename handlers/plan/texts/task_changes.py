"""Texts of changing one task or several at once: questions, previews and refusals."""

from collections.abc import Iterable, Sequence, Set
from datetime import date, datetime

from data.errors.plans import NoChange, NoSuchUnitThere
from data.office.change_record import TaskChange
from data.office.task_edits import PresentTask
from handlers.plan.texts.plan_changes import change_of_task, reason_text, state_deadline, unit_names
from handlers.wording import NOTHING, Html, Language, Sentences, Wording, cut, day_text, html, join, labels, series

AS_IT_IS = Wording(
    "<b>{code}</b> 照旧：{title}\n责任单位：{units}\n完成时间：{deadline}",
    "<b>{code}</b> stays as it is: {title}\nUnits: {units}\nDeadline: {deadline}",
)
MENU = Wording("<b>{code}</b> {title}：要改什么？", "<b>{code}</b> {title}: what would you like to change?")
DEADLINE = Wording("改期限", "Deadline")
WORDS = Wording("改内容", "Wording")
FIELD_CHANGED = Wording("改{field}", "New {field}")
MOVE = Wording("换单位", "Another unit")
LEAD = Wording("改牵头", "Another lead")
JOIN = Wording("加单位", "Add a unit")
LEAVE = Wording("去掉单位", "Take a unit off")
CLOSE = Wording("办结", "Close")
WITHDRAW = Wording("移出任务表", "Take out of the plan")
ADD = Wording("在这一项下新增任务", "Add a task beside it")
BACK = Wording("改回原样", "Change back")
LAST_CHANGE = Wording("撤销上次改动", "Undo the last change")
FIELD = Wording("改哪一处", "Field")
WHICH_FIELD = Wording("{tasks}：改哪一处？", "{tasks}: which part?")
TEXT = Wording("新的内容", "New wording")
WHICH_TEXT = Wording("现在是：{text}\n请发改好的全文。", "It is now: {text}\nPlease send the complete new wording.")
WHICH_DEADLINE = Wording(
    "{tasks}\n现在的完成时间：{deadline}\n改到什么时候？请写日期（12月10日），也可以写“每季度末”“持续开展”。",
    "{tasks}\nThe deadline now: {deadline}\n"
    "Until when? A day (10 December), or every quarter (每季度末), ongoing (持续开展).",
)
FROM_UNIT = Wording("换下的单位", "Unit that goes")
WHICH_FROM = Wording("{tasks}：哪个单位不再负责？", "{tasks}: which unit is no longer responsible?")
UNIT = Wording("单位", "Unit")
WHICH_TO = Wording(
    "{tasks}\n现在的单位：{units}\n改由哪个单位负责？请写单位名。",
    "{tasks}\nUnits now: {units}\nWhich unit takes it over? Please write its name.",
)
WHICH_LEADS = Wording(
    "{tasks}\n现在的单位：{units}\n改由哪个单位牵头？请写单位名。原来牵头的改为配合。",
    "{tasks}\nUnits now: {units}\nWhich unit should lead? Please write its name. The present lead then takes part.",
)
WHICH_JOINS = Wording(
    "{tasks}\n现在的单位：{units}\n加上哪个单位？请写单位名。",
    "{tasks}\nUnits now: {units}\nWhich unit joins? Please write its name.",
)
WHY = Wording(
    "为什么改？有关单位会看到原因。点选，或写一句话。", "Why? The units will read it. Press one, or write a sentence."
)
OF_TASKS = Wording("{what}：{tasks}", "{what}: {tasks}")
CHECK = Wording("请核对，还没有改：", "Please check; nothing is changed yet:")
UNITS_HEAR = Wording("会通知：{units}", "Will be told: {units}")
NOBODY_HEARS = Wording("没有单位要通知。", "No unit is concerned.")
UNREACHED = Wording(
    "{units}还没有人登记，这次通知不到；发“邀请{unit}”请人登记。",
    "Nobody of {units} has joined yet, so they are not told; to invite somebody send “invite {unit}”.",
)
DONE = Wording("已改好。", "Changed.")
DONE_TOLD = Wording("已改好，会通知：{units}", "Changed; these are told: {units}")
WAITS = Wording("{code} 的改动还没提交", "The change of {code} is not submitted yet")
WAITS_NEW = Wording("新增的任务还没提交", "The new task is not submitted yet")
PLACE = Wording("放在哪一项", "Item")
WHICH_PLACE = Wording(
    "新任务放在哪个细项下？请发同一细项里任何一项任务的编号，如 2-7。",
    "To which item does the new task belong? Please send the code of any task of that item, such as 2-7.",
)
PLACED = Wording("新任务 <b>{code}</b>（{item}）", "New task <b>{code}</b> ({item})")
WHICH_MEASURE = Wording("要做什么？请写细化措施。", "What is to be done? Please write the measure.")
WHICH_DELIVERABLE = Wording("成果形式是什么？没有就跳过。", "Which deliverable? Skip it if there is none.")
WHICH_DUE = Wording(
    "什么时候完成？请写日期，也可以写“每季度末”“持续开展”。",
    "By when? A day, or every quarter (每季度末), ongoing (持续开展).",
)
UNITS = Wording("负责单位", "Units")
WHICH_UNITS = Wording(
    "由哪些单位负责？牵头的写在最前，用顿号隔开。",
    "Which units are responsible for it? The lead first, separated by commas.",
)
STANDS = Wording(
    "已记下：{code} 的期限无误，不再提示存疑。", "Noted: the deadline of {code} is right and no longer doubtful."
)
LAST = Wording("最近的改动（{by} {time}）：", "The last change ({by}, {time}):")
SAME = Wording("现在就是这样，不用改：{codes}", "These already say that: {codes}")
UNLIKE = Wording(
    "{codes} 的单位不合适这样改，先不动；请单独改。",
    "{codes} cannot be changed like this and stay as they are; please change them separately.",
)
A_CHANGE = 100
"""The approximate length of a task's change, in characters."""
REFUSALS: Sentences = {
    NoChange: Wording("{code} 现在就是这样，不用改。", "{code} already says that."),
    NoSuchUnitThere: Wording(
        "{unit}现在不负责这项任务，没有改。发任务编号看现在由谁负责。",
        "{unit} is not responsible for this task; nothing was changed. Send its code to see who is.",
    ),
}
CHANGES = ("改",)
"""Words for what the dialogs of changes do, besides those of their button."""


def task_now(task: PresentTask, language: Language) -> Html:
    """Return the title, units and deadline of a task."""
    units = unit_names(task.state["units"], language)
    deadline = state_deadline(task.state["deadline"], language)
    return AS_IT_IS(language, code=task.code, title=cut(task.state["title"], 60), units=units, deadline=deadline)


def tasks_named(tasks: Sequence[PresentTask], language: Language) -> Html:
    """Return the codes of tasks, of a single one also the title."""
    codes = Html(f"<b>{html(cut(series([each.code for each in tasks], language), 500))}</b>")
    title = html(cut(tasks[0].title.said_in(language), 60)) if len(tasks) == 1 else NOTHING
    return join([codes, title], " ")


def why(change: Html, to: Html, language: Language) -> Html:
    """Return the question for the reason of a change, with the new value `to` if it is not empty."""
    return join([join([change, to], " → "), WHY(language)])


def last_change(by: str, at: datetime, today: date, language: Language) -> Html:
    """Return who made the last change, and when."""
    return LAST(language, by=by, time=f"{day_text(at.date(), language, today)} {at:%H:%M}")


def who_is_told(units: Iterable[str], unreached: Set[str], language: Language) -> Html:
    """Return which units will be told of a change, and which are among the `unreached`, where nobody could be."""
    return _told(units, unreached, UNITS_HEAR, language) or NOBODY_HEARS(language)


def done(told: Iterable[str], unreached: Set[str], language: Language) -> Html:
    """Return the confirmation of a change, with the units that are told and those among the `unreached`."""
    units = sorted(told)
    first = DONE(language) if unreached >= {*units} else NOTHING
    return join([first, _told(units, unreached, DONE_TOLD, language)])


def _told(units: Iterable[str], unreached: Set[str], told: Wording, language: Language) -> Html:
    named = [*units]
    heard, missing = ([x for x in named if (x in unreached) is silent] for silent in (False, True))
    names = cut(series(missing, language), 300)
    return join(
        [
            told(language, units=cut(series(heard, language), 300)) if heard else NOTHING,
            UNREACHED(language, units=names, unit=missing[0]) if missing else NOTHING,
        ]
    )


def check(
    changes: Sequence[TaskChange],
    reason: str,
    unreached: Set[str],
    language: Language,
    same: Sequence[str] = (),
    unlike: Sequence[str] = (),
    most: int = A_CHANGE,
) -> Html:
    """Return the preview of a change: each task before and after, the tasks that stay, and the units that will be told.
    `most` limits the number of tasks, at about A_CHANGE characters each."""
    units = dict.fromkeys(unit for each in changes if each.is_news for unit in each.units)
    most_tasks = max(1, most // A_CHANGE)
    return join(
        [
            CHECK(language),
            *labels.some_lines(changes, lambda each: change_of_task(each, language), most_tasks, language),
            SAME(language, codes=cut(series(same, language), 300)) if same else NOTHING,
            UNLIKE(language, codes=cut(series(unlike, language), 300)) if unlike else NOTHING,
            reason_text(reason, language),
            who_is_told(units, unreached, language),
        ]
    )
