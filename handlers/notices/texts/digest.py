"""Texts of the digest: what people have to do, and how it is put off."""

from collections.abc import Iterable, Sequence
from datetime import date

from data.notices.digests import PreviousDigest
from data.notices.rules import OF_MATTERS, Entry, Rule
from data.standing.assignments import Assignment
from data.standing.due_state import DueState, due_state
from handlers.wording import NOTHING, Html, Language, Wording, cut, day_text, deadline_text, join, labels, series, some
from handlers.wording.report_lines import last_line
from handlers.wording.task_lines import task_line

HEAD = Wording("您好，{units}有 {count} 项任务请留意：", "Hello. To attend to for {units}: {count}")
HEAD_OF_MORE = Wording("您好，{units}有 {count} 件事请留意：", "Hello. To attend to for {units}: {count}")
OVERDUE = Wording("已过期限", "Past the deadline")
TODAY = Wording("今天到期", "Due today")
SOON = Wording("即将到期", "Coming up")
ONGOING = Wording("持续开展，本期还没报", "Ongoing, no report this period")
STALE = Wording("有一阵没更新了", "No update for a while")
HEADINGS = {
    DueState.OVERDUE: OVERDUE,
    DueState.TODAY: TODAY,
    DueState.SOON: SOON,
    DueState.LATER: SOON,
    DueState.NO_DATE: ONGOING,
}
SECTIONS = OVERDUE, TODAY, SOON, ONGOING, STALE
"""The headings in their order."""
FOOT = Wording(
    "\n点编号可报进展、稍后提醒或申请延期；报了完成就不再提醒。",
    "\nPress a code to report, to be reminded later or to ask for more time. Tasks reported done are not listed again.",
)
FOOT_WITHOUT_DUE = Wording(
    "\n点编号可报进展、报“本期无变化”或稍后提醒；报了这一期就不再提醒。",
    "\nPress a code to report, to say “no change” or to be reminded later. What is reported is not listed again this "
    "period.",
)
BACK = Wording("返回", "Back")
ALL_DONE = Wording("{day}的提醒都办完了，谢谢。", "Everything in the reminder of {day} is dealt with. Thank you.")
ALL_PUT_OFF = Wording(
    "{day}的提醒没有别的要办了，推迟的 {count} 项到时再提醒您。",
    "Nothing else is left of the reminder of {day}; I will come back to the {count} you put off.",
)
REPLACED = Wording(
    "{day}的提醒还有 {count} 项没办：{codes}。发{words}可以查看。",
    "Still open from the reminder of {day}: {codes} ({count}). Send {words} to see them.",
)
TO_SEE_TASKS = Wording("“我的任务”", "“my tasks”")
TO_SEE_RETURNS = Wording("“统计报表”", "“statistics returns”")
TAKEN_IN = Wording("{day}的提醒已并入下面新的一条。", "The reminder of {day} is part of the new one below.")
NO_LONGER = Wording(
    "{code} 不用办了：已经报过、推迟，或期限有变。",
    "Nothing more to do for {code}: it was reported, put off or changed.",
)
WHEN = Wording(
    "{code} 什么时候再提醒您？也可以直接回复，如“{code} 下周三再提醒”。",
    "When shall I remind you of {code}? You may also write it: “remind me of {code} on Friday”.",
)
IN_THE_MORNING = Wording("提醒都在早上发，不分钟点。", "Reminders come in the morning, not at an hour of their own.")
ONLY_ONCE = Wording(
    "只能推到某一天再提醒一次，不能定期提醒。", "A reminder can be put off to one day only; it cannot come regularly."
)
NOT_FOR_GOOD = Wording(
    "提醒不能一直关掉，报了完成就不再提醒；不该您单位办的，请发“告诉办公室”说明。",
    "Reminders cannot be stopped for good; they end when the task is reported done. If it is not yours, tell the "
    "office.",
)
LATER = Wording("稍后提醒", "Remind me later")
QUIET = Wording("设免打扰时段", "Set quiet hours")
TOMORROW = Wording("明天", "Tomorrow")
NEXT_WORKDAY = Wording("下个工作日", "Next working day")
IN_THREE_DAYS = Wording("三天后", "In three days")
NEXT_WEEK = Wording("下周", "Next week")
DAY_BEFORE = Wording("到期前一天", "The day before it is due")
PUT_OFF = Wording(
    "好的，{codes} 到{day}再提醒您。[\n（{due}到期，到时仍会提醒。）]",
    "All right, I will remind you of {codes} on {day}.[\n(It is due on {due}; I will mention it then.)]",
)
AS_USUAL = Wording("好的，{codes} 照常提醒，不推迟了。", "All right, I will remind you of {codes} as usual.")
WHICH_SNOOZE = Wording("哪一项稍后提醒？", "Which one shall I remind you of later?")
NOTHING_TO_SNOOZE = Wording(
    "最近的提醒里没有可推迟的任务。要推迟某一项，请写上编号，如“29-4 下周三再提醒”。",
    "No recent reminder has tasks to put off. To put a task off, name its code: “remind me of 29-4 on Friday”.",
)
ONLY_OF_TASKS = Wording(
    "我只能提醒任务，别的事记不了。要推迟某一项，请写上编号，如“29-4 下周三再提醒”。",
    "I can only remind you of tasks, of nothing else. To put one off, name its code: “remind me of 29-4 on Friday”.",
)
TOO_EARLY = Wording(
    "请写今天以后的日子，如“下周三”或“12月5日”。", "Please name a day after today, such as “Friday” or “5 Dec”."
)
TOO_LATE = Wording("最晚可以推迟到{last}，请换个日子。", "It can be put off until {last} at most.")

MOST_CODES, LONGEST_NAME = 20, 40
MOST_OF_NAMES = 100
"""The greatest length of several units' names, in UTF-16 units."""


def head(own: Sequence[Entry], language: Language) -> Html:
    """Return whose tasks and matters these are, and how many."""
    wording = HEAD if all(entry.rule not in OF_MATTERS for entry in own) else HEAD_OF_MORE
    return wording(language, units=names((each.subject.unit or "" for each in own), language), count=len(own))


def section(entry: Entry, today: date) -> tuple[int, Wording]:
    """Return the heading under which a task stands, and its place among the headings."""
    heading = STALE if entry.rule is Rule.STALE else HEADINGS[due_state(entry.assignment.due, today)]
    return SECTIONS.index(heading), heading


def names(units: Iterable[str], language: Language) -> str:
    """Return the names of several units, each once."""
    return cut(series(dict.fromkeys(units), language), MOST_OF_NAMES)


def actions(assignment: Assignment, language: Language, *, named: bool) -> Html:
    """Return one task of the digest, with its deadline in the plan's words and its last report."""
    text = deadline_text(assignment.deadline_text, assignment.deadline, assignment.due, language)
    last = last_line(assignment.last, language) if assignment.last else NOTHING
    fields = ((labels.FIELD_DEADLINE, text), (labels.LAST_REPORT, last))
    return join([task_line(assignment, language, named), *labels.all_labelled(fields, language)])


def put_off(group: Sequence[Assignment], until: date, language: Language, today: date) -> Html:
    """Return until when tasks are put off, and whether one of them falls due before that."""
    codes = series(dict.fromkeys(each.code for each in group), language)
    due = min((each.due for each in group if each.due and today < each.due < until), default=None)
    before = day_text(due, language, today) if due else ""
    return PUT_OFF(language, codes=codes, day=day_text(until, language, today), due=before)


def nothing_left(day: str, put_off: int, language: Language) -> Html:
    """Return what is said if a digest has no line left; `put_off` counts the tasks put off."""
    return ALL_PUT_OFF(language, day=day, count=put_off) if put_off else ALL_DONE(language, day=day)


def replaced(before: PreviousDigest, left: Sequence[tuple[Rule, str]], language: Language, today: date) -> Html:
    """Return what is `left` of a digest that a later one has replaced, as (rule, name), and how to see it."""
    day = day_text(before.day, language, today)
    if not before.entries:
        return nothing_left(day, before.put_off, language)
    if not left:
        return TAKEN_IN(language, day=day)
    shown = some([name for _, name in left], language, MOST_CODES, LONGEST_NAME)
    ways = dict.fromkeys(TO_SEE_RETURNS if rule is Rule.RETURN_DUE else TO_SEE_TASKS for rule, _ in left)
    words = series((str(way(language)) for way in ways), language)
    return REPLACED(language, day=day, count=len(left), codes=shown, words=words)
