"""A report that is being written, with all that is shown of it."""

from dataclasses import dataclass

from data.attachments import Attachment, attached_to_draft
from data.drafts import Draft, Step, is_answered
from data.figures import Figure, indicators, measured
from data.store import Database
from data.tasks import Assignment
from data.understanding import IndicatorWords


@dataclass(frozen=True, slots=True)
class Form:
    """A draft, the assignment that it is about as it stands now, its figures in their units, those of them that are
    doubted, its files, and the indicators that figures can be given for."""

    draft: Draft
    assignment: Assignment
    figures: tuple[Figure, ...]
    doubted: tuple[Figure, ...]
    files: tuple[Attachment, ...]
    indicators: tuple[IndicatorWords, ...]

    @property
    def has_answer(self) -> bool:
        """Whether the draft holds something for the open question, which can be kept or cleared."""
        held = {Step.NOTE: self.draft.note, Step.FIGURES: self.draft.figures, Step.EVIDENCE: self.files}
        return bool(held.get(self.draft.step, is_answered(self.draft, self.draft.step)))


def form_of(db: Database, draft: Draft, assignment: Assignment) -> Form:
    """The form that a draft has become so far."""
    return Form(
        draft,
        assignment,
        measured(db, draft.figures or {}),
        measured(db, draft.doubted),
        tuple(attached_to_draft(db, draft.id)),
        tuple(indicators(db)),
    )
