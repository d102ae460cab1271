"""A report that is being written, with all that is shown of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from data.plan.indicators import indicators
from data.reporting.attachments import Attachment, Owner, attached_to
from data.reporting.drafts import Draft, Step, is_answered
from data.reporting.figures import Figure, measured
from data.reporting.totals import last_figures
from data.standing.assignments import Assignment
from data.store import Database
from data.understanding import IndicatorWords


@dataclass(frozen=True, slots=True)
class Filled:
    """What a draft holds: its figures in their units, those of them that are doubted, its files."""

    draft: Draft
    figures: tuple[Figure, ...]
    doubted: tuple[Figure, ...]
    files: tuple[Attachment, ...]

    @property
    def has_answer(self) -> bool:
        """Whether the draft holds something for the open question, which can be kept or cleared."""
        held = {Step.NOTE: self.draft.note, Step.FIGURES: self.draft.figures, Step.EVIDENCE: self.files}
        return bool(held.get(self.draft.step, is_answered(self.draft, self.draft.step)))


@dataclass(frozen=True, slots=True)
class Form(Filled):
    """A draft, the assignment that it is about as it stands now, the indicators that figures can be given for, and by
    indicator the figures that were given last."""

    assignment: Assignment
    indicators: tuple[IndicatorWords, ...]
    last_figures: Mapping[str, float]


def filled(db: Database, draft: Draft) -> Filled:
    """What a draft holds so far."""
    figures = tuple(_figure(each, draft.running) for each in measured(db, draft.figures or {}))
    return Filled(draft, figures, measured(db, draft.doubted), tuple(attached_to(db, Owner.DRAFT, draft.id)))


def _figure(said: Figure, running: Mapping[str, float]) -> Figure:
    """A figure as it will be stored: of a running total what is new."""
    before = running.get(said.indicator)
    return said if before is None else replace(said, value=said.value - before, said=said.value)


def form_of(db: Database, draft: Draft, assignment: Assignment) -> Form:
    """The form that a draft has become so far."""
    held = filled(db, draft)
    last = last_figures(db, draft.assignment_id, draft.replaces)
    return Form(draft, held.figures, held.doubted, held.files, assignment, tuple(indicators(db)), last)
