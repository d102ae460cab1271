"""What the office cannot do, and why."""

from data.errors import AlreadyDecided
from data.errors.people import AliasTaken
from data.errors.plans import TooManyGone
from data.errors.reporting import NoLongerWaits
from data.plan.files.problems import FileProblem
from handlers.office.texts import backups, plan_changes, plans, settings_undone, task_changes, verdict_undone
from handlers.office.texts.files import file_problem
from handlers.telegram import Html, Language, Sentences, Wording

TOO_MANY_GONE = Wording(
    "没有导入，什么都没有变：文件里没有现有 {present} 项任务中的 {gone} 项，超过十分之一：{tasks}。"
    "如果这是另一份任务表，请加上 --new-plan。",
    "Nothing was imported and nothing has changed: {gone} of the {present} present tasks, more than a tenth, are not "
    "in the file: {tasks}. Where it is another plan, say --new-plan.",
)


def _too_many_gone(error: TooManyGone, language: Language) -> Html:
    tasks = "；".join(f"{code} {title}" for code, title in error.gone)
    return TOO_MANY_GONE(language, present=error.present, gone=len(error.gone), tasks=tasks)


REFUSALS: Sentences = {
    AliasTaken: Wording(
        "“{alias}”已经是{unit}的叫法了，请换一个。", "“{alias}” means {unit} already; please take another."
    ),
    AlreadyDecided: Wording("这件事已经处理过了，谢谢。", "This has been decided already, thank you."),
    NoLongerWaits: Wording(
        "{code} 的这份填报已撤回或被新的填报代替，不用审核了。发 /review 看等待审核的。",
        "This report on {code} was withdrawn or replaced and needs no review. /review shows those that wait.",
    ),
    TooManyGone: _too_many_gone,
    FileProblem: file_problem,
    **backups.REFUSALS,
    **plan_changes.REFUSALS,
    **verdict_undone.REFUSALS,
    **task_changes.REFUSALS,
    **plans.REFUSALS,
    **settings_undone.REFUSALS,
}
