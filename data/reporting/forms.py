"""Drafts with everything that is shown with them: figures, files, and the assignment as it stands."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from data.plan.indicators import indicators
from data.reporting.attachments import Attachment, Owner, attached_files
from data.reporting.drafts import Draft, Step, is_answered
from data.reporting.figures import Figure, figures_with_units
from data.reporting.totals import last_figures
from data.standing.assignments import Assignment
from data.store import Database
from data.understanding import IndicatorWords


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
    """A draft with its assignment as it stands now, the available indicators, and the last figure of each indicator."""

    assignment: Assignment
    indicators: tuple[IndicatorWords, ...]
    last_figures: Mapping[str, float]


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
    return Form(draft, held.figures, held.doubted, held.files, assignment, tuple(indicators(db)), last)
