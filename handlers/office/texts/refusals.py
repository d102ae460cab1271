"""What the office cannot do, and why."""

from data.errors import AlreadyDecided
from data.errors.numbers import IndicatorInUse, IndicatorKnown, IndicatorUnclear, IndicatorUnreadable
from data.errors.people import AliasTaken
from data.errors.plans import TooManyGone
from data.errors.reporting import NoLongerWaits
from data.plan.files.problems import FileProblem
from handlers.office.texts import (
    backups,
    indicators,
    plan_changes,
    plans,
    retention,
    settings_undone,
    task_changes,
    verdict_undone,
)
from handlers.office.texts.files import file_problem
from handlers.telegram import Html, Language, Sentences, Wording, cut

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
    IndicatorInUse: Wording(
        "“{name}”已有填报或统计报表用到，不能停用；可以改合计方式。",
        "A report or a statistics return uses “{name}”, so it stays; how it is totalled can be changed.",
    ),
    IndicatorKnown: lambda error, language: indicators.KNOWN(language, name=cut(error.name, 30)),
    IndicatorUnclear: Wording(
        "没看懂这个指标。请写四样：指标名 单位 整数或小数 累加或最新，例如：约谈企业 家 整数 累加。",
        "I did not understand this. Please write four things: name, unit, whole or decimal, sum or latest, for "
        "example: firms warned 家 whole sum.",
    ),
    IndicatorUnreadable: lambda error, language: indicators.UNREADABLE(language, name=cut(error.name, 30)),
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
    **retention.REFUSALS,
    **settings_undone.REFUSALS,
}
