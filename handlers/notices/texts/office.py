"""Texts of the office's part of the morning message: what is new, what waits for it, and what is missing."""

from collections.abc import Sequence

from data.notices.rules import Entry, NoticeMatter
from data.people.people import Person, Role
from data.reporting.reviews import FullReport
from handlers.notices.texts.digest import names
from handlers.wording import NOTHING, Html, Language, Wording, cut, html, join, labels, series, some
from handlers.wording.task_lines import list_line

HEAD = Wording("早上好，今天请办公室留意：", "Good morning. For the office today:")
HEAD_BESIDE = Wording("另请办公室留意：", "And for the office:")
BLOCKED = Wording("新报受阻", "Newly blocked")
REASON = Wording("困难和需要的支持：{reason}", "Obstacle and need: {reason}")
WAITING = Wording("等待审核或答复", "Waiting for review or an answer")
STILL = Wording("还有 {count} 份", "{count} in all")
CAME_IN = Wording("新到工作信息", "New work information")
PIECE = Wording("{unit}《{title}》", "{unit}: {title}")
SEE_WHAT_CAME = Wording("看工作信息（{count}）", "See it ({count})")
LATE_RETURNS = Wording("统计报表已截止，还没报", "Statistics returns that are overdue")
LATE_RETURN = Wording("{title}：{units}", "{title}: {units}")
ESCALATED = Wording("逾期且一周没有填报", "Overdue, and no report for a week")
STALE = Wording("持续开展的任务，上一期没有填报", "Ongoing tasks without a report in the last period")
OWN = Wording("办公室自己的任务", "The office's own tasks")
NO_LIAISON = Wording("这些单位还没有联络员登记，提醒无人接收", "These units have nobody registered to get reminders")
OF_A_UNIT = Wording("{unit}：{count} 项（{codes}）", "{unit}: {count} ({codes})")
TO_SETTLE = Wording("任务表待核对，逐项看一遍即可", "To settle in the plan, one by one")
MISSING = Wording("没有完成时间 {count} 项", "{count} without a deadline")
DOUBTED = Wording("完成时间存疑 {count} 项", "{count} with a deadline in doubt")
ALONE = Wording("没有责任单位 {count} 项", "{count} without a unit")
EVENTS = Wording("这些任务在等一件事，请确认是否已经发生", "These tasks depend on an event; has it happened?")
EVENT = Wording("{code} 等待：{event}", "{code} waits for: {event}")
UNREACHABLE = Wording(
    "{name}（{units}）已收不到消息，可能停用了机器人或注销了账号。请换个方式联系；对方给我发任意消息即可恢复。",
    "{name} ({units}) can no longer be reached and may have stopped the bot. Please get in touch another way; if they "
    "send me any message, reminders resume.",
)
MORE_PEOPLE = Wording("……另有 {count} 人收不到消息", "… and {count} more people who cannot be reached")
URGENT = Wording(
    "<b>急</b>：{unit}（{by}）请办公室马上看", "<b>Urgent</b>: {unit} ({by}) asks the office to look at this at once"
)
URGENT_SENT_OF = Wording("{code} 已请办公室马上看。", "The office has been asked to look at {code} at once.")
NOTHING_URGENT = Wording(
    "还没有可以标“急”的填报。请连同情况一起写，例如：2-3受阻，急：检测经费没有落实。",
    "There is no report to mark as urgent yet. Please write it with the status: 2-3 blocked, urgent: no budget.",
)
INVITE = Wording("邀请 {unit}", "Invite {unit}")
SEE_ALL = Wording("全部 {count}：{what}", "All {count}: {what}")
SETTLE = Wording("核对期限（{count}）", "Settle them ({count})")
HAPPENED = Wording("{code} 已发生", "{code} has happened")

MOST_CODES = 6
MOST_PEOPLE = 5
MOST_PIECES = 3


def urgent(report: FullReport, language: Language) -> Html:
    """Return a report that its liaison has marked as urgent."""
    said = [(labels.FIELD_OBSTACLE, cut(report.obstacle, 1000)), (labels.FIELD_NOTE, cut(report.note, 1000))]
    line = Html(
        f"<b>{html(report.code)}</b> {html(report.title.said_in(language))} · {labels.STATUS[report.status](language)}"
    )
    return join([URGENT(language, unit=report.unit, by=report.by), line, *labels.all_labelled(said, language)])


def blocked(entry: Entry, language: Language) -> Html:
    """Return a task that was reported blocked, and why."""
    obstacle = entry.assignment.last.obstacle if entry.assignment.last else ""
    line = list_line(entry.assignment, language, name_unit=True)
    return join([line, REASON(language, reason=cut(obstacle, 120))]) if obstacle else line


def came_in(pieces: Sequence[NoticeMatter], language: Language) -> Html:
    """Return which work information has come, with the first pieces by title."""
    named = [str(PIECE(language, unit=each.unit, title=cut(each.title, 30))) for each in pieces[:MOST_PIECES]]
    more = labels.MORE(language, count=len(pieces) - MOST_PIECES) if len(pieces) > MOST_PIECES else NOTHING
    return join([Html(series(named, language)), more], " ")


def of_a_unit(unit: str, group: Sequence[Entry], language: Language) -> Html:
    """Return several tasks of one unit in a line."""
    codes = list(dict.fromkeys(entry.assignment.code for entry in group))
    return OF_A_UNIT(language, unit=unit, count=len(group), codes=some(codes, language, MOST_CODES))


def to_settle(missing: int, doubted: int, alone: int, language: Language) -> Html:
    """Return how many deadlines and units the office is asked about."""
    told = ((MISSING, missing), (DOUBTED, doubted), (ALONE, alone))
    return join([words(language, count=count) for words, count in told if count], "，" if language == "zh" else ", ")


def event(entry: Entry, language: Language) -> Html:
    """Return a task and what it waits for."""
    task = entry.assignment
    return EVENT(language, code=task.code, event=cut(task.deadline.event or task.deadline_text, 60))


def unreachable(people: Sequence[Person], language: Language) -> list[Html]:
    """Return a line for each person that messages no longer reach."""

    def line(person: Person) -> Html:
        units = names(person.units, language) or labels.ROLE[Role.COORDINATOR](language)
        return UNREACHABLE(language, name=cut(person.name, 40), units=units)

    return labels.some_lines(people, line, MOST_PEOPLE, language, MORE_PEOPLE)
