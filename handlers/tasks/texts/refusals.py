"""Refusals to show or select tasks."""

from typing import Any

from data.errors import NotYours, NotYourTasks, NotYourUnit, TaskArchived, UnknownTask
from data.errors.plans import CannotFilter, ListTooNarrow
from handlers.wording import Html, Language, Sentences, Wording, some

NOT_YOURS = Wording(
    "这项任务现在不由您的单位负责，请发“我的任务”查看。",
    "This task is not assigned to your unit now. Send “my tasks” to see yours.",
)
ARCHIVED = Wording(
    "这项任务已不在现行任务表里，请发“我的任务”看现在的编号，写过的可以照抄再报。",
    "This task is no longer in the present plan. Send “my tasks” to see the codes of now; you can send what you wrote "
    "again.",
)
OF_ANOTHER_UNIT = Wording(
    "“{named}”不是您单位的任务，请发“我的任务”查看。",
    "“{named}” is not a task of your unit. Send “my tasks” to see yours.",
)
UNKNOWN_TASK = Wording(
    "没有找到您可以查看的任务 {code}，请发“我的任务”查看。", "I found no task {code} that you can see. Send “my tasks”."
)
OF_OTHER_UNITS = Wording(
    "{code} 由{units}负责，不是您单位的任务。发“我的任务”看本单位的；有情况请发“告诉办公室：…”。",
    "{code} is a task of {units}, not of your unit. Send “my tasks” to see yours; to say something about it, "
    "send “tell the office: …”.",
)
NO_SUCH_TASK = Wording(
    "任务表里没有任务 {code}，请核对编号，或发“汇总”看全部。",
    "The plan has no task {code}. Please check the code, or send “summary” for the whole plan.",
)


def _unknown_task(error: Any, language: Language) -> Wording | Html:
    if error.units:
        return OF_OTHER_UNITS(language, code=error.code, units=some(error.units, language))
    return NO_SUCH_TASK if error.in_the_plan else UNKNOWN_TASK


REFUSALS: Sentences = {
    CannotFilter: Wording(
        "还不能按“{words}”来筛选。可以按单位、状态（受阻的）、进度（不到一半的）、灯色（红的）、到期日（本月到期的）、细项（第27项）或任务里的词（种子）来问。",
        "I cannot filter tasks by “{words}”. You can ask by unit, status (blocked), progress (below 50%), light (red "
        "ones), due day (due this month), item (item 27) or words of the task.",
    ),
    ListTooNarrow: Wording(
        "限制的条件太多了，请少说几样，如“公安局逾期的”。",
        "That is limited by too much at once. Please name fewer limits, such as “what is overdue of 市公安局”.",
    ),
    NotYours: lambda error, language: OF_ANOTHER_UNIT if error.named else NOT_YOURS,
    TaskArchived: ARCHIVED,
    NotYourTasks: Wording(
        "您只能查看本单位的任务，{unit}的不能查看。发“我的任务”查看本单位的。",
        "You can only see your own unit's tasks, not those of {unit}. Send “my tasks” to see yours.",
    ),
    NotYourUnit: Wording(
        "{unit}的填报记录由该单位和办公室查看。发“历史记录”看本单位的。",
        "The reports of {unit} are for its own people and the office. Send “history” to see your unit's.",
    ),
    UnknownTask: _unknown_task,
}
