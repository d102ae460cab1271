"""Lists of tasks and a task's card."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from data.plan.deadlines import Kind
from data.plan.tasks import Assignment, LastReport, TaskCard
from data.standing.standing import FINISHED, Light, Status
from handlers.tasks.texts.lists import COUNT, COUNT_ONE, NO_TASKS
from handlers.telegram import labels
from handlers.telegram.days import day_text, days_left_text, deadline_text
from handlers.telegram.wording import Html, Language, Wording, bracketed, cut, html, join

SECTION = Wording("任务名称", "Section")
ITEM = Wording("任务细项", "Item")
MEASURE = Wording("细化措施", "Measure")
DELIVERABLE = Wording("成果", "Deliverable")
DEADLINE = Wording("完成时间", "Deadline")
UNITS = Wording("责任单位", "Units")
REMARK = Wording("说明", "Remark")
JOINT = Wording("{reported}/{total} 家已报", "{reported} of {total} have reported")
ASKED_UNTIL = Wording("已申请延到{day}，等待答复", "asked for until {day}, waiting for an answer")
UNTIL = Wording("延到{day}", "put off until {day}")
COMMA = Wording("，", ", ")
STATUS_PERCENT = Wording("{status} {percent}%", "{status} {percent}%")
REPORT_LINE = Wording("{day} {by}：{state}", "{day} {by}: {state}")
GIVEN_BACK = Wording("已退回", "returned")
RETURNED_WHY = Wording("退回原因", "Returned because")
UNDATED = {
    Kind.ONGOING: Wording("持续开展", "ongoing"),
    Kind.CONDITIONAL: Wording("待确定", "to be determined"),
    Kind.ARRANGED: Wording("待上级安排", "as arranged from above"),
    Kind.UNCLEAR: Wording("待办公室确认", "to be confirmed"),
}
SHORT = 100
NONE: Mapping[int, Html] = {}
NO_DATE = Wording("期限未明确", "no deadline stated")


def count_text(count: int, language: Language) -> Html:
    """How many tasks; a list begins with it."""
    return COUNT_ONE(language) if count == 1 else COUNT(language, count=count)


def task_list(
    heading: Html,
    shown: Sequence[Assignment],
    everything: Sequence[Assignment],
    language: Language,
    name_units: bool,
) -> Html:
    """One page of a list: count, heading and lights on top, then a line a task."""
    if not everything:
        return join([join([count_text(0, language), heading], " · "), NO_TASKS(language)])
    lights = Counter(each.light for each in everything)
    legend = " ".join(f"{light}{lights[light]}" for light in Light if lights[light])
    head = join([count_text(len(everything), language), heading, html(legend)], " · ")
    return join([head, *(task_line(each, language, name_units) for each in shown)])


def task_line(assignment: Assignment, language: Language, name_unit: bool = False) -> Html:
    """A task in one line: light, code, title, when it is due or how it stands."""
    unit = bracketed(assignment.unit or labels.UNIT_UNNAMED(language), language) if name_unit else ""
    tail = "" if (words := urgency_text(assignment, language)) == "" else f" · {words}"
    title = html(cut(assignment.title, 40))
    return Html(f"{assignment.light} <b>{html(assignment.code)}</b> {title}{html(unit)}{tail}")


def urgency_text(assignment: Assignment, language: Language) -> Html:
    """What matters most about an assignment: that it is done, or blocked, or when it is due."""
    if assignment.status in FINISHED:
        return labels.STATUS[assignment.status](language)
    if assignment.days_left is not None:
        return days_left_text(assignment.days_left, language)
    if assignment.status is Status.BLOCKED:
        return labels.STATUS[Status.BLOCKED](language)
    return undated_text(assignment, language)


def undated_text(assignment: Assignment, language: Language) -> Html:
    """In place of a due day, what the plan says instead; in Chinese in its own words."""
    kind = assignment.deadline.kind
    if language == "zh" and assignment.deadline_text:
        return html(cut(assignment.deadline_text, 20))
    return UNDATED.get(kind, NO_DATE)(language)


def task_button(assignment: Assignment, unit_in: Language | None = None) -> str:
    """The words on a task's button; they begin with its code, and name its unit where a language for that is given."""
    unit = bracketed(assignment.unit or "", unit_in) if unit_in else ""
    return cut(f"{assignment.code} {assignment.title}", 40 - len(unit)) + unit


def of_several_units(choices: Sequence[Assignment]) -> bool:
    """Whether it must be said of which unit each is."""
    return len({each.unit for each in choices}) > 1


def card(
    card: TaskCard,
    mine: Sequence[Assignment],
    told: Sequence[Assignment],
    asked_until: date | None,
    language: Language,
    figures: Mapping[int, Html] = NONE,
) -> Html:
    """A task's card for somebody whose own assignments are `mine`, and who may see what was reported on those `told`;
    `asked_until` is a day they ask for, `figures` are those of the latest reports by their ids."""
    fields = [
        (SECTION, html(card.section)),
        (ITEM, html(card.item)),
        (MEASURE, html(cut(card.measure, 1000))),
        (DELIVERABLE, html(cut(card.deliverable, 500))),
        (DEADLINE, join([_deadline(card, mine, language), _asked(asked_until, language)])),
        (UNITS, _states(card, language)),
        (labels.LAST_REPORT, _last_reports(told, language, figures)),
        (REMARK, html(cut(card.remark, 300))),
    ]
    return join(
        [
            Html(f"<b>{html(card.code)} {html(card.title)}</b>"),
            *(labels.CARD_FIELD(language, label=label(language), value=value) for label, value in fields if value),
        ]
    )


def last_report(
    report: LastReport | None, language: Language, most: int = 500, figures: Mapping[int, Html] = NONE
) -> Html:
    """The latest report: what was said, what blocks, its figures, why it was given back; empty when there is none.

    Texts are of at most `most` characters each.
    """
    if report is None:
        return Html("")
    return join(
        [
            last_line(report, language),
            html(cut(report.note, most)),
            _labelled(labels.FIELD_OBSTACLE, cut(report.obstacle, most), language),
            _labelled(labels.FIELD_FIGURES, figures.get(report.id, Html("")), language),
            _labelled(RETURNED_WHY, cut(report.returned or "", most), language),
        ]
    )


def _labelled(label: Wording, text: str, language: Language) -> Html:
    return labels.CARD_FIELD(language, label=label(language), value=text) if text else Html("")


def _last_reports(told: Sequence[Assignment], language: Language, figures: Mapping[int, Html]) -> Html:
    """The latest report of the one unit, or in short that of each unit that has given one."""
    if len(told) == 1:
        return last_report(told[0].last, language, figures=figures)
    each_one = [
        join([html(each.unit), last_report(each.last, language, SHORT, figures)], " · ")
        for each in told
        if each.last is not None
    ]
    return join(each_one)


def last_line(report: LastReport, language: Language) -> Html:
    """When the latest report was given, by whom, and what status it gave."""
    return REPORT_LINE(
        language,
        day=day_text(report.at.date(), language),
        by=report.by,
        state=said_text(report.status, report.percent, language),
    )


def said_text(status: Status, percent: int, language: Language) -> Html:
    """The status that a report gives: 已完成, where the task itself then is 待审核."""
    return labels.DONE(language) if status is Status.SUBMITTED else status_text(status, percent, language)


def status_text(status: Status, percent: int, language: Language) -> Html:
    """How a task stands, with its percent where that says more; of what is blocked 0 % says nothing."""
    words = labels.STATUS[status](language)
    if status is Status.IN_PROGRESS or (status is Status.BLOCKED and percent):
        return STATUS_PERCENT(language, status=words, percent=percent)
    return words


def _stands(assignment: Assignment, language: Language) -> Html:
    """How a unit's part stands; of one given back that, and no percent where it was said to be done."""
    last = assignment.last
    if assignment.finished or last is None or last.returned is None:
        return status_text(assignment.status, assignment.percent, language)
    said_done = last.status is Status.SUBMITTED
    words = labels.STATUS[assignment.status](language)
    status = words if said_done else status_text(assignment.status, assignment.percent, language)
    return Html(status + bracketed(GIVEN_BACK(language), language))


def _deadline(card: TaskCard, mine: Sequence[Assignment], language: Language) -> Html:
    """The deadline of the plan, the day until which it was put off for the reader's units or the only one, how long."""
    group = [*mine, *card.assignments]
    original = next((each.original_due for each in group if each.original_due), card.deadline.due)
    open_ones = [each for each in group if not each.finished and each.days_left is not None]
    concerned = mine or (card.assignments if len(card.assignments) == 1 else ())
    put_off = next((new for each in concerned if (new := _new_day(each, language))), Html(""))
    written = join([deadline_text(card.deadline_text, card.deadline, original, language), put_off], COMMA(language))
    days_left = open_ones[0].days_left if open_ones else None
    return join([written, days_left_text(days_left, language) if days_left is not None else Html("")], " · ")


def _new_day(assignment: Assignment, language: Language) -> Html:
    """Until when a unit's deadline was put off; empty where it was not."""
    if assignment.due is None or assignment.due == assignment.original_due:
        return Html("")
    return UNTIL(language, day=day_text(assignment.due, language))


def _asked(asked_until: date | None, language: Language) -> Html:
    """That more time has been asked for."""
    return ASKED_UNTIL(language, day=day_text(asked_until, language)) if asked_until else Html("")


def _states(card: TaskCard, language: Language) -> Html:
    """The units of a task; of a joint one, how each stands."""
    if not card.assignments:
        return labels.NOT_STATED(language)
    if len(card.assignments) == 1:
        only = card.assignments[0]
        return join([html(only.unit), _stands(only, language)], " · ")
    reported = sum(each.last is not None or each.status is Status.CLOSED for each in card.assignments)
    head = JOINT(language, reported=reported, total=len(card.assignments))
    return join(
        [
            head,
            *(
                labels.UNIT_STATE(
                    language,
                    light=each.light,
                    unit=each.unit,
                    status=join([_stands(each, language), _new_day(each, language)], " · "),
                )
                for each in card.assignments
            ),
        ]
    )
