"""Drafts with everything that is shown with them: figures, files, the assignment as it stands, and contradictions that
the writer has to resolve or confirm."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from data.plan.indicators import indicators
from data.reporting.answers import contradicts, percent_so_far
from data.reporting.attachments import Attachment, Owner, attached_files
from data.reporting.drafts import UNDER_WAY, Draft, Step, is_answered
from data.reporting.figures import Figure, figures_with_units, jumps, may_put_right
from data.reporting.totals import last_figures
from data.standing.assignments import Assignment
from data.standing.reports import COUNTS
from data.standing.rows import ALWAYS
from data.standing.standing import Status
from data.store import Database
from data.understanding import IndicatorWords
from data.understanding.reporting.corrections import more_percent


@dataclass(frozen=True, slots=True)
class FilledDraft:
    """A draft with its figures, the doubted ones among them, and its files."""

    draft: Draft
    figures: tuple[Figure, ...]
    doubted: tuple[Figure, ...]
    files: tuple[Attachment, ...]

    @property
    def has_answer(self) -> bool:
        """Whether the open question has an answer that can be kept or cleared."""
        held = {Step.NOTE: self.draft.note, Step.FIGURES: self.draft.figures, Step.EVIDENCE: self.files}
        return bool(held.get(self.draft.step, is_answered(self.draft, self.draft.step)))


@dataclass(frozen=True, slots=True)
class Form(FilledDraft):
    """A draft with its assignment as it stands now, the available indicators, the last figure of each indicator, and
    the percentage so far; both without the report that is replaced. `of_late` are the doubted figures that may put
    right those of the last report."""

    assignment: Assignment
    indicators: tuple[IndicatorWords, ...]
    last_figures: Mapping[str, float]
    percent_so_far: int
    of_late: Mapping[str, float]

    @property
    def correcting(self) -> Mapping[str, float]:
        """The doubted figures of which must be told whether they put right the last ones: not if all of them jump."""
        last = self.last_figures
        return self.of_late if any(not jumps(value, last.get(name, 0)) for name, value in self.of_late.items()) else {}

    @property
    def unclear(self) -> IndicatorWords | None:
        """The indicator that is asked about first because its numbers are unclear, or None if there is none."""
        name = next(iter(self.draft.unclear), None)
        return next((each for each in self.indicators if each.name == name), None)


def filled_draft(db: Database, draft: Draft) -> FilledDraft:
    """Return a draft with its figures and files."""
    figures = tuple(_figure(each, draft.running) for each in figures_with_units(db, draft.figures or {}))
    return FilledDraft(
        draft, figures, figures_with_units(db, draft.doubted), tuple(attached_files(db, Owner.DRAFT, draft.id))
    )


def _figure(said: Figure, running: Mapping[str, float]) -> Figure:
    """Return a figure as it will be stored: a running total as the difference to what was reported before, if any."""
    before = running.get(said.indicator)
    return said if before is None or said.value < before else replace(said, value=said.value - before, said=said.value)


def form_of(db: Database, draft: Draft, assignment: Assignment) -> Form:
    """Return the form of a draft on an assignment."""
    held = filled_draft(db, draft)
    last = last_figures(db, draft.assignment_id, draft.replaces)
    before = percent_so_far(assignment) if draft.replaces is None else _percent_before(db, draft.replaces)
    known, late = tuple(indicators(db)), _of_late(db, draft, assignment, last)
    return Form(draft, held.figures, held.doubted, held.files, assignment, known, last, before, late)


def _of_late(db: Database, draft: Draft, assignment: Assignment, last: Mapping[str, float]) -> Mapping[str, float]:
    """Return the doubted figures that may put right those of the last report, none if all are the same there."""
    doubted = {name: value for name, value in draft.doubted.items() if name not in draft.running}
    found = may_put_right(db, assignment.id, doubted, assignment.today) if draft.replaces is None else {}
    return found if any(last.get(name) != value for name, value in found.items()) else {}


def _percent_before(db: Database, report_id: int) -> int:
    """Return what percent_so_far was before a report."""
    sql = f"""SELECT percent FROM (
        SELECT reports.status, percent FROM reports LEFT JOIN reviews ON report_id = reports.id
        WHERE {COUNTS} AND assignment_id = (SELECT assignment_id FROM reports WHERE id = :id) AND reports.id < :id
        ORDER BY reports.id DESC LIMIT 1
    ) WHERE status IN (SELECT value FROM json_each(:under_way))"""
    return db.fetch_number(sql, {"known": ALWAYS, "id": report_id, "under_way": [*UNDER_WAY]}) or 0


class Contradiction(StrEnum):
    """The kinds: 100 % of work still in progress; a lower percentage than before; work done that continues."""

    HUNDRED = "hundred"
    LESS = "less"
    GOING_ON = "going_on"


def contradiction_in(form: Form) -> Contradiction | None:
    """Return the first contradiction that the writer has to be asked about, or None."""
    return next((each for each in Contradiction if is_unconfirmed(each, form)), None)


def is_unconfirmed(contradiction: Contradiction, form: Form) -> bool:
    """Return whether a report has this contradiction and the writer has not confirmed it. Less than before is only
    what is below the last report that the writer has seen, or may be to be added to it, unless this one replaces
    it."""
    draft, task = form.draft, form.assignment
    if contradiction is Contradiction.HUNDRED:
        return draft.status is Status.IN_PROGRESS and draft.percent == 100 and not draft.hundred
    if contradiction is Contradiction.GOING_ON:
        return contradicts(draft, draft.note or "") and draft.going_on != draft.note
    if task.last is None or task.last.status not in UNDER_WAY or task.last.id > (draft.seen_report_id or 0):
        return False
    if task.last.id in (draft.replaces, draft.redoes) or draft.status not in UNDER_WAY or draft.percent is None:
        return False
    less = draft.percent < task.percent or added_up(form) is not None
    return less and draft.less != draft.percent


def added_up(form: Form) -> int | None:
    """Return the last percentage and the present one added up if the note says so (又推进10%), or None."""
    before, percent = form.assignment.percent, form.draft.percent
    more = more_percent(form.draft.note or "") if before and percent else None
    return before + more if more is not None and more == percent and before + more <= 100 else None
