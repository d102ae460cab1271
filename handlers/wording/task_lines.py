"""Texts for a task in a line, and for its state."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from data.plan.deadlines import DeadlineKind
from data.standing.assignments import Assignment
from data.standing.standing import FINISHED, Light, Status
from handlers.wording import NOTHING, labels
from handlers.wording.days import days_left_text
from handlers.wording.wordings import (
    Html,
    Language,
    Wording,
    bracketed,
    cut,
    cut_to_width,
    html,
    join,
    plain,
    screen_width,
)

STATUS_PERCENT = Wording("{status} {percent}%", "{status} {percent}%")
UNDATED = {
    DeadlineKind.ONGOING: Wording("持续开展", "ongoing"),
    DeadlineKind.CONDITIONAL: Wording("待确定", "to be determined"),
    DeadlineKind.ARRANGED: Wording("待上级安排", "as arranged from above"),
    DeadlineKind.UNCLEAR: Wording("待办公室确认", "to be confirmed"),
}
LINE_LENGTH, LINE_OF_LETTERS = 38, 44
"""The width of a line on a phone, in columns (a Chinese character takes two), and of a line in English, whose letters
are narrower than half a Chinese character."""
WIDEST_TAIL = 16
INDENT: Mapping[Language, str] = {"zh": "　", "en": "    "}
"""Before a second line that belongs to the first."""
NO_DATE = Wording("期限未明确", "no deadline")


def count_text(count: int, language: Language) -> Html:
    """Return the number of tasks, with which a list begins."""
    return COUNT_ONE(language) if count == 1 else COUNT(language, count=count)


def task_line(assignment: Assignment, language: Language, name_unit: bool = False) -> Html:
    """Return a task in one line: light, code, title, and when it is due or how it stands."""
    unit = bracketed(assignment.unit or labels.UNIT_UNNAMED(language), language) if name_unit else ""
    tail = "" if (words := urgency_text(assignment, language)) == "" else f" · {words}"
    title = html(cut(assignment.title.said_in(language), 40))
    return Html(f"{light_text(assignment)} <b>{html(assignment.code)}</b> {title}{html(unit)}{tail}")


def urgency_text(assignment: Assignment, language: Language) -> Html:
    """Return what matters most about an assignment: that it is done, when it is due, or that it is blocked."""
    if assignment.status in FINISHED:
        return labels.STATUS[assignment.status](language)
    if assignment.days_left is not None:
        return days_left_text(assignment.days_left, language)
    if assignment.status is Status.BLOCKED:
        return labels.STATUS[Status.BLOCKED](language)
    return undated_text(assignment, language)


def undated_text(assignment: Assignment, language: Language) -> Html:
    """Return the text for an assignment without a due day: in Chinese the plan's own words."""
    kind = assignment.deadline.kind
    if language == "zh" and assignment.deadline_text:
        return html(cut(assignment.deadline_text, 20))
    return UNDATED.get(kind, NO_DATE)(language)


def of_several_units(choices: Sequence[Assignment]) -> bool:
    """Return whether the assignments belong to more than one unit, so that each must name its own."""
    return len({each.unit for each in choices}) > 1


def status_text(status: Status, percent: int, language: Language) -> Html:
    """Return a status, with the percentage if it adds something."""
    words = labels.STATUS[status](language)
    if percent and status in (Status.IN_PROGRESS, Status.BLOCKED):
        return STATUS_PERCENT(language, status=words, percent=percent)
    return words


def standing_text(assignment: Assignment, language: Language) -> Html:
    """Return the status of an assignment, or that it was never reported on."""
    if assignment.never_reported:
        return labels.NEVER_REPORTED(language)
    return status_text(assignment.status, assignment.percent, language)


COUNT = Wording("共 {count} 项", "{count} tasks")
COUNT_ONE = Wording("共 1 项", "1 task")


def task_list(
    heading: Html,
    shown: Sequence[Assignment],
    everything: Sequence[Assignment],
    language: Language,
    name_units: bool,
    below: Callable[[Assignment], Html] | None = None,
) -> Html:
    """Return a page of a list: count, heading and lights, a line for each task, and what is to stand `below` it."""
    if not everything:
        return join([join([count_text(0, language), heading], " · "), NO_TASKS(language)])
    lights = Counter(each.light for each in everything)
    legend = " ".join(f"{light}{lights[light]}" for light in Light if lights[light])
    head = join([count_text(len(everything), language), heading, html(legend)], " · ")
    lines = (join([list_line(each, language, name_units), below(each) if below else NOTHING]) for each in shown)
    return join([head, *lines])


def reason_line(assignment: Assignment, language: Language) -> Html:
    """Return why an assignment's last report was returned, and its obstacle, to stand below its line, if any."""
    last = assignment.last
    returned = labels.labelled(RETURNED_WHY, cut(last.returned or "", LONGEST_REASON), language) if last else NOTHING
    said = join([returned, html(cut(last.obstacle or "", LONGEST_REASON))], " ") if last else returned
    return line_below(said, language)


def list_line(assignment: Assignment, language: Language, name_unit: bool = False) -> Html:
    """Return a task in a line that fits a phone: light, code, the title as far as it fits, and when it is due or how it
    stands; if its unit is named, in two lines, the second with the unit."""
    tail = cut_to_width(plain(urgency_text(assignment, language)), WIDEST_TAIL)
    line = LINE_OF_LETTERS if assignment.title.said_in(language).isascii() else LINE_LENGTH
    beside = f"\n{INDENT[language]}{assignment.unit or labels.UNIT_UNNAMED(language)}" if name_unit else ""
    taken = f"{light_text(assignment)} {assignment.code} " + ("" if name_unit else f" · {tail}")
    title = cut_to_width(assignment.title.said_in(language), line - screen_width(taken))
    return Html(f"{light_text(assignment)} <b>{html(assignment.code)}</b> {html(title)}{html(beside)} · {html(tail)}")


def standing_line(assignment: Assignment, language: Language, name_unit: bool = False) -> Html:
    """Return a task in a line as in a list, with how far it is, for who asks how it stands."""
    line = list_line(assignment, language, name_unit)
    stands = standing_text(assignment, language)
    return line if assignment.finished else Html(f"{line} · {html(stands)}")


def line_below(said: Html, language: Language) -> Html:
    """Return words as a line that belongs to the line of a task above it; empty if there are none."""
    return Html(f"{INDENT[language]}{said}") if said else said


def light_text(assignment: Assignment) -> str:
    """Return the light, marked if it is red because of a deadline that the plan itself calls doubtful."""
    return f"{assignment.light}⚠️" if assignment.doubtful and assignment.overdue else str(assignment.light)


LONGEST_REASON = 80
RETURNED_WHY = Wording("退回原因", "Returned because")
NO_TASKS = Wording("目前没有这样的任务。", "There are none at present.")
