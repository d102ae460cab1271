"""How a task stands that is not to be changed."""

from data.office.task_edits import TaskNow
from handlers.office.texts.plan_changes import state_deadline, unit_names
from handlers.telegram import Html, Language, Wording, cut

AS_IT_IS = Wording(
    "<b>{code}</b> 照旧：{title}\n责任单位：{units}\n完成时间：{deadline}",
    "<b>{code}</b> stays as it is: {title}\nUnits: {units}\nDeadline: {deadline}",
)


def as_it_is(task: TaskNow, language: Language) -> Html:
    """The title of a task, its units and its deadline."""
    units = unit_names(task.state["units"], language)
    deadline = state_deadline(task.state["deadline"], language)
    return AS_IT_IS(language, code=task.code, title=cut(task.state["title"], 60), units=units, deadline=deadline)
