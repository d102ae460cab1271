"""Texts of lists, and of questions that are answered by choosing from one."""

from collections.abc import Sequence
from datetime import date

from data.office.extensions import Extension
from data.returns.unit_returns import Completeness
from data.standing.assignments import Assignment
from handlers.wording import NOTHING, Html, Language, Page, Wording, cut, join, labels, series, short_day, span_text
from handlers.wording.task_lines import line_below

LIST_ALL = Wording("全部任务", "All tasks")
LIST_OPEN = Wording("未完成", "Unfinished")
LIST_OVERDUE = Wording("已逾期", "Overdue")
LIST_UNREPORTED = Wording("还没报过进展", "Not reported on yet")
LIST_UNREPORTED_IN = Wording("{span}没报进展", "Not reported on, {span}")
LIST_RETURNED = Wording("被退回、还没重新报的", "Returned, and not reported again")
LIST_TO_REPORT = Wording("要报进展的", "To report on")
LIST_WITH_FIGURES = Wording("要填统计数据的", "With figures to give")
LIST_STALE = Wording("久未更新", "Long without a report")
LIST_DONE = Wording("已完成（含待审核）", "Done (those waiting for review, too)")
LIST_ONGOING = Wording("持续开展的", "Ongoing")
LIST_UNSTATED = Wording("没写明期限", "Deadline not stated")
LIST_SHARED = Wording("几家合办", "Of several units")
LIST_EXTENDED = Wording("已同意延期", "With more time granted")
GRANTED = Wording("{before}延到{day}[ · {by}申请，{at}同意]", "{before} to {day}[ · asked by {by}, granted {at}]")
LIST_NO_UNIT = Wording("没写明单位", "No unit stated")
LIST_NOT_ONGOING = Wording("不含持续开展的", "Without the ongoing")
WITHOUT = Wording("不含{units}", "without {units}")
ITEM = Wording("第 {item} 项", "item {item}")
HOLDING = Wording("有“{words}”的", "with “{words}”")
PERCENT = Wording("进度{percent}%", "{percent}% done")
PERCENT_OR_LESS = Wording("进度最多{percent}%", "at most {percent}% done")
PERCENT_OR_MORE = Wording("进度至少{percent}%", "at least {percent}% done")
PERCENTS = Wording("进度{least}%到{most}%", "{least}% to {most}% done")
LATE_BY = Wording("逾期至少{days}天", "overdue for at least {days} days")
NOT_NARROWED = Wording(
    "“{words}”没有读懂，上面没有按它挑选。", "“{words}” was not understood, so the list is not filtered by it."
)
OF_OWN_UNIT = Wording(
    "这里只有本单位的任务。其他单位和全市的情况请问办公室，发“办公室联系人”看怎么联系。",
    "These are your own unit's tasks only. About other units and the whole city please ask the office; “contact the "
    "office” says whom.",
)
SEE_ALL_OVERSEER = Wording("发“汇总”看总体情况。", "To see how everything stands, send “summary”.")
SEE_ALL = Wording("发“我的任务”看全部。", "To see all, send “my tasks”.")
COMING_NEXT = Wording("\n之后最近到期的：", "\nWhat falls due next:")
STILL_TO_REPORT = Wording("\n没有期限、要报进展的：", "\nWithout a deadline, to report on:")
LIST_DUE = Wording("{span}到期", "Due {span}")
LIST_TO_BE_DONE = Wording("{day}前到期（含逾期）", "Due by {day}, overdue ones included")
LIST_UNTIL = Wording("到{day}为止", "until {day}")
LIST_AS_OF = Wording("截至{day}", "as of {day}")
LIST_GRANTED = Wording("{span}同意的", "granted {span}")
LIST_REPORTED = Wording("{span}报的", "reported {span}")
WHICH_TASK = Wording("报哪一项的进展？", "Which task do you want to report on?")
WHICH_TASK_SAID = Wording("刚才说的是哪一项的进展？", "Which task is this about?")
UNITS_AND_TASKS = Wording("共 {units} 家 {tasks} 项", "Units: {units}, tasks: {tasks}")
UNIT_LINE = Wording("{name}：{count} 项", "{name}: {count}")
RETURN_MISSING = Wording(
    "统计报表 {title}[（{period}）]：{count} 家还没报：{units}（/returns）",
    "Statistics return {title}[ ({period})]: {count} have not filed: {units} (/returns)",
)
MOST_RETURNS, HUNDRED = 3, 100
ALL_REPORTED = Wording("都报过了。", "Everything has been reported on.")
NO_UNITS = Wording("目前没有。", "There are none at present.")
MORE_IN_PRIVATE = Wording("……其余的请私聊我看。", "… and more; please see them in a private chat.")


def not_narrowed(words: Sequence[str], language: Language) -> Html:
    """Return that a list could not be narrowed by `words`; empty if there are none."""
    return NOT_NARROWED(language, words=cut(series(words, language), 30)) if words else NOTHING


def granted_line(assignment: Assignment, granted: Extension | None, language: Language) -> Html:
    """Return from which day to which the office has put a deadline off, to stand below the task's line."""
    days = (assignment.original_due, assignment.due, granted and granted.decided_at and granted.decided_at.date())
    before, day, at = (short_day(each, assignment.today, language) if each else "" for each in days)
    by = (granted.by or granted.unit) if granted else ""
    return line_below(GRANTED(language, before=before, day=day, by=by, at=at), language)


def by_unit(
    heading: Html,
    units: Sequence[tuple[str | None, int]],
    page: Page[tuple[str | None, int]],
    none: Wording,
    language: Language,
) -> Html:
    """Return how many tasks of a list each unit on a page has, below the list's heading, or `none` if there are none. A
    name of None stands for tasks without a unit."""
    named, total = [count for name, count in units if name], sum(count for _, count in units)
    head = join([UNITS_AND_TASKS(language, units=len(named), tasks=total), heading, page.where(language)], " · ")
    lines = [UNIT_LINE(language, name=name or labels.UNIT_UNNAMED(language), count=count) for name, count in page.shown]
    return join([head, *(lines or [none(language)])])


def percents_text(least: int, most: int, language: Language) -> Html:
    """Return the limits of how far tasks are, in percent."""
    if least == most:
        return PERCENT(language, percent=most)
    if least == 0:
        return PERCENT_OR_LESS(language, percent=most)
    if most == HUNDRED:
        return PERCENT_OR_MORE(language, percent=least)
    return PERCENTS(language, least=least, most=most)


def returns_missing(rounds: Sequence[Completeness], today: date, language: Language) -> Html:
    """Return who has not filed in each of the given rounds of statistics returns, a line each."""
    lines = list[Html]()
    for round_, missing in ((each.round, each.missing) for each in rounds[:MOST_RETURNS]):
        period = span_text(round_.span.first, round_.span.last, today, language) if round_.span else ""
        units = cut(series((each.unit.name for each in missing), language), 200)
        title = cut(round_.title, 40)
        lines.append(RETURN_MISSING(language, title=title, period=period, count=len(missing), units=units))
    return join(lines)
