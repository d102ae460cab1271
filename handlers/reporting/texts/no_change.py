"""Texts of reporting no change in ongoing work (本期无变化)."""

from collections.abc import Sequence

from data.reporting.no_change import NoChange
from data.standing.assignments import Assignment
from handlers.reporting.texts.batch import LEFT_OUT
from handlers.reporting.texts.report import review_text
from handlers.wording import NOTHING, Html, Language, Wording, bracketed, join, labels, series, short_day
from handlers.wording.report_lines import author_text
from handlers.wording.task_lines import task_line

NOTHING_ONGOING = Wording("本期没有待报的持续性任务。", "No ongoing task is waiting for a report this period.")
ONGOING_WAITING = Wording(
    "这些持续性任务本期还没报。没有变化的点一下即可：",
    "These ongoing tasks have no report this period. Press where nothing has changed:",
)
NO_CHANGE_SURE = Wording("没有变化请点按钮确认：", "Press the button if nothing has changed:")
CHECK = Wording(
    "下面 {count} 项各记一份“本期无变化”。请核对，无误后点“提交”：",
    "For each of these {count} tasks it would be stored that nothing has changed. Please check, then press “Submit”:",
)
NOT_TAKEN = Wording(
    "“{said}”没有写进去。有不报的，写编号和“不要了”；都对就发“可以”。",
    "“{said}” was not added. To leave one out, send “drop” and its code; if all are right, send “ok”.",
)
WAITS = Wording("{count} 项“本期无变化”还没提交", "No change in {count} tasks is not submitted yet")
MOST_LINES = 40
NO_CHANGE_STORED = Wording("{submitted} 本期无变化（{count} 项）：", "{submitted}: no change ({count}):")
LEFT_ALONE = Wording(
    "{code} 本期已由{by}在{day}报过，没有重复记。",
    "{code} was reported on by {by} on {day}, in this period; nothing was added.",
)
REPORT_NEWS = Wording("有新情况请报进展。", "If there is news, please report it.")
OLD_LIST = Wording("那是上一期的按钮，没有记下。", "That button is of an earlier period; nothing was stored.")
OLD_PRESS = Wording(
    "那是上一期的按钮，上一期您已报过，本期没有记下。",
    "That button is of an earlier period, for which you have reported; nothing was stored for this one.",
)
OLD_STORED = Wording("那是上一期的填报，没有撤回。", "Those reports are of an earlier period; nothing was withdrawn.")
DATED = Wording(
    "{codes} 有完成期限，不报“本期无变化”：有进展请报，没有就不用报，到期前会再提醒。",
    "{codes}: “no change” is not reported on tasks with a deadline. Report when there is something new; otherwise you "
    "need not do anything and are reminded before the deadline.",
)
OF_OTHERS = Wording("{codes} 不是您单位的任务，没有算在内。", "{codes}: not assigned to your unit, and left out.")
TAKEN_BACK = Wording("已撤回 {count} 项。", "Withdrawn: {count}.")
TOO_LATE = Wording(
    "另有 {count} 项已审核、有了新的填报或不再由您单位负责，不能撤回。",
    "Not withdrawn, because they were reviewed or reported on again, or are no longer your unit's: {count}.",
)


def not_reported(others: Sequence[str], dated: Sequence[str], language: Language) -> Html:
    """Return why no change is not reported on these tasks: `others` are other units', `dated` have a deadline."""
    told = ((OF_OTHERS, others), (DATED, dated))
    return join([why(language, codes=series(dict.fromkeys(codes), language)) for why, codes in told if codes])


def check(
    tasks: Sequence[Assignment],
    heard_of: Sequence[Assignment],
    removed: Sequence[str],
    language: Language,
    *,
    name_unit: bool,
) -> Html:
    """Return the preview of what would be stored, with the codes `removed` and the tasks that have a report already."""
    first = LEFT_OUT(language, codes=removed) if removed else NOTHING
    lines = labels.some_lines(tasks, lambda each: task_line(each, language, name_unit), MOST_LINES, language)
    untouched = reported_already(heard_of, language, name_unit=name_unit)
    return join([first, CHECK(language, count=len(tasks)), *lines, untouched])


def unchanged(done: NoChange, language: Language, *, name_unit: bool) -> Html:
    """Return what a press has stored, and which tasks it left alone."""
    lines = [task_line(each.assignment, language, name_unit) for each in done.stored]
    head = NO_CHANGE_STORED(language, submitted=labels.SUBMITTED, count=len(lines)) if lines else NOTHING
    untouched = reported_already(done.left_alone, language, name_unit=name_unit)
    return join([head, *lines, review_text(done.stored, language), untouched])


def reported_already(group: Sequence[Assignment], language: Language, *, name_unit: bool) -> Html:
    """Return who has reported in this period already, and when; empty if nobody has."""
    lines = [
        LEFT_ALONE(
            language,
            code=each.code + (bracketed(each.unit or "", language) if name_unit else ""),
            by=author_text(each.last.by, each.last.on_behalf_of, language),
            day=short_day(each.last.at.date(), each.today, language),
        )
        for each in group
        if each.last is not None
    ]
    return join([*lines, REPORT_NEWS(language)]) if lines else NOTHING


def taken_back(count: int, too_late: int, language: Language) -> Html:
    """Return how many reports of a press were withdrawn, and how many could not be."""
    return join([TAKEN_BACK(language, count=count), TOO_LATE(language, count=too_late) if too_late else NOTHING])
