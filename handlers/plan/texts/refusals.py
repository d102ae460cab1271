"""Refusals about the plan."""

from data.errors.people import AliasTaken
from data.errors.plans import TooManyGone
from data.plan.files.problems import FileProblem
from handlers.plan.texts import plan_changes, plans, task_changes
from handlers.plan.texts.files import file_problem
from handlers.wording import Sentences, Wording

TOO_MANY_GONE = Wording(
    "没有导入，什么都没有变：文件里没有现有 {present} 项任务中的 {gone} 项，超过十分之一。"
    "如果这是另一份任务表，请加上 --new-plan。文件里没有的：{tasks}。",
    "Nothing was imported and nothing has changed: {gone} of the {present} present tasks, more than a tenth, are not "
    "in the file. If it is another plan, use --new-plan. Not in the file: {tasks}.",
)


REFUSALS: Sentences = {
    AliasTaken: Wording(
        "“{alias}”已经是{unit}的叫法了，请换一个。", "“{alias}” already means {unit}; please choose another name."
    ),
    TooManyGone: lambda error, language: TOO_MANY_GONE(
        language,
        present=error.present,
        gone=len(error.gone),
        tasks="；".join(f"{code} {title}" for code, title in error.gone),
    ),
    FileProblem: file_problem,
    **plan_changes.REFUSALS,
    **task_changes.REFUSALS,
    **plans.REFUSALS,
}
