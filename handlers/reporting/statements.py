"""Statements: what a sentence says for a report, the answers that follow from it, and what cannot be taken."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from data.errors import NoteTooLong, Refusal
from data.errors.reporting import PercentOutOfRange
from data.exports.texts import number
from data.reporting.answers import FIXED, figure_answers, with_present_percent
from data.reporting.batches import unsubmitted_draft
from data.reporting.drafts import UNDER_WAY, Draft, Step, checked_note
from data.reporting.figures import Unclear, doubtful_figures, may_put_right, running_totals_in, unclear_figures
from data.reporting.totals import late_report, reported_before
from data.standing.assignments import Assignment
from data.standing.standing import Status
from data.understanding import Kind, Understanding, of_kind, says, values_of
from data.understanding.normalise.sentence import blank
from data.understanding.reporting.corrections import adds_its_numbers
from data.understanding.reporting.numbers_put_right import number_correction
from data.understanding.reports import behind_its_task, says_in_one_sentence
from handlers.dialog.words import DENIES, SKIPS, SLIPS
from handlers.telegram import Context
from handlers.wording import plain_word

AROUND = " \n,，:：、"


@dataclass(frozen=True, slots=True)
class Statement:
    """What is said about a task. A None value was not said, or is among the `faults` and must be asked for. Unless
    `stated`, the status only follows from the rest. Numbers that are `unclear` are asked about. `rewritten` replaces
    the note, and with `adds` the figures are added to those there are (又立案3件); those that are `new` put right none
    reported before. `unchanged` is whether it only says that nothing has changed in this period."""

    status: Status
    stated: bool = True
    percent: int | None = None
    note: str | None = ""
    obstacle: str | None = None
    figures: Mapping[str, float] = field(default_factory=dict)
    running: tuple[str, ...] = ()
    unclear: Unclear = field(default_factory=dict)
    faults: tuple[Refusal, ...] = ()
    rewritten: str | None = None
    adds: bool = False
    new: bool = False
    unchanged: bool = False

    @property
    def tells_more_than_a_note(self) -> bool:
        """Whether a status, a percent or figures are stated."""
        return self.stated or self.percent is not None or self.has_figures

    @property
    def only_figures(self) -> bool:
        """Whether nothing but figures is stated: a piece of a report rather than a report."""
        more = self.stated or self.note or self.obstacle or self.rewritten or self.percent is not None
        return self.has_figures and not more

    @property
    def is_bare(self) -> bool:
        """Whether nothing but a status or a percent is stated."""
        return not (self.note or self.obstacle or self.has_figures)

    @property
    def has_figures(self) -> bool:
        """Whether figures are stated, though perhaps unclear ones."""
        return bool(self.figures or self.unclear)


SUPPLIED = "report_corrections.supplied"
"""Says that what was missing in a returned report is there now."""
DONE_OR_GOING_ON = (Status.IN_PROGRESS, Status.SUBMITTED)
UNSAID = Statement(Status.IN_PROGRESS, stated=False)
"""Says nothing of the status, so that something else may be said."""


def new_report_answers(
    context: Context, assignment: Assignment, said: Statement, *, percent_stays: bool
) -> dict[str, Any]:
    """Return the answers of a new report on an assignment.

    If no percent is said, that of the last report is kept for blocked work, with `percent_stays`, or beside figures
    that may put it right; otherwise it is asked for. Work said to be done stays so if neither a status nor a
    percent is said.
    """
    if assignment.status is Status.SUBMITTED and not said.stated and said.percent is None:
        said = replace(said, status=Status.SUBMITTED)
    percent, last = said.percent, assignment.last
    figures = figure_answers_with(context, Draft(0, context.person.id, assignment.id, Step.STATUS), said)
    of_late = bool(figures["doubted"]) and late_report(context.db, assignment.id, context.today) is not None
    percent_stays = percent_stays or of_late
    known = said.status is Status.BLOCKED or (percent_stays and last is not None)
    faulty = any(isinstance(fault, PercentOutOfRange) for fault in said.faults)
    if percent is None and known and not faulty:
        percent = assignment.percent
    given = {"status": said.status, "percent": percent}
    return {
        **(given if faulty else with_present_percent(assignment, given)),
        "note": said.note,
        "obstacle": said.obstacle,
        **figures,
        "evidence": True,
        "unchanged": percent if said.unchanged else None,
        "seen_report_id": last.id if last else None,
    }


def draft_answers_with(context: Context, draft: Draft, said: Statement) -> dict[str, Any]:
    """Return the answers of an unsubmitted report after taking in a statement; what it does not say stays."""
    moved = draft.status not in UNDER_WAY and said.percent is not None
    status = said.status if said.stated or draft.status is None or moved else draft.status
    percent = draft.percent if draft.status in UNDER_WAY and status in UNDER_WAY else None
    figures = figure_answers_with(context, draft, said)
    return {
        "status": status,
        "percent": FIXED.get(status, percent if said.percent is None else said.percent),
        "note": _note_onto(draft, said),
        "obstacle": said.obstacle or draft.obstacle,
        "unchanged": said.percent if said.unchanged else None,
        **figures,
        "figures": figures["figures"] or draft.figures,
    }


def figure_answers_with(context: Context, draft: Draft, said: Statement) -> Mapping[str, Any]:
    """Return the figures of an unsubmitted report after taking in those of a statement, with the doubted ones. What is
    to be added is summed, unless it equals the present value or is a running total; a total that it is added to stays
    one."""
    figures, held, running = {**said.figures}, draft.figures or {}, said.running
    if said.adds:
        new = {name for name, value in figures.items() if held.get(name, value) != value}.difference(said.running)
        figures |= {name: figures[name] + held[name] for name in new}
        running = (*running, *new.intersection(draft.running))
    checked = checked_figures(context, draft.assignment_id, figures, running, draft.replaces, new=said.new)
    return figure_answers(draft, figures, **checked, unclear=said.unclear)


def checked_figures(
    context: Context,
    assignment_id: int,
    figures: Mapping[str, float],
    running: Iterable[str],
    replaces: int | None = None,
    *,
    new: bool = False,
) -> dict[str, dict[str, float]]:
    """Return which of the figures are `running` totals on an assignment, with what was reported before, and which are
    `doubted` there: also those that may put right the late report, unless they are said to be `new`."""
    before = reported_before(context.db, assignment_id, figures, [*running], context.today, replaces)
    doubted = doubtful_figures(context.db, assignment_id, figures, replaces, before)
    if not new and replaces is None:
        once = {name: value for name, value in figures.items() if name not in before}
        doubted |= may_put_right(context.db, assignment_id, once, context.today)
    return {"running": before, "doubted": doubted}


def answers_for_assignment(context: Context, assignment: Assignment, said: Statement) -> dict[str, Any]:
    """Return the answers of a statement for the fresh draft on an assignment, or for a new report, which keeps
    the last percent if none is said."""
    before = unsubmitted_draft(context.db, context.person.id, assignment.id, context.now)
    if before is not None:
        return draft_answers_with(context, before, said)
    return new_report_answers(context, assignment, said, percent_stays=True)


def _note_onto(draft: Draft, said: Statement) -> str | None:
    """Return the present note joined with the new one, or None if either or both together are too long, or if work
    that it tells of has not begun after all."""
    if said.status is Status.NOT_STARTED and said.is_bare and draft.status in DONE_OR_GOING_ON and said.stated:
        return None if draft.note else draft.note
    if said.rewritten is not None:
        return note_or_fault(said.rewritten)[0]
    if said.note is None or (draft.note is not None and said.note in draft.note):
        return draft.note
    return note_or_fault(join_lines(draft.note, said.note))[0]


def statement_of(meaning: Understanding) -> Statement | None:
    """Return what a sentence states for a report, or None if it states nothing, or only that something is wrong (18-1
    不对) or is to be attached (36-4 attach this).

    If it says more than status, percent and figures, the note is the whole text without a leading code. The obstacle of
    blocked work is the sentence that names it, which is no note if nothing else is said.
    """
    words = words_beside_task(meaning)
    if plain_word(words) in DENIES | SLIPS or says(words, "added_files.only_attaches"):
        return None
    right = number_correction(meaning.text)
    if right is not None and right.of_another and right.right != right.rest:
        meaning = replace(meaning, percent=None)  # 车辆数错了，16
    percent = next(of_kind(meaning, Kind.NO_PERCENT), None) if meaning.percent is None else None
    note, long = note_or_fault(meaning.note or "")
    faults: list[Refusal] = [*([PercentOutOfRange(percent.values[0])] if percent else []), *long]
    status, stated = Status(meaning.status) if meaning.status else None, bool(meaning.status)
    if status in (None, Status.CLOSED) and meaning.percent is not None:
        status = Status.SUBMITTED if meaning.percent == 100 else Status.IN_PROGRESS
        stated = stated or status in values_of(meaning, Kind.STATUS)
    unclear = unclear_figures(meaning.readings)
    if status is None and (meaning.figures or unclear or meaning.note or faults):
        status = Status.IN_PROGRESS
    if status is None:
        return None
    obstacle = meaning.obstacle if status is Status.BLOCKED and not long else None
    if obstacle and note and says_in_one_sentence(note):
        note = ""
    return Statement(
        status,
        stated,
        FIXED.get(status, meaning.percent),
        note,
        obstacle if plain_word(obstacle or "") not in SKIPS else None,
        dict(meaning.figures),
        running_totals_in(meaning.readings),
        unclear,
        tuple(faults),
        adds=adds_its_numbers(meaning.text),
        new=says(meaning, "report_corrections.new", "report_corrections.added"),
    )


def words_beside_task(meaning: Understanding) -> str:
    """Return what a sentence says besides naming its task."""
    named = [each for each in meaning.readings if each.kind in (Kind.CODE, Kind.TASK)]
    return behind_its_task(blank(meaning.text, named, " ").strip(AROUND))


def join_lines(*texts: str | None) -> str:
    """Join texts, one a line; empty ones are left out."""
    return "\n".join(text for text in texts if text)


def note_or_fault(note: str) -> tuple[str | None, list[Refusal]]:
    """Return the note and no faults, or None and the fault if it is too long."""
    try:
        return checked_note(note), []
    except NoteTooLong as long:
        return None, [long]


def merge_statements(first: Statement, second: Statement) -> Statement:
    """Merge two statements on one task, made in this order. The status is the last one put in words, unless a percent
    was given after it."""
    goes_on = first.status is Status.BLOCKED and second.status is Status.IN_PROGRESS
    is_last = second.stated or (second.percent is not None and not goes_on)
    status = second.status if is_last else first.status
    percent = second.percent if second.percent is not None or first.status not in UNDER_WAY else first.percent
    blocked = status is Status.BLOCKED
    said = [first.note, second.note] if blocked else [first.note, first.obstacle, second.note, second.obstacle]
    note, long = (None, []) if first.note is None or second.note is None else note_or_fault(join_lines(*said))
    figures = {**first.figures, **second.figures}
    differ = {
        name: tuple((number(value), value) for value in (before, figures[name]))
        for name, before in first.figures.items()
        if figures[name] != before
    }
    unclear = {**first.unclear, **second.unclear, **differ}
    return Statement(
        status,
        first.stated or second.stated,
        FIXED.get(status, percent),
        note,
        join_lines(first.obstacle, second.obstacle) or None if blocked else None,
        {name: value for name, value in figures.items() if name not in unclear},
        tuple(dict.fromkeys((*first.running, *second.running))),
        unclear,
        (*first.faults, *second.faults, *long),
    )
