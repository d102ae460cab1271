"""Importing a plan from the chat: what was read, what it changes, and what is asked."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from data.office.importing import Change, FieldChange
from data.office.plan_import import Proposal
from data.plan.deadlines import Kind
from data.plan.files.plan import PlanReading, PlanRow
from data.plan.files.problems import FileProblem, ProblemKind
from handlers.office.texts.files import field_change, file_problem, problem_text
from handlers.telegram import Html, Language, Wording, cut, day_text, html, join, series

READING = Wording("正在读取“{name}”……", "Reading “{name}” …")
STILL_READING = Wording("正在读取“{name}”……已用 {seconds} 秒", "Reading “{name}” … {seconds} s so far")
NOT_READ = Wording(
    "“{name}”没有读成：{reason}。任务表没有变。", "“{name}” cannot be read: {reason}. The plan has not changed."
)
READ = Wording(
    "“{name}”读到 {tasks} 项任务：{sections} 个部分，{items} 个细项，{units} 个单位。",
    "“{name}” has {tasks} tasks in {sections} sections and {items} items, of {units} units.",
)
DEADLINES = Wording("完成时间：{kinds}", "Deadlines: {kinds}")
KINDS = {
    Kind.DATE: Wording("有日期 {n}", "dated {n}"),
    Kind.ONGOING: Wording("持续开展 {n}", "ongoing {n}"),
    Kind.MILESTONE_THEN_ONGOING: Wording("先有日期再持续 {n}", "dated, then ongoing {n}"),
    Kind.RECURRING: Wording("定期 {n}", "recurring {n}"),
    Kind.CONDITIONAL: Wording("等某件事出台 {n}", "waiting for an event {n}"),
    Kind.ARRANGED: Wording("按上级安排 {n}", "as arranged {n}"),
    Kind.DONE: Wording("已完成 {n}", "done {n}"),
    Kind.MISSING: Wording("没有 {n}", "none {n}"),
    Kind.UNCLEAR: Wording("看不明白 {n}", "unclear {n}"),
}
UNCLEAR = Wording("完成时间看不明白：", "Unclear deadlines:")
UNCLEAR_LINE = Wording("· {code} “{text}”", "· {code} “{text}”")
WITHOUT_DAY = Wording("没有写期限（{count} 项）：{codes}", "Without a deadline ({count}): {codes}")
WITHOUT_UNITS = Wording("没有写单位（{count} 项）：{codes}", "Without a unit ({count}): {codes}")
FILL_IN = Wording(
    "导入后发“核对期限”逐项补上，或发“没写期限的”“没写单位的”看清单。",
    "Once it is imported, “check deadlines” goes through these; “deadlines not stated” and “without a unit” list them.",
)
NEW_UNITS = Wording("新单位（{count} 个）：{units}", "New units ({count}): {units}")
TO_LOOK_AT = Wording("还要看一下：", "To look at:")
PROBLEM = Wording("· {problem}", "· {problem}")
AND_MORE = Wording("……另有 {count} 条", "… and {count} more")

UNIT = Wording("单位", "Units")
WHICH_UNIT = Wording(
    "文件里的“{name}”是哪个单位？（还有 {left} 个要认）", "Which unit is “{name}” in the file? ({left} to be told)"
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
TODAY = Wording("今天", "Today")
HEAD = Wording(
    "导入“{title}”（{issued}印发）。现在还没有变。", "Import of “{title}” (issued {issued}). Nothing is changed yet."
)
NOT_YET_ISSUED = Wording(
    "请注意：印发日期还没到，到那天才有汇总。", "Please note: that day is yet to come; there is no summary until then."
)
ARCHIVED = Wording("作为新任务表，现行的“{title}”会归档。", "As a new plan; “{title}” is archived.")
COUNTS = Wording(
    "新增 {new} 项，改动 {changed} 项，减少 {gone} 项，不变 {same} 项。",
    "New {new}, changed {changed}, gone {gone}, same {same}.",
)
OF_THEM = Wording(
    "改动里：完成时间 {dated} 项，负责单位 {units} 项。", "Of the changes {dated} are of deadlines, {units} of units."
)
NEW_ONE = Wording("新任务表共 {new} 项任务。", "The new plan has {new} tasks.")
A_ROSTER = Wording(
    "“{name}”像是人员名单（{people} 人），不是任务表，没有导入。请发“谁还没登记”，点单位就有邀请链接；"
    "整份名单可在电脑上用 liaison people import 导入。",
    "“{name}” looks like a roster of {people} people, not a plan, and was not imported. Send “who is not registered”: "
    "each unit pressed gives a link; a whole roster comes in by liaison people import.",
)
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
PASTED = Wording("粘贴的文字", "the text")
SEND_IT = Wording(
    "请把任务表文件直接发给我：.xlsx、.docx 或 .csv，5 MB 以内；没有表格的工作要点也行，还可以直接粘贴文字。"
    "我先说读到了什么、与现行的差在哪，您点“确认导入”才会改。",
    "Please send me the plan as a file: .xlsx, .docx or .csv, up to 5 MB; prose does as well, and may be pasted. I say "
    "what was read and what differs from the present plan; nothing changes until you press “Import”.",
)
NOTHING_DIFFERS = Wording("文件与现行任务表一样，没有要导入的。", "The file is the same as the present plan.")
NEXT = Wording(
    "接下来：1. 发“谁还没登记”，点单位就有邀请链接，转发给联络员。\n"
    "2. 把我拉进联络员群，在群里发 /bind。\n3. 发“汇总”看总体情况。",
    "Next: 1. Send “who is not registered”; each unit pressed gives a link to forward.\n"
    "2. Add me to the liaisons' group and send /bind there.\n3. Send “summary” for the state of the plan.",
)
UNDO_IMPORT = Wording("撤销导入", "Undo the import")
WAITS = Wording("“{name}”还没导入，点“继续”接着办。", "“{name}” is not imported yet; press “Go on”.")
DIFFERENCES = Wording("与现行任务表的差异.txt", "differences.txt")
MOST_LINES, MOST_CODES = 8, 120
DATED = ("deadline_text", "reading")
BY_WEIGHT = (*DATED, "units", "measure", "deliverable")


def why_not(name: str, problem: FileProblem, language: Language) -> Html:
    """Why a file is not imported."""
    return NOT_READ(language, name=name, reason=file_problem(problem, language))


def read(name: str, reading: PlanReading, new_units: Sequence[str], language: Language) -> Html:
    """What was read of a file."""
    rows = reading.rows
    counts = Counter(row.deadline.kind for row in rows)
    kinds = (KINDS[kind](language, n=counts[kind]) for kind in Kind if counts[kind])
    units = {unit for row in rows for unit in row.units}
    return join(
        [
            READ(
                language,
                name=cut(name, 60),
                tasks=len(rows),
                sections=len({row.section for row in rows}),
                items=len({(row.section, row.item) for row in rows}),
                units=len(units),
            ),
            DEADLINES(language, kinds=Html("、".join(kinds) if language == "zh" else ", ".join(kinds))),
            _unclear(rows, language),
            _without_day([row for row in rows if row.deadline.kind is Kind.MISSING], language),
            _without_units([row for row in rows if not row.units], language),
            FILL_IN(language) if any(_lacks_something(row) for row in rows) else Html(""),
            _new_units(new_units, language),
            _to_look_at(reading, language),
        ]
    )


def _lacks_something(row: PlanRow) -> bool:
    return not row.units or row.deadline.kind in (Kind.MISSING, Kind.UNCLEAR)


def _unclear(rows: Sequence[PlanRow], language: Language) -> Html:
    lines = [
        UNCLEAR_LINE(language, code=row.code, text=cut(each.values["text"], 60))
        for row in rows
        for each in row.problems
        if each.kind is ProblemKind.DEADLINE_UNCLEAR
    ]
    return join([UNCLEAR(language), *_some(lines, language)]) if lines else Html("")


def _without_day(rows: Sequence[PlanRow], language: Language) -> Html:
    codes = cut(series((row.code for row in rows), language), MOST_CODES)
    return WITHOUT_DAY(language, count=len(rows), codes=codes) if rows else Html("")


def _without_units(rows: Sequence[PlanRow], language: Language) -> Html:
    codes = cut(series((row.code for row in rows), language), MOST_CODES)
    return WITHOUT_UNITS(language, count=len(rows), codes=codes) if rows else Html("")


def _new_units(names: Sequence[str], language: Language) -> Html:
    listed = cut(series(names, language), MOST_CODES)
    return NEW_UNITS(language, count=len(names), units=listed) if names else Html("")


def _to_look_at(reading: PlanReading, language: Language) -> Html:
    said = {ProblemKind.DEADLINE_MISSING, ProblemKind.DEADLINE_UNCLEAR, ProblemKind.UNIT_MISSING, ProblemKind.UNIT_NEAR}
    of_rows = [
        html(f"{row.code} ") + problem_text(each, language)
        for row in reading.rows
        for each in row.problems
        if each.kind not in said
    ]
    found = [*(problem_text(each, language) for each in reading.problems), *of_rows]
    lines = [PROBLEM(language, problem=Html(each)) for each in found]
    return join([TO_LOOK_AT(language), *_some(lines, language)]) if lines else Html("")


def _some(lines: Sequence[Html], language: Language, most: int = MOST_LINES) -> list[Html]:
    more = [AND_MORE(language, count=len(lines) - most)] if len(lines) > most else []
    return [*lines[:most], *more]


def named(tasks: Iterable[tuple[str, str]], language: Language, most: int = 12) -> Html:
    """Tasks by code and title, as many as there is room for."""
    lines = [html(f"{code} {cut(title, 30)}") for code, title in tasks]
    return join(_some(lines, language, most))


def changes(found: Sequence[Change], language: Language, most: int = 12) -> Html:
    """What differs of some tasks, field by field."""
    lines = [
        join([html(f"{each.code} {cut(each.title, 30)}"), *(field_change(field, language) for field in each.changes)])
        for each in found
    ]
    return join(_some(lines, language, most))


def preview(
    proposal: Proposal,
    title: str,
    issued: date,
    today: date,
    archived: str,
    is_first: bool,
    file_wins: bool,
    apart: bool,
    language: Language,
    most: int,
) -> Html:
    """What an import will do, with texts of at most `most` characters; `apart` where a file has all of it, `is_first`
    where there is no plan yet."""
    done = proposal.changes
    counts = {"new": len(done.new), "changed": len(done.changed), "gone": len(done.gone)}
    kept, is_new = OVERRULED if file_wins else KEPT, bool(archived) or is_first
    codes = cut(series((each.code for each in proposal.kept), language), 200)
    lines = [] if archived or not (done.same or done.changed or done.gone) else difference_lines(proposal, language)
    shown = MOST_LINES if apart else most // 60
    return join(
        [
            HEAD(language, title=cut(title, 100), issued=day_text(issued, language)),
            NOT_YET_ISSUED(language) if issued > today else Html(""),
            ARCHIVED(language, title=cut(archived, 100)) if archived else Html(""),
            NEW_ONE(language, new=len(done.new)) if is_new else COUNTS(language, **counts, same=done.same),
            Html("") if is_new else _of_them(done.changed, language),
            *_some(lines, language, shown),
            kept(language, count=len(proposal.kept), codes=codes) if proposal.kept else Html(""),
            IN_THE_FILE(language) if apart else Html(""),
            CONFIRM(language),
        ]
    )


def difference_lines(proposal: Proposal, language: Language) -> list[Html]:
    """All that an import changes, a task each: what goes, what is new, then what changes, deadlines and units first."""
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
    """The place of a field among those that change: what units are held to comes first."""
    return BY_WEIGHT.index(field.field) if field.field in BY_WEIGHT else len(BY_WEIGHT)


def _of_them(found: Sequence[Change], language: Language) -> Html:
    """How many of the changes are of a deadline or of units."""
    dated = sum(any(field in DATED for field in each.fields) for each in found)
    of_units = sum("units" in each.fields for each in found)
    return OF_THEM(language, dated=dated, units=of_units) if found else Html("")
