"""Texts of importing a plan in the chat: questions, preview and differences."""

from collections.abc import Iterable, Sequence
from datetime import date

from data.office.importing import ChangedTask, FieldChange
from data.office.plan_import import Proposal
from data.office.plans import LeftWaiting
from handlers.dialog import Answers
from handlers.plan.imported_file import PlanImport, file_wins, is_new, issue_day, title_of
from handlers.plan.texts.files import field_change
from handlers.plan.texts.plan_file import MOST_LINES
from handlers.wording import NOTHING, Html, Language, Wording, cut, html, join, labels, series

UNIT = Wording("单位", "Units")
WHICH_UNIT = Wording(
    "文件里的“{name}”是哪个单位？[（后面还有 {left} 个）]",
    "Which unit is “{name}” in the file?[ ({left} more to come)]",
)
A_NEW_UNIT = Wording("是新单位“{name}”", "A new unit: “{name}”")
UNIT_LINE = Wording("{name} → {unit}", "{name} → {unit}")
SAME_OR_NEW = Wording("同一份还是新的", "Same or new")
MOST_GONE = Wording(
    "文件里没有现行 {present} 项任务中的 {gone} 项，超过十分之一，不能当作同一份任务表导入：\n{tasks}\n"
    "如果这是另一份任务表，请点“作为新任务表”，现行的会归档，填报都留着；发错了就点“取消”。",
    "{gone} of the {present} present tasks, more than a tenth, are not in the file, so it cannot be the same plan:\n"
    "{tasks}\nIf it is another plan, press “As a new plan”: the present one is archived with all its reports. If it "
    "is the wrong file, press “Cancel”.",
)
AS_NEW = Wording("作为新任务表", "As a new plan")
OF_THE_CHAT = Wording("以哪个为准", "Which holds")
CHAT_OR_FILE = Wording(
    "有 {count} 项后来在聊天里改过，文件里写的不一样（聊天里的 → 文件里的）：\n{tasks}\n以哪个为准？",
    "{count} tasks were changed in the chat since; the file says otherwise (chat → file):\n{tasks}\nWhich holds?",
)
CHAT_HOLDS = Wording("保留聊天里改的", "Keep what was changed here")
FILE_HOLDS = Wording("改成文件里的", "Take the file's")
TITLE = Wording("任务表名称", "Title")
WHICH_TITLE = Wording("这份任务表叫什么名称？", "What is the plan called?")
ISSUED = Wording("印发日期", "Day of issue")
WHICH_ISSUED = Wording(
    "是哪天印发的？“三个月内”这样的期限从这天算起。", "On which day was it issued? Relative deadlines count from it."
)
HEAD = Wording(
    "导入“{title}”（{issued}印发）。现在还没有变。", "Import of “{title}” (issued {issued}). Nothing is changed yet."
)
NOT_YET_ISSUED = Wording(
    "请注意：印发日期还没到，到那天才有汇总。",
    "Please note: that day is in the future; there is no summary until then.",
)
ARCHIVED = Wording("作为新任务表，现行的“{title}”会归档。", "As a new plan; “{title}” is archived.")
WAIT_THERE = Wording(
    "现行的还有没办完的：[待审核 {reports}；][待答复的延期 {requests}；][没交的填报 {drafts}；]"
    "审核请在导入前办完（发“审核”）；延期申请和没交的，导入后点“未办结的带到现行”会跟着任务走。",
    "Still open in the present plan: [to review {reports}; ][more time asked {requests}; ][not submitted {drafts}; ]"
    "please review before importing (send “review”); requests and what is not submitted go with their tasks if these "
    "are carried over afterwards.",
)
COUNTS = Wording(
    "新增 {new} 项，改动 {changed} 项，减少 {gone} 项，不变 {same} 项。",
    "New {new}, changed {changed}, gone {gone}, same {same}.",
)
OF_THEM = Wording(
    "改动里：完成时间 {dated} 项，负责单位 {units} 项。", "Of the changes {dated} are of deadlines, {units} of units."
)
NEW_ONE = Wording("新任务表共 {new} 项任务。", "The new plan has {new} tasks.")
NEW = Wording("＋ <b>{code}</b> {title}", "+ <b>{code}</b> {title}")
CHANGED = Wording("～ <b>{code}</b> {title}", "~ <b>{code}</b> {title}")
LOST = Wording("－ <b>{code}</b> {title}", "− <b>{code}</b> {title}")
KEPT = Wording("聊天里改过的 {count} 项照旧：{codes}", "Changed in the chat and kept: {count} ({codes})")
OVERRULED = Wording(
    "聊天里改过的 {count} 项改成文件里的：{codes}", "Changed in the chat and overruled: {count} ({codes})"
)
IN_THE_FILE = Wording("全部差异见上面的文件。", "The file above has all differences.")
CONFIRM = Wording("没问题请点“确认导入”。", "If that is right, press “Import”.")
IMPORT = Wording("确认导入", "Import")
IMPORTED = Wording(
    "已导入“{title}”：现有 {tasks} 项任务。一天之内可以撤销。",
    "“{title}” is imported: {tasks} tasks. It can be undone for a day.",
)
NOTHING_DIFFERS = Wording("文件与现行任务表一样，没有要导入的。", "The file is the same as the present plan.")
NEXT = Wording(
    "接下来：\n1. 发“谁还没登记”，点单位就有邀请链接，转发给联络员。\n"
    "2. 把我拉进联络员群，在群里发 /bind。\n3. 发“汇总”看总体情况。",
    "Next:\n1. Send “who is not registered”; each unit pressed gives a link to forward.\n"
    "2. Add me to the liaisons' group and send /bind there.\n3. Send “summary” for the state of the plan.",
)
UNDO_IMPORT = Wording("撤销导入", "Undo the import")
WAITS = Wording("“{name}”还没导入", "“{name}” is not imported yet")
DIFFERENCES = Wording("与现行任务表的差异.txt", "differences.txt")
DATED = ("deadline_text", "reading")
MOST_TASKS = 12
BY_WEIGHT = (*DATED, "units", "measure", "deliverable")


def task_names(tasks: Iterable[tuple[str, str]], language: Language) -> Html:
    """Return a list of (code, title), at most MOST_TASKS of them."""
    return join(labels.some_lines([*tasks], lambda task: html(f"{task[0]} {cut(task[1], 30)}"), MOST_TASKS, language))


def changes(found: Sequence[ChangedTask], language: Language, most: int = MOST_TASKS) -> Html:
    """Return what differs of each task, field by field, for at most `most` tasks."""

    def line(change: ChangedTask) -> Html:
        fields = (field_change(field, language) for field in change.changes)
        return join([html(f"{change.code} {cut(change.title, 30)}"), *fields])

    return join(labels.some_lines(found, line, most, language))


def preview(
    subject: PlanImport, answers: Answers, today: date, language: Language, most: int, waiting: LeftWaiting | None
) -> Html:
    """Return what an import will do, in about `most` characters, and what is `waiting` in the plan that it replaces;
    with the answer "apart", a file holds all differences."""
    proposal, issued, apart = subject.proposal(answers), issue_day(subject, answers, today), bool(answers.get("apart"))
    done, title = proposal.changes, cut(title_of(subject, answers), 100)
    counts = {"new": len(done.new), "changed": len(done.changed), "gone": len(done.gone)}
    archived = subject.present.title if subject.present and is_new(subject, answers) else ""
    stands_alone = bool(archived) or subject.present is None
    kept, codes = OVERRULED if file_wins(answers) else KEPT, series((each.code for each in proposal.kept), language)
    lines = [] if archived or not (done.same or done.changed or done.gone) else difference_lines(proposal, language)
    shown = MOST_LINES if apart else most // 60
    return join(
        [
            HEAD(language, title=title, issued=issued),
            NOT_YET_ISSUED(language) if issued > today else NOTHING,
            ARCHIVED(language, title=cut(archived, 100)) if archived else NOTHING,
            what_waits(waiting, language),
            NEW_ONE(language, new=len(done.new)) if stands_alone else COUNTS(language, **counts, same=done.same),
            NOTHING if stands_alone else _of_them(done.changed, language),
            *labels.some_lines(lines, lambda line: line, shown, language),
            kept(language, count=len(proposal.kept), codes=cut(codes, 200)) if proposal.kept else NOTHING,
            IN_THE_FILE(language) if apart else NOTHING,
            CONFIRM(language),
        ]
    )


def what_waits(waiting: LeftWaiting | None, language: Language) -> Html:
    """Return what waits in the plan that is to be archived; empty if nothing does."""
    if waiting is None or not (waiting.reports or waiting.requests or waiting.drafts):
        return NOTHING
    reports, requests, drafts = (
        cut(series(codes, language), 60) for codes in (waiting.reports, waiting.requests, waiting.drafts)
    )
    return WAIT_THERE(language, reports=reports, requests=requests, drafts=drafts)


def difference_lines(proposal: Proposal, language: Language) -> list[Html]:
    """Return all differences, one task each: tasks gone, new ones, then changed ones, deadlines and units first."""
    done = proposal.changes
    changed = [
        join(
            [
                CHANGED(language, code=each.code, title=cut(each.title, 40)),
                *(field_change(field, language) for field in sorted(each.changes, key=_weight)),
            ]
        )
        for each in sorted(done.changed, key=lambda each: min(map(_weight, each.changes)))
    ]
    return [
        *(LOST(language, code=code, title=cut(title, 40)) for code, title in done.gone),
        *(NEW(language, code=code, title=cut(title, 40)) for code, title in done.new),
        *changed,
    ]


def _weight(field: FieldChange) -> int:
    """Return the place of a field among those that change: deadlines and units come first."""
    return BY_WEIGHT.index(field.field) if field.field in BY_WEIGHT else len(BY_WEIGHT)


def _of_them(found: Sequence[ChangedTask], language: Language) -> Html:
    """Return how many of the changes are of a deadline or of units."""
    dated = sum(any(field in DATED for field in each.fields) for each in found)
    of_units = sum("units" in each.fields for each in found)
    return OF_THEM(language, dated=dated, units=of_units) if found else NOTHING
