"""The heads of lists, and the questions that a list of choices answers."""

from handlers.telegram.wording import Wording

NO_UNIT = Wording(
    "您还没有对应的单位，请联系办公室登记。",
    "No unit is registered for you yet. Please contact the coordinating office.",
)
LIST_TASKS = Wording("我的任务", "My tasks")
LIST_ALL = Wording("全部任务", "All tasks")
LIST_OPEN = Wording("未完成", "Unfinished")
LIST_OVERDUE = Wording("已逾期", "Overdue")
LIST_UNREPORTED = Wording("还没报过进展", "Not reported on yet")
LIST_UNREPORTED_IN = Wording("{span}没报进展", "Not reported on, {span}")
LIST_DUE = Wording("{span}到期", "Due {span}")
LIST_REPORTED = Wording("{span}报的", "reported {span}")
WHICH_TASK = Wording("报哪一项的进展？", "Which task do you want to report on?")
WHICH_TASK_SAID = Wording("刚才说的是哪一项的进展？", "Which task is this about?")
WHICH_UNIT = Wording("您指的是哪个单位？", "Which unit do you mean?")
