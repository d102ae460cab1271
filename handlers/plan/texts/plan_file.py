"""Texts of sending a plan file, and of what was read of it."""

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import accumulate

from data.people.roster_file import RosterReading, RosterRow
from data.plan.deadlines import DeadlineKind
from data.plan.files.plan import PlanReading
from data.plan.files.problems import ProblemKind
from data.plan.files.prose import Measure
from handlers.plan.texts.files import problem_text
from handlers.wording import NOTHING, Html, Language, Wording, cut, html, join, labels, series

READING = Wording("正在读取“{name}”……", "Reading “{name}” …")
STILL_READING = Wording("正在读取“{name}”……已用 {seconds} 秒", "Reading “{name}” … {seconds} s so far")
NOT_READ = Wording(
    "“{name}”没有读成：{reason}。任务表没有变。", "“{name}” cannot be read: {reason}. The plan has not changed."
)
READ = Wording(
    "“{name}”读到 {tasks} 项任务：{sections} 个部分，{items} 个细项，{units} 个单位。",
    "“{name}” has {tasks} tasks in {sections} sections and {items} items, for {units} units.",
)
DEADLINES = Wording("完成时间：{kinds}", "Deadlines: {kinds}")
KINDS = {
    DeadlineKind.DATE: Wording("有日期 {n}", "dated {n}"),
    DeadlineKind.ONGOING: Wording("持续开展 {n}", "ongoing {n}"),
    DeadlineKind.MILESTONE_THEN_ONGOING: Wording("先有日期再持续 {n}", "dated, then ongoing {n}"),
    DeadlineKind.RECURRING: Wording("定期 {n}", "recurring {n}"),
    DeadlineKind.CONDITIONAL: Wording("等某件事出台 {n}", "waiting for an event {n}"),
    DeadlineKind.ARRANGED: Wording("按上级安排 {n}", "as arranged {n}"),
    DeadlineKind.DONE: Wording("已完成 {n}", "done {n}"),
    DeadlineKind.MISSING: Wording("没有 {n}", "none {n}"),
    DeadlineKind.UNCLEAR: Wording("看不明白 {n}", "unclear {n}"),
}
UNCLEAR = Wording("完成时间看不明白：", "Unclear deadlines:")
UNCLEAR_LINE = Wording("· {code} “{text}”", "· {code} “{text}”")
WITHOUT_DAY = Wording("没有写期限（{count} 项）：{names}", "Without a deadline ({count}): {names}")
WITHOUT_UNITS = Wording("没有写单位（{count} 项）：{names}", "Without a unit ({count}): {names}")
HOW_TO_ADD = Wording(
    "这像是任务表里的几项，没有导入。补充任务请一条一条发，例如：\n新增任务：{task}\n整份换新请把全文发来，或发文件。",
    "These look like a few tasks of a plan; nothing was imported. To add tasks, send them one by one, such as:\n"
    "新增任务：{task}\nTo replace the whole plan, send all of its text, or a file.",
)
FILL_IN = Wording(
    "导入后发“核对期限”逐项补上，或发“没写期限的”“没写单位的”看清单。",
    "Once it is imported, “check deadlines” goes through these; “deadlines not stated” and “without a unit” list them.",
)
NEW_UNITS = Wording("新单位（{count} 个）：{names}", "New units ({count}): {names}")
TO_LOOK_AT = Wording("还要看一下：", "To look at:")
PROBLEM = Wording("· {problem}", "· {problem}")
OF_ROWS = Wording("{problem}（{count} 项）：{codes}", "{problem} ({count}): {codes}")
PASTED = Wording("粘贴的文字", "the text")
SEND_IT = Wording(
    "请把任务表文件直接发给我：.xlsx、.docx 或 .csv，5 MB 以内；没有表格的工作要点也行，还可以直接粘贴文字。"
    "我先说读到了什么、与现行的差在哪，您点“确认导入”才会改。",
    "Please send me the plan as a file: .xlsx, .docx or .csv, up to 5 MB; prose works as well, and can be pasted. I "
    "show what I read and how it differs from the present plan; nothing changes until you press “Import”.",
)
MOST_LINES, MOST_CODES = 8, 120
A_ROSTER = Wording(
    "“{name}”像是人员名单（{people} 人），不是任务表，任务表没有变。",
    "“{name}” looks like a roster of {people} people, not a plan; the plan has not changed.",
)
PRESS_A_NAME = Wording(
    "点一个人，就得到给这个人的邀请链接，转发即可。也可以发“谁还没登记”，按单位邀请。",
    "Press a name for a link to forward. “Who is not registered” does the same unit by unit.",
)
PLAN_FIRST = Wording(
    "请先把任务表发来，有了单位，再发名单就能逐人邀请；也可以发“谁还没登记”。",
    "Send the plan first: once there are units, each of these people can be invited.",
)
JOINED = Wording("已登记，不用再邀请：{names}", "On the list already, no need to invite them: {names}")
ROW_LEFT_OUT = Wording("没有列入：第 {row} 行[（{whose}）]{problem}", "Left out: row {row}[ ({whose})], {problem}")
ROW_TO_CHECK = Wording("请核对：第 {row} 行（{whose}）{problem}", "To check: row {row} ({whose}), {problem}")
LEFT_OUT = (ProblemKind.NAME_MISSING, ProblemKind.NAME_TOO_LONG, ProblemKind.PERSON_WITHOUT_UNIT)
TO_CHECK = (ProblemKind.PHONE_UNCLEAR, ProblemKind.PHONE_SHARED, ProblemKind.ROLE_UNKNOWN)
NOT_IN_PLAN = Wording("任务表里没有这些单位：{units}", "The plan does not have these units: {units}")


def read(name: str, reading: PlanReading, new_units: Sequence[str], language: Language) -> Html:
    """Return what was read of a file: counts, unclear deadlines, tasks without one or a unit, new units, problems."""
    rows = reading.rows
    counts = Counter(row.deadline.kind for row in rows)
    kinds = (KINDS[kind](language, n=counts[kind]) for kind in DeadlineKind if counts[kind])
    units = {unit for row in rows for unit in row.units}
    unclear = [
        UNCLEAR_LINE(language, code=row.code, text=cut(each.values["text"], 60))
        for row in rows
        for each in row.problems
        if each.kind is ProblemKind.DEADLINE_UNCLEAR
    ]
    undated = [row.code for row in rows if row.deadline.kind is DeadlineKind.MISSING]
    of_nobody = [row.code for row in rows if not row.units]
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
            _listed(UNCLEAR, unclear, language),
            _counted(WITHOUT_DAY, undated, language),
            _counted(WITHOUT_UNITS, of_nobody, language),
            FILL_IN(language) if undated or of_nobody or unclear else NOTHING,
            _counted(NEW_UNITS, new_units, language),
            _to_look_at(reading, language),
        ]
    )


def _counted(wording: Wording, names: Sequence[str], language: Language) -> Html:
    return wording(language, count=len(names), names=_first_of(names, language)) if names else NOTHING


def _first_of(words: Sequence[str], language: Language) -> str:
    """Return an enumeration of the first words that fit into MOST_CODES characters, with … if there are more."""
    ends = accumulate(len(each) + len(series(("", ""), language)) for each in words)
    fitting = sum(end <= MOST_CODES for end in ends)
    return series(words[:fitting], language) + ("…" if fitting < len(words) else "")


def _to_look_at(reading: PlanReading, language: Language) -> Html:
    said = {ProblemKind.DEADLINE_MISSING, ProblemKind.DEADLINE_UNCLEAR, ProblemKind.UNIT_MISSING, ProblemKind.UNIT_NEAR}
    rows_with = dict[str, list[str]]()
    for row in reading.rows:
        for each in row.problems:
            if each.kind not in said:
                rows_with.setdefault(problem_text(each, language), []).append(row.code)
    of_rows = [_of_rows(problem, codes, language) for problem, codes in rows_with.items()]
    found = [*(problem_text(each, language) for each in reading.problems), *of_rows]
    lines = [PROBLEM(language, problem=Html(each)) for each in found]
    return _listed(TO_LOOK_AT, lines, language)


def _of_rows(problem: str, codes: Sequence[str], language: Language) -> str:
    """Return a problem with the tasks that have it."""
    if len(codes) == 1:
        return html(f"{codes[0]} ") + problem
    return OF_ROWS(language, problem=Html(problem), count=len(codes), codes=_first_of(codes, language))


def _listed(head: Wording, lines: Sequence[Html], language: Language) -> Html:
    shown = labels.some_lines(lines, lambda line: line, MOST_LINES, language)
    return join([head(language), *shown]) if lines else NOTHING


def roster(
    name: str,
    found: RosterReading,
    people: int,
    unknown: Sequence[str],
    known: Sequence[str],
    language: Language,
    *,
    has_plan: bool,
) -> Html:
    """Return the answer to a file that is a roster of so many people with a name and a unit; `unknown` are its units
    that the plan lacks, `known` the people who have joined. Who is left out is named, and what to check."""
    lines = [PROBLEM(language, problem=problem_text(each, language)) for each in found.problems]
    for wording, kinds in ((ROW_LEFT_OUT, LEFT_OUT), (ROW_TO_CHECK, TO_CHECK)):
        lines += [
            wording(language, row=row.row, whose=row.name if kinds is TO_CHECK else row.unit or row.name, problem=said)
            for row, said in _problems_of(found, kinds, language)[:MOST_LINES]
        ]
    return join(
        [
            A_ROSTER(language, name=cut(name, 60), people=people),
            (PRESS_A_NAME if has_plan else PLAN_FIRST)(language) if people else NOTHING,
            JOINED(language, names=cut(series(known, language), 200)) if known else NOTHING,
            NOT_IN_PLAN(language, units=cut(series(unknown, language), 200)) if unknown else NOTHING,
            *lines,
        ]
    )


def _problems_of(
    found: RosterReading, kinds: Collection[ProblemKind], language: Language
) -> list[tuple[RosterRow, Html]]:
    """Return the rows with problems of these kinds; what a whole column lacks is no problem of each row."""
    lacking = {each.kind for each in found.problems}
    no_names = ProblemKind.NAME_MISSING if ProblemKind.COLUMN_MISSING in lacking else None
    return [
        (row, problem_text(each, language))
        for row in found.rows
        for each in row.problems
        if each.kind in kinds and each.kind is not no_names
    ]


def how_to_add(measure: Measure, language: Language) -> Html:
    """Return that a few tasks are added one by one, with the sentence for the first of them."""
    parts = (measure.text.strip("。；; "), measure.units.replace("\n", "、"), measure.deadline)
    said = [each for place, each in enumerate(parts) if each and not any(each in other for other in parts[:place])]
    return HOW_TO_ADD(language, task=cut("，".join(said), 300))
