"""Texts of changes of the plan, as the office and the units read them."""

from collections.abc import Collection, Mapping
from typing import Any

from data.errors.plans import ChangedSince, NoSuchEvent, TooLateToUndo
from data.office.change_record import ChangeKind, PlanChange, TaskChange
from data.plan.deadlines import DeadlineKind, deadline_of
from handlers.plan.texts.files import FIELDS
from handlers.wording import (
    NOTHING,
    Html,
    Language,
    Sentences,
    Wording,
    bracketed,
    cut,
    deadline_text,
    html,
    join,
    labels,
    series,
)

CHANGED_FOR_UNIT = Wording("任务表有变动，请留意：", "The plan has changed:")
UNDONE_FOR_UNIT = Wording(
    "刚才的变动已由办公室撤销，恢复为：", "The office has taken the last change back. It is again:"
)
UNDONE = Wording("已撤销，任务表恢复如前。", "Undone; the plan is as it was before.")
IMPORT_UNDONE = Wording(
    "已撤销导入，任务表恢复如前：{tasks} 项任务。", "The import is undone; the plan is what it was: {tasks} tasks."
)
REPORTS_LEFT_BEHIND = Wording(
    "导入后在这些任务上报的不再计入，仍可查看：{codes}。",
    "What was reported on these tasks since the import no longer counts, but can still be seen: {codes}.",
)
IMPORT = Wording("导入任务表“{file}”，改动 {count} 项任务", "import of “{file}”, tasks changed: {count}")
UNDONE_TOLD = Wording(
    "已撤销，任务表恢复如前；已收到通知的单位会收到更正。",
    "Undone; the plan is as it was before, and the units that were told get a correction.",
)
OF_EVENT = Wording("“{event}”：{day}", "“{event}”: {day}")
TASK = Wording("<b>{code}</b> {title}", "<b>{code}</b> {title}")
FIELD = Wording("{field}：{before} → {after}", "{field}: {before} → {after}")
REASON = Wording("原因：{reason}", "Reason: {reason}")
CHANGED_LAST = Wording("{day}改过：", "Changed on {day}:")
NO_REASON = Wording("没有写原因；要问请发“告诉办公室：…”。", "No reason was given; to ask, send “tell the office: …”.")
ADDED = Wording("新增任务", "A new task")
ADDED_IN_SHORT = Wording("新增任务，完成时间：{deadline}", "A new task, deadline: {deadline}")
SAID = Wording("{field}：{value}", "{field}: {value}")
UNANSWERED = Wording(
    "{units}申请过延期，还没答复，随之作废。",
    "{units} had asked for more time and had no answer yet; the request ends with this.",
)
UNREVIEWED = Wording(
    "{units}报的“已完成”还没审核，随之不再审核。",
    "What {units} reported as done has not been reviewed, and is not reviewed any more.",
)
GONE = Wording("移出任务表，不用再报", "Removed from the plan; nothing more to report")
BACK = Wording("恢复到任务表", "In the plan again")
CLOSED = Wording("由办公室办结，不用再报", "Closed by the office; nothing more to report")
NOT_CLOSED = Wording("办结 → 未办结，照常填报", "Closed → open; please report on it again")
SETTLED = Wording("完成时间已核对无误", "The deadline was looked at and stands")
REASONS = {
    "superior": Wording("按上级统一安排", "As arranged from above"),
    "division": Wording("分工调整", "The division of work has changed"),
    "correction": Wording("更正文字错误", "A mistake was corrected"),
}
ROLES = {"lead": Wording("牵头", "lead"), "joint": Wording("配合", "joint")}
NONE = "—"
LONGEST, A_TASK = 200, 100
IN_FULL, IN_SHORT = 5, 15
"""If a change has more tasks than IN_FULL, new ones are told only by title and deadline, and at most IN_SHORT are
listed."""


def unit_names(roles: Mapping[str, str | None], language: Language) -> str:
    """Return units in one line, each with its part (lead or joint) if it has one."""
    named = (
        name + bracketed(ROLES[role](language), language) if role in ROLES else name for name, role in roles.items()
    )
    return series(named, language) or NONE


def state_deadline(state: Mapping[str, Any], language: Language) -> Html:
    """Return a deadline from a stored task state."""
    deadline = deadline_of(state)
    return deadline_text(cut(state["text"], LONGEST), deadline, deadline.due, language)


def change_lines(
    change: PlanChange, units: Collection[str] | None, language: Language, *, back: bool = False, most: int = 1200
) -> Html:
    """Return what a change did to each task of `units` (None: all tasks), reversed with `back`. `most` limits the
    number of tasks told, at about A_TASK characters each."""
    room = max(1, most // A_TASK)
    concerned = [
        each for each in change.tasks if units is None or (each.is_news and not set(units).isdisjoint(each.units))
    ]
    head = OF_EVENT(language, event=change.subject, day=change.day) if change.day else NOTHING
    short = len(concerned) > IN_FULL
    room = min(room, IN_SHORT) if short else room
    lines = labels.some_lines(
        concerned, lambda each: change_of_task(each, language, back=back, short=short), room, language
    )
    return join([*([] if back else [head]), *lines, NOTHING if back else reason_text(change.reason, language)])


def change_line(change: PlanChange, language: Language) -> Html:
    """Return a change task by task, or for an import the number of tasks it changed."""
    if change.kind is ChangeKind.IMPORT:
        return IMPORT(language, file=cut(change.subject, 60), count=sum(each.is_news for each in change.tasks))
    return change_lines(change, None, language)


def change_of_task(task: TaskChange, language: Language, *, back: bool = False, short: bool = False) -> Html:
    """Return what changes of one task, reversed with `back`; with `short`, a new task is told only by its deadline."""
    before, after = (task.after, task.before) if back else (task.before, task.after)
    head = TASK(language, code=task.code, title=after.get("title") or task.title.said_in(language))
    left = ((UNANSWERED, task.unanswered), (UNREVIEWED, task.unreviewed))
    lapse = [says(language, units=series(units, language)) for says, units in left if units and not back]
    return join([head, *_changes(before, after, language, short=short), *lapse])


def reason_text(reason: str, language: Language) -> Html:
    """Return the reason of a change; one of the REASONS is translated into the reader's language."""
    pressed = next((each for each in REASONS.values() if each.zh == reason), None)
    said = pressed(language) if pressed else cut(reason, 500)
    return REASON(language, reason=said) if reason else NOTHING


def _changes(
    before: Mapping[str, Any], after: Mapping[str, Any], language: Language, *, short: bool = False
) -> list[Html]:
    if "present" in after:
        if not after["present"]:
            return [GONE(language)]
        if "title" not in after:
            return [BACK(language)]
        return [_new_in_short(after, language)] if short else _new(after, language)
    deadline = after.get("deadline")
    if deadline and deadline["kind"] == DeadlineKind.DONE:
        return [CLOSED(language)]
    fields = [name for name in after if name in FIELDS and name != "settled"]
    if deadline and before["deadline"]["kind"] == DeadlineKind.DONE:
        fields.remove("deadline")
        due = SAID(language, field=FIELDS["deadline"], value=state_deadline(deadline, language))
        return [NOT_CLOSED(language), due, *(_field(name, before[name], after[name], language) for name in fields)]
    return [_field(name, before[name], after[name], language) for name in fields] or [SETTLED(language)]


def _new_in_short(after: Mapping[str, Any], language: Language) -> Html:
    deadline = after.get("deadline")
    return ADDED_IN_SHORT(language, deadline=state_deadline(deadline, language)) if deadline else ADDED(language)


def _new(after: Mapping[str, Any], language: Language) -> list[Html]:
    fields = [name for name in ("measure", "deliverable", "deadline", "units") if after.get(name)]
    lines = [SAID(language, field=FIELDS[name], value=_value(name, after[name], language)) for name in fields]
    return [ADDED(language), *lines]


def _field(name: str, before: Any, after: Any, language: Language) -> Html:
    said = [_value(name, each, language) for each in (before, after)]
    return FIELD(language, field=FIELDS[name], before=said[0], after=said[1])


def _value(name: str, value: Any, language: Language) -> Html:
    if name == "deadline":
        return state_deadline(value, language)
    if name == "units":
        return html(unit_names(value, language))
    return html(cut(str(value), LONGEST) or NONE)


REFUSALS: Sentences = {
    ChangedSince: Wording(
        "{code} 之后又改过，不能撤销了；请打开 {code} 直接改。",
        "{code} has been changed again since, so this cannot be undone; please open {code} and change it.",
    ),
    TooLateToUndo: Wording(
        "已经过了一天，不能撤销了；请打开任务直接改。",
        "That was more than a day ago and cannot be undone; please open the task and change it.",
    ),
    NoSuchEvent: Wording(
        "任务表里没有在等这件事的任务。发 /event 看在等哪些。",
        "No task of the plan depends on that. /event shows the events that tasks depend on.",
    ),
}
