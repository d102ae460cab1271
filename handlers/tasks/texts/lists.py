"""The heads of lists, and the questions that a list of choices answers."""

from handlers.telegram.wording import Wording

NO_UNIT = Wording(
    "您还没有对应的单位，请联系办公室登记。",
    "No unit is registered for you yet. Please contact the coordinating office.",
)
COUNT = Wording("共 {count} 项", "{count} tasks")
COUNT_ONE = Wording("共 1 项", "1 task")
NO_TASKS = Wording("目前没有这样的任务。", "There are none at present.")
LIST_TASKS = Wording("我的任务", "My tasks")
LIST_ALL = Wording("全部任务", "All tasks")
LIST_OPEN = Wording("未完成", "Unfinished")
LIST_OVERDUE = Wording("已逾期", "Overdue")
LIST_UNREPORTED = Wording("还没报过进展", "Not reported on yet")
LIST_UNREPORTED_IN = Wording("{span}没报进展", "Not reported on, {span}")
LIST_DUE = Wording("{span}到期", "Due {span}")
LIST_REPORTED = Wording("{span}报的", "reported {span}")
PAGE = Wording("第 {page}/{pages} 页", "page {page} of {pages}")
WHICH_TASK = Wording("报哪一项的进展？", "Which task do you want to report on?")
WHICH_TASK_SAID = Wording("刚才说的是哪一项的进展？", "Which task is this about?")
WHICH_ONE = Wording("您指的是哪一项？", "Which one do you mean?")
WHICH_UNIT = Wording("您指的是哪个单位？", "Which unit do you mean?")
