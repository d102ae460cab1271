"""Texts of a task's card."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from data.exports.texts import sheets
from data.office.extensions import Extension
from data.office.task_notes import TaskNote
from data.reporting.reviews import FullReport
from data.standing.assignments import Assignment, TaskCard
from data.standing.standing import Status
from handlers.wording import (
    NOTHING,
    Html,
    Language,
    Wording,
    bracketed,
    cut,
    days_left_text,
    deadline_text,
    html,
    in_chat,
    join,
    labels,
    series,
)
from handlers.wording.report_lines import last_report
from handlers.wording.task_lines import standing_text, status_text

TITLE = Wording("任务简称", "Original title")
SECTION = in_chat(sheets.SECTION)
ITEM = in_chat(sheets.ITEM)
UNITS = Wording("责任单位", "Units")
STEPS = Wording("步骤", "Steps")
NOTE = Wording("单位反映（待回复）", "Notes from units (waiting for an answer)")
NOTE_SAID = Wording("{unit} {by}：“{text}”", "{by}, {unit}: “{text}”")
MORE_NOTES = Wording("另有 {count} 条。", "{count} more.")
REMARK = Wording("说明", "Remark")
JOINT = Wording("{reported}/{total} 家已报", "{reported} of {total} have reported")
ASKED_UNTIL = Wording("{unit}已申请延到{day}，等待答复", "[{unit} has ]asked for until {day}, waiting for an answer")
UNTIL = Wording("延到{day}", "put off until {day}")
COMMA = Wording("，", ", ")
ROLES = {role: in_chat(words) for role, words in sheets.ROLES.items()}
GIVEN_BACK = Wording("已退回", "returned")
SHORT, MOST_NOTES, MANY_ALIKE = 100, 3, 4


@dataclass(frozen=True, slots=True)
class CardShown:
    """A task's card as one reader sees it.

    `mine` are the reader's own assignments, `told` those whose reports they may see, and `asked` the requests for more
    time on those that wait. `figures` are those of the latest reports by report id, `steps` the progress of the steps,
    `notes` the units' notes that the office has not answered, `evidence` the newest of each assignment (with its
    report's id and how many files it is), `to_review` the reports that wait for a verdict. `for_office` is whether a
    coordinator reads it. `short` abbreviates a unit's name where there are many.
    """

    card: TaskCard
    mine: Sequence[Assignment] = ()
    told: Sequence[Assignment] = ()
    asked: Sequence[Extension] = ()
    figures: Mapping[int, Html] = field(default_factory=dict)
    steps: Html = NOTHING
    notes: Sequence[TaskNote] = ()
    evidence: Sequence[tuple[Assignment, int, int]] = ()
    to_review: Sequence[FullReport] = ()
    for_office: bool = False
    short: Callable[[str], str] = str


def card(shown: CardShown, language: Language) -> Html:
    """Return a task's card."""
    card = shown.card
    title = card.title.said_in(language)
    named = len(card.assignments) > 1 and not shown.mine
    waiting = (ASKED_UNTIL(language, day=each.proposed, unit=each.unit if named else "") for each in shown.asked)
    fields = [
        (TITLE, html(card.title if title != card.title else "")),
        (SECTION, html(card.section)),
        (ITEM, html(card.item)),
        (labels.FIELD_MEASURE, html(cut(card.measure, 1000))),
        (labels.FIELD_DELIVERABLE, html(cut(card.deliverable, 500))),
        (labels.FIELD_DEADLINE, join([_deadline(card, shown.mine, language), *waiting])),
        (UNITS, _states(card, language, shown.short)),
        (labels.LAST_REPORT, _last_reports(shown.told, language, shown.figures)),
        (STEPS, shown.steps),
        (NOTE, _notes(shown.notes, language)),
        (REMARK, html(cut(card.remark, 300))),
    ]
    head = Html(f"<b>{html(card.code)} {html(title)}</b>")
    return join([head, *labels.all_labelled(fields, language)])


def _notes(notes: Sequence[TaskNote], language: Language) -> Html:
    def said(note: TaskNote) -> Html:
        return NOTE_SAID(language, unit=note.unit, by=note.by, text=cut(note.text, 200))

    return join(labels.some_lines(notes, said, MOST_NOTES, language, MORE_NOTES))


def _last_reports(told: Sequence[Assignment], language: Language, figures: Mapping[int, Html]) -> Html:
    """Return the latest report of a single unit, or that of each unit in short."""
    if len(told) == 1:
        return last_report(told[0].last, language, figures=figures)
    short = ((each.unit, last_report(each.last, language, SHORT, figures)) for each in told if each.last is not None)
    return join([join([html(unit), report], " · ") for unit, report in short])


def _state_text(assignment: Assignment, language: Language) -> Html:
    """Return the state of an assignment. A returned report is marked, and its percentage left out if it said done."""
    last = assignment.last
    if assignment.finished or last is None or last.returned is None:
        return standing_text(assignment, language)
    said_done = last.status is Status.SUBMITTED
    words = labels.STATUS[assignment.status](language)
    status = words if said_done else status_text(assignment.status, assignment.percent, language)
    return Html(status + bracketed(GIVEN_BACK(language), language))


def _deadline(card: TaskCard, mine: Sequence[Assignment], language: Language) -> Html:
    """Return the plan's deadline, the day it was extended to for the reader's or the only unit, and the days left."""
    group = [*mine, *card.assignments]
    original = next((each.original_due for each in group if each.original_due), card.deadline.due)
    open_ones = [each for each in group if not each.finished and each.days_left is not None]
    concerned = mine or (card.assignments if len(card.assignments) == 1 else ())
    put_off = next((new for each in concerned if (new := _new_day(each, language))), NOTHING)
    written = join([deadline_text(card.deadline_text, card.deadline, original, language), put_off], COMMA(language))
    days_left = open_ones[0].days_left if open_ones else None
    return join([written, days_left_text(days_left, language) if days_left is not None else NOTHING], " · ")


def _new_day(assignment: Assignment, language: Language) -> Html:
    return UNTIL(language, day=assignment.due) if assignment.extended else NOTHING


def _units(units: Sequence[Assignment], language: Language, short: Callable[[str], str]) -> Html:
    """Return the names of units in the same state, short if they are many, with their role if the plan tells lead and
    joint units apart."""
    many = len(units) >= MANY_ALIKE
    names = html(series((short(each.unit or "") if many else each.unit or "" for each in units), language))
    role = ROLES.get(units[0].role or "")
    return Html(names + bracketed(role(language), language)) if role else names


def _states(card: TaskCard, language: Language, short: Callable[[str], str]) -> Html:
    """Return the units of a task with their state; if many are in the same state, they share a line."""
    if not card.assignments:
        return labels.NOT_STATED(language)
    if len(card.assignments) == 1:
        only = card.assignments[0]
        return join([_units([only], language, short), _state_text(only, language)], " · ")
    reported = sum(each.last is not None or each.status is Status.CLOSED for each in card.assignments)
    alike = dict[tuple[str | None, str, Html], list[Assignment]]()
    for each in card.assignments:
        status = join([_state_text(each, language), _new_day(each, language)], " · ")
        alike.setdefault((each.role, each.light, status), []).append(each)
    lines = [JOINT(language, reported=reported, total=len(card.assignments))]
    for (_, light, status), units in alike.items():
        for together in [units] if len(units) >= MANY_ALIKE else [[each] for each in units]:
            named = _units(together, language, short)
            lines.append(labels.UNIT_STATE(language, light=light, unit=named, status=status))
    return join(lines)
