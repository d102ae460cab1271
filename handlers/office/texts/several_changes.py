"""Changing several tasks at once: what is asked, and what is shown before it is done."""

from collections.abc import Sequence

from data.office.change_record import TaskChange
from handlers.office.texts.plan_changes import change_of_task
from handlers.office.texts.task_changes import CHECK, WHY, hear
from handlers.telegram import Html, Language, Wording, cut, join, labels, series

WAITS = Wording("{codes} 的改动还没提交，点“继续”接着填。", "The change of {codes} is still open; press “Go on”.")
WHICH_DEADLINE = Wording(
    "{codes} 都改到什么时候？请写日期，如 12月10日。", "Which deadline for {codes}? A day, please, such as 10 December."
)
OF_TASKS = Wording("{what}：<b>{codes}</b>", "{what}: <b>{codes}</b>")
FOR = Wording("原因：{reason}", "Reason: {reason}")
SAME = Wording("现在就是这样，不用改：{codes}", "These say that already: {codes}")
UNLIKE = Wording(
    "{codes} 的单位不合适这样改，先不动；请单独改。", "{codes} cannot be changed so and stay; please change them alone."
)
A_CHANGE = 100
"""The characters of a task's change, or thereabouts."""


def why(codes: Sequence[str], what: Wording, language: Language) -> Html:
    """The question for the reason of a change of several tasks."""
    return join([OF_TASKS(language, codes=cut(series(codes, language), 500), what=what(language)), WHY(language)])


def check(
    changes: Sequence[TaskChange],
    reason: str,
    same: Sequence[str],
    unlike: Sequence[str],
    language: Language,
    most: int,
) -> Html:
    """What is to be changed of each task, before and after, what stays, and who will hear of it."""
    units = dict.fromkeys(unit for each in changes if each.is_news for unit in each.units)
    most_tasks = max(1, most // A_CHANGE)
    return join(
        [
            CHECK(language),
            *labels.some_lines(changes, lambda each: change_of_task(each, "", language), most_tasks, language),
            SAME(language, codes=cut(series(same, language), 300)) if same else Html(""),
            UNLIKE(language, codes=cut(series(unlike, language), 300)) if unlike else Html(""),
            FOR(language, reason=cut(reason, 500)),
            hear(tuple(units), language),
        ]
    )
