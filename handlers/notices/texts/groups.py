"""A group's list of the week."""

from collections.abc import Sequence

from data.plan.tasks import Assignment, urgency
from handlers.notices.texts.digest import OVERDUE, repeated_mark
from handlers.telegram import labels
from handlers.telegram.task_lines import list_line
from handlers.telegram.wording import Html, Language, Wording, join

HEAD = Wording(
    "本周工作提示：到期 {due} 项，已过期限 {overdue} 项", "This week: {due} due, {overdue} past the deadline"
)
DUE = Wording("本周到期", "Due this week")
FOOT = Wording("请各单位联络员私聊我填报。", "Liaisons, please report to me in a private chat.")
MOST_LINES = 24


def group_list(group: Sequence[Assignment], language: Language, repeated: bool = False) -> Html:
    """What falls due this week and what is overdue, for a group."""
    overdue = [each for each in group if each.overdue]
    due = [each for each in group if not each.overdue]
    return join(
        [
            repeated_mark(repeated, language),
            HEAD(language, due=len(due), overdue=len(overdue)),
            _part(DUE, due, language),
            _part(OVERDUE, overdue, language),
            FOOT(language) if group else Html(""),
        ]
    )


def _part(heading: Wording, group: Sequence[Assignment], language: Language) -> Html:
    """A heading and a line a task, few enough that all parts fit one message."""
    if not group:
        return Html("")
    ordered = sorted(group, key=urgency)
    more = labels.MORE(language, count=len(ordered) - MOST_LINES) if len(ordered) > MOST_LINES else Html("")
    lines = [list_line(each, language, name_unit=True) for each in ordered[:MOST_LINES]]
    return join([Html(f"\n<b>{heading(language)}</b>"), *lines, more])
