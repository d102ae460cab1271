"""Posts in groups: code, title, unit and day of tasks, and nothing that was reported."""

from collections.abc import Sequence

from data.notices.rules import Entry, Rule
from data.plan.tasks import TaskTitle
from data.standing.assignments import Assignment, urgency
from handlers.wording import (
    NOTHING,
    Html,
    Language,
    Wording,
    bracketed,
    cut_to_width,
    day_text,
    html,
    join,
    labels,
    month_day,
)

HEAD = Wording(
    "本周工作提示：到期 {due} 项，已过期限 {overdue} 项", "This week: {due} due, {overdue} past the deadline"
)
HEAD_OF_DAY = Wording("工作提示", "To note")
DUE = Wording("本周到期", "Due this week")
DUE_NEXT = Wording("马上到期", "Due next")
OVERDUE = Wording("已过期限", "Past the deadline")
JUST_OVERDUE = Wording("刚过期限", "Just past the deadline")
FOOT = Wording("请各单位联络员私聊我填报。", "Liaisons, please report to me in a private chat.")
DOUBTFUL_LEFT_OUT = Wording(
    "另有 {count} 项期限存疑，没有列入。", "{count} more with doubtful deadlines are not listed."
)
NO_COMMON_LIST = Wording(
    "各群的任务不同，没有一份共同的清单。请到群里发 /deadlines，看该群的清单。",
    "The groups have different tasks, so there is no list for all of them. Send /deadlines in a group to see its own.",
)
NO_CHANGE = Wording("{day}：和上次一样，没有变化。", "{day}: unchanged.")
LINE = Wording("{light} <b>{code}</b> {title}{unit} · {day}", "{light} <b>{code}</b> {title}{unit} · {day}")
BOTH_TITLES = Wording("{title} / {plan}", "{title} / {plan}")
MOST_LINES, WIDEST_TITLE = 24, 24
MOST_LINES_OF_BOTH = 20
"""The limit for lines with both titles, of which fewer fit in a message."""


def group_list(group: Sequence[Assignment], language: Language) -> Html:
    """Return what falls due this week, and what is overdue."""
    due, overdue = _due_and_overdue(group)
    head, foot = HEAD(language, due=len(due), overdue=len(overdue)), FOOT(language) if group else NOTHING
    return join([head, _part(DUE, due, language), _part(OVERDUE, overdue, language), foot])


def group_post(entries: Sequence[Entry], language: Language, repeated: bool = False) -> Html:
    """Return what a group is told unasked: the weekly list, or what falls due next and what has just become overdue."""
    group = [entry.assignment for entry in entries]
    mark = labels.repeated_mark(repeated, language)
    if any(entry.rule is Rule.GROUP_DIGEST for entry in entries):
        return join([mark, group_list(group, language)])
    due, overdue = _due_and_overdue(group)
    parts = [_part(DUE_NEXT, due, language), _part(JUST_OVERDUE, overdue, language)]
    return join([mark, HEAD_OF_DAY(language), *parts, FOOT(language)])


def _due_and_overdue(group: Sequence[Assignment]) -> tuple[list[Assignment], list[Assignment]]:
    return [each for each in group if not each.overdue], [each for each in group if each.overdue]


def _part(heading: Wording, group: Sequence[Assignment], language: Language) -> Html:
    """Return a heading with a line for each task, limited so that all parts fit in a message."""
    if not group:
        return NOTHING
    ordered, most = sorted(group, key=urgency), MOST_LINES if language == "zh" else MOST_LINES_OF_BOTH
    lines = labels.some_lines(ordered, lambda each: _line(each, language), most, language)
    return join([Html(f"\n<b>{heading(language)}</b>"), *lines])


def _line(assignment: Assignment, language: Language) -> Html:
    """Return a task with its day, but not the days left, since the post stays in the group for long."""
    due, today = assignment.due, assignment.today
    day = "" if due is None else day_text(due, language) if due.year != today.year else month_day(due, language)
    return LINE(
        language,
        light=assignment.light,
        code=assignment.code,
        title=_titles(assignment.title, language),
        unit=bracketed(assignment.unit or labels.UNIT_UNNAMED(language), language),
        day=day,
    )


def _titles(title: TaskTitle, language: Language) -> Html:
    """Return a task's title; in English with the plan's own, as not everybody in a group reads English."""
    plan, said = cut_to_width(str(title), WIDEST_TITLE), cut_to_width(title.said_in(language), WIDEST_TITLE)
    return html(said) if said == plan else BOTH_TITLES(language, title=said, plan=plan)
